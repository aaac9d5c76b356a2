import type { Fact } from '../../../machines/event.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { applyAction } from '../forms/lists.ts';
import { readTyped, typedOf, write } from '../forms/typed.ts';
import { localPath, redirect, type Shown, type Visit } from '../shell/screen.ts';
import { plural } from '../ui/words.ts';
import { bulkForm, bulkPage, choicePage, resultPage } from './bulk-pages.ts';
import { Requete, toDemand } from './query.ts';
import { type Chosen, foreseen, meantForSeveral, type Ticked, ticked } from './ticked.ts';

/** How many dossiers of a list are taken at once at most: more is told of as more. */
export const AT_ONCE = 300;

/** What was ticked, as it was shown: « id:version »; or the list whole, as it is now. */
async function chosenOf({ body, services, identite }: Visit): Promise<Chosen[]> {
  const list = body.get('liste');
  if (list !== undefined) {
    const requete = Requete.parse(Object.fromEntries(new URLSearchParams(list)));
    const asked = { ...toDemand(requete, identite), page: 1, parPage: AT_ONCE };
    return (await services.travail.lire(asked)).lignes.map(({ id, version }) => ({ id, version }));
  }
  return body.tous('dossier').flatMap((text) => {
    const [, id = '', version = ''] = /^([\w-]{1,64}):(\d{1,9})$/.exec(text) ?? [];
    return id === '' ? [] : [{ id, version: Number(version) }];
  });
}

/** Gives the dossiers that were ticked to somebody. */
export async function assign(visit: Visit): Promise<Shown> {
  const { services, identite, body } = visit;
  const chosen = await chosenOf(visit);
  const retour = localPath(body.get('retour') ?? '/');
  if (chosen.length === 0) return redirect(retour, NONE_CHOSEN, 'attention');
  const asked = body.get('compte') ?? '';
  const compte = asked === '' ? null : await services.identites.compte(asked);
  if (asked !== '' && !compte?.actif)
    return redirect(retour, 'Ce compte n’est plus ouvert : choisissez-en un autre.', 'attention');
  const taken = await takenFrom(services, chosen, compte?.id ?? null);
  const given = await services.travail.affecter(
    chosen.map(({ id }) => id),
    compte?.id ?? null,
    auteurOf(identite),
  );
  const many = plural(given.length, 'dossier');
  if (!compte) return redirect(retour, `${many} sans personne désormais${taken}.`);
  return redirect(retour, `${many} à ${compte.id === identite.id ? 'vous' : compte.nom} désormais${taken}.`);
}

/** Whose they were until now, in words; empty for nobody's. */
async function takenFrom(
  { travail, identites }: Services,
  chosen: readonly Chosen[],
  to: string | null,
): Promise<string> {
  const holders = await Promise.all(
    chosen.map(async ({ id }) => (await travail.affectations(id)).at(-1)?.compteId ?? null),
  );
  const others = Map.groupBy(
    holders.filter((id) => id !== null && id !== to),
    (id) => id,
  );
  const told = await Promise.all(
    [...others].map(async ([id, theirs]) => {
      const { nom = 'un compte effacé' } = (await identites.compte(id ?? '')) ?? {};
      return `${theirs.length} que suivait ${nom}`;
    }),
  );
  return told.length > 0 ? `, dont ${told.join(' et ')}` : '';
}

/** One act for all that was ticked: asks which, of those that they can take, then for its fields, then tells it to each. */
export async function recordMany(visit: Visit): Promise<Shown> {
  const { services, body } = visit;
  const retour = localPath(body.get('retour') ?? '/');
  const chosen = await ticked(services, await chosenOf(visit));
  if (chosen.length === 0) return redirect(retour, NONE_CHOSEN, 'attention');
  const type = body.get('fait') ?? '';
  const fact = meantForSeveral(type);
  if (!fact) return choicePage(chosen, retour);
  const asked = { type, fact, retour, dossiers: await foreseen(visit, chosen, type) };
  const form = bulkForm(fact);
  if (body.get('action') === undefined) return bulkPage(asked, write(form, { date: services.today() }));
  const typed = typedOf(body, form);
  const changed = applyAction(form, typed, body.get('action'));
  if (changed) return bulkPage(asked, changed.typed, { focus: changed.nom });
  const input = { ...readTyped(form, typed), type };
  const faults = chosen.map((one) => fact.schema.safeParse(saidBy(one, fact, input)));
  const wrong = faults.find(({ error }) => error && (fact.identite === null || faults.every((other) => other.error)));
  if (wrong?.error) return bulkPage(asked, typed, { erreurs: faultsOf(wrong.error) });
  const lines = asked.dossiers
    .filter(({ isHeld }) => !isHeld)
    .map((one) => ({ id: one.id, version: one.shown, fait: saidBy(one, fact, input) }));
  const results = await services.travail.enregistrer(lines, auteurOf(visit.identite));
  return resultPage(fact, results, asked.dossiers, retour);
}

/** The fact as it is told to one dossier, which says its own identity where the fact asks for one. */
function saidBy({ fiche }: Ticked, { identite }: Fact, input: FaitDit): FaitDit {
  if (identite === null) return input;
  const { denomination, siret, finess, codePostal, commune } = fiche;
  const isSansFiness = finess === null || finess === undefined;
  const said = { denomination, siret, ...(isSansFiness ? { sansFiness: true } : { finess }), codePostal, commune };
  return { ...input, [identite]: said };
}

/** What is wrong with the fields, by JSON pointers. */
function faultsOf({ issues }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }) {
  return issues.map(({ path, message }) => ({ pointeur: path.map((part) => `/${String(part)}`).join(''), message }));
}

const NONE_CHOSEN = 'Cochez d’abord des dossiers dans la liste.';
