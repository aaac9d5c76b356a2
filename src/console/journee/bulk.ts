import { dossierFacts } from '../../../machines/etablissement/events.ts';
import type { Fact } from '../../../machines/event.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs } from '../../../machines/step.ts';
import type { BulkResult } from '../../desk/work/bulk.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { factForm } from '../dossier/faits/form.ts';
import { drawForm } from '../forms/draw.ts';
import { applyAction } from '../forms/lists.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { localPath, type Page, redirect, type Shown, toCorrect, type Visit } from '../shell/screen.ts';
import { callout, pill } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { plural } from '../ui/words.ts';

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
  if (chosen.length === 0) return redirect(retour, NONE_CHOSEN, 'attention');
  const asked = body.get('compte') ?? '';
  const compte = asked === '' ? null : await services.identites.compte(asked);
  if (asked !== '' && !compte?.actif)
    return redirect(retour, 'Ce compte n’est plus ouvert : choisissez-en un autre.', 'attention');
  const given = await services.travail.affecter(
    chosen.map(({ id }) => id),
    compte?.id ?? null,
    auteurOf(identite),
  );
  const many = plural(given.length, 'dossier');
  if (!compte) return redirect(retour, `${many} sans personne désormais.`);
  return redirect(retour, `${many} à ${compte.id === identite.id ? 'vous' : compte.nom} désormais.`);
}

