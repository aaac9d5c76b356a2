import type { Services } from '../../../services.ts';
import { type CaseRead, type Etape, readCase } from './case.ts';
import { certificatesOf } from './lines.ts';

/** One certificate of a dossier, as a list shows it. */
export interface CertificatLu {
  id: string;
  usage: string;
  /** « Alix Durand ». */
  beneficiaire: string;
  qualite: string;
  statut: string;
  /** Where it stands, in the machine’s words. */
  etat: string;
  depuis: string;
  /** Its last day (YYYY-MM-DD); null before it is withdrawn. */
  fin: string | null;
  ouvertLe: string;
  remplace: string | null;
  prochaine: Etape | null;
}

const qualites: Readonly<Record<string, string>> = {
  pharmacien: 'Pharmacien',
  medecin: 'Médecin',
  agentAdmission: 'Agent d’admission',
};

/** The certificates of a dossier, oldest first. */
export async function readCertificates(services: Services, { cible }: CaseRead): Promise<CertificatLu[]> {
  const rows = await certificatesOf(services, cible);
  const read = await Promise.all(rows.map(({ id }) => readCase(services, { genre: 'certificat', id })));
  return read.flatMap((one) => (one.ok ? [toCertificate(one.value)] : []));
}

/** What is known of a certificate. */
export function toCertificate({ row, fiche, etat, suite, procedure }: CaseRead): CertificatLu {
  const { usage, beneficiaire, remplace } = fiche as {
    usage: string;
    beneficiaire: { nom: string; prenom: string; qualite: string };
    remplace: string | null;
  };
  const [vie = ''] = Object.keys(etat?.depuis ?? {}).filter((path) => path.startsWith('vie.'));
  const node = procedure?.machine.root.states['vie']?.states[vie.slice('vie.'.length)];
  const { libelle = 'En quarantaine' } = (node?.meta ?? {}) as { libelle?: string };
  const { fin = null } = (etat?.snapshot.context ?? {}) as { fin?: string | null };
  return {
    ...{ id: row.id, usage, statut: row.statut, etat: libelle, fin, remplace, ouvertLe: row.ouvertLe },
    beneficiaire: `${beneficiaire.prenom} ${beneficiaire.nom}`,
    qualite: qualites[beneficiaire.qualite] ?? beneficiaire.qualite,
    depuis: etat?.depuis[vie] ?? row.ouvertLe.slice(0, 10),
    prochaine: suite?.etapes[0] ?? null,
  };
}
