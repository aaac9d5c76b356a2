import { dossierFacts } from '../../../machines/etablissement/events.ts';
import type { Fact } from '../../../machines/event.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs } from '../../../machines/step.ts';
import type { BulkResult } from '../../desk/work/bulk.ts';
import { readFiche } from '../../engine/fiche.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { factForm } from '../dossier/faits/form.ts';
import { drawForm } from '../forms/draw.ts';
import type { Form } from '../forms/form.ts';
import { applyAction } from '../forms/lists.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { localPath, type Page, redirect, type Shown, toCorrect, type Visit } from '../shell/screen.ts';
import { callout, emptyState, pill } from '../ui/blocks.ts';
import { actionForm, button, hiddenField, linkButton } from '../ui/button.ts';
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

/** One act for all that was ticked: asks which, of those that they can take, then for its fields, then tells it to each. */
export async function recordMany(visit: Visit): Promise<Shown> {
  const { services, body } = visit;
  const retour = localPath(body.get('retour') ?? '/');
  const chosen = await ticked(services, chosenOf(visit));
  if (chosen.length === 0) return redirect(retour, NONE_CHOSEN, 'attention');
  const type = body.get('fait') ?? '';
  const fact = meantForSeveral(type);
  if (!fact) return choicePage(chosen, retour);
  const asked = { type, fact, retour, dossiers: chosen.map((one) => ({ ...one, refus: whyNot(one, type) })) };
  const form = bulkForm(fact);
  if (body.get('action') === undefined) return bulkPage(asked, write(form, { date: services.today() }));
  const typed = typedOf(body, form);
  const changed = applyAction(form, typed, body.get('action'));
  if (changed) return bulkPage(asked, changed.typed, { focus: changed.nom });
  const input = { ...readTyped(form, typed), type };
  const faults = chosen.map((one) => fact.schema.safeParse(saidBy(one, fact, input)));
  const wrong = faults.find(({ error }) => error && (fact.identite === null || faults.every((other) => other.error)));
  if (wrong?.error) return bulkPage(asked, typed, { erreurs: faultsOf(wrong.error) });
  const lines = chosen.map((one) => ({ id: one.id, version: one.shown, fait: saidBy(one, fact, input) }));
  const results = await services.travail.enregistrer(lines, auteurOf(visit.identite));
  return resultPage(fact, results, asked.dossiers, retour);
}

/** What accidents undo is told dossier by dossier, and so is what is of one establishment alone. */
function meantForSeveral(type: string): Fact | null {
  const fact = Object.hasOwn(dossierFacts, type) ? dossierFacts[type] : undefined;
  return !fact || fact.derive || fact.parSite || fact.sorte === 'alea' ? null : fact;
}

/** The fields that all dossiers share: not the one that says which establishment it is. */
function bulkForm(fact: Fact): Form {
  const form = factForm(fact);
  if (fact.identite === null) return form;
  const { [fact.identite]: _, ...fields } = form.root.fields;
  return { ...form, root: { ...form.root, fields } };
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

/** What is next for a dossier, as of a version. */
type Seen = Extract<Awaited<ReturnType<Services['view']>>, { ok: true }>['value'];

/** A dossier that was ticked, and its version as it was shown. */
interface Chosen {
  id: string;
  version: number;
}

/** The same as it is now; `seen` is null where it cannot be acted on. */
interface Ticked {
  id: string;
  shown: number;
  denomination: string;
  fiche: ReturnType<typeof readFiche>;
  seen: Seen | null;
}

/** Whether it would take the fact now. */
interface Foreseen extends Ticked {
  /** Why not; null when it would. */
  refus: string | null;
}

/** Those that are there. */
async function ticked(services: Services, chosen: readonly Chosen[]): Promise<Ticked[]> {
  const found: Ticked[] = [];
  for (const { id, version } of chosen) {
    const cible = { genre: 'dossier', id } as const;
    const [row, seen] = await Promise.all([services.find(cible), services.view(cible)]);
    if (!row.ok) continue;
    const { denomination, fiche } = row.value;
    found.push({ id, shown: version, denomination, fiche: readFiche(fiche), seen: seen.ok ? seen.value : null });
  }
  return found;
}

/** What is told of a dossier that somebody else has changed. */
const STALE = 'Quelqu’un vient de le modifier : relisez-le avant d’agir.';

function whyNot({ seen, shown }: Ticked, type: string): string | null {
  if (!seen) return 'Ce dossier ne peut pas être modifié.';
  if (seen.version !== shown) return STALE;
  const known = factsIn(seen).filter((fait) => fait.type === type);
  if (known.some(({ accepte }) => accepte)) return null;
  return known[0]?.manque.map(({ libelle }) => libelle).join(' ') || 'Ce n’est pas le moment de cet acte.';
}

function factsIn({ vue }: Seen) {
  const { etapes, autresFaits } = vue.suite;
  return [...etapes.flatMap(({ faits }) => faits), ...autresFaits];
}

/** The acts that some of the dossiers take now, with how many do; those that are steps of theirs first, then those that serve most. */
function actsFor(chosen: readonly Ticked[]): { type: string; fact: Fact; takers: number }[] {
  const takers = new Map<string, number>();
  for (const { seen } of chosen) {
    const types = new Set(seen ? factsIn(seen).flatMap(({ type, accepte }) => (accepte ? [type] : [])) : []);
    for (const type of types) takers.set(type, (takers.get(type) ?? 0) + 1);
  }
  return [...takers]
    .flatMap(([type, count]) => {
      const fact = meantForSeveral(type);
      return fact ? [{ type, fact, takers: count }] : [];
    })
    .toSorted((a, b) => b.takers - a.takers || a.fact.libelle.localeCompare(b.fact.libelle, 'fr'));
}

function choicePage(chosen: readonly Ticked[], retour: string): Page {
  const acts = actsFor(chosen);
  const hidden = chosen.map(({ id, shown }) => hiddenField('dossier', `${id}:${shown}`));
  return {
    title: 'Un même acte pour plusieurs dossiers',
    section: 'journee',
    trail: fil(retour),
    subtitle: html`${plural(chosen.length, 'dossier choisi', 'dossiers choisis')}`,
    body:
      acts.length === 0
        ? emptyState(
            'attention',
            'Aucun acte ne vaut pour plusieurs de ces dossiers',
            linkButton('Revenir à la liste', retour),
          )
        : actionForm(
            { action: '/journee/lot', hidden: { retour }, attributes: { class: 'panneau choix-actes' } },
            html`${hidden}<p class="aide">Rien ne s’enregistre encore. Une perte, un départ ou un abandon se dit dossier par dossier.</p>
<ul>${acts.map(
              ({ type, fact, takers }) =>
                html`<li>${button(fact.libelle, 'discret', { name: 'fait', value: type })} <span class="doux">${acteurs[fact.acteur]} · ${takers === chosen.length ? 'tous' : `${takers} sur ${chosen.length}`}</span></li>`,
            )}</ul>
${linkButton('Annuler', retour, 'discret')}`,
          ),
  };
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
${fact.identite !== null && callout('info', 'Chaque dossier dit son propre établissement : dénomination, SIRET, FINESS et commune y sont repris tels quels.')}
<div class="panneau">${drawForm(bulkForm(fact), typed, {
      action: '/journee/lot',
      defaultAction: 'enregistrer',
      hidden: { fait: type, retour },
      head: html`${dossiers.map(({ id, shown }) => hiddenField('dossier', `${id}:${shown}`))}`,
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
