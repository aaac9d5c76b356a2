import { scryptSync } from 'node:crypto';
import { afterAll } from 'vitest';
import { createPasswords, type Derive } from '../../src/identity/comptes/passwords.ts';
import type { Echec } from '../../src/identity/comptes/tentatives.ts';
import { createIdentities } from '../../src/identity/identities.ts';
import type { Identity } from '../../src/identity/identity.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { invite } from '../as-sent.ts';
import { newFile } from '../store/database-file.ts';

const opened: Store[] = [];
afterAll(() => Promise.all(opened.map((store) => store.close())));

/** A password that nobody refuses. */
export const MOT_DE_PASSE = 'la mer monte lentement';

/** Identities over a new store, on a clock that is set; scrypt is counted, and costs little; waits are told, and take no time. */
export function openDesk(start = '2026-01-05T08:00:00.000Z') {
  const file = newFile();
  const store = openSqliteStore({ file, copieAPart: false });
  opened.push(store);
  const clock = { now: new Date(start) };
  const scrypt = { count: 0, before: async () => {} };
  const derive: Derive = async (clair, salt, { ln, r, p }) => {
    scrypt.count++;
    await scrypt.before();
    return scryptSync(clair, salt, 32, { N: 2 ** ln, r, p });
  };
  const passwords = createPasswords({ ln: 5, r: 1, p: 1 }, derive);
  const waits: number[] = [];
  const echecs: Echec[] = [];
  const identities = createIdentities(store.identites, () => clock.now, {
    passwords,
    signaler: (echec) => void echecs.push(echec),
    patienter: async (ms) => void waits.push(ms),
  });

  return { file, store, clock, scrypt, waits, echecs, derive, identities, openChef, openCompte, login };

  /** The first account, a superviseur's. */
  async function openChef(): Promise<Identity> {
    const saisie = { courriel: 'chef@ch-exemple.fr', nom: 'Chef', motDePasse: MOT_DE_PASSE };
    taken(await identities.useLink((await identities.firstLink()) ?? '', saisie));
    return (await login('chef@ch-exemple.fr')).identity;
  }

  /** An account that `par` invites. */
  async function openCompte(par: Identity, courriel: string, role: string): Promise<Identity> {
    const { token } = taken(await invite(identities, par, { courriel, role }));
    taken(await identities.useLink(token, { nom: courriel.split('@')[0], motDePasse: MOT_DE_PASSE }));
    return (await login(courriel)).identity;
  }

  async function login(courriel: string, session?: string): Promise<{ token: string; identity: Identity }> {
    const venue = { reseau: 'inconnu', session };
    const { token } = taken(await identities.login({ courriel, motDePasse: MOT_DE_PASSE }, venue));
    const identity = await identities.authenticateSession(token);
    if (!identity) throw new Error('Nobody holds the session that was just opened');
    return { token, identity };
  }
}

/** What a « oui » gives. */
export function taken<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** An instant so many minutes later. */
export function later(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** What a « non » is. */
export const refused = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });
