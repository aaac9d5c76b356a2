import type { Services } from '../../../services.ts';
import type { Cible, Given } from './case.ts';

/** A document of a case. */
export type DocumentGarde = Given<ReturnType<Services['documentsOf']>>[number];

/** A piece of the dossier that was said to prove something since is where it proves it. */
export function atTheirPlace(pieces: readonly DocumentGarde[]): DocumentGarde[] {
  const proving = new Set(pieces.filter(({ prouve }) => prouve !== null).map(({ document }) => document));
  return pieces.filter(({ document, prouve }) => prouve !== null || !proving.has(document));
}

/** The pieces of a dossier that prove nothing yet. */
export async function waitingPieces(services: Services, { genre, id }: Cible): Promise<DocumentGarde[]> {
  if (genre !== 'dossier') return [];
  const found = await services.documentsOf({ genre, id });
  return found.ok ? atTheirPlace(found.value).filter(({ prouve }) => prouve === null) : [];
}
