import type { Identities } from '../../src/identity/identities.ts';
import { createIdentities } from '../../src/identity/identities.ts';
import { type Base, openStore } from '../../src/store/open.ts';
import { surPlace } from './local-key.ts';

/**
 * The token of a link by which the holder of `courriel` comes in as a superviseur, with a new password, in a base, which no service is using where it is
 * a file: an account is opened, or given back that role. Throws what says why it may not.
 */
export async function localLink(base: Base, courriel: string, cle: string | null = null): Promise<string> {
  const store = await openStore(base, { cle });
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
