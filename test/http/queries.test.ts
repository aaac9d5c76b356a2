import { describe, expect, test } from 'vitest';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { today } from '../../src/sandbox/vies/journey.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { serve } from '../server.ts';
import { peopleOf } from './people.ts';

/** What each operation must be asked at least. */
const needed: Record<string, Readonly<Record<string, string>>> = {
  'dossiers.courriel': { modele: 'relance-editeur' },
  'procedures.comparer': { a: 'public-ght' },
  'etablissements.chercher': { recherche: 'nantua' },
};
/** What is searched for, in any words: nothing is found of what is nowhere. */
const free = new Set(['etablissements.chercher recherche', 'acces.lister objet']);

const reads = operationsOf({ autoriserAdressesPrivees: true }).filter(({ method }) => method === 'get');
const withQuery = reads
  .map(({ id, path, query }) => ({ id, path, names: Object.keys(query.shape) }))
  .filter(({ names }) => names.length > 0);
const asked = withQuery.flatMap(({ id, path, names }) => names.map((name) => ({ id, path, name })));

const ids: Record<string, string> = { procedures: 'prive-mono-site' };

async function ask(id: string, path: string, said: Readonly<Record<string, string>>) {
  const owner = path.split('/')[1] ?? '';
  const to = path
    .replace(':id', ids[owner] ?? 'lune')
    .replace(':type', 'contrat.trouve')
    .replace(':extension', 'mmd');
  const query = new URLSearchParams({ ...needed[id], ...said });
  const response = await server.fetch(`/api/v1${to}?${query}`, { headers: people.superviseur });
  return { status: response.status, text: await response.text() };
}

const server = await serve(today);
const people = await peopleOf(server.services);
ids['editeurs'] = people.editeurId;
needed['delegations.lister'] = { editeur: people.editeurId };
ids['certificats'] = (await playOn(server.services, cliniqueMonoSite)).certificat ?? '';
ids['dossiers'] = (await server.post<{ id: string }>('/api/v1/dossiers', openingOf(0))).body.id;
ids['groupements'] = (await server.post<{ id: string }>('/api/v1/groupements', { nom: 'GHT', genre: 'ght' })).body.id;
const subscribed = { url: 'http://127.0.0.1:1/', evenements: 'tous' };
const { body } = await server.post<{ abonnement: { id: string } }>(
  '/api/v1/abonnements',
  subscribed,
  people.superviseur,
);
ids['abonnements'] = body.abonnement.id;

describe('a query', () => {
  test.each(withQuery)(
    'of $id says nothing where it is empty, but where it must be said',
    async ({ id, path, names }) => {
      const must = Object.keys(needed[id] ?? {});
      const may = names.filter((name) => !must.includes(name));
      expect((await ask(id, path, {})).status).toBe(200);
      expect((await ask(id, path, Object.fromEntries(may.map((name) => [name, ''])))).status).toBe(200);
      for (const name of must) expect((await ask(id, path, { [name]: '' })).status).toBe(422);
    },
  );

  test.each(asked)('of $id that says a wrong « $name » is told so', async ({ id, path, name }) => {
    const { status, text } = await ask(id, path, { [name]: 'lune' });
    if (free.has(`${id} ${name}`)) expect(status).toBe(200);
    else expect([status, text]).toEqual([expect.toSatisfy(isRefused), expect.stringContaining('"code"')]);
  });

  test('of a cursor that nothing gave, or of whom nobody knows, is not answered by nothing', async () => {
    for (const [id, path, said, pointeur] of [
      ['dossiers.journal', '/dossiers/:id/journal', { apres: '999' }, '/apres'],
      ['actes.lister', '/actes', { apres: '999' }, '/apres'],
      ['acces.lister', '/acces', { avant: '99999' }, '/avant'],
      ['cles.lister', '/cles', { editeur: 'moi' }, '/editeur'],
      ['delegations.lister', '/delegations', { editeur: 'lune' }, '/editeur'],
      ['cles.lister', '/cles', { editeurs: people.editeurId }, ''],
    ] as const) {
      const { status, text } = await ask(id, path, said);
      expect([id, status, JSON.parse(text).erreurs[0].pointeur]).toEqual([id, 422, pointeur]);
    }
    const journal = JSON.parse((await ask('', '/dossiers/:id/journal', {})).text) as { faits: { rang: number }[] };
    const { status, text } = await ask('', '/dossiers/:id/journal', { apres: `${journal.faits.at(-1)?.rang}` });
    expect([status, JSON.parse(text)]).toEqual([200, { faits: [], suite: null }]);
    expect((await ask('', '/delegations', { editeur: people.editeurId })).status).toBe(200);
    expect((await server.fetch('/api/v1/dossiers/lune/delegations', { headers: people.superviseur })).status).toBe(404);
  });
});

const isRefused = (status: number) => status === 422 || status === 404;
