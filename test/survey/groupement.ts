import { DossierOuvert } from '../../src/engine/opening.ts';
import type { Services } from '../../src/services.ts';
import { given } from '../http/people.ts';
import { numbersOf } from './files.ts';

export const act = { auteur: 'essai', version: null };

/** A GHT with the sites of those ranks; gives its id and theirs. */
export async function groupementOf(services: Services, ranks: readonly number[]) {
  const opening = { nom: 'GHT du Haut-Bugey', genre: 'ght' } as const;
  const groupement = given(await services.openGroupement(opening, act)).row.id;
  const sites: string[] = [];
  for (const rank of ranks) sites.push(await openSite(services, rank, groupement));
  return { groupement, sites };
}

/** A site of a GHT, or of none. */
export async function openSite(services: Services, rank: number, groupementId: string | null): Promise<string> {
  const procedure = groupementId === null ? 'prive-mono-site' : 'public-ght';
  const opening = { procedure, groupementId, etablissement: establishment(rank) };
  return given(await services.openDossier(DossierOuvert.parse(opening), act)).row.id;
}

/** An establishment by its rank. */
function establishment(rank: number) {
  return { denomination: `Site ${rank}`, ...numbersOf(rank), codePostal: '01130', commune: 'Nantua' };
}
