import { tellSource } from '../../../machines/source.ts';
import { acteurs } from '../../../machines/step.ts';
import { attrs, type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choicesOf, lineOf } from '../forms/draw-field.ts';
import { TICKED } from '../forms/typed.ts';
import { type Page, toCorrect } from '../shell/shown.ts';
import { alert, callout, disclosure } from '../ui/blocks.ts';
import { button, hiddenField, linkButton } from '../ui/button.ts';
import { faultBox } from '../ui/field.ts';
import { column, table, titleColumn } from '../ui/table.ts';
import { plural } from '../ui/words.ts';
import type { Site } from './acts.ts';
import { type Column, cellName, TOUS } from './fields.ts';
import { agreed, type BulkAct, type Faults, type Row, type Said } from './rows.ts';

/** Where an act for several is told from: a groupement, the worklist, the certificates of a dossier. */
export interface Place {
  /** Where its forms are posted. */
  action: string;
  /** Where one goes back to. */
  retour: { libelle: string; vers: string };
  /** What they are called there, in the singular. */
  mot: 'site' | 'dossier' | 'certificat';
  /** Which ones an act, and those that follow it, are for: sent unseen. */
  scope: Html;
  /** Whether they were named one by one, rather than kept by a filter. */
  isNamed: boolean;
  /** All that may be told, as they are now; `isScoped` for those of the scope alone. */
  sites(isScoped: boolean): Promise<readonly Site[]>;
}

/** An act that is being told to several. */
export interface Told {
  place: Place;
  act: BulkAct;
  rows: readonly Row[];
  /** How many come after those of the page. */
  left: number;
  said: Said | null;
}

/** What a page of it shows, under the head of where it is told from. */
export type LotContent = Pick<Page, 'title' | 'body' | 'status' | 'hasFaults'>;

/** What the page answers with. */
interface Notes {
  faults?: Faults | undefined;
  notice?: string;
  focus?: string | undefined;
}

/** Those that nobody has named are told of when they are few. */
const FEW = 12;

/** Asks once for what is the same for all, then for what each says itself. */
export function actContent(told: Told, { faults, notice, focus }: Notes = {}): LotContent {
  const { place, act, rows, left } = told;
  const { mot, retour } = place;
  const [shown, others] = [rows.filter(({ refus }) => refus === null), rows.filter(({ refus }) => refus !== null)];
  const common = faults?.common ?? [];
  return {
    title: act.fact.libelle,
    ...toCorrect([...common, ...(faults && faults.cells.size > 0 ? [{ pointeur: '', message: '' }] : [])]),
    body: html`${notice && alert(callout('attention', notice))}
${faults && faults.cells.size > 0 && summary(told, faults)}
<p class="doux lot-quoi">${acteurs[act.fact.acteur]} · ${tellSource(act.fact.source)} · ${plural(shown.length, mot)}${left > 0 && html`, ${left} de plus ensuite`}</p>
${shown.length > 0 && form(told, shown, { faults, focus })}
${shown.length === 0 && callout('attention', `Aucun des ${mot}s choisis n’attend cela en ce moment.`)}
${others.length > 0 && (place.isNamed || others.length <= FEW) && refusals(others, mot)}
${shown.length === 0 && linkButton(retour.libelle, retour.vers, 'second', 'retour')}`,
  };
}

function form(told: Told, shown: readonly Row[], { faults, focus }: Notes): Html {
  const { place, act, said } = told;
  const columns = act.split.columns.length;
  return html`<div class="panneau lot-page">${drawForm(act.split.common, said?.common ?? agreed(shown), {
    action: place.action,
    defaultAction: 'enregistrer',
    hidden: { acte: act.type },
    erreurs: faults?.common ?? [],
    focus: focus ?? null,
    below: html`${place.scope}${columns > 0 && shown.length > 1 && help(place.mot)}${grid(told, shown, faults)}`,
    buttons: html`${button('Enregistrer les lignes cochées', 'principal', { name: 'action', value: 'enregistrer', icon: 'coche' })}
${linkButton('Annuler', place.retour.vers, 'discret')}`,
  })}</div>`;
}

function help(mot: string): Html {
  return html`<p class="aide lot-aide">Ce qui est écrit sur la ligne « Tous les ${mot}s » vaut pour chaque case laissée vide. Un tableau copié dans Excel se colle dans une case : si sa première colonne porte le nom, le FINESS ou le SIRET, chaque ligne va à son ${mot}.</p>`;
}

/** A row a site, a column a field that differs; what is known is filled in. */
function grid(
  { act: { split }, said, place: { isNamed, mot } }: Told,
  rows: readonly Row[],
  faults: Faults | undefined,
): Html {
  const hasReasons = rows.some(({ red }) => red.length > 0);
  const isShared = rows.length > 1 && split.columns.some(({ isShareable }) => isShareable);
  const lines: (Row | null)[] = [...(isShared ? [null] : []), ...rows];
  const at = (row: Row | null, nom: string) =>
    said?.cells.get(row?.key ?? TOUS)?.[nom] ?? (row && !said ? row.known[nom] : undefined) ?? '';
  return html`<div class="lot-table" data-collage>${rows.map(({ key, siteId }) => hiddenField('ligne', `${siteId}:${key}`))}${table<Row | null>(
    `Ce que dit chaque ${mot}`,
    lines,
    [
      { title: 'Enregistrer', kind: 'case', cell: (row) => row && tick(row, said, isNamed) },
      titleColumn(titleOf(mot), (row) => (row ? name(row, faults) : html`Tous les ${mot}s`)),
      ...split.columns.map((field) =>
        column(field.label, (row: Row | null) => {
          if (!row && !field.isShareable) return null;
          const fault = row && faults?.cells.get(row.key)?.get(field.nom);
          return cell(field, row ?? mot, { value: at(row, field.nom), fault });
        }),
      ),
      ...(hasReasons ? [column('Prêt ?', (row: Row | null) => row && reason(row, said, faults))] : []),
    ],
  )}</div>`;
}

