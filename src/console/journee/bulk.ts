import { dossierFacts } from '../../../machines/etablissement/events.ts';
import type { Fact } from '../../../machines/event.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import { auteurOf } from '../../identity/identity.ts';
import { factForm } from '../dossier/faits/fact-form.ts';
import { localPath } from '../entry/local-path.ts';
import { applyAction } from '../forms/lists.ts';
import { readTyped, typedOf, write } from '../forms/typed.ts';
import { combien } from '../parts/mots.ts';
import { ailleurs, type Shown, type Visit } from '../shell/screen.ts';
import { type Chosen, foreseen } from './bulk-lines.ts';
import { bulkPage, resultPage } from './bulk-page.ts';

/** What was ticked, as it was shown: « id:version ». */
function chosenOf({ body }: Pick<Visit, 'body'>): Chosen[] {
  return body.tous('dossier').flatMap((text) => {
    const [, id = '', version = ''] = /^([\w-]{1,64}):(\d{1,9})$/.exec(text) ?? [];
    return id === '' ? [] : [{ id, version: Number(version) }];
  });
}

/** Gives the dossiers that were ticked to somebody. */
export async function assign(visit: Visit): Promise<Shown> {
  const { services, identite, body } = visit;
  const chosen = chosenOf(visit);
  const retour = localPath(body.get('retour') ?? '/');
  if (chosen.length === 0) return ailleurs(retour, NONE_CHOSEN, 'attention');
  const asked = body.get('compte') ?? '';
  const compte = asked === '' ? null : await services.identites.compte(asked);
  if (asked !== '' && !compte?.actif)
    return ailleurs(retour, 'Ce compte n’est plus ouvert : choisissez-en un autre.', 'attention');
  const given = await services.travail.affecter(
    chosen.map(({ id }) => id),
    compte?.id ?? null,
    auteurOf(identite),
  );
  const many = combien(given.length, 'dossier');
  if (!compte) return ailleurs(retour, `${many} sans personne désormais.`);
  return ailleurs(retour, `${many} à ${compte.id === identite.id ? 'vous' : compte.nom} désormais.`);
}

/** The same fact for all that was ticked: asks for its fields, then tells it to each. */
export async function recordMany(visit: Visit): Promise<Shown> {
  const { services, body } = visit;
  const retour = localPath(body.get('retour') ?? '/');
  const chosen = chosenOf(visit);
  if (chosen.length === 0) return ailleurs(retour, NONE_CHOSEN, 'attention');
  const type = body.get('fait') ?? '';
  const fact = Object.hasOwn(dossierFacts, type) ? dossierFacts[type] : undefined;
  if (!fact || fact.derive) return ailleurs(retour, 'Choisissez l’acte à enregistrer.', 'attention');
  const asked = { type, fact, retour, dossiers: await foreseen(services, chosen, type) };
  const form = factForm(fact);
  if (body.get('action') === undefined) return bulkPage(asked, write(form, { date: services.today() }));
  const typed = typedOf(body, form);
  const changed = applyAction(form, typed, body.get('action'));
  if (changed) return bulkPage(asked, changed.typed, { focus: changed.nom });
  const parsed = fact.schema.safeParse({ ...readTyped(form, typed), type });
  if (!parsed.success) return bulkPage(asked, typed, { erreurs: faultsOf(parsed.error) });
  return tell(visit, fact, { ...readTyped(form, typed), type }, asked);
}

async function tell(
  { services, identite }: Visit,
  fact: Fact,
  input: FaitDit,
  { dossiers, retour }: Parameters<typeof bulkPage>[0],
): Promise<Shown> {
  const results = await services.travail.enregistrer(
    dossiers.map(({ id, version }) => ({ id, version })),
    input,
    auteurOf(identite),
  );
  return resultPage(fact, results, dossiers, retour);
}

/** What is wrong with the fields, by JSON pointers. */
function faultsOf({ issues }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }) {
  return issues.map(({ path, message }) => ({ pointeur: path.map((part) => `/${String(part)}`).join(''), message }));
}

const NONE_CHOSEN = 'Cochez d’abord des dossiers dans la liste.';
