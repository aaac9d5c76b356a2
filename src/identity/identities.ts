import { err } from '../result.ts';
import type { ActeIdentite, IdentityStore } from '../store/identities.ts';
import { type Agendas, createAgendas } from './comptes/agendas.ts';
import { type Comptes, createComptes } from './comptes/comptes.ts';
import { createExternes, type Externes } from './comptes/externes.ts';
import { createLiens, type Liens } from './comptes/liens.ts';
import { createPasswords } from './comptes/passwords.ts';
import { createSessions, type Sessions } from './comptes/sessions.ts';
import { type Echec, recordEchec } from './comptes/tentatives.ts';
import { type Cles, createCles } from './editeurs/cles.ts';
import { createDelegations, createEditeurs, type Delegations, type Editeurs } from './editeurs/editeurs.ts';
import type { Registre } from './registre.ts';

/** Who may come in, and what was lent to whom. What changes something asks who does it; what only reads is guarded by the caller. */
export interface Identities extends Sessions, Comptes, Externes, Liens, Agendas, Cles, Editeurs, Delegations {
  /** Tells of a login that failed before it was known for whom. */
  recordEchec(echec: Echec): Promise<void>;
  /** What authors of the journal are called: persons, programs, the calendar. */
  nommer(auteurs: readonly string[]): Promise<Nommer>;
  /** What was done to identities after a rank, oldest first. */
  actes(apres: number, limite: number): Promise<(ActeIdentite & { rang: number })[]>;
  /** The same before a rank, or from the last one when it is null, newest first. */
  lastActes(avant: number | null, limite: number): Promise<(ActeIdentite & { rang: number })[]>;
}

/** How passwords are kept, who is told of each login that failed, how one waits for a turn. */
export type Entree = Partial<Pick<Registre, 'passwords' | 'signaler' | 'patienter'>>;

/** The identities over a store; `clock` gives the instant. */
export function createIdentities(
  store: IdentityStore,
  clock: () => Date = () => new Date(),
  { passwords = createPasswords(), signaler = () => {}, patienter = wait }: Entree = {},
): Identities {
  const registre: Registre = { store, clock, passwords, signaler, patienter };
  return {
    ...createSessions(registre),
    ...createComptes(registre),
    ...createExternes(registre),
    ...createLiens(registre),
    ...createAgendas(registre),
    ...createCles(registre),
    ...createEditeurs(registre),
    ...createDelegations(registre),
    recordEchec: (echec) => recordEchec(registre, echec),
    nommer: (auteurs) => nommer(store, auteurs),
    actes: store.actes,
    lastActes: store.lastActes,
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** How an author of the journal is told to persons. */
export type Nommer = (auteur: string) => string;

const others: Readonly<Record<string, string>> = { calendrier: 'Le calendrier', regle: 'Une règle d’affectation' };

/** The names of some authors of the journal, each read once. */
async function nommer(store: IdentityStore, auteurs: readonly string[]): Promise<Nommer> {
  const distinct = [...new Set(auteurs)];
  const keys = distinct.some((auteur) => auteur.startsWith('cle:')) ? await store.cles() : [];
  const named = await Promise.all(
    distinct.map(async (auteur): Promise<[string, string]> => {
      const [genre = '', id = ''] = auteur.split(':');
      if (genre === 'compte') return [auteur, (await store.compte(id))?.nom ?? 'Un compte supprimé'];
      if (genre !== 'cle') return [auteur, others[auteur] ?? 'Le service'];
      const key = keys.find((one) => one.id === id);
      return [auteur, key ? `Le programme « ${key.nom} »` : 'Un programme'];
    }),
  );
  const names = new Map(named);
  return (auteur) => names.get(auteur) ?? 'Le service';
}

/** The same identities, where nobody comes in by a password. */
export function withoutPasswords(identities: Identities): Identities {
  const closed = async () => err({ code: 'comptes-locaux-fermes' } as const);
  return {
    ...identities,
    login: closed,
    invite: closed,
    resetPassword: closed,
    useLink: closed,
    firstLink: async () => null,
  };
}
