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

type Non = Extract<Reponse<OperationId>, { etat: 'non' }>;
type Lu<T> = { etat: 'oui'; valeur: T } | { etat: 'inchange' } | Non;

/** How often a dossier is read again because somebody has acted in between. */
const AT_MOST = 10;

/** Reads a dossier, its groupement and its certificates; again when somebody has acted in between, a few times. */
export async function exportDossier(client: Client, id: string): Promise<Lu<DossierExporte>> {
  const read = () => client.ask('dossiers.lire', { chemin: { id } });
  let dossier = await read();
  for (let time = 0; time < AT_MOST; time++) {
    if (dossier.etat !== 'oui') return dossier;
    const certificats = await certificatsOf(client, id);
    if (certificats.etat !== 'oui') return certificats;
    const groupement = await groupementOf(client, dossier.valeur.groupementId);
    if (groupement.etat !== 'oui') return groupement;
    const again = await read();
    if (again.etat === 'oui' && again.valeur.version === dossier.valeur.version) {
      const { valeur } = again;
      return {
        etat: 'oui',
        valeur: { dossier: valeur, groupement: groupement.valeur, certificats: certificats.valeur },
      };
    }
    dossier = again;
  }
  return moving;
}

const moving: Non = {
  etat: 'non',
  probleme: {
    type: 'about:blank',
    status: 0,
    code: 'sans-reponse',
    title: 'Dossier en mouvement',
    detail: `Ce dossier a changé ${AT_MOST} fois de suite pendant qu’il se lisait : réessayez dans un instant.`,
  },
};

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

async function groupementOf(client: Client, id: string | null): Promise<Lu<Schemas['Groupement'] | null>> {
  if (id === null) return { etat: 'oui', valeur: null };
  const read = await client.ask('groupements.lire', { chemin: { id } });
  const isUnseen = read.etat === 'non' && UNSEEN.includes(read.probleme.code);
  return isUnseen ? { etat: 'oui', valeur: null } : read;
}

/** What whoever does not see a groupement is told of it. */
const UNSEEN: readonly string[] = ['introuvable', 'droit-insuffisant'];