/** What may be done without is for whoever is named. */
function tick({ key, nom, sous, version, red, isOptional }: Row, said: Said | null, isNamed: boolean): Html {
  const checked = said ? said.versions.has(key) : red.length === 0 && (isNamed || !isOptional);
  const value = `${key}:${said?.versions.get(key) ?? version}`;
  const own = { type: 'checkbox', name: 'pris', value, checked, 'aria-label': `Enregistrer ${nom} ${sous}` };
  return html`<input${attrs(own)}>`;
}

function name({ key, siteId, nom, sous, cles }: Row, faults: Faults | undefined): Html {
  const fault = faults?.cells.get(key)?.get('');
  return html`<div data-cles="${cles.join('|')}"><a href="/dossiers/${siteId}">${nom}</a><div class="doux petit">${sous}</div>${fault && html`<p class="faute">${fault}</p>`}</div>`;
}

interface Shown {
  value: string;
  fault: string | null | undefined;
}

/** A cell of a row, or of all at once, who are called by a word. */
function cell({ nom, field, label }: Column, row: Row | string, { value, fault }: Shown): Html {
  const isAll = typeof row === 'string';
  const key = isAll ? TOUS : row.key;
  const whose = isAll ? `tous les ${row}s` : `${row.nom}${row.cible.genre === 'certificat' ? `, ${row.sous}` : ''}`;
  const id = cellId(key, nom);
  const own = attrs({
    id,
    name: cellName(key, nom),
    'aria-label': `${label}, ${whose}`,
    'aria-invalid': fault && 'true',
    'aria-describedby': fault && `${id}-faute`,
  });
  return html`${control(field, own, value)}${fault && html`<p class="faute" id="${id}-faute">${fault}</p>`}`;
}

function control(field: Column['field'], own: Html, value: string): Html {
  if (field.kind === 'check')
    return html`<input${own}${attrs({ type: 'checkbox', value: TICKED, checked: value !== '' })}>`;
  if (field.kind === 'choice') return html`<select${own}>${choicesOf(field, '—', value)}</select>`;
  const placeholder = field.type === 'date' && 'JJ/MM/AAAA';
  return html`<input${own}${attrs({ ...lineOf(field), maxlength: field.max, placeholder, value, autocomplete: 'off' })}>`;
}

/** What the ANS would return, and why it goes all the same. */
function reason({ key, nom, red, travail }: Row, said: Said | null, faults: Faults | undefined): Html {
  if (red.length === 0) return html`Oui`;
  const fault = faults?.cells.get(key)?.get('malgre');
  const id = cellId(key, 'malgre');
  const form = `/dossiers/${key}/formulaires/${travail?.imprime.id}`;
  return html`<ul class="points-rouges">${red.map(({ title, text }) => html`<li><strong>${title}.</strong> ${text}</li>`)}</ul>
<p class="petit"><a href="${form}">Corriger dans son formulaire</a></p>
<label class="petit" for="${id}">Ou cochez la ligne, et dites pourquoi quand même<span class="sr"> : ${nom}</span></label>
<input${attrs({ id, name: `malgre.${key}`, maxlength: 500, value: said?.reasons.get(key) ?? '', 'aria-invalid': fault && 'true', 'aria-describedby': fault && `${id}-faute` })}>
${fault && html`<p class="faute" id="${id}-faute">${fault}</p>`}`;
}

function cellId(key: string, nom: string): string {
  return `c-${key}-${nom.replaceAll('.', '-')}`;
}

/** How a column of them is headed. */
export function titleOf(mot: string): string {
  return `${mot[0]?.toUpperCase()}${mot.slice(1)}`;
}

/** All that is wrong in the table, each with a link to its cell. */
function summary({ act: { split }, rows }: Told, { cells }: Faults): Html {
  const titles = new Map(split.columns.map(({ nom, label }) => [nom, label]));
  const said = rows.flatMap(({ key, nom: site }) =>
    [...(cells.get(key) ?? [])].map(([nom, message]) => {
      const what = nom === 'malgre' ? 'pourquoi quand même' : titles.get(nom);
      const where = what ? `${site}, ${what}` : site;
      return html`<li>${nom === '' ? where : html`<a href="#${cellId(key, nom)}">${where}</a>`} : ${message}</li>`;
    }),
  );
  return faultBox('À corriger : rien n’est encore enregistré', html`<ul>${said}</ul>`);
}

function refusals(rows: readonly Row[], mot: string): Html {
  return disclosure(
    plural(rows.length, `${mot} n’attend pas cela`, `${mot}s n’attendent pas cela`),
    html`<ul>${rows.map(({ siteId, nom, refus }) => html`<li><a href="/dossiers/${siteId}">${nom}</a> : ${refus}</li>`)}</ul>`,
  );
}
