import { type Depot, readDepot, type TypeDepot } from '../../../engine/history/beside.ts';
import type { Services } from '../../../services.ts';
import { type Cible, type Given, type Ligne, linesAfter } from './case.ts';

/** A document of a case. */
export type DocumentGarde = Given<ReturnType<Services['documentsOf']>>[number];

/** A piece as its line tells it. */
export interface PieceDite extends Depot {
  rang: number;
}

/** Whether a line deposits a piece: mails have their own tab. */
export function isOfPiece({ type }: Pick<Ligne, 'type'>): boolean {
  return type === ('document.depose' satisfies TypeDepot);
}

/** A piece of the dossier that was said to prove something since is where it proves it. */
export function atTheirPlace<Piece extends Pick<Depot, 'document' | 'prouve'>>(pieces: readonly Piece[]): Piece[] {
  const proving = new Set(pieces.filter(({ prouve }) => prouve !== null).map(({ document }) => document));
  return pieces.filter(({ document, prouve }) => prouve !== null || !proving.has(document));
}

/** The pieces that prove nothing yet, as the lines of a dossier tell them. */
export function waitingIn(lines: readonly Ligne[]): PieceDite[] {
  const pieces = lines.filter(isOfPiece).flatMap((line) => {
    const depot = readDepot(line);
    return depot ? [{ ...depot, rang: line.rang }] : [];
  });
  return atTheirPlace(pieces).filter(({ prouve }) => prouve === null);
}

/** The same of a case that is not read yet; none of what is no dossier. */
export async function waitingPieces(services: Services, cible: Cible): Promise<PieceDite[]> {
  return cible.genre === 'dossier' ? waitingIn(await linesAfter(services, cible, 0)) : [];
}
