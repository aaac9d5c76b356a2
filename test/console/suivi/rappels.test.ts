import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { visitorOf } from '../visitor.ts';

let server: TestServer;
let people: People;
let id: string;
let agent: string;

beforeAll(async () => {
  server = await startServer('2026-02-10');
  people = await peopleOf(server.services);
  agent = (await server.services.identites.comptes()).find(({ role }) => role === 'agent')?.id ?? '';
  id = (await playOn(server.services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 2) })).dossier;
});
afterAll(() => server.stop());

const page = async (path = '', who: 'agent' | 'lecteur' = 'agent') =>
  (await visitorOf(server).get(`/dossiers/${id}${path}`, people[who])).text;
const post = (path: string, fields: Record<string, string>) =>
  visitorOf(server).post(`/dossiers/${id}/${path}`, fields, people.agent);
const relances = async () =>
  (await server.services.suivi.relances(id)).map(({ pourLe, quoi, faiteLe }) => [pourLe, quoi, faiteLe !== null]);
const awaited = 'Relancer : Décision de l’ANS sur le contrat';

test('whoever is beyond a usual delay is proposed to be called back, to those who act', async () => {
  const text = await page();
  expect(text).toContain('À relancer');
  expect(text).toMatch(/<strong>ANS<\/strong> : Décision de l’ANS sur le contrat/);
  expect(text).toContain('Relancer par courriel');
  expect(await page('', 'lecteur')).not.toContain('À relancer');
});

test('it is planned by one click, put off by another, and proposed no more meanwhile', async () => {
  const planned = await post('retards', { etape: 'contrat.attenteDecision', jours: '7' });
  expect([planned.status, planned.headers.get('location')]).toEqual([303, `/dossiers/${id}`]);
  expect(await relances()).toEqual([['2026-02-17', awaited, false]]);
  expect(await page()).not.toContain('<strong>ANS</strong> : Décision');
  const [relance] = await server.services.suivi.relances(id);
  const put = await post(`relances/${relance?.id}/report`, { jours: '1', retour: '/' });
  expect(put.headers.get('location')).toBe('/');
  expect(await relances()).toEqual([['2026-02-11', awaited, false]]);
  for (const jours of ['0', '-1', '400', 'x']) await post(`relances/${relance?.id}/report`, { jours });
  expect(await relances()).toEqual([['2026-02-11', awaited, false]]);
  await server.services.suivi.settle(id, relance?.id ?? '', true, `compte:${agent}`);
  expect(await server.services.suivi.postpone(id, relance?.id ?? '', 1)).toBe(false);
});

test('one gesture notes the call and opens its mail, already chosen, in the agent’s own program', async () => {
  const begun = { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 2) };
  const { dossier } = await playOn(server.services, begun, { finess: '010000404' });
  await server.services.travail.affecter([dossier], agent, `compte:${agent}`);
  const visitor = visitorOf(server);
  const list = async () => (await visitor.get('/', people.agent)).text;
  expect(await list()).toMatch(/1 relance proposée[\s\S]*<strong>ANS<\/strong> : Décision de l’ANS sur le contrat/);
  const fields = { etape: 'contrat.attenteDecision', retour: '/', courriel: 'oui' };
  const sent = await visitor.post(`/dossiers/${dossier}/retards`, fields, people.agent);
  const mail = `/dossiers/${dossier}/courriel?modele=relance-ans&ouvre=oui`;
  expect([sent.status, sent.headers.get('location')]).toEqual([303, mail]);
  const { text } = await visitor.get(mail, people.agent);
  expect(text).toContain('<meta http-equiv="refresh" content="0;url=mailto:?subject=');
  expect(text).toContain('l’étape « Décision de l’ANS sur le contrat » attend depuis le 7 janvier 2026, soit 34 jours');
  expect(text).not.toContain('Noter qu’il est parti');
  expect(await list()).not.toContain('relance proposée');
  const again = await visitor.post(`/dossiers/${dossier}/retards`, fields, people.agent);
  expect([again.headers.get('location'), (await server.services.suivi.relances(dossier)).length]).toEqual(['/', 1]);
});

test('what is not late is not called back', async () => {
  const before = await relances();
  await post('retards', { etape: 'enService' });
  expect(await relances()).toEqual(before);
});

test('a call that was just made is noted as done', async () => {
  const other = (
    await playOn(
      server.services,
      { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 2) },
      { finess: '010000206' },
    )
  ).dossier;
  await visitorOf(server).post(`/dossiers/${other}/retards`, { etape: 'contrat.attenteDecision' }, people.agent);
  const [made] = await server.services.suivi.relances(other);
  expect(made).toMatchObject({ quoi: awaited, faitePar: `compte:${agent}`, pourLe: '2026-02-10' });
});

test('the day of a follow-up is chosen by the button that adds it', async () => {
  const fields = { pourLe: '', acteur: 'dsi', quoi: 'Rappeler', compteId: agent, action: 'dans-15' };
  expect((await post('relances', fields)).status).toBe(303);
  expect(await relances()).toContainEqual(['2026-02-25', 'Rappeler', false]);
});

test('whoever was called back within seven days is left alone, by the days of France', async () => {
  const begun = { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 2) };
  const { dossier } = await playOn(server.services, begun, { finess: '010000305' });
  const called = async (faiteLe: string) => {
    const made = { creeeLe: faiteLe, creeePar: `compte:${agent}`, faiteLe, faitePar: `compte:${agent}` };
    const asked = { pourLe: '2026-02-03', quoi: 'Appeler', acteur: 'ans', compteId: agent };
    await server.store.notes.addRelance(dossier, { id: faiteLe, ...asked, ...made });
    const { text } = await visitorOf(server).get(`/dossiers/${dossier}`, people.agent);
    return !text.includes('À relancer');
  };
  expect(await called('2026-02-03T22:30:00.000Z')).toBe(false);
  expect(await called('2026-02-03T23:30:00.000Z')).toBe(true);
});
