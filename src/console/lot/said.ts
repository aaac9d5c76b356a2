import { type Erreur, toErreurs } from '../../result.ts';
import type { Champs } from '../../web/form.ts';
import { fieldAt } from '../forms/field.ts';
import { readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { reasonFault } from '../formulaires/anyway.ts';
import { control } from '../formulaires/control.ts';
import type { Point } from '../formulaires/returns.ts';
import { cellName, TOUS, typedFor } from './fields.ts';
import type { BulkAct, Row } from './rows.ts';

/** What was typed, once the page of the act was shown. */
export interface Said {
  common: Typed;
  /** Of each row by its key, and of all those that leave a cell empty. */
  cells: ReadonlyMap<string, Typed>;
  /** The rows that are ticked, with their versions as they were shown. */
  versions: ReadonlyMap<string, number>;
  /** Why what the checklist holds back goes all the same, by row. */
  reasons: ReadonlyMap<string, string>;
}

/** The rows that the page shows, each with its dossier: « dossier:certificat », sent unseen. */
export function shownIn(body: Champs): ReadonlyMap<string, string> {
  const pairs = body.tous('ligne').map((text) => text.split(':'));
  return new Map(pairs.map(([siteId = '', key = '']) => [key, siteId]));
}

/** Reads it; null while the page was not shown yet. */
export function saidIn(body: Champs, { split }: BulkAct): Said | null {
  if (body.get('action') === undefined) return null;
  const keys = [TOUS, ...shownIn(body).keys()];
  const cells = keys.map((key): [string, Typed] => {
    const typed = split.columns.map(({ nom }) => [nom, body.get(cellName(key, nom))?.trim() ?? '']);
    return [key, Object.fromEntries(typed)];
  });
  const pairs = body.tous('pris').map((text) => text.split(':'));
  return {
    common: typedOf(body, split.common),
    cells: new Map(cells),
    versions: new Map(pairs.map(([id = '', version]) => [id, Number(version)])),
    reasons: new Map(keys.map((key) => [key, body.get(`malgre.${key}`)?.trim() ?? ''])),
  };
}

/** What all the rows know the same of; what only some of them say is written on none of the others. */
export function agreed([first, ...others]: readonly Row[]): Typed {
  const known = Object.entries(first?.known ?? {});
  return Object.fromEntries(known.filter(([nom, value]) => others.every((other) => other.known[nom] === value)));
}

/** What one row says of its form: its own, else what is said for all; where all are left to their own, what it knows. */
function typedOfRow({ split }: BulkAct, said: Said, { key, known }: Row, same: Typed): Typed {
  const mine = said.cells.get(key) ?? {};
  const all = said.cells.get(TOUS) ?? {};
  const own = Object.fromEntries(split.columns.map(({ nom }) => [nom, mine[nom] || all[nom] || '']));
  const common = Object.entries(said.common).map(([nom, value]) => {
    return [nom, value === '' && same[nom] === undefined ? (known[nom] ?? '') : value];
  });
  return typedFor(split, known, { common: Object.fromEntries(common), own });
}

/** What is told to a row, and what is wrong with it. */
export interface Line {
  row: Row;
  input: Record<string, unknown> & { type: string };
  erreurs: Erreur[];
  red: readonly Point[];
}

/** Reads what a row is told; `same` is what all of them know. */
export function lineOf(act: BulkAct, said: Said, row: Row, same: Typed): Line {
  const input = { ...readTyped(act.split.whole, typedOfRow(act, said, row, same)), type: act.type };
  if (row.refus !== null) return { row, input, erreurs: [], red: [] };
  const { error } = act.fact.schema.safeParse(input);
  const erreurs = error ? toErreurs(error) : [];
  const saisie = (input as { saisie?: Record<string, unknown> }).saisie;
  const red = row.travail && saisie && erreurs.length === 0 ? redIn(row, saisie) : row.red;
  return { row, input, erreurs, red };
}

/** What the ANS would return of a form that is sent as it is typed here. */
function redIn({ travail }: Row, saisie: Record<string, unknown>): Point[] {
  if (!travail) return [];
  const { imprime, affaire, jour } = travail;
  return control({ imprime, affaire, saisie, jour }).filter(({ etat }) => etat === 'faute');
}

/** What is to be corrected: at the fields of all, and by the cells of each row; the cell '' is the row itself. */
export interface Faults {
  common: readonly Erreur[];
  cells: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What is to be corrected: at the fields of all, and at those of each row; null for nothing. */
export function faultsOf({ split }: BulkAct, said: Said, lines: readonly Line[]): Faults | null {
  const common = new Map<string, Erreur>();
  const cells = new Map<string, Map<string, string>>();
  for (const { row, erreurs, red } of lines) {
    const own = new Map<string, string>();
    for (const erreur of erreurs) {
      const nom = erreur.pointeur.slice(1).replaceAll('/', '.');
      const column = split.columns.find((one) => one.nom === nom || one.nom.startsWith(`${nom}.`));
      if (column) own.set(column.nom, erreur.message);
      else if (fieldAt(split.common.root, nom)) common.set(erreur.pointeur, erreur);
      else own.set('', erreur.message);
    }
    const why = red.length > 0 ? reasonFault(said.reasons.get(row.key) ?? '') : null;
    if (why !== null) own.set('malgre', why);
    if (own.size > 0) cells.set(row.key, own);
  }
  return common.size + cells.size > 0 ? { common: [...common.values()], cells } : null;
}
