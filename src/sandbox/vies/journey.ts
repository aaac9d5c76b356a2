import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import type { FactType } from '../../../machines/index.ts';
import type { Source } from '../../../machines/source.ts';

/** The day on which every journey is told; its facts are earlier. */
export const today = '2026-06-30';

/** Whom every journey is about. */
export const site = exempleEtablissement;

/** Who is told a fact; the certificate is the last one ordered, unless it is the first. */
export type Recipient = 'dossier' | 'groupement' | 'certificat' | 'premierCertificat';

/** One fact, and what it changes in what a user reads. */
export interface Step {
  fact: { type: FactType; date: string; [champ: string]: unknown };
  /** The dossier, unless said. */
  on?: Recipient;
  /** The steps that were not shown before. */
  shows?: string[];
  /** What is missing, when the fact is refused; or why it is, when nothing is. */
  refused?: string[];
}

/** The story of one dossier as data. */
export interface Journey {
  title: string;
  source: Source;
  procedure: 'public-ght' | 'prive-mono-site' | 'prive-groupe';
  groupement?: 'ght' | 'groupe-prive';
  steps: Step[];
  ends: { statut: string; restant: number | null; shows: string[] };
}

/** How most journeys end: nothing is owed, and what is only advised is left. */
export const finished: Journey['ends'] = {
  statut: 'enService',
  restant: 0,
  shows: ['Éditeur de logiciel à contacter', 'Mandataire, si le représentant légal délègue'],
};

/** §4.3.1 — the story of a private establishment on one site, which ends as most do unless it is said otherwise. */
export function monoSite(story: Pick<Journey, 'title' | 'source' | 'steps'> & Partial<Journey>): Journey {
  return { procedure: 'prive-mono-site', ends: finished, ...story };
}
