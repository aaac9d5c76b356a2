import { err } from '../result.ts';
import type { IdentityStore } from '../store/identities.ts';
import { createComptes } from './comptes/comptes.ts';
import { createExternes } from './comptes/externes.ts';
import { createAgendas, createLiens } from './comptes/liens.ts';
import { createPasswords } from './comptes/passwords.ts';
import { createSessions } from './comptes/sessions.ts';
import { type Echec, recordEchec } from './comptes/tentatives.ts';
import { createCles } from './editeurs/cles.ts';
import { createDelegations, createEditeurs } from './editeurs/editeurs.ts';
import type { Registre } from './registre.ts';

/** How passwords are kept, who is told of each login that failed, how one waits for a turn. */
export type Entree = Partial<Pick<Registre, 'passwords' | 'signaler' | 'patienter'>>;

/**
 * Who may come in over a store, and what was lent to whom; `clock` gives the instant. What changes something asks who does it; what only reads is
 * guarded by the caller.
 */
export function createIdentities(
  store: IdentityStore,
  clock: () => Date = () => new Date(),
  { passwords = createPasswords(), signaler = () => {}, patienter = wait }: Entree = {},
) {
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
    /** Tells of a login that failed before it was known for whom. */
    recordEchec: (echec: Echec) => recordEchec(registre, echec),
    /** What authors of the journal are called: persons, programs, the calendar. */
    nommer: (auteurs: readonly string[]) => nommer(store, auteurs),
    /** What was done to identities after a rank, oldest first. */
    actes: store.actes,
    /** The same before a rank, or from the last one when it is null, newest first. */
    lastActes: store.lastActes,
  };
}
export type Identities = ReturnType<typeof createIdentities>;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** How an author of the journal is told to persons. */
export type Nommer = (auteur: string) => string;

const others: Readonly<Record<string, string>> = {
  calendrier: 'Le calendrier',
  regle: 'Une règle d’affectation',
  messagerie: 'La messagerie',
  relances: 'La relance automatique',
};

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
