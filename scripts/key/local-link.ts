import type { Identities } from '../../src/identity/identities.ts';
import { createIdentities } from '../../src/identity/identities.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { surPlace } from './local-key.ts';

/**
 * The token of a link by which the holder of `courriel` comes in as a superviseur, with a new password, in a base that no service is using:
 * an account is opened, or given back that role. Throws what says why it may not.
 */
export async function localLink(file: string, courriel: string, cle?: string | null): Promise<string> {
  const store = openSqliteStore({ file, ...(cle && { cle }) });
  try {
    return await linkOf(createIdentities(store.identites), courriel);
  } finally {
    await store.close();
  }
}

async function linkOf(identites: Identities, courriel: string): Promise<string> {
  const compte = (await identites.comptes()).find((one) => one.courriel === courriel.trim().toLowerCase());
  if (!compte) return given(await identites.invite(surPlace, { courriel, role: 'superviseur' })).token;
  given(await identites.updateCompte(surPlace, compte.id, { role: 'superviseur', actif: true }));
  return given(await identites.resetPassword(surPlace, compte.id)).token;
}

function given<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
