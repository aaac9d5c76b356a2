import type { Refusal } from '../../engine/refusal.ts';
import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { underCase } from '../dossier/frame.ts';
import { pathOf } from '../dossier/read/case.ts';
import { drawForm } from '../forms/draw.ts';
import { type Difference, differences, marked } from '../forms/read.ts';
import type { Typed } from '../forms/typed.ts';
import { correctionPath, drawLine } from '../journal/lines.ts';
import type { Page } from '../shell/shown.ts';
import { callout, panel, pill, tabBar, tabsOf } from '../ui/blocks.ts';
import { actionForm, button, hiddenField, linkButton } from '../ui/button.ts';
import { option } from '../ui/field.ts';
import { captionedTable, column, countColumn, table, titleColumn } from '../ui/table.ts';
import { plural, shortDay, toFrenchDays } from '../ui/words.ts';
import type { SameMistake } from './elsewhere.ts';
import type { CorrectedLine, Mode } from './line.ts';

/** What is told beside the form. */
interface Feedback {
  typed?: Typed;
  erreurs?: readonly Erreur[];
  /** Why it cannot be corrected so. */
  refusal?: Refusal | null;
  focus?: string | null;
  status?: number;
}

/** Where one says what the line should have said, or that it should not be. */
export function askPage(sought: CorrectedLine, mode: Mode, said: Feedback = {}): Page {
  const { erreurs = [], refusal = null } = said;
  const place = correctionPath(sought.cible, sought.rang);
  return {
    ...aroundOf(sought),
    title: `Corriger : ${sought.libelle}`,
    status: said.status ?? 200,
    hasFaults: erreurs.length > 0 || refusal !== null,
    body: html`<ol class="journal">${drawLine(sought.line, sought.lines, false)}</ol>
${tabBar(
  'Comment corriger',
  tabsOf(ways, mode, (name) => `${place}?mode=${name}`),
)}
<div class="a-placer">${refusal && callout('faute', explained(refusal), 'Cette correction ne se peut pas')}
<div class="panneau"><p class="doux">${explains[mode]}</p>
${drawForm(sought.forms[mode], said.typed ?? sought.typed, {
  action: place,
  defaultAction: 'apercu',
  hidden: { mode },
  erreurs,
  focus: said.focus ?? null,
  buttons: html`${button('Voir ce que cela change', 'principal', { name: 'action', value: 'apercu', icon: 'suite' })}
${linkButton('Annuler', `${pathOf(sought.cible)}/journal`, 'discret')}`,
})}</div></div>`,
  };
}

const ways = { remplacer: 'Remplacer par ce qui convient', retirer: 'Retirer la ligne' } as const;

/** Where a page about a correction stands. */
function aroundOf({ affaire, cible }: CorrectedLine): Pick<Page, 'section' | 'trail'> {
  return underCase(affaire, { label: 'Journal', href: `${pathOf(cible)}/journal` });
}

const explains: Readonly<Record<Mode, string>> = {
  remplacer: 'Dites ce que la ligne aurait dû dire. Elle garde sa place : ce qui a suivi est rejoué après elle.',
  retirer:
    'La ligne ne compte plus, comme si ce fait n’était jamais arrivé. Le journal la garde, barrée, avec votre motif.',
};

function explained(refus: Refusal): Html {
  const { detail } = toProblem(refus);
  const manque = refus.code === 'fait-refuse' ? refus.manque : [];
  if (manque.length === 0) return html`<p>${detail}</p>`;
  return html`<p>À cette place de l’historique, ce fait aurait été refusé :</p>
<ul>${manque.map(({ libelle }) => html`<li>${libelle}</li>`)}</ul>`;
}

type Apercu = Extract<Awaited<ReturnType<Services['previewCorrection']>>, { ok: true }>['value'];
type Retiree = Apercu['retires'][number];

/** What is to be confirmed. */
export interface Proposal {
  mode: Mode;
  typed: Typed;
  motif: string;
  remplacement: Record<string, unknown> | null;
  /** The other lines that say the same mistake, and whether they are corrected with it. */
  avec: readonly (SameMistake & { isChosen: boolean })[];
}

/** What would change, shown before anything does, under what has changed since it was last shown. */
export function previewPage(sought: CorrectedLine, proposal: Proposal, apercu: Apercu, alert: string | null): Page {
  const { mode, motif } = proposal;
  const { retires, avertissements } = apercu;
  return {
    ...aroundOf(sought),
    title: `Vérifier la correction : ${sought.libelle}`,
    status: alert === null ? 200 : 409,
    body: html`${alert !== null && callout('attention', alert)}
<div class="deux-voies">${retires.length > 0 ? callout('attention', consequence(retires.length)) : callout('info', 'Aucune autre ligne du journal n’est remise en cause.')}
${panel(
  mode === 'retirer' ? 'La ligne retirée' : 'La ligne remplacée',
  html`<ol class="journal">${drawLine(sought.line, sought.lines, false)}</ol>
${mode === 'remplacer' && html`<h3>Ce qui vaudra à la place</h3>${changes(sought, proposal)}`}
<p><strong>Motif :</strong> ${motif}</p>
${avertissements.length > 0 && callout('attention', html`<ul>${avertissements.map(({ message }) => html`<li>${message}</li>`)}</ul>`, 'À vérifier')}`,
)}
${retires.length > 0 && panel('Ce qui ne tiendrait plus', withdrawn(retires))}
${panel(`Où en serait le ${sought.cible.genre}`, standing(apercu))}
${confirmForm(sought, proposal, apercu)}</div>`,
  };
}

