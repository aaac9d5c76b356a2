import type { Services } from '../../../services.ts';
import type { Cible, Ligne, StoredRow } from './case.ts';

const PAGE = 500;
const AT_MOST = 200;

/** A line of the journal with whose it is. */
export interface LigneSituee extends Ligne {
  /** The certificate that it is of; null for the case itself. */
  certificat: StoredRow | null;
}

/** The certificates of a dossier, oldest first; none of any other case. */
export async function certificatesOf(services: Services, { genre, id }: Cible): Promise<StoredRow[]> {
  if (genre !== 'dossier') return [];
  const { lignes } = await services.list({ genre: 'certificat', parentId: id, limite: AT_MOST });
  return lignes;
}

/** What happened to a case and to its certificates after a rank of the journal, in the order in which it was told. */
export async function linesAfter(services: Services, cible: Cible, rang: number): Promise<LigneSituee[]> {
  const own = (await ownLines(services, cible, rang)).map((line) => ({ ...line, certificat: null }));
  const certificates = await certificatesOf(services, cible);
  const theirs = await Promise.all(
    certificates.map(async (certificat) => {
      const lines = await ownLines(services, { genre: 'certificat', id: certificat.id }, rang);
      return lines.map((line) => ({ ...line, certificat }));
    }),
  );
  return [...own, ...theirs.flat()].sort((a, b) => a.rang - b.rang);
}

/** « Certificat AUTH, Alix Durand », from what is kept of it. */
export function certificateName(fiche: string): string {
  const { usage, beneficiaire } = JSON.parse(fiche) as { usage: string; beneficiaire: { prenom: string; nom: string } };
  return `Certificat ${usage}, ${beneficiaire.prenom} ${beneficiaire.nom}`;
}

async function ownLines(services: Services, cible: Cible, rang: number): Promise<Ligne[]> {
  const lines: Ligne[] = [];
  for (let apres = rang; ; apres = lines.at(-1)?.rang ?? apres) {
    const page = await services.journal(cible, apres, PAGE);
    if (!page.ok) return lines;
    lines.push(...page.value);
    if (page.value.length < PAGE) return lines;
  }
}
