import { formulaires } from '../../../machines/formulaires/index.ts';
import type { FactType } from '../../../machines/index.ts';

/** The day (YYYY-MM-DD) so many days from today, before it when negative. */
export type Le = (jours: number) => string;

/** What happened so many days ago to a dossier, or to the certificate of that rank among those it ordered. */
export interface Fait {
  ilYA: number;
  type: FactType;
  champs?: object | ((le: Le) => object);
  certificat?: number;
}

/** One establishment and what it lived through, oldest first. */
export interface Histoire {
  site: { denomination: string; codePostal: string; commune: string };
  /** How many days ago its dossier was opened. */
  ouvert: number;
  faits: readonly Fait[];
}

/** A GHT or a private group, its DSI and its sites. */
export interface HistoireDeGroupement {
  nom: string;
  genre: 'ght' | 'groupe-prive';
  dsi: { nom: string; courriel: string };
  ouvert: number;
  /** What its DSI did, once for all. */
  faits: readonly Fait[];
  /** When its survey came, and what it knew of each site, in their order; null for a group that made none. */
  etatDesLieux: { ilYA: number; connu: readonly (object | ((le: Le) => object))[] } | null;
  sites: readonly Histoire[];
}

/** Who holds which role in a story. */
export interface Equipe {
  administrateur: { nom: string; prenom: string };
  signataire: { nom: string; prenom: string };
  domaine: string;
  solution?: string;
  /** Whose staff the administrateur technique is: the structure’s, unless he is the éditeur’s technician. */
  rattachement?: 'structure' | 'editeur';
}

const { partie3, partie4 } = formulaires['formulaire-413'].exemple;

/** One fact on its own. */
export const fait = (ilYA: number, type: FactType, champs?: Fait['champs']): Fait => ({
  ilYA,
  type,
  ...(champs && { champs }),
});

/** §4.1 — the contract was found, and a CDE that ends in so many days. */
export const contratEtCarte = (ilYA: number, numero: string, finDans: number): Fait[] => [
  fait(ilYA, 'contrat.trouve', { numero }),
  fait(ilYA, 'carteResponsable.trouvee', (le) => ({ carte: { type: 'CDE', fin: le(finDans) } })),
];

/** §4.1 — neither contract nor card: both asked for and obtained in 40 days. */
export const contratEtCarteObtenus = (ilYA: number, numero: string): Fait[] => [
  fait(ilYA, 'contrat.absent'),
  fait(ilYA, 'carteResponsable.absente'),
  fait(ilYA - 7, 'contrat.transmis'),
  fait(ilYA - 7, 'formulaire101.transmis'),
  fait(ilYA - 24, 'contrat.signe', { numero }),
  fait(ilYA - 31, 'carteResponsable.emise'),
  fait(ilYA - 40, 'carteResponsable.activee', (le) => ({ carte: { type: 'CDE', fin: le(1095 - ilYA + 31) } })),
];

/** §4 — an employee whose CPE ends in so many days. */
export const administrateur = (ilYA: number, { administrateur: personne }: Equipe, finDans: number): Fait =>
  fait(ilYA, 'administrateurTechnique.designe', (le) => ({
    personne,
    origine: 'employe',
    carte: { type: 'CPE', fin: le(finDans) },
  }));

/** §5 — the éditeur's part of form 413. */
export const partieEditeur = (
  ilYA: number,
  { administrateur: personne, domaine, solution = 'Officine Web', rattachement = 'structure' }: Equipe,
): Fait =>
  fait(ilYA, 'formulaire413.partie4Remplie', {
    partie4: {
      ...partie4,
      logiciels: [{ type: 'DP', editeur: 'Logiciels Hospitaliers Associés', solution, version: '4.2' }],
      domaineMessagerie: domaine,
      administrateursTechniques: [
        {
          ...personne,
          courriel: `informatique@${domaine}`,
          telephone: '0474000000',
          typeCarte: rattachement === 'structure' ? 'CPE' : 'CPA',
          rattachement,
        },
      ],
    },
  });

/** §5 — the parts of the structure: identification, visa and stamp. */
export const partiesStructure = (ilYA: number, { signataire }: Equipe): Fait[] => [
  fait(ilYA, 'formulaire413.partie1Remplie'),
  visa(ilYA, signataire),
];

/** §5 — visa and stamp of the legal representative. */
const visa = (ilYA: number, signataire: Equipe['signataire']): Fait =>
  fait(ilYA, 'formulaire413.partie3Remplie', (le) => ({ partie3: { ...partie3, signataire, date: le(-ilYA) } }));

/** §5 — signed, sent and received in four days. */
export const envoi = (ilYA: number, canal: 'EMAIL' | 'PORTAIL' = 'EMAIL'): Fait[] => [
  fait(ilYA, 'formulaire413.signe'),
  fait(ilYA - 1, 'formulaire413.transmis', { canal }),
  fait(ilYA - 4, 'formulaire413.recu'),
];

/** §5 — the whole form, from the éditeur's part to its reception, in nine days. */
export const formulaire413 = (ilYA: number, equipe: Equipe): Fait[] => [
  partieEditeur(ilYA, equipe),
  ...partiesStructure(ilYA - 3, equipe),
  ...envoi(ilYA - 5),
];

/** §6 — one certificate ordered. */
export const commande = (
  ilYA: number,
  personne: Equipe['administrateur'],
  { qualite = 'pharmacien', usage = 'AUTH' } = {},
): Fait =>
  fait(ilYA, 'certificat.demande', {
    beneficiaire: { ...personne, qualite, carte: qualite === 'agentAdmission' ? 'CPE' : 'CPS' },
    usage,
    prerequisVerifies: true,
  });

/** §6 — the certificate of that rank made available, withdrawn and installed in a week. */
export const miseEnService = (ilYA: number, certificat: number): Fait[] => [
  { ...fait(ilYA, 'certificat.disponible'), certificat },
  {
    ...fait(ilYA - 5, 'certificat.retire', { numeroSerie: numeroSerie(ilYA, certificat) }),
    certificat,
  },
  { ...fait(ilYA - 6, 'certificat.installe'), certificat },
];

/** One per certificate of a dossier. */
function numeroSerie(ilYA: number, certificat: number): string {
  const hexadecimal = (number: number, digits: number) => number.toString(16).padStart(digits, '0').toUpperCase();
  return `4A${hexadecimal(ilYA, 4)}${hexadecimal(certificat, 2)}`;
}
