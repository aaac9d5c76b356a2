import type { Client } from './client.ts';
import type { Site } from './sites.ts';

/** What every case of the service says of itself. */
export interface Opened {
  id: string;
  procedure: string;
  statut: string;
  liens: { soi: string; faits: string; prochainesEtapes: string };
}

/** A dossier of one establishment. */
export interface Dossier extends Opened {
  etablissement: Site;
  groupementId: string | null;
}

/** The dossier already open for an establishment. */
export async function findDossier(
  client: Client,
  { siret, finess }: Pick<Site, 'siret' | 'finess'>,
): Promise<Dossier | undefined> {
  const filter = finess ? `finess=${finess}` : `siret=${siret}`;
  const { dossiers } = await client.get<{ dossiers: Dossier[] }>(`/api/v1/dossiers?${filter}`);
  return dossiers.find(({ etablissement, statut }) => statut !== 'abandonne' && etablissement.finess === finess);
}

/** Opens a dossier, alone or under a groupement. */
export function openDossier(
  client: Client,
  procedure: string,
  etablissement: Site,
  groupementId: string | null = null,
): Promise<Dossier> {
  return client.post('/api/v1/dossiers', { procedure, etablissement, groupementId });
}

/** Opens a GHT or a private group. */
export function openGroupement(client: Client, nom: string, genre: 'ght' | 'groupe-prive'): Promise<Opened> {
  return client.post('/api/v1/groupements', { nom, genre });
}
