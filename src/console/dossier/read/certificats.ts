import { qualites } from '../../../../machines/certificat/demande.ts';
import type { CertificatOuvert } from '../../../../machines/effect.ts';
import { dayOf } from '../../../days.ts';
import type { Services } from '../../../services.ts';
import { type CaseRead, type Cible, type Etape, readCase } from './case.ts';

/** How many are read for a page. */
const PAGE = 50;

/** One certificate of a dossier, as a list shows it. */
export interface CertificatLu {
  id: string;
  usage: CertificatOuvert['usage'];
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

/** Some certificates of a dossier, and which page of how many they are. */
interface CertificatsPage {
  certificats: CertificatLu[];
  page: number;
  last: number;
  total: number;
}

/** How many certificates a dossier has, ended or not; none of any other case. */
export function countCertificates(services: Services, { genre, id }: Cible): Promise<number> {
  if (genre !== 'dossier') return Promise.resolve(0);
  return services.count({ genre: 'certificat', parentId: id, limite: 1 }, Number.MAX_SAFE_INTEGER);
}

/** A page of the certificates of a dossier, oldest first; the last one where there are not so many. */
export async function readCertificates(
  services: Services,
  { cible }: CaseRead,
  asked: number,
): Promise<CertificatsPage> {
  const total = await countCertificates(services, cible);
  const derniere = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), derniere);
  const rows = await services.list({ genre: 'certificat', parentId: cible.id, limite: page * PAGE });
  const shown = rows.lignes.slice((page - 1) * PAGE);
  const read = await Promise.all(shown.map(({ id }) => readCase(services, { genre: 'certificat', id })));
  return {
    certificats: read.flatMap((one) => (one.ok ? [toCertificate(one.value)] : [])),
    page,
    last: derniere,
    total,
  };
}

/** What is known of a certificate. */
export function toCertificate({ row, fiche, etat, suite, procedure }: CaseRead): CertificatLu {
  const { usage, beneficiaire, remplace } = fiche as unknown as CertificatOuvert;
  const [vie = ''] = Object.keys(etat?.depuis ?? {}).filter((path) => path.startsWith('vie.'));
  const node = procedure?.machine.root.states['vie']?.states[vie.slice('vie.'.length)];
  const { libelle = 'En quarantaine' } = (node?.meta ?? {}) as { libelle?: string };
  const { fin = null } = (etat?.snapshot.context ?? {}) as { fin?: string | null };
  return {
    id: row.id,
    usage,
    statut: row.statut,
    etat: libelle,
    fin,
    remplace,
    ouvertLe: row.ouvertLe,
    beneficiaire: `${beneficiaire.prenom} ${beneficiaire.nom}`,
    qualite: qualites[beneficiaire.qualite],
    depuis: etat?.depuis[vie] ?? dayOf(new Date(row.ouvertLe)),
    prochaine: suite?.etapes[0] ?? null,
  };
}
