import { z } from 'zod';
import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { chartOf, type Etat, type Transition } from '../../diagrams/chart.ts';
import { type Comparaison, compare } from '../../diagrams/comparison.ts';
import type { Ecarts } from '../../diagrams/difference.ts';
import { drawDifference } from '../../diagrams/drawn-difference.ts';
import { type Html, html } from '../../web/html.ts';
import type { Visit } from '../shell/screen.ts';
import type { Shown } from '../shell/shown.ts';
import { callout, disclosure, panel, pill } from '../ui/blocks.ts';
import { filterLine, selectInput } from '../ui/field.ts';
import { column, countColumn, table, titleColumn } from '../ui/table.ts';
import { plural } from '../ui/words.ts';
import { addressOf, framedDrawing, procedurePage, sourceMark } from './frame.ts';

/** What it is compared with: « public-ght@1 ». */
export const OtherQuery = z.object({ a: z.string().max(80).optional().catch(undefined) });
type Asked = z.output<typeof OtherQuery>;

/** The published versions of a procedure, and what changes to another version or procedure. */
export function versionsPage(visit: Visit<Asked>): Promise<Shown> {
  return procedurePage(visit, 'versions', (procedure) => {
    const own = procedures.filter(({ id }) => id === procedure.id);
    const others = procedures.filter((one) => one.genre === procedure.genre && one !== procedure);
    const other = others.find((one) => referenceOf(one) === visit.query.a);
    return {
      isWide: other !== undefined,
      body: html`${panel('Versions publiées', publishedTable(procedure, own))}
${others.length > 0 ? panel('Comparer', chooser(procedure, others, other)) : null}
${other && difference(procedure, other)}`,
    };
  });
}

/** What changes, as a picture. */
export async function drawnDifference({ params, query }: Visit<Asked>): Promise<Shown> {
  const { id = '' } = params;
  const [one, other] = [findProcedure(id), procedures.find((known) => referenceOf(known) === query.a)];
  if (!one || !other) return { refusal: { code: 'introuvable', objet: 'procedure', id: one ? (query.a ?? '') : id } };
  return { content: await drawDifference(one, other), type: 'image/svg+xml; charset=utf-8' };
}

function referenceOf({ id, version }: Pick<Procedure, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

function publishedTable(procedure: Procedure, own: readonly Procedure[]): Html {
  return html`${table<Procedure>('Versions de cette procédure', own.toReversed(), [
    titleColumn('Version', ({ version }) => `Version ${version}`),
    column('Rôle', (one) =>
      one.version === procedure.version ? pill('bien', 'Pour les nouveaux dossiers') : 'Dossiers ouverts avant',
    ),
    countColumn('Étapes', (one) => chartOf(one).etats.filter(({ acteur }) => acteur).length),
    countColumn('Transitions', (one) => chartOf(one).transitions.length),
    column('§', ({ source }) => sourceMark(source)),
  ])}<p class="petit doux">Une version publiée ne change plus : un dossier garde celle avec laquelle il a été ouvert.</p>`;
}

function chooser(procedure: Procedure, others: readonly Procedure[], other: Procedure | undefined): Html {
  const options = others.map((one) => [referenceOf(one), `${one.titre}, version ${one.version}`] as const);
  const label = `Comparer « ${procedure.titre} » avec`;
  const select = selectInput({ id: 'a', label, options, chosen: other && referenceOf(other) });
  return filterLine(addressOf(procedure, 'versions'), select, 'Comparer');
}

function difference(one: Procedure, other: Procedure): Html {
  const told = compare(one, other);
  if (told.identiques) return callout('bien', 'Aucune différence : mêmes étapes, mêmes faits, mêmes conditions.');
  return html`<div class="apres">${panel(
    `De « ${one.titre} » à « ${other.titre} »`,
    html`${framedDrawing(`${addressOf(one)}/difference.svg?a=${referenceOf(other)}`, 'Ce qui change, marqué sur le dessin ; les listes plus bas disent la même chose.', { ample: true })}
${changes('Étapes', told.etats, ({ libelle }) => libelle)}
${changes('Transitions', told.transitions, wordsOf(one, other))}
${sequences(told)}`,
  )}</div>`;
}

function changes<T extends Etat | Transition>(titre: string, ecarts: Ecarts<T>, name: (one: T) => string): Html {
  const { ajoutes, retires, modifies } = ecarts;
  const all = ajoutes.length + retires.length + modifies.length;
  if (all === 0) return html`<h3>${titre}</h3><p class="doux">Rien ne change.</p>`;
  return html`<h3>${titre}</h3>${listed('Ajouté', ajoutes, name)}${listed('Retiré', retires, name)}${
    modifies.length > 0 &&
    disclosure(
      plural(modifies.length, 'dit autrement', 'dits autrement'),
      html`<ul>${modifies.map(
        ({ apres, changements }) =>
          html`<li>${name(apres)}<ul>${changements.map(
            ({ champ, avant, apres: now }) =>
              html`<li><span class="doux">${champ} :</span> ${inFrench(avant)} → ${inFrench(now)}</li>`,
          )}</ul></li>`,
      )}</ul>`,
    )
  }`;
}

function listed<T>(mot: string, some: readonly T[], name: (one: T) => string): Html | null {
  if (some.length === 0) return null;
  const names = [...new Set(some.map(name))];
  return disclosure(`${mot} : ${names.length}`, html`<ul>${names.map((one) => html`<li>${one}</li>`)}</ul>`, {
    isOpen: names.length < 8,
  });
}

function wordsOf(...both: readonly Procedure[]) {
  const libelles = new Map(both.flatMap((one) => chartOf(one).etats.map(({ id, libelle }) => [id, libelle])));
  return ({ libelle, de, vers }: Transition) =>
    `${libelle} : ${libelles.get(de) ?? de} → ${libelles.get(vers) ?? vers}`;
}

function inFrench(value: string | boolean | null): string {
  if (value === null || value === '') return 'rien';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return value;
}

/** The shortest facts that one takes and the other refuses. */
function sequences({ suites, de, a }: Comparaison): Html | null {
  const titleOf = (reference: string) =>
    [de, a].find(({ procedure }) => reference.startsWith(`${procedure}@`))?.titre ?? reference;
  const told = suites.filter(({ faits }) => faits !== null && faits.length > 0);
  if (told.length === 0) return null;
  return html`<h3>Le plus court qui les sépare</h3>${told.map(
    ({ accepte, refuse, faits }) =>
      html`<p>« ${titleOf(accepte)} » l’accepte, « ${titleOf(refuse)} » refuse le dernier fait :</p><ol>${faits?.map(
        ({ libelle, acteur }) => html`<li>${libelle}${acteur && html` <span class="doux petit">${acteur}</span>`}</li>`,
      )}</ol>`,
  )}`;
}
