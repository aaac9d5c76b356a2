import { decisions } from '../../../machines/decisions.ts';
import { findProcedure } from '../../../machines/index.ts';
import { tellSource } from '../../../machines/source.ts';

/** What three questions say of an establishment. */
interface Answers {
  statut?: string;
  ght?: string;
  sites?: string;
}

/** A way to the path that an establishment follows, and why. */
export interface Voie {
  id: 'public-ght' | 'public-hors-ght' | 'prive-un-site' | 'prive-groupe';
  procedure: string;
  /** The kind of the groupement that it has; null for none. */
  genre: 'ght' | 'groupe-prive' | null;
  /** The answers that lead here. */
  si: Answers;
  pourquoi: readonly string[];
}

/** Every combination of answers, each with the path that it chooses. */
export const voies: readonly Voie[] = [
  {
    id: 'public-ght',
    procedure: 'public-ght',
    genre: 'ght',
    si: { statut: 'public', ght: 'oui' },
    pourquoi: [
      'Un établissement public membre d’un GHT approche la DSI de son GHT : l’accusé de réception est obligatoire.',
      'Chaque site a son propre contrat et son propre dossier. L’état des lieux par la DSI et le contact avec l’éditeur sont conseillés, sans bloquer.',
    ],
  },
  {
    id: 'public-hors-ght',
    procedure: 'prive-mono-site',
    genre: null,
    si: { statut: 'public', ght: 'non' },
    pourquoi: [
      'Le texte nomme les EHPAD publics hors GHT au §4.2 sans dire leurs étapes.',
      `Décision A14 de ce service : ${decisions.A14.decision.toLowerCase()} Il n’y a pas de DSI de GHT à approcher.`,
    ],
  },
  {
    id: 'prive-un-site',
    procedure: 'prive-mono-site',
    genre: null,
    si: { statut: 'prive', sites: 'un' },
    pourquoi: [
      'Un établissement privé sur un seul site géographique avance seul : contrat, carte du représentant légal, administrateur technique, formulaire 413.',
      'Contacter l’éditeur de logiciel est conseillé, sans bloquer.',
    ],
  },
  {
    id: 'prive-groupe',
    procedure: 'prive-groupe',
    genre: 'groupe-prive',
    si: { statut: 'prive', sites: 'plusieurs' },
    pourquoi: [
      'Un établissement d’un groupe privé approche la DSI de son groupe : l’accusé de réception est obligatoire.',
      'Chaque site a son propre contrat et son propre dossier, réunis sous le groupe.',
    ],
  },
];

/** The way that answers choose; null while they do not suffice. */
export function voieOf({ statut, ght, sites }: Answers): Voie | null {
  const found = voies.find(
    ({ si }) =>
      si.statut === statut &&
      (si.ght === undefined || si.ght === ght) &&
      (si.sites === undefined || si.sites === sites),
  );
  return found ?? null;
}

/** What the path of a way is called, and where it is written. */
export function pathTitle({ procedure }: Voie): string {
  const found = findProcedure(procedure);
  return found ? `${found.titre} (${tellSource(found.source)})` : procedure;
}
