import { beforeEach, expect, test } from 'vitest';
import { localLink } from '../../scripts/key/local-link.ts';
import { createIdentities, type Identities } from '../../src/identity/identities.ts';
import { anonyme } from '../../src/identity/identity.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile } from '../store/database-file.ts';
import { taken } from './desk.ts';

const motDePasse = 'sept cygnes au bord du lac';
const chef = { ...anonyme, id: 'chef', role: 'superviseur' } as const;
let file: string;
beforeEach(() => {
  file = newFile();
});

async function on<T>(act: (identites: Identities) => Promise<T>): Promise<T> {
  const store = openSqliteStore({ file, copieAPart: false });
  try {
    return await act(createIdentities(store.identites));
  } finally {
    await store.close();
  }
}

test('when nobody can come in, a link made beside the stopped service opens a superviseur’s account', async () => {
  const token = await localLink({ sqlite: file }, 'alix@exemple.fr');
  const compte = await on(async (identites) => taken(await identites.useLink(token, { nom: 'Alix', motDePasse })));
  expect(compte).toMatchObject({ courriel: 'alix@exemple.fr', role: 'superviseur', actif: true });
});

test('a closed account comes back as a superviseur’s, with a new password, and the journal says so', async () => {
  await on(async (identites) => {
    const { token } = taken(await identites.invite(chef, { courriel: 'sacha@exemple.fr', role: 'lecteur' }));
    const { id } = taken(await identites.useLink(token, { nom: 'Sacha', motDePasse }));
    taken(await identites.updateCompte(chef, id, { actif: false }));
  });
  const token = await localLink({ sqlite: file }, 'Sacha@exemple.fr');
  await on(async (identites) => {
    taken(await identites.useLink(token, { motDePasse: 'huit autres cygnes au loin' }));
    const entry = await identites.login({ courriel: 'sacha@exemple.fr', motDePasse: 'huit autres cygnes au loin' });
    expect(taken(entry).token).toBeTruthy();
    expect((await identites.comptes()).map(({ role, actif }) => [role, actif])).toEqual([['superviseur', true]]);
    expect((await identites.actes(0, 100)).map(({ acte }) => acte)).toContain('reinitialisation.remise');
  });
});

test('a base that the service writes gives no link', async () => {
  const store = openSqliteStore({ file, copieAPart: false });
  await expect(localLink({ sqlite: file }, 'alix@exemple.fr')).rejects.toThrow(/déjà ouverte/);
  await store.close();
});
