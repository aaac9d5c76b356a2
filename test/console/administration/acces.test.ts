import { expect, test, vi } from 'vitest';
import { openDesk, words } from './desk.ts';

const desk = openDesk();

const page = async (query = '') => words(await desk.get(`/administration/acces${query}`));

test('who read a dossier is found by it, with how often, and a refusal beside it', async () => {
  const autre = '00000000-0000-4000-8000-000000000000';
  for (const role of ['agent', 'agent', 'lecteur'] as const) await desk.get(`/dossiers/${desk.dossier}`, role);
  await desk.get(`/dossiers/${autre}`, 'agent');
  const { acces } = desk.server.services;
  const read = acces?.find({ objet: desk.dossier, limite: 50 }) ?? [];
  const noms = await desk.server.services.identites.nommer(read.map(({ qui }) => qui));
  expect(read.map(({ qui, quoi, statut, fois }) => [noms(qui), quoi, statut, fois])).toEqual(
    expect.arrayContaining([
      [expect.any(String), 'dossiers.prochaines-etapes', 200, 2],
      [expect.any(String), 'dossiers.prochaines-etapes', 200, 1],
    ]),
  );
  expect(new Set(read.map(({ qui }) => qui)).size).toBeGreaterThan(1);
  expect(acces?.find({ objet: autre, limite: 5 })).toMatchObject([{ statut: 404, quoi: 'dossiers.prochaines-etapes' }]);

  const shown = await page(`?objet=${desk.dossier}`);
  expect(shown).toContain('prochaines étapes');
  expect(shown).toContain('2 fois depuis');
  expect(await page(`?objet=${autre}&refuses=oui`)).toContain('Refusé (404)');
  expect(await page(`?objet=${autre}&du=2030-01-01`)).toContain('Aucun accès ne convient');
});

test('an export, a key and a login that failed are kept; the reading of this page too', async () => {
  await desk.get('/export.csv', 'agent');
  await desk.server.get(`/api/v1/dossiers/${desk.dossier}`);
  await desk.server.fetch('/connexion', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
      Authorization: '',
    },
    body: 'courriel=personne%40ch-exemple.fr&motDePasse=ce%20n%E2%80%99est%20pas%20lui',
  });
  await page();
  const all = desk.server.services.acces?.find({ limite: 200 }) ?? [];
  const kept = all.map(({ qui, quoi, statut }) => `${qui.split(':')[0]} ${quoi} ${statut}`);
  expect(kept).toEqual(
    expect.arrayContaining(['cle dossiers.lire 200', 'anonyme session.ouvrir 401', 'compte acces.lister 200']),
  );
  const csv = await desk.get('/administration/acces.csv?qui=anonyme');
  expect(csv.text).toContain('"Sans identité"');
  expect(csv.headers.get('content-disposition')).toContain('acces-2026-03-10.csv');
});

test('a page that its reader leaves before its end is kept as the others are', async () => {
  const leaving = new AbortController();
  const headers = { ...desk.people.lecteur };
  const followed = await desk.server.fetch(`/dossiers/${desk.dossier}/suivi`, { headers, signal: leaving.signal });
  expect(followed.status).toBe(200);
  const { acces } = desk.server.services;
  const count = () => acces?.find({ objet: desk.dossier, limite: 50 }).reduce((sum, { fois }) => sum + fois, 0) ?? 0;
  const before = count();
  leaving.abort();
  await vi.waitFor(() => expect(count()).toBe(before + 1));
});

test('whoever is no superviseur reads none of it, and it is forgotten after its time', async () => {
  expect((await desk.get('/administration/acces', 'agent')).status).toBe(403);
  const { acces } = desk.server.services;
  expect(acces?.forget('2026-01-01T00:00:00.000Z')).toBe(0);
  expect(acces?.find({ limite: 1 })).toHaveLength(1);
  expect(acces?.forget('2026-03-11T00:00:00.000Z')).toBeGreaterThan(5);
  expect(acces?.find({ limite: 1 })).toEqual([]);
});
