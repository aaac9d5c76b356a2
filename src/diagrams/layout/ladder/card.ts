import { tellSource } from '../../../../machines/source.ts';
import { natures } from '../../../../machines/step.ts';
import type { Etat } from '../../chart.ts';
import type { Box } from '../geometry.ts';
import { Column, pour, type SetLine, widthOf, wrap } from '../text/lines.ts';
import { type Notes, shortened, wordsOf } from '../words.ts';
import type { Origin, Row } from './rows.ts';

/** Every card of a ladder is as wide. */
export const CARD_WIDTH = 240;
/** The actor's mark. */
export const INSIGNE = { width: 30, height: 15 };
const PADDING = 8;
const LOOP_INDENT = 13;
const LIBRE = { width: 60, height: 11 };

/** What stands in a box, from its top left corner; an exit is where the arrow of a row leaves, at that height. */
export interface Card extends Pick<Box, 'texts' | 'insignes' | 'signes' | 'libre'> {
  height: number;
  exits: { row: Row; y: number }[];
}

/** A step: who, what, where it is written, then what may happen there. */
export function stepCard(
  etat: Etat,
  named: { numero: string; around: string },
  rows: readonly Row[],
  notes: Notes,
): Card {
  const inner = CARD_WIDTH - 2 * PADDING;
  const beside = INSIGNE.width + 6;
  const column = new Column({ x: PADDING, y: 5 });
  column.add(wrap(shortened(etat.libelle), 'etape', inner - beside), beside);
  column.bottom = Math.max(column.bottom, 6 + INSIGNE.height);
  const detail = pour(detailOf(etat, named), 'detail', inner);
  const isFull = widthOf(detail.at(-1)?.text ?? '', 'detail') + LIBRE.width > inner;
  column.add(isFull ? [...detail, { text: '', style: 'detail' }] : detail);
  const libre = { x: CARD_WIDTH - LIBRE.width - 4, y: Math.round(column.bottom) - LIBRE.height, ...LIBRE };
  if (rows.length > 0) column.space(4);
  if (etat.genre === 'finale' && rows.length === 0) column.space(2);
  return {
    ...listed(column, rows, inner, notes),
    insignes: etat.acteur ? [{ acteur: etat.acteur, x: PADDING, y: 5 }] : [],
    libre,
  };
}

/** What a step is drawn as: one that failed is not drawn as acquired. */
export function shownAs({ nature, echec }: Etat): Box['nature'] {
  return echec ? 'echec' : nature;
}

/** The name of a state that holds others. */
export function phaseTitle({ libelle, source }: Etat): SetLine[] {
  return wrap(`${libelle}\u00a0·\u00a0${tellSource(source)}`, 'phase', CARD_WIDTH - 2 * PADDING);
}

/** A state that holds others, and what leaves it wherever one stands in it. */
export function titleCard(title: SetLine[], rows: readonly Row[], notes: Notes, width = CARD_WIDTH): Card {
  const column = new Column({ x: PADDING, y: 5 });
  column.add(title);
  return { ...listed(column, rows, width - 2 * PADDING, notes), insignes: [], libre: null };
}

/** What may happen in many steps, under whence. */
export function originCard(origins: readonly Origin[], notes: Notes, width = CARD_WIDTH): Card {
  const inner = width - 2 * PADDING;
  const column = new Column({ x: PADDING, y: 5 });
  const parts = origins.map(({ depuis, rows }, rank) => {
    if (rank > 0) column.space(4);
    column.add(pour(depuis, 'detail', inner));
    return listed(column, rows, inner, notes);
  });
  return {
    texts: column.texts,
    insignes: [],
    libre: null,
    signes: parts.flatMap(({ signes }) => signes),
    exits: parts.flatMap(({ exits }) => exits),
    height: Math.ceil(column.bottom) + 5,
  };
}

function listed(column: Column, rows: readonly Row[], inner: number, notes: Notes) {
  const signes: Card['signes'] = [];
  const exits: Card['exits'] = [];
  for (const row of rows) {
    const indent = row.vers === null ? LOOP_INDENT : 0;
    const { top, bottom } = column.add(wordsOf(row.transitions, inner - indent, notes), indent);
    if (row.vers === null) signes.push({ signe: 'boucle', x: PADDING, y: Math.round(top + 2) });
    else exits.push({ row, y: Math.round((top + bottom) / 2) });
    column.space(0.5);
  }
  const texts = column.texts.filter(({ text }) => text !== '');
  return { texts, signes, exits, height: Math.ceil(column.bottom) + 5 };
}

/** « 8.3 · obligatoire · formulaire 413 · §5 étape 1 »; the passage is told where it is not that of the state around. */
function detailOf(
  { nature, formulaire, source }: Etat,
  { numero, around }: { numero: string; around: string },
): string {
  const form = formulaire?.replace('formulaire-', 'formulaire ').replace('contrat-structure', 'contrat de structure');
  const passage = source === around ? null : tellSource(source);
  return [numero, nature && natures[nature].toLowerCase(), form, passage].filter(Boolean).join(' · ');
}
