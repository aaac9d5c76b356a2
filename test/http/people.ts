import { createPasswords } from '../../src/identity/comptes/passwords.ts';
import { anonyme } from '../../src/identity/identity.ts';
import type { Result } from '../../src/result.ts';
import type { Services } from '../../src/services.ts';
import { createKey, invite } from '../as-sent.ts';

/** The headers by which each role comes in: persons by a session, an éditeur by a key of every scope. */
export interface People {
  superviseur: Record<string, string>;
  agent: Record<string, string>;
  lecteur: Record<string, string>;
  editeur: Record<string, string>;
  editeurId: string;
}

/** That of each account. */
export const motDePasse = 'sept cygnes au bord du lac';
const EDITEUR_SCOPES = ['lecture', 'partie4', 'administrateur-technique', 'evenements', 'webhooks'];

/** The real derivation at its least expense: at its own, each account and login takes 0.2 s of CPU. */
export const CHEAP = createPasswords({ ln: 5, r: 1, p: 1 });

/** Whoever sets things up for a test. */
export const enPlace = { ...anonyme, id: 'en-place', role: 'superviseur' } as const;

/** Opens an account of each role, and an éditeur with its key. */
export async function peopleOf({ identites }: Services): Promise<People> {
  const first = (await identites.firstLink()) ?? '';
  const superviseur = { courriel: 'superviseur@exemple.fr', nom: 'Superviseur', motDePasse };
  given(await identites.useLink(first, superviseur));
  for (const role of ['agent', 'lecteur'] as const) {
    const { token } = given(await invite(identites, enPlace, { courriel: `${role}@exemple.fr`, role }));
    given(await identites.useLink(token, { nom: role, motDePasse }));
  }
  const { id: editeurId } = given(await identites.createEditeur(enPlace, { nom: 'Éditeur Exemple' }));
  const asked = { nom: 'Clé', role: 'editeur', editeurId, portees: EDITEUR_SCOPES };
  const { cle } = given(await createKey(identites, enPlace, asked));
  const sessionOf = async (role: string) => {
    const { token } = given(await identites.login({ courriel: `${role}@exemple.fr`, motDePasse }));
    return { Cookie: `__Host-session=${token}`, 'Sec-Fetch-Site': 'same-origin', Authorization: '' };
  };
  return {
    superviseur: await sessionOf('superviseur'),
    agent: await sessionOf('agent'),
    lecteur: await sessionOf('lecteur'),
    editeur: { Authorization: `Bearer ${cle}` },
    editeurId,
  };
}

/** What must have been accepted. */
export function given<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
