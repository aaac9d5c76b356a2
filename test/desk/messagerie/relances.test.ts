import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { enPlace, given } from '../../http/people.ts';
import { createWorld, type World } from './world.ts';

const SENT = cliniqueMonoSite.steps.findIndex(({ fact }) => fact.type === 'formulaire413.transmis') + 1;
const superviseur = { ...enPlace, role: 'superviseur' } as const;

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.now = new Date('2026-12-01T09:00:00.000Z');
});
afterEach(() => world.stop());

async function set(cle: string, valeur: string): Promise<void> {
  given(await world.services.reglages.poser(superviseur, { cle, valeur, du: '2026-01-01', au: null, motif: '' }));
}

/** Dossiers of which the ANS owes an answer since 3 March. */
async function late(...finess: string[]): Promise<string[]> {
  const journey = { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, SENT) };
  const played = [];
  for (const one of finess) played.push(await playOn(world.services, journey, { finess: one }));
  return played.map(({ dossier }) => dossier);
}

async function relancer(): Promise<number> {
  const sent = await world.services.messagerie.relancer();
  await world.courier.work();
  return sent;
}

test('nothing leaves by itself before a superviseur wants it, nor at night, on Sundays and on holidays', async () => {
  await set('ans.courriel', 'igc@esante.fr');
  await late('010000206');
  expect(await relancer()).toBe(0);
  await set('relances.automatiques', 'oui');
  for (const instant of [
    '2026-03-11T06:59:00Z',
    '2026-03-11T17:00:00Z',
    '2026-03-15T09:00:00Z',
    '2026-04-06T09:00:00Z',
  ]) {
    world.now = new Date(instant);
    expect(await relancer()).toBe(0);
  }
  expect(world.smtp.taken).toEqual([]);
  world.now = new Date('2026-03-16T09:00:00Z');
  expect(await relancer()).toBe(1);
});

test('one mail a recipient and a day is sent about all that is late, told by each journal, and noted as done', async () => {
  await set('ans.courriel', 'igc@esante.fr');
  await set('relances.automatiques', 'oui');
  const ids = await late('010000206', '010000214', '010000222');
  world.now = new Date('2026-03-16T09:00:00Z');
  expect(await relancer()).toBe(1);
  expect(world.smtp.taken.map(({ to }) => to)).toEqual([['igc@esante.fr']]);
  const mail = await simpleParser(world.smtp.taken[0]?.raw ?? '');
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.text?.match(/attendu pour le 03\/03\/2026/g)).toHaveLength(3);
  for (const id of ids) {
    const [told] = given(await world.services.messagerie.echanges({ genre: 'dossier', id }));
    expect(told).toMatchObject({
      sorte: 'envoye',
      auteur: 'relances',
      courriel: { automatique: true, ensemble: true },
    });
    const relances = await world.services.suivi.relances(id);
    expect(relances).toMatchObject([{ acteur: 'ans', faitePar: 'relances' }]);
  }
  expect(await world.services.travail.propositions({ tous: true })).toEqual([]);
  world.now = new Date('2026-03-17T09:00:00Z');
  expect(await relancer()).toBe(0);
  expect(await world.store.verify()).toMatchObject({ ok: true });
});

test('of two nodes one sends, and what a crash left unnoted is noted without being sent again', async () => {
  await set('ans.courriel', 'igc@esante.fr');
  await set('relances.automatiques', 'oui');
  const [id = ''] = await late('010000206');
  world.now = new Date('2026-03-16T09:00:00Z');
  const { addRelance } = world.store.notes;
  world.store.notes.addRelance = () => Promise.reject(new Error('crash'));
  await expect(world.services.messagerie.relancer()).rejects.toThrow('crash');
  world.store.notes.addRelance = addRelance;
  await Promise.all([world.services.messagerie.relancer(), world.services.messagerie.relancer()]);
  await world.courier.work();
  expect(world.smtp.taken).toHaveLength(1);
  expect((await world.services.suivi.relances(id)).length).toBeGreaterThanOrEqual(1);
  world.now = new Date('2026-03-17T09:00:00Z');
  expect(await relancer()).toBe(0);
});

test('the end of a certificate is reminded of to the administrateur technique, 90 days before and not again the next day', async () => {
  await set('ans.portail', 'https://pro.example/commande');
  await set('relances.automatiques', 'oui');
  const { dossier } = await playOn(world.services, cliniqueMonoSite, { finess: '010000206' });
  await world.services.travail.affecter([dossier], 'camille', 'compte:essai');
  const days = await world.services.travail.jours({
    de: { compteId: 'camille' },
    du: '2026-01-01',
    au: '2035-01-01',
    limite: 100,
  });
  const end = days.findLast(({ sorte, quoi }) => sorte === 'fin' && quoi.startsWith('certificat.'))?.jour ?? '';
  world.now = new Date(Date.parse(`${end}T09:00:00Z`) - 90 * 86_400_000);
  while (world.now.getUTCDay() === 0 || world.now.getUTCDay() === 6)
    world.now = new Date(world.now.getTime() + 86_400_000);
  const sent = await relancer();
  expect(world.smtp.taken.map(({ to }) => to)).toEqual([['informatique@ch-exemple.fr']]);
  expect(sent).toBe(1);
  world.now = new Date(world.now.getTime() + 86_400_000);
  expect(await relancer()).toBe(0);
});
