import { factsFilling } from '../../../../machines/etablissement/events.ts';
import { PARTIES, type Piece as PieceDe } from '../../../../machines/event.ts';
import { type FormulaireId, formulaires } from '../../../../machines/formulaires/index.ts';
import { findFact } from '../../../../machines/index.ts';
import { correctedLines, standingLines } from '../../../engine/history/corrections.ts';
import type { Ligne } from './case.ts';

/** Something that was filled in, signed, sent or answered, as the journal kept it. */
export interface Piece {
  rang: number;
  /** « remplie », « transmis à l’ANS par courriel ». */
  fait: string;
  date: string;
  enregistreLe: string;
  auteur: string;
  /** Whether what was typed is kept and may be read again. */
  estLisible: boolean;
  /** Whether a later correction withdrew or replaced it. */
  estCorrige: boolean;
}

/** The pieces of one form. */
export interface Pieces {
  id: string;
  titre: string;
  pieces: Piece[];
}

/** The forms of a dossier in the order of the procedure, each with what became of it, oldest first; none that nothing was said of. */
export function documentsOf(lines: readonly Ligne[]): Pieces[] {
  const corrected = correctedLines(lines);
  const told = lines.flatMap((line) => {
    const piece = pieceIn(line);
    return piece ? [{ line, piece }] : [];
  });
  const byForm = Map.groupBy(told, ({ piece }) => piece.formulaire);
  return (Object.keys(formulaires) as FormulaireId[]).flatMap((id) => {
    const some = byForm.get(id) ?? [];
    if (some.length === 0) return [];
    return [{ id, titre: nameOfForm(id), pieces: some.map(({ line, piece }) => pieceOf(line, piece, corrected)) }];
  });
}

function pieceIn({ type }: Ligne): PieceDe | null {
  return findFact(type)?.piece ?? null;
}

/** « Formulaire 413 : Demande de certificats logiciels »; null for a fact that is of no form. */
export function formOfLine(line: Ligne): string | null {
  const piece = pieceIn(line);
  return piece && nameOfForm(piece.formulaire);
}

/** At the sending of a form that is told part by part, the last line that filled in each; none at another line. */
export function partsSent(lines: readonly Ligne[], sent: Ligne): Ligne[] {
  const piece = pieceIn(sent);
  if (piece?.contenu !== PARTIES) return [];
  const before = standingLines(lines).filter(({ rang }) => rang < sent.rang);
  return factsFilling(piece.formulaire).flatMap(({ type }) => before.filter((line) => line.type === type).slice(-1));
}

function nameOfForm(id: FormulaireId): string {
  const { titre, numero } = formulaires[id];
  return numero === null ? titre : `Formulaire ${numero} : ${titre}`;
}

function pieceOf(line: Ligne, { libelle, contenu }: PieceDe, corrected: ReadonlyMap<number, unknown>): Piece {
  const { rang, date, enregistreLe, auteur, saisie } = line;
  return {
    rang,
    date,
    enregistreLe,
    auteur,
    fait: libelle,
    estCorrige: corrected.has(rang),
    estLisible: contenu === PARTIES || (contenu !== undefined && saisie !== null && contenu in JSON.parse(saisie)),
  };
}
