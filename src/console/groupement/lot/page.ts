import { tellSource } from '../../../../machines/source.ts';
import { acteurs } from '../../../../machines/step.ts';
import { attrs, type Html, html } from '../../../web/html.ts';
import { drawForm } from '../../forms/draw.ts';
import { TICKED } from '../../forms/typed.ts';
import { toCorrect } from '../../shell/screen.ts';
import { alert, callout, disclosure } from '../../ui/blocks.ts';
import { button, hiddenField, linkButton } from '../../ui/button.ts';
import { optionsOf } from '../../ui/field.ts';
import { table } from '../../ui/table.ts';
import { plural } from '../../ui/words.ts';
import type { Content } from '../frame.ts';
import { type Column, cellName, TOUS } from './fields.ts';
import type { BulkAct, Row } from './rows.ts';
import { agreed, type Faults, type Said } from './said.ts';

/** An act that is being told to several sites. */
export interface Told {
  /** Where the groupement is. */
  base: string;
  act: BulkAct;
  rows: readonly Row[];
  /** How many sites come after those of the page. */
  left: number;
  said: Said | null;
  scope: Scope;
}

/** The sites that an act, and those that follow it, are for. */
export interface Scope {
  /** Those that were named; none for all that the filter keeps. */
  sites: readonly string[];
  filtre: string;
  q: string;
}

/** The same, sent unseen. */
export function scopeFields({ sites, filtre, q }: Scope): Html {
  return html`${hiddenField('filtre', filtre)}${hiddenField('q', q)}${sites.map((id) => hiddenField('site', id))}`;
}

/** What the page answers with. */
interface Notes {
  faults?: Faults | undefined;
  notice?: string;
  focus?: string | undefined;
}

/** Sites that nobody has named are told of when they are few. */
const FEW = 12;

/** Asks once for what is the same for all, then for what each site says itself. */
export function actContent(told: Told, { faults, notice, focus }: Notes = {}): Content {
  const { base, act, rows, left } = told;
  const [shown, others] = [rows.filter(({ refus }) => refus === null), rows.filter(({ refus }) => refus !== null)];
  const common = faults?.common ?? [];
  return {
    title: act.fact.libelle,
    ...toCorrect([...common, ...(faults && faults.cells.size > 0 ? [{ pointeur: '', message: '' }] : [])]),
    body: html`${notice && alert(callout('attention', notice))}
${faults && faults.cells.size > 0 && summary(told, faults)}
<p class="doux lot-quoi">${acteurs[act.fact.acteur]} · ${tellSource(act.fact.source)} · ${plural(shown.length, 'site')}${left > 0 && html`, ${left} de plus ensuite`}</p>
${shown.length > 0 && form(told, shown, { faults, focus })}
${shown.length === 0 && callout('attention', 'Aucun des sites choisis n’attend cela en ce moment.')}
${others.length > 0 && (told.scope.sites.length > 0 || others.length <= FEW) && refusals(others)}
${shown.length === 0 && linkButton('Revenir aux sites', base, 'second', 'retour')}`,
  };
}

function form(told: Told, shown: readonly Row[], { faults, focus }: Notes): Html {
  const { base, act, said } = told;
  const columns = act.split.columns.length;
  return html`<div class="panneau lot-page">${drawForm(act.split.common, said?.common ?? agreed(shown), {
    action: `${base}/lot`,
    defaultAction: 'enregistrer',
    hidden: { acte: act.type },
    erreurs: faults?.common ?? [],
    focus: focus ?? null,
    below: html`${scopeFields(told.scope)}${columns > 0 && shown.length > 1 && help()}${grid(told, shown, faults)}`,
    buttons: html`${button('Enregistrer les lignes cochées', 'principal', { name: 'action', value: 'enregistrer', icon: 'coche' })}
${linkButton('Annuler', base, 'discret')}`,
  })}</div>`;
}

