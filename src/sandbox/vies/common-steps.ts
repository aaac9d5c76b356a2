import { formulaires } from '../../../machines/formulaires/index.ts';
import type { Step } from './journey.ts';

const { partie1, partie3, partie4 } = formulaires['formulaire-413'].exemple;

/** Who is designated in most journeys. */
export const martin = { nom: 'Martin', prenom: 'Camille' };

/** §4.1 — contract and card found active, an employee with a CPE designated. */
export const prerequis = (date: string): Step[] => [
  { fact: { type: 'contrat.trouve', date } },
  { fact: { type: 'carteResponsable.trouvee', date, carte: { type: 'CDE', fin: '2035-12-31' } } },
  {
    fact: {
      type: 'administrateurTechnique.designe',
      date,
      personne: martin,
      origine: 'employe',
      carte: { type: 'CPE', fin: '2035-12-31' },
    },
  },
];

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

/** §6 — the administrateur technique is empowered. */
export const habilitation = (date: string): Step[] => [
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
    shows: ['Mise à disposition du certificat (AUTH, Alix Durand)'],
  },
];

/** §6 — the certificate made available, withdrawn. */
export const certificatRetire = (date: string): Step[] => [
  {
    fact: { type: 'certificat.disponible', date },
    on: 'certificat',
    shows: ['Certificat à retirer (AUTH, Alix Durand)'],
  },
  {
    fact: { type: 'certificat.retire', date },
    on: 'certificat',
    shows: ['Certificat à installer (AUTH, Alix Durand)'],
  },
];

/** §6 — the certificate installed: nothing is due any more. */
export const certificatInstalle = (date: string): Step[] => [
  { fact: { type: 'certificat.installe', date }, on: 'certificat' },
];

/** §4, §5, §6 — from the opening to the habilitation, all on one day. */
export const habilite = (date: string): Step[] => [
  ...prerequis(date),
  ...formulaireSigne(date),
  ...formulaireRecu(date),
  ...habilitation(date),
];

/** §6 — the same, with a first certificate in service. */
export const enService = (date: string): Step[] => [
  ...habilite(date),
  ...certificatCommande(date),
  ...certificatRetire(date),
  ...certificatInstalle(date),
];
