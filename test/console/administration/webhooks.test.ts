import { describe, expect, test } from 'vitest';
import { beginningOf } from '../../../src/days.ts';
import { openDesk, secretOf, words } from './desk.ts';

const desk = openDesk();
const tous = '/administration/webhooks';

const create = (fields: Record<string, string> = {}) =>
  desk.post(`${tous}/nouveau`, { url: 'http://127.0.0.1:9/evenements', description: 'Entrepôt', ...fields });
const fail = (id: string) =>
  desk.server.store.abonnements.settle(
    id,
    { rang: 0, le: '2026-03-10T11:00:00.000Z', statut: 500, dureeMs: 8, erreur: 'Refusé' },
    { prochaineLe: '2026-03-10T12:00:00.000Z' },
  );
const last = async () => (await desk.server.services.abonnements.list()).at(-1);

test('a day begins at midnight in France, in summer as in winter', () => {
  const days = ['2025-07-01', '2026-01-01', '2026-03-29', '2026-10-25'];
  const begun = days.map((day) => new Date(beginningOf(day)).toISOString());
  const hours = ['2025-06-30T22', '2025-12-31T23', '2026-03-28T23', '2026-10-24T22'];
  expect(begun).toEqual(hours.map((hour) => `${hour}:00:00.000Z`));
});

describe('a subscription', () => {
  test('is made for some facts, its secret shown once', async () => {
    const shown = await create({ 'evenements.contrat_signe': 'oui', 'evenements.dossier_ouvert': 'oui' });
    expect([shown.status, secretOf(shown)]).toEqual([201, expect.stringMatching(/^whsec_/)]);
    const one = await last();
    expect(one).toMatchObject({
      description: 'Entrepôt',
      evenements: ['contrat.signe', 'dossier.ouvert'],
      editeurId: null,
    });
    const page = await desk.get(`${tous}/${one?.id}`);
    expect(page.text).not.toContain(secretOf(shown));
    expect(words(page)).toMatch(/Entrepôt Actif.*Contrat accepté par l’ANS Dossier ouvert/);
  });

  test('of no box is one of all facts', async () => {
    await create();
    expect((await last())?.evenements).toBe('tous');
  });

  test('to a wrong address is told beside its line', async () => {
    const shown = await create({ url: 'ftp://exemple.fr' });
    expect([shown.status, shown.text]).toEqual([422, expect.stringContaining('id="champ-url-faute"')]);
  });

  test('is paused and resumed', async () => {
    await create();
    const path = `${tous}/${(await last())?.id}`;
    expect(words(await desk.after(await desk.post(`${path}/pause`)))).toContain('En pause à votre demande');
    expect((await last())?.pause?.motif).toBe('demande');
    await desk.after(await desk.post(`${path}/reprise`));
    expect((await last())?.pause).toBeNull();
  });

  test('is told to fail once it ails, not for a first failure, nor because another leads to the same address', async () => {
    const failing = async () => /(\d+) abonnements? dont/.exec(words(await desk.get('/administration')))?.[1];
    await create();
    await create();
    const { id = '' } = (await last()) ?? {};
    const shown = async () => words(await desk.get(`${tous}/${id}`));
    expect([await failing(), await shown()]).toEqual([undefined, expect.stringContaining('mène à la même adresse')]);
    await fail(id);
    expect([await failing(), await shown()]).toEqual([undefined, expect.stringContaining('Entrepôt 1 échec ')]);
    for (const _ of [2, 3, 4, 5]) await fail(id);
    expect([await failing(), await shown()]).toEqual(['1', expect.stringContaining('Entrepôt En échec ')]);
    await desk.post(`${tous}/${id}/pause`);
    expect(await failing()).toBeUndefined();
  });

  test('says until when its receiver asks to be left alone, while that holds', async () => {
    await create();
    const { id = '' } = (await last()) ?? {};
    const shown = async () => words(await desk.get(`${tous}/${id}`));
    const { abonnements } = desk.server.store;
    await abonnements.leave(id, '2026-03-10T11:00:00.000Z');
    expect(await shown()).not.toContain('Demande d’attendre');
    await abonnements.leave(id, '2026-03-10T15:30:00.000Z');
    expect(await shown()).toContain('Demande d’attendre jusqu’au 10 mars 2026 à 16:30');
  });

  test('changes of secret, and goes, after a question each time', async () => {
    const first = secretOf(await create());
    const path = `${tous}/${(await last())?.id}`;
    expect(words(await desk.get(`${path}/secret`))).toContain('L’ancien signe aussi pendant 24 heures');
    const changed = secretOf(await desk.post(`${path}/secret`));
    expect(changed).toMatch(/^whsec_/);
    expect(changed).not.toBe(first);
    expect((await desk.get(`${path}/suppression`)).status).toBe(200);
    expect((await desk.get(path)).status).toBe(200);
    await desk.after(await desk.post(`${path}/suppression`));
    const acts = words(await desk.get('/administration/journal'));
    expect(acts).toMatch(/Webhook supprimé.*Secret de webhook changé.*Webhook créé .* vers 127\.0\.0\.1:9/);
    expect((await desk.get(path)).status).toBe(404);
  });

  test('that was changed says what of it in the journal', async () => {
    await create();
    const { id = '' } = (await last()) ?? {};
    await desk.server.fetch(`/api/v1/abonnements/${id}`, {
      method: 'PATCH',
      headers: { ...desk.people.superviseur, 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: 'http://127.0.0.1:9/ailleurs', description: 'Archives' }),
    });
    const acts = words(await desk.get('/administration/journal'));
    expect(acts).toContain('Webhook modifié Archives adresse, description, vers 127.0.0.1:9');
  });

  test('sends again one event, or all since a day, and says what it cannot', async () => {
    await create();
    const path = `${tous}/${(await last())?.id}`;
    const done = await desk.post(`${path}/relivraison`, { depuis: '01/03/2026' });
    expect(words(await desk.after(done))).toContain('La livraison est demandée');
    expect((await desk.after(await desk.post(`${path}/relivraison`, { evenement: '1' }))).status).toBe(200);
    const refusals = [
      {},
      { evenement: '1', depuis: '01/03/2026' },
      { evenement: 'x' },
      { depuis: '31/02/2026' },
      { evenement: '999' },
    ];
    const told = await Promise.all(refusals.map((fields) => desk.post(`${path}/relivraison`, fields as never)));
    expect(told.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    expect(words(told[4] ?? ({ text: '' } as never))).toContain('Cet abonnement ne voit aucun événement de ce numéro.');
  });
});