function help(): Html {
  return html`<p class="aide lot-aide">Ce qui est écrit sur la ligne « Tous les sites » vaut pour chaque case laissée vide. Un tableau copié dans Excel se colle dans une case : si sa première colonne porte le nom, le FINESS ou le SIRET, chaque ligne va à son site.</p>`;
}

/** A row a site, a column a field that differs; what is known is filled in. */
function grid({ act: { split }, said, scope }: Told, rows: readonly Row[], faults: Faults | undefined): Html {
  const hasReasons = rows.some(({ red }) => red.length > 0);
  const isShared = rows.length > 1 && split.columns.some(({ isShareable }) => isShareable);
  const lines: (Row | null)[] = [...(isShared ? [null] : []), ...rows];
  const at = (row: Row | null, nom: string) =>
    said?.cells.get(row?.key ?? TOUS)?.[nom] ?? (row && !said ? row.known[nom] : undefined) ?? '';
  return html`<div class="lot-table" data-collage>${rows.map(({ key }) => hiddenField('ligne', key))}${table<Row | null>(
    {
      caption: 'Ce que dit chaque site',
      isHidden: true,
      lines,
      columns: [
        { title: 'Enregistrer', kind: 'case', cell: (row) => row && tick(row, said, scope.sites.length > 0) },
        { title: 'Site', kind: 'titre', cell: (row) => (row ? name(row, faults) : html`Tous les sites`) },
        ...split.columns.map((column) => ({
          title: column.label,
          cell: (row: Row | null) =>
            row || column.isShareable
              ? cell(column, row, {
                  value: at(row, column.nom),
                  fault: row && faults?.cells.get(row.key)?.get(column.nom),
                })
              : null,
        })),
        ...(hasReasons ? [{ title: 'Prêt ?', cell: (row: Row | null) => row && reason(row, said, faults) }] : []),
      ],
    },
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

function cell({ nom, field, label }: Column, row: Row | null, { value, fault }: Shown): Html {
  const whose = row ? `${row.nom}${row.cible.genre === 'certificat' ? `, ${row.sous}` : ''}` : 'tous les sites';
  const id = cellId(row?.key ?? TOUS, nom);
  const own = attrs({
    id,
    name: cellName(row?.key ?? TOUS, nom),
    'aria-label': `${label}, ${whose}`,
    'aria-invalid': fault && 'true',
    'aria-describedby': fault && `${id}-faute`,
  });
  return html`${control(field, own, value)}${fault && html`<p class="faute" id="${id}-faute">${fault}</p>`}`;
}

function control(field: Column['field'], own: Html, value: string): Html {
  if (field.kind === 'check')
    return html`<input${own}${attrs({ type: 'checkbox', value: TICKED, checked: value !== '' })}>`;
  if (field.kind === 'choice') {
    const none = field.none === null ? [] : ([['aucun', field.none]] as const);
    const options = [
      ['', '—'],
      ...none,
      ...field.options.map(({ value: code, label }) => [code, label] as const),
    ] as const;
    return html`<select${own}>${optionsOf(options, value)}</select>`;
  }
  const isDay = field.type === 'date';
  return html`<input${own}${attrs({ type: isDay ? 'text' : field.type, inputmode: field.inputmode, maxlength: field.max, placeholder: isDay && 'JJ/MM/AAAA', value, autocomplete: 'off' })}>`;
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
  return html`<div class="fautes" role="alert" tabindex="-1" autofocus><h2>À corriger : rien n’est encore enregistré</h2><ul>${said}</ul></div>`;
}

function refusals(rows: readonly Row[]): Html {
  return disclosure(
    plural(rows.length, 'site n’attend pas cela', 'sites n’attendent pas cela'),
    html`<ul>${rows.map(({ siteId, nom, refus }) => html`<li><a href="/dossiers/${siteId}">${nom}</a> : ${refus}</li>`)}</ul>`,
  );
}
