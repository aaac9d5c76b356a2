import { CleDemandee } from '../../src/identity/editeurs/cles.ts';
import { createIdentities } from '../../src/identity/identities.ts';
import { anonyme } from '../../src/identity/identity.ts';
import { parseThen } from '../../src/result.ts';
import { type Base, openStore } from '../../src/store/open.ts';

/** Whoever can write to the base may let a program in. */
export const surPlace = { ...anonyme, id: 'sur-place', nom: 'Sur place', role: 'superviseur' } as const;

/** What an agent's program may do. */
const PORTEES = ['lecture', 'faits', 'evenements', 'webhooks'];

/** Creates the key of an agent's program in a base, which no service is using where it is a file; throws what says why it may not. */
export async function localKey(base: Base, nom: string, cle: string | null = null): Promise<string> {
  const store = await openStore(base, { cle });
  const created = await parseThen(CleDemandee, { nom, role: 'agent', portees: PORTEES }, (demande) =>
    createIdentities(store.identites).createKey(surPlace, demande),
  );
  await store.close();
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return created.value.cle;
}