function consequence(nombre: number): Html {
  const lignes =
    nombre === 1
      ? 'une ligne ultérieure ne tiendrait plus et serait retirée'
      : `${nombre} lignes ultérieures ne tiendraient plus et seraient retirées`;
  return html`<p>Sans ce qui est corrigé, ${lignes} aussi. Si cela a bien eu lieu, enregistrez-le à nouveau ensuite, dans l’ordre.</p>`;
}

/** What the line says otherwise, and the other lines that say the same mistake. */
function changes({ forms, typed: before }: CorrectedLine, { typed, avec }: Proposal): Html {
  const lines = differences(forms.remplacer, { ...before, motifCorrection: '' }, { ...typed, motifCorrection: '' });
  return html`${table<Difference>('Ce qui change', lines, [
    titleColumn('Champ', ({ champ }) => champ),
    column('Avant', ({ un, autre }) => marked(un, autre, 'del')),
    column('Après', ({ un, autre }) => marked(autre, un, 'ins')),
  ])}
${
  avec.length > 0 &&
  html`<fieldset class="aussi-corriger"><legend>Ailleurs aussi : cochez ce qui se corrige du même coup</legend>
${avec.map(({ rang, libelle, date, isChosen }) =>
  option(html`${libelle} <span class="doux">${shortDay(date)}, ligne ${rang}</span>`, {
    type: 'checkbox',
    name: 'avec',
    value: rang,
    form: 'confirmer',
    checked: isChosen,
  }),
)}</fieldset>`
}`;
}

function withdrawn(retires: readonly Retiree[]): Html {
  return captionedTable<Retiree>(
    plural(retires.length, 'ligne retirée avec la correction', 'lignes retirées avec la correction'),
    retires,
    [
      titleColumn(
        'Fait',
        ({ libelle, derive }) => html`${libelle} ${derive && pill('neutre', 'découlait d’un autre fait')}`,
      ),
      column('Survenu le', ({ date }) => shortDay(date)),
      countColumn('Ligne', ({ rang }) => rang),
      column('Pourquoi il ne tient plus', why),
    ],
  );
}

function why({ cause, manque, anterieur }: Retiree): Html | string {
  if (cause === 'echeance') return 'Cette échéance ne tombe plus ce jour-là.';
  if (anterieur) return `Il viendrait avant « ${anterieur.libelle} », du ${toFrenchDays(anterieur.date)}.`;
  if (manque.length === 0) return 'Cela ne serait plus attendu à ce moment.';
  return html`${manque.map(({ libelle }, rang) => html`${rang > 0 && html`<br>`}${toFrenchDays(libelle)}`)}`;
}

function standing({ etats, prochainesEtapes }: Apercu): Html {
  const { quittes, atteints } = etats;
  const toDo = prochainesEtapes.etapes.filter(({ nature }) => nature === 'obligatoire' || nature === 'attente');
  if (quittes.length + atteints.length === 0) return html`<p>Les étapes en cours restent les mêmes.</p>`;
  return html`<div class="avant-apres"><div><h3>Ne serait plus en cours</h3>${listed(quittes)}</div>
<div><h3>Serait en cours</h3>${listed(atteints)}</div>
<div><h3>Resterait à faire</h3>${listed(toDo.map(({ libelle, acteurLibelle }) => `${libelle} (${acteurLibelle.toLowerCase()})`))}</div></div>`;
}

function listed(texts: readonly string[]): Html {
  if (texts.length === 0) return html`<p class="doux">Rien</p>`;
  return html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}

/** The confirmation carries what was shown: the version, and each line that goes. */
function confirmForm(sought: CorrectedLine, { mode, typed }: Proposal, { version, retires }: Apercu): Html {
  const label =
    retires.length === 0
      ? 'Confirmer la correction'
      : `Confirmer et retirer ${plural(retires.length, 'autre ligne', 'autres lignes')}`;
  const weight = retires.length === 0 ? 'principal' : 'danger';
  return actionForm(
    {
      action: correctionPath(sought.cible, sought.rang),
      hidden: { mode, version: `${version}`, ...typed },
      attributes: { id: 'confirmer' },
    },
    html`${retires.map(({ rang }) => hiddenField('retire', rang))}
<div class="boutons">${button(label, weight, { name: 'action', value: 'confirmer', icon: 'coche' })}
${button('Revenir à la saisie', 'second', { name: 'action', value: 'revenir' })}
${linkButton('Ne rien corriger', `${pathOf(sought.cible)}/journal`, 'discret')}</div>`,
  );
}
