import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import { openDossier, tell } from './family.ts';

/** A fact with its day. */
export type Dated = { type: string; date: string };
/** A fact on a day. */
export const on = (type: string, date: string, champs: object = {}): Dated => ({ ...champs, type, date });
/** The visa of part 3, on the day on which it is told. */
export const visa = (date: string) =>
  on('formulaire413.partie3Remplie', date, { partie3: { ...exempleFormulaire413.partie3, date } });

/** A whole life in the order of its dates, from the contract to a certificate in service. */
export const vie: [on: string, fact: { type: string; date: string }][] = [
  ['dossier', on('contrat.transmis', '2025-05-12')],
  ['dossier', on('contrat.signe', '2025-06-10')],
  ['dossier', on('carteResponsable.trouvee', '2025-06-10')],
  ['dossier', on('administrateurTechnique.designe', '2025-06-10')],
  ['dossier', on('formulaire413.partie1Remplie', '2025-06-11')],
  ['dossier', on('formulaire413.partie4Remplie', '2025-06-11')],
  ['dossier', visa('2025-06-12')],
  ['dossier', on('formulaire413.signe', '2025-06-12')],
  ['dossier', on('formulaire413.transmis', '2025-06-13')],
  ['dossier', on('formulaire413.recu', '2025-06-16')],
  ['dossier', on('habilitation.accordee', '2025-06-30')],
  ['dossier', on('certificat.demande', '2025-07-01')],
  ['certificat-1', on('certificat.disponible', '2025-07-08')],
  ['certificat-1', on('certificat.retire', '2025-07-10')],
  ['certificat-1', on('certificat.installe', '2025-07-11')],
];
/** That life up to a fact, left out. */
export const upTo = (type: string) =>
  vie.slice(
    0,
    vie.findIndex(([, fact]) => fact.type === type),
  );
/** The family after such facts. */
export const live = (facts: typeof vie) => facts.reduce((family, [id, fact]) => tell(family, id, fact), openDossier());
