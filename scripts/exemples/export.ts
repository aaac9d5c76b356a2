import type { Schemas } from './api.ts';
import type { Client, OperationId, Reponse } from './client.ts';

/** Un dossier avec les siens, tels que l’API les rend : ce dont part le paquet « parcours-igc-hors-ligne ». */
export interface DossierExporte {
  /** `GET dossiers/<id>` */
  dossier: Schemas['Dossier'];
  /** `GET groupements/<id>` ; null s’il n’en a pas, ou si vous ne le voyez pas. */
  groupement: Schemas['Groupement'] | null;
  /** `GET dossiers/<id>/certificats`, toutes les pages. */
  certificats: readonly Schemas['Certificat'][];
}

type Lu<T> = { etat: 'oui'; valeur: T } | { etat: 'inchange' } | Extract<Reponse<OperationId>, { etat: 'non' }>;

/** Reads a dossier, its groupement and its certificates; again when somebody has acted in between. */
export async function exportDossier(client: Client, id: string): Promise<Lu<DossierExporte>> {
  const read = () => client.ask('dossiers.lire', { chemin: { id } });
  for (let dossier = await read(); ; ) {
    if (dossier.etat !== 'oui') return dossier;
    const certificats = await certificatsOf(client, id);
    if (certificats.etat !== 'oui') return certificats;
    const groupement = await groupementOf(client, dossier.valeur.groupementId);
    const again = await read();
    const isStill = again.etat === 'oui' && again.valeur.version === dossier.valeur.version;
    if (isStill) return { etat: 'oui', valeur: { dossier: again.valeur, groupement, certificats: certificats.valeur } };
    dossier = again;
  }
}

async function certificatsOf(client: Client, id: string): Promise<Lu<Schemas['Certificat'][]>> {
  const all: Schemas['Certificat'][] = [];
  for (let apres: string | null = ''; apres !== null; ) {
    const requete: { limite: number; apres?: string } = { limite: 200, ...(apres !== '' && { apres }) };
    const page: Reponse<'dossiers.certificats'> = await client.ask('dossiers.certificats', { chemin: { id }, requete });
    if (page.etat !== 'oui') return page;
    all.push(...page.valeur.certificats);
    apres = page.valeur.suite;
  }
  return { etat: 'oui', valeur: all };
}

async function groupementOf(client: Client, id: string | null): Promise<Schemas['Groupement'] | null> {
  const read = id === null ? null : await client.ask('groupements.lire', { chemin: { id } });
  return read?.etat === 'oui' ? read.valeur : null;
}
