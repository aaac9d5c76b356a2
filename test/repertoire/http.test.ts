import { expect, test } from 'vitest';
import { peopleOf } from '../http/people.ts';
import { serve } from '../server.ts';
import { importSamples, samples } from './sample.ts';

const PATH = '/api/v1/etablissements';

const server = await serve('2026-06-01');
const people = await peopleOf(server.services);

test('the register is asked by whoever is in, éditeurs too, and says when it has none', async () => {
  expect((await server.get(`${PATH}?recherche=joseph`)).body).toEqual({ repertoire: null, etablissements: [] });
  await importSamples(server.folder);
  const { body } = await server.get<{ etablissements: unknown[] }>(`${PATH}?recherche=saint%20joseph&limite=1`);
  const { finess, finessEj, siret, categorie, statut, rslongue: denomination } = samples.clinique;
  const told = { finess, finessEj, siret, denomination, codePostal: '01130', commune: 'Nantua', categorie, statut };
  expect(body).toEqual({ repertoire: { nombre: 6, importeLe: '2026-05-12T08:00:00.000Z' }, etablissements: [told] });
  const asked = await server.fetch(`${PATH}?recherche=${siret}`, { headers: people.editeur });
  expect([asked.status, await asked.json()]).toEqual([200, body]);
});

test.each([
  ['', 'Indiquez un nom, un SIRET, un FINESS ou une commune.'],
  ['?recherche=a', 'Indiquez au moins 2 caractères.'],
  ['?recherche=nantua&limite=51', 'Indiquez une limite de 1 à 50.'],
])('asked %j it says what to write', async (query, message) => {
  const { status, body } = await server.get<{ erreurs: { message: string }[] }>(`${PATH}${query}`);
  expect([status, body.erreurs.map((one) => one.message)]).toEqual([422, [message]]);
});