/** The same fact for all that was ticked: asks for its fields, then tells it to each. */
export async function recordMany(visit: Visit): Promise<Shown> {
  const { services, body } = visit;
  const retour = localPath(body.get('retour') ?? '/');
  const chosen = chosenOf(visit);
  if (chosen.length === 0) return redirect(retour, NONE_CHOSEN, 'attention');
  const type = body.get('fait') ?? '';
  const fact = Object.hasOwn(dossierFacts, type) ? dossierFacts[type] : undefined;
  if (!fact || fact.derive) return redirect(retour, 'Choisissez l’acte à enregistrer.', 'attention');
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

/** What is next for a dossier, as of a version. */
type Seen = Extract<Awaited<ReturnType<Services['view']>>, { ok: true }>['value'];

/** A dossier that was ticked, and its version as it was shown. */
interface Chosen {
  id: string;
  version: number;
}

/** The same with its name, and whether it would take the fact now. */
interface Foreseen extends Chosen {
  denomination: string;
  /** Why not; null when it would. */
  refus: string | null;
}

/** Those that are there, each as it would answer. */
async function foreseen(services: Services, chosen: readonly Chosen[], type: string): Promise<Foreseen[]> {
  const found: Foreseen[] = [];
  for (const one of chosen) {
    const cible = { genre: 'dossier', id: one.id } as const;
    const [row, seen] = await Promise.all([services.find(cible), services.view(cible)]);
    if (!row.ok) continue;
    const refus = seen.ok ? whyNot(seen.value, one.version, type) : 'Ce dossier ne peut pas être modifié.';
    found.push({ ...one, denomination: row.value.denomination, refus });
  }
  return found;
}

/** What is told of a dossier that somebody else has changed. */
const STALE = 'Quelqu’un vient de le modifier : relisez-le avant d’agir.';

function whyNot({ version, vue }: Seen, shown: number, type: string): string | null {
  if (version !== shown) return STALE;
  const { etapes, autresFaits } = vue.suite;
  const known = [...etapes.flatMap(({ faits }) => faits), ...autresFaits].filter((fait) => fait.type === type);
  if (known.some(({ accepte }) => accepte)) return null;
  return known[0]?.manque.map(({ libelle }) => libelle).join(' ') || 'Ce n’est pas le moment de cet acte.';
}

/** A fact that is being told to several dossiers. */
interface Bulk {
  type: string;
  fact: Fact;
  retour: string;
  dossiers: readonly Foreseen[];
}

const fil = (retour: string) => [{ label: 'Ma journée', href: retour }];

/** Asks once for the fields of the fact, above the dossiers that it is for. */
function bulkPage(
  { type, fact, retour, dossiers }: Bulk,
  typed: Typed,
  { erreurs = [], focus = null }: { erreurs?: readonly Erreur[]; focus?: string | null } = {},
): Page {
  const refused = dossiers.filter(({ refus }) => refus !== null).length;
  return {
    title: fact.libelle,
    section: 'journee',
    trail: fil(retour),
    subtitle: html`<ul class="identite"><li>${plural(dossiers.length, 'dossier')}</li><li>${acteurs[fact.acteur]}</li><li>${tellSource(fact.source)}</li></ul>`,
    ...toCorrect(erreurs),
    body: html`${refused > 0 && callout('attention', warning(refused, dossiers.length))}
<div class="panneau">${drawForm(factForm(fact), typed, {
      action: '/journee/lot',
      defaultAction: 'enregistrer',
      hidden: { fait: type, retour },
      head: html`${dossiers.map(({ id, version }) => html`<input type="hidden" name="dossier" value="${id}:${version}">`)}`,
      erreurs,
      focus,
      buttons: html`${button(`Enregistrer sur ${plural(dossiers.length, 'dossier')}`, 'principal', { name: 'action', value: 'enregistrer', icon: 'coche' })}
${linkButton('Annuler', retour, 'discret')}`,
    })}</div>
<section class="panneau">${table({
      caption: 'Dossiers choisis',
      lines: dossiers,
      columns: [
        { title: 'Établissement', kind: 'titre', cell: ({ id, denomination }: Foreseen) => link(id, denomination) },
        {
          title: 'Avant d’enregistrer',
          cell: ({ refus }) =>
            refus === null
              ? pill('bien', 'Prêt', 'coche')
              : html`<div class="l-issue">${pill('attention', 'Refuserait', 'attention')} ${refus}</div>`,
        },
      ],
    })}</section>`,
  };
}

function warning(refused: number, all: number): string {
  if (refused === all) return 'Aucun de ces dossiers ne prendrait cet acte : la raison est dans la liste.';
  const verb = refused === 1 ? 'refuserait' : 'refuseraient';
  return `${plural(refused, 'dossier')} ${verb} cet acte : la raison est dans la liste. Les autres l’auront.`;
}

/** What became of each dossier: done, refused and why, or changed by somebody else. */
function resultPage(fact: Fact, results: readonly BulkResult[], dossiers: readonly Foreseen[], retour: string): Page {
  const names = new Map(dossiers.map(({ id, denomination }) => [id, denomination]));
  const done = results.filter(({ refus }) => refus === null).length;
  const left = results.length - done;
  return {
    title: fact.libelle,
    section: 'journee',
    trail: fil(retour),
    actions: linkButton('Revenir à la liste', retour, 'principal', 'retour'),
    body: html`${callout(left === 0 ? 'bien' : 'attention', `Enregistré sur ${plural(done, 'dossier', 'dossiers', 'aucun dossier')}${left > 0 ? `, pas sur ${plural(left, 'autre')}` : ''}.`)}
<section class="panneau">${table({
      caption: 'Résultat, dossier par dossier',
      lines: results,
      columns: [
        { title: 'Établissement', kind: 'titre', cell: ({ id }: BulkResult) => link(id, names.get(id) ?? id) },
        { title: 'Résultat', cell: outcome },
      ],
    })}</section>`,
  };
}

function outcome({ refus }: BulkResult): Html {
  if (refus === null) return pill('bien', 'Enregistré', 'coche');
  if (refus.code === 'version-perimee')
    return html`<div class="l-issue">${pill('attention', 'Périmé', 'horloge')} ${STALE}</div>`;
  const why =
    refus.code === 'fait-refuse' ? refus.manque.map(({ libelle }) => libelle).join(' ') : toProblem(refus).detail;
  return html`<div class="l-issue">${pill('faute', 'Refusé', 'croix')} ${why || 'Ce n’est pas le moment de cet acte.'}</div>`;
}

function link(id: string, name: string): Html {
  return html`<a href="/dossiers/${id}">${name}</a>`;
}
