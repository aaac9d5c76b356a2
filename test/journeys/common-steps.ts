import { formulaires } from '../../machines/formulaires/index.ts';
import type { Step } from './journey.ts';

const { partie1, partie3, partie4 } = formulaires['formulaire-413'].exemple;

/** §4.1 — contract and card found active, an employee with a CPE designated. */
export const prerequis = (date: string): Step[] => [
  { fact: { type: 'contrat.trouve', date } },
  { fact: { type: 'carteResponsable.trouvee', date, carte: { type: 'CDE', fin: '2035-12-31' } } },
  {
    fact: {
      type: 'administrateurTechnique.designe',
      date,
      personne: { nom: 'Martin', prenom: 'Camille' },
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
}

/** §5 — the three parts, the éditeur's first, signed by the legal representative unless it is said otherwise. */
export const formulaireSigne = (date: string, { visa, contact }: Signed = {}): Step[] => [
  { fact: { type: 'formulaire413.partie4Remplie', date, partie4: partie4Naming(contact) } },
  { fact: { type: 'formulaire413.partie1Remplie', date, partie1 } },
  {
    fact: { type: 'formulaire413.partie3Remplie', date, partie3: { ...partie3, ...visa, date } },
    shows: ['Formulaire 413 à signer'],
  },
  { fact: { type: 'formulaire413.signe', date }, shows: ['Formulaire 413 à transmettre à l’ANS'] },
];

/** §5 — part 4 with one contact, that of the example where nothing else is said of him. */
export function partie4Naming(contact: Partial<Contact> = {}) {
  const [known] = partie4.administrateursTechniques;
  return { ...partie4, administrateursTechniques: [{ ...known, ...contact }] };
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

/** §6 — one certificate for a pharmacist, ordered. */
export const certificatCommande = (date: string): Step[] => [
  {
    fact: {
      type: 'certificat.demande',
      date,
      beneficiaire: { nom: 'Durand', prenom: 'Alix', qualite: 'pharmacien', carte: 'CPS' },
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
