import { formulaires } from '../../../machines/formulaires/index.ts';
import type { Step } from './journey.ts';

const { partie1, partie3, partie4 } = formulaires['formulaire-413'].exemple;

/** Who is designated in most journeys. */
export const martin = { nom: 'Martin', prenom: 'Camille' };

/** A step of the certificate that is ordered here, as it is shown. */
const ofDurand = (libelle: string) => `${libelle} (AUTH, Alix Durand)`;

/** §4.1 — contract and card found active, an employee with a CPE designated. */
export const prerequis = (date: string): Step[] => [
  { fact: { type: 'contrat.trouve', date } },
  { fact: { type: 'carteResponsable.trouvee', date, carte: { type: 'CDE', fin: '2035-12-31' } } },
  { fact: designation(date, martin, { type: 'CPE', fin: '2035-12-31' }) },
];

/** §4 — who becomes administrateur technique, of the structure unless said otherwise, with the card that he has. */
export const designation = (date: string, personne: Personne, carte: Carte, origine = 'employe'): Step['fact'] => ({
  type: 'administrateurTechnique.designe',
  date,
  personne,
  origine,
  carte,
});
type Personne = typeof martin;
type Carte = { type: string; fin: string } | null;

/** §4 — a card of the administrateur technique asked for. */
export const carteDemandee = (date: string, moyen = 'formulaire-301'): Step => ({
  fact: { type: 'carteAdministrateur.demandee', date, moyen },
  shows: ['Émission de la carte de l’administrateur technique'],
});

/** §4 — the same, then issued: it is to be activated. */
export const nouvelleCarte = (demandee: string, emise: string, moyen?: string): Step[] => [
  carteDemandee(demandee, moyen),
  {
    fact: { type: 'carteAdministrateur.emise', date: emise },
    shows: ['Carte de l’administrateur technique à recevoir et activer'],
  },
];

/** The same steps, refused for want of that. */
export const refuse = (steps: Step[], ...refused: string[]): Step[] =>
  steps.map(({ shows: _shown, ...step }) => ({ ...step, refused }));

type Partie3 = typeof partie3;
type Contact = (typeof partie4)['administrateursTechniques'][number];

/** Who signs form 413 and whom its part 4 names, where they are not those of the examples. */
interface Signed {
  visa?: Pick<Partie3, 'qualite' | 'carte'>;
  contact?: Partial<Contact>;
  /** Whom part 4 names beside him. */
  autres?: Partial<Contact>[];
  /** Those of part 1. */
  identifiants?: { siret: string; finess: string };
}

/** §5 — the three parts, the éditeur's first, signed by the legal representative unless it is said otherwise. */
export const formulaireSigne = (date: string, { visa, contact, autres, identifiants }: Signed = {}): Step[] => [
  { fact: { type: 'formulaire413.partie4Remplie', date, partie4: partie4Naming(contact, autres) } },
  { fact: { type: 'formulaire413.partie1Remplie', date, partie1: { ...partie1, ...identifiants } } },
  ...viseEtSigne(date, visa),
];

/** §5 — the visa, then the signature. */
export const viseEtSigne = (date: string, visa?: Signed['visa']): Step[] => [
  {
    fact: { type: 'formulaire413.partie3Remplie', date, partie3: { ...partie3, ...visa, date } },
    shows: ['Formulaire 413 à signer'],
  },
  { fact: { type: 'formulaire413.signe', date }, shows: ['Formulaire 413 à transmettre à l’ANS'] },
];

/** §5 — part 4 with one contact, that of the example where nothing else is said of him, and `autres`. */
function partie4Naming(contact: Partial<Contact> = {}, autres: Partial<Contact>[] = []) {
  const [known] = partie4.administrateursTechniques;
  return { ...partie4, administrateursTechniques: [contact, ...autres].map((one) => ({ ...known, ...one })) };
}

/** §5 — sent by e-mail, received by the ANS. */
export const formulaireRecu = (date: string): Step[] => [
  {
    fact: { type: 'formulaire413.transmis', date, canal: 'EMAIL' },
    shows: ['Accusé de réception du formulaire 413'],
  },
  { fact: { type: 'formulaire413.recu', date }, shows: ['Instruction de la demande d’habilitation'] },
];

/** §5, §6 — the same, then the administrateur technique is empowered. */
export const instruction = (recu: string, date: string): Step[] => [
  ...formulaireRecu(recu),
  { fact: { type: 'habilitation.accordee', date }, shows: ['Premier certificat à commander'] },
];

/** §6 — one certificate ordered, for a pharmacist unless said. */
export const certificatCommande = (date: string, porteur = { qualite: 'pharmacien', carte: 'CPS' }): Step[] => [
  {
    fact: {
      type: 'certificat.demande',
      date,
      beneficiaire: { nom: 'Durand', prenom: 'Alix', ...porteur },
      usage: 'AUTH',
      prerequisVerifies: true,
    },
    shows: [ofDurand('Mise à disposition du certificat')],
  },
];

/** §6 — the certificate made available. */
export const certificatDisponible = (date: string): Step => ({
  fact: { type: 'certificat.disponible', date },
  on: 'certificat',
  shows: [ofDurand('Certificat à retirer')],
});

/** §6 — the certificate withdrawn. */
export const retrait = (date: string): Step => ({
  fact: { type: 'certificat.retire', date },
  on: 'certificat',
  shows: [ofDurand('Certificat à installer')],
});

/** §6 — the certificate made available, withdrawn, then installed, on the same day unless said: nothing more is due. */
export const delivrance = (date: string, installe = date): Step[] => [
  certificatDisponible(date),
  retrait(date),
  ...certificatInstalle(installe),
];

/** §6 — one certificate ordered, then delivered. */
export const certificatObtenu = (commande: string, retire: string, installe?: string): Step[] => [
  ...certificatCommande(commande),
  ...delivrance(retire, installe),
];

/** §6 — the certificate installed. */
export const certificatInstalle = (date: string): Step[] => [
  { fact: { type: 'certificat.installe', date }, on: 'certificat' },
];

/** §7 — the notice of a certificate reached. */
export const renouvellementDu = (date: string): Step => ({
  fact: { type: 'certificat.renouvellementDu', date },
  on: 'certificat',
  shows: [ofDurand('Certificat à renouveler')],
});

/** §7 — its successor ordered. */
export const renouvele = (date: string, on: Step['on'] = 'certificat'): Step => ({
  fact: { type: 'certificat.renouvele', date, carte: 'CPS' },
  on,
  shows: [ofDurand('Mise à disposition du certificat')],
});

/** The question that a certificate asks once what it says, or who has it, has changed. */
export const alerte = ofDurand('Révoquer, annuler ou maintenir le certificat ?');

/** The parts of form 413 that are to be filled again. */
export const aRemplir = {
  partie1: 'Partie 1 à remplir : identification',
  partie3: 'Partie 3 à remplir : visa et cachet',
  partie4: 'Partie 4 à remplir : détails de la demande',
};

/** §4, §5, §6 — from the opening to the habilitation, all on one day. */
export const habilite = (date: string): Step[] => [
  ...prerequis(date),
  ...formulaireSigne(date),
  ...instruction(date, date),
];

/** §6 — the same, with a first certificate in service. */
export const enService = (date: string): Step[] => [...habilite(date), ...certificatObtenu(date, date)];
