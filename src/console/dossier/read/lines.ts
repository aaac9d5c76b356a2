import type { Nommes } from '../../../../machines/event.ts';
import { findFact } from '../../../../machines/index.ts';
import type { Services } from '../../../services.ts';
import type { Cible, Ligne, StoredRow } from './case.ts';

const PAGE = 500;

/** A line of the journal with whose it is. */
export interface LigneSituee extends Ligne {
  /** The certificate that it is of; null for the case itself. */
  certificat: StoredRow | null;
}

/** What happened to a case and to its certificates after a rank of the journal, in the order in which it was told. */
export async function linesAfter(services: Services, cible: Cible, rang: number): Promise<LigneSituee[]> {
  const moved = await services.moved(cible.id, rang);
  const told = await Promise.all(moved.map(({ id }) => linesOf(services, cible, id, rang)));
  return told.flat().sort((a, b) => a.rang - b.rang);
}

async function linesOf(services: Services, cible: Cible, id: string, rang: number): Promise<LigneSituee[]> {
  const own = id === cible.id ? cible : { genre: 'certificat' as const, id };
  const found = own === cible ? null : await services.find(own);
  const certificat = found?.ok ? found.value : null;
  const lines = await ownLines(services, own, rang);
  return lines.map((line) => ({ ...line, certificat }));
}

/** Whom a line names: nobody once what was typed is forgotten. */
export function namedBy({ type, saisie }: Ligne): Nommes {
  return saisie === null ? {} : (findFact(type)?.nommer(JSON.parse(saisie)) ?? {});
}

/** Who leads a dossier, as a line tells it: a fact about them does, and who signs. */
export function leadersIn(line: Ligne): Pick<Nommes, 'representantLegal' | 'mandataire'> {
  const { representantLegal, mandataire, signataire } = namedBy(line);
  return { representantLegal, mandataire, ...(signataire && { [signataire.qualite]: signataire.signataire }) };
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
