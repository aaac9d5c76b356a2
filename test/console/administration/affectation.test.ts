import { afterAll, beforeAll, expect, test } from 'vitest';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { visitorOf } from '../visitor.ts';

const LIEU = '/administration/affectation';

let server: TestServer;
let people: People;
let agentId = '';
let visitor: ReturnType<typeof visitorOf>;
beforeAll(async () => {
  server = await startServer('2026-06-01');
  people = await peopleOf(server.services);
  agentId = (await server.services.identites.comptes()).find(({ role }) => role === 'agent')?.id ?? '';
  visitor = visitorOf(server);
});
afterAll(() => server.stop());

test('a superviseur sets a rule and ends it; an agent reads it', async () => {
  const send = (fields: Record<string, string>) => visitor.post(`${LIEU}/regles`, fields, people.superviseur);
  const none = await send({ compteId: agentId });
  expect([none.status, none.text.includes('Remplissez un département, un éditeur ou un groupement')]).toEqual([
    422,
    true,
  ]);
  const wrong = await send({ departement: '999', compteId: agentId });
  expect([wrong.status, wrong.text.includes('Saisissez le numéro d’un département')]).toEqual([422, true]);
  expect((await send({ departement: '01' })).text).toContain('Choisissez quelqu’un.');
  expect((await send({ departement: '2a', compteId: agentId })).status).toBe(303);
  const seen = await visitor.get(LIEU, people.agent);
  expect(seen.text).toContain('Département 2A');
  expect(seen.text).not.toContain('Enregistrer la règle');
  const journal = await visitor.get('/administration/journal', people.superviseur);
  expect(journal.text).toContain('Affectation : département 2A');
  const ended = await visitor.post(`${LIEU}/regles/retrait`, { sur: 'departement', valeur: '2A' }, people.superviseur);
  expect(ended.status).toBe(303);
  expect((await visitor.get(LIEU, people.agent)).text).toContain('Aucune règle');
  expect((await visitor.post(`${LIEU}/regles`, { departement: '01', compteId: agentId }, people.agent)).status).toBe(
    403,
  );
});

test('an agent tells an absence, which his dossiers, the list and the figures say until he is back', async () => {
  const opened = await server.post<{ id: string }>('/api/v1/dossiers', {
    procedure: 'prive-mono-site',
    etablissement: site,
  });
  await server.services.travail.affecter([opened.body.id], agentId, 'essai');
  const send = (path: string, fields: Record<string, string>) => visitor.post(`${LIEU}/${path}`, fields, people.agent);
  const wrong = await send('absences', { absent: agentId, du: '12/06/2026', au: '01/06/2026' });
  expect([wrong.status, wrong.text.includes('La fin ne précède pas le début.')]).toEqual([422, true]);
  expect((await send('absences', { absent: agentId, du: '01/06/2026', au: '12/06/2026' })).status).toBe(303);
  const pages = ['/?onglet=tous', `/dossiers/${opened.body.id}`, LIEU];
  const told = await Promise.all(pages.map((path) => visitor.get(path, people.superviseur)));
  const away = 'absent jusqu’au 12 juin 2026';
  expect(told.map(({ text }) => text.includes(away) || text.includes('12 juin 2026'))).toEqual([true, true, true]);
  while (!(await server.services.avancementMesures()).aJour);
  expect((await visitor.get('/pilotage', people.superviseur)).text).toContain(away);
  expect((await send('absences/fin', { compteId: agentId, du: '2026-06-01', au: '2026-06-12' })).status).toBe(303);
  expect((await visitor.get('/?onglet=tous', people.superviseur)).text).not.toContain(away);
});
