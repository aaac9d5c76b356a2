import type { Fact } from '../../../machines/event.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs } from '../../../machines/step.ts';
import type { BulkResult } from '../../desk/work/bulk.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { factForm } from '../dossier/faits/form.ts';
import { drawForm } from '../forms/draw.ts';
import type { Form } from '../forms/form.ts';
import type { Typed } from '../forms/typed.ts';
import { type Page, toCorrect } from '../shell/screen.ts';
import { callout, emptyState, pill } from '../ui/blocks.ts';
import { actionForm, button, hiddenField, linkButton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { plural } from '../ui/words.ts';
import { actsFor, type Foreseen, STALE, type Ticked } from './ticked.ts';

/** The acts that the dossiers can take, to choose one. */
export function choicePage(chosen: readonly Ticked[], retour: string): Page {
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
export function bulkPage(
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
export function resultPage(
  fact: Fact,
  results: readonly BulkResult[],
  dossiers: readonly Foreseen[],
  retour: string,
): Page {
  const done = results.filter(({ refus }) => refus === null).length;
  const left = dossiers.length - done;
  const became = new Map(results.map((one) => [one.id, one]));
  return {
    title: fact.libelle,
    section: 'journee',
    trail: fil(retour),
    actions: linkButton('Revenir à la liste', retour, 'principal', 'retour'),
    body: html`${callout(left === 0 ? 'bien' : 'attention', `Enregistré sur ${plural(done, 'dossier', 'dossiers', 'aucun dossier')}${left > 0 ? `, pas sur ${plural(left, 'autre')}` : ''}.`)}
<section class="panneau">${table({
      caption: 'Résultat, dossier par dossier',
      lines: dossiers,
      columns: [
        { title: 'Établissement', kind: 'titre', cell: ({ id, denomination }: Foreseen) => link(id, denomination) },
        { title: 'Résultat', cell: ({ id, refus }) => outcome(became.get(id), refus) },
      ],
    })}</section>`,
  };
}

function outcome(result: BulkResult | undefined, held: string | null): Html {
  if (!result) return html`<div class="l-issue">${pill('attention', 'À faire seul', 'attention')} ${held}</div>`;
  const { refus } = result;
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

/** The fields that all dossiers share: not the one that says which establishment it is. */
export function bulkForm(fact: Fact): Form {
  const form = factForm(fact);
  if (fact.identite === null) return form;
  const { [fact.identite]: _, ...fields } = form.root.fields;
  return { ...form, root: { ...form.root, fields } };
}
