import { expect, test } from 'vitest';
import { operationsOf } from '../../src/http/operations/index.ts';
import { expectDeclared } from '../declared.ts';
import { serve } from '../server.ts';
import { peopleOf } from './people.ts';

const nowhere = 'ailleurs';
const modele = { nom: 'Relance', destinataire: 'editeur', objet: 'Suite', corps: 'Bonjour' };

const server = await serve('2026-06-01');
const people = await peopleOf(server.services);

test.each([
  ['/api/v1/cles', { nom: 'Clé', role: 'editeur', editeurId: nowhere, portees: ['lecture'] }, 404],
  ['/api/v1/delegations', { groupementId: nowhere, editeurId: nowhere, du: '2026-06-01', motif: 'Contrat' }, 404],
  ['/api/v1/reglages', { cle: nowhere, valeur: 1, du: '2026-07-01', motif: 'Essai' }, 404],
  ['/api/v1/modeles-de-courriel', { ...modele, version: 7 }, 412],
])('what %s refuses is declared', async (path, body, status) => {
  expect((await server.post(path, body, people.superviseur)).status).toBe(status);
});

test('a dossier that is no site of a groupement does not leave it, which is declared', async () => {
  const { body } = await server.post<{ id: string }>('/api/v1/groupements', { nom: 'GHT Exemple', genre: 'ght' });
  const path = `/api/v1/groupements/${body.id}/sites/${nowhere}`;
  const response = await server.fetch(path, { method: 'DELETE' });
  expect(response.status).toBe(422);
  const operations = operationsOf({ autoriserAdressesPrivees: false });
  expectDeclared(
    operations,
    { method: 'DELETE', path, status: response.status, headers: response.headers },
    await response.json(),
  );
});
