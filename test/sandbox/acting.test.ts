import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { createSender } from '../../src/outbox/sender.ts';
import { createSandboxes, type Sandboxes } from '../../src/sandbox/sandboxes.ts';
import { vies } from '../../src/sandbox/vies/index.ts';
import { stage as stageOn } from '../../src/sandbox/vies/play.ts';
import type { Services } from '../../src/services.ts';
import type { Place } from '../../src/store/places.ts';
import { enPlace, given } from '../http/people.ts';
import type { View } from '../journeys/journey.ts';
import { type Received, type Receiver, startReceiver } from '../outbox/receiver.ts';
import { isPostgres } from '../postgres/engine.ts';
import { serve } from '../server.ts';
import { placesOf } from './places.ts';
import { etablissement, type Program, programOf } from './play.ts';

const JOUR = '2026-06-30';
const SCOPES = ['lecture', 'partie4', 'administrateur-technique', 'evenements', 'webhooks'];
let editeurId: string;
let editeur: Program;
beforeEach(async () => {
  editeur = await programOf(server, { role: 'editeur', editeurId, portees: SCOPES, bacASable: true });
});

async function untilTried(abonnements: Services['abonnements']): Promise<number> {
  const [one] = await abonnements.list();
  for (;;) {
    const { length } = await abonnements.attempts(one?.id ?? '', null, 10);
    if (length > 0) return length;
    await setImmediate();
  }
}
const play = (role: string) => editeur.ask('POST', '/bac-a-sable/acteur', { role });
const stage = async (etape: string, faits?: number) => {
  const asked = await editeur.ask('POST', '/bac-a-sable/scenarios', { etape, ...(faits !== undefined && { faits }) });
  expect(asked.status).toBe(201);
  return asked.body as { dossier: string; faits: number; delegueA: string | null; certificat: string | null };
};
const stepsOf = async (id: string) =>
  (await editeur.ask('GET', `/dossiers/${id}/prochaines-etapes`)).body as unknown as View;

const server = await serve(JOUR);
({ id: editeurId } = given(await server.services.identites.createEditeur(enPlace, { nom: 'Éditeur Exemple' })));

describe('an éditeur’s key in its sandbox', () => {
  test('is that éditeur: it sees what is delegated to it, opens nothing, and tells what it may', async () => {
    expect((await editeur.ask('GET', '/moi')).body).toMatchObject({ role: 'editeur', editeurId, bacASable: true });
    const { body: refused } = await editeur.ask('POST', '/dossiers', {});
    expect(refused['code']).toBe('droit-insuffisant');
    await play('agent');
    const id = await editeur.open();
    await play('editeur');
    expect((await editeur.ask('GET', `/dossiers/${id}`)).status).toBe(404);

    await play('agent');
    const { editeurs } = (await editeur.ask('GET', '/editeurs')).body as { editeurs: { id: string; nom: string }[] };
    expect(editeurs).toMatchObject([{ id: editeurId, nom: 'Éditeur Exemple' }]);
    const lent = await editeur.ask('POST', '/delegations', { dossierId: id, editeurId, du: JOUR, motif: 'Essai' });
    expect(lent.status).toBe(201);
    await play('editeur');
    expect((await editeur.ask('GET', `/dossiers/${id}`)).status).toBe(200);
    const told = await editeur.ask('POST', `/dossiers/${id}/faits`, { type: 'contrat.absent', date: JOUR });
    expect([told.status, told.code]).toEqual([403, 'fait-non-permis']);
    const { etapes } = await stepsOf(id);
    const own = etapes.flatMap(({ faits }) => faits).find(({ type }) => type === 'formulaire413.partie4Remplie');
    expect(own).toMatchObject({ permis: true });
    expect((await editeur.ask('POST', `/dossiers/${id}/faits`, own?.exemple ?? {})).status).toBe(200);

    await play('agent');
    expect((await editeur.ask('DELETE', `/delegations/${lent.body['id']}`)).status).toBe(204);
    await play('editeur');
    expect((await editeur.ask('GET', `/dossiers/${id}`)).status).toBe(404);
  });

  test('has no more scopes than in production, whatever it plays after, and plays on after a rest', async () => {
    const narrow = await programOf(server, { role: 'editeur', editeurId, portees: ['partie4'], bacASable: true });
    expect((await narrow.ask('GET', '/dossiers')).code).toBe('portee-insuffisante');
    expect((await narrow.ask('POST', '/bac-a-sable/acteur', { role: 'lecteur' })).body).toEqual({ role: 'lecteur' });
    expect((await narrow.ask('GET', '/dossiers')).status).toBe(200);
    server.sandboxes.sweep(Number.POSITIVE_INFINITY);
    expect((await narrow.ask('GET', '/moi')).body).toMatchObject({ role: 'lecteur', editeurId: null });
    expect((await narrow.ask('POST', '/dossiers', {})).code).toBe('droit-insuffisant');
    if (isPostgres) return;
    server.sandboxes.sweep(Number.POSITIVE_INFINITY);
    const top = join(server.folder, 'bac-a-sable');
    const own = readdirSync(top).find((name) => name.startsWith(narrow.id)) ?? '';
    writeFileSync(join(top, own, 'acteur'), 'lect');
    expect((await narrow.ask('GET', '/moi')).body).toMatchObject({ role: 'editeur', editeurId });
  });
});

describe('a scenario', () => {
  test.each(Object.entries(vies))('%s puts a dossier where its life ends, delegated', async (etape, life) => {
    const { dossier, faits, delegueA } = await stage(etape);
    expect([faits, delegueA]).toEqual([life.steps.length, editeurId]);
    const { etapes, restant, dossier: shown } = await stepsOf(dossier);
    expect({ ...shown, restant: restant.minimum, shows: etapes.map(({ libelle }) => libelle) }).toMatchObject(
      life.ends,
    );
  });

  test('is delegated to the éditeur that a key of none plays', async () => {
    const bac = await programOf(server, { bacASable: true });
    const { body } = await bac.ask('POST', '/bac-a-sable/scenarios', { etape: 'fusion', faits: 1 });
    expect(body).toMatchObject({ delegueA: bac.id });
    await bac.ask('POST', '/bac-a-sable/acteur', { role: 'editeur' });
    expect((await bac.ask('GET', `/dossiers/${body['dossier']}`)).status).toBe(200);
  });

  test('stops where it is told, is played as often as one likes, and ends on the day of the sandbox', async () => {
    await editeur.ask('PUT', '/bac-a-sable/horloge', { le: '2027-03-01' });
    const first = await stage('fusion', 2);
    const again = await stage('fusion');
    const third = await stage('fusion');
    expect(new Set([first, again, third].map(({ dossier }) => dossier)).size).toBe(3);
    const { faits } = (await editeur.ask('GET', `/dossiers/${first.dossier}/journal`)).body as { faits: object[] };
    expect(faits).toMatchObject([{ type: 'dossier.ouvert' }, { type: 'contrat.trouve', date: '2026-09-06' }, {}]);
    expect(faits).toHaveLength(3);
  });

  test('takes its turn beside others, and what falls due waits for it', async () => {
    const asked = Object.keys(vies).filter((_, rank) => rank % 2 === 1);
    const days = ['2026-07-15', '2026-08-15', '2026-09-15'];
    const moveTo = async (le = '') =>
      expect((await editeur.ask('PUT', '/bac-a-sable/horloge', { le })).status).toBe(200);
    const moving = moveTo(days[0])
      .then(() => moveTo(days[1]))
      .then(() => moveTo(days[2]));
    await Promise.all([moving, ...asked.map((etape) => stage(etape))]);
  });

  test('says so where somebody acts on its dossier meanwhile', async () => {
    const { services } = server;
    let acts = 0;
    const record: Services['record'] = async (cible, fait, act) => {
      acts += 1;
      const abandon = { type: 'dossier.abandonne', date: JOUR, motif: 'Autre' } as const;
      if (acts === 2) await services.record(cible, abandon, act);
      return services.record(cible, fait, act);
    };
    const staged = await stageOn({ ...services, record }, enPlace, { etape: 'fusion' });
    expect(staged).toMatchObject({ ok: false, error: { type: vies.fusion.steps[1]?.fact.type, refus: 'fait-refuse' } });
  });

  test('is listed with what it plays, and an unknown one is told those that are', async () => {
    const { scenarios } = (await editeur.ask('GET', '/bac-a-sable/scenarios')).body as { scenarios: object[] };
    expect(scenarios).toHaveLength(Object.keys(vies).length);
    const { status, body } = await editeur.ask('POST', '/bac-a-sable/scenarios', { etape: 'ailleurs' });
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('carte-perdue')]);
    const real = await programOf(server, { role: 'agent', portees: ['lecture', 'faits'] });
    for (const [path, asked] of [
      ['scenarios', { etape: 'fusion' }],
      ['acteur', { role: 'agent' }],
    ] as const)
      expect((await real.ask('POST', `/bac-a-sable/${path}`, asked)).code).toBe('hors-bac-a-sable');
  });
});

describe('the webhooks of a sandbox', () => {
  /** Those that are open. */
  const stores = new Set<string>();
  const counted = (place: Place): Place => ({
    ...place,
    async open() {
      const store = await place.open();
      stores.add(place.nom);
      return { ...store, close: () => store.close().finally(() => stores.delete(place.nom)) };
    },
  });
  const sandboxesAt = (clock: () => Date) => {
    const places = placesOf(join(server.folder, 'apart'));
    return createSandboxes({
      places: { ...places, of: async (cle) => counted(await places.of(cle)) },
      clock,
      sender: { create: () => createSender({ autoriserAdressesPrivees: true }), onError: () => {} },
    });
  };
  /** Until the first request was answered. */
  const subscribeIn = (all: Sandboxes, cle: string, { url }: Receiver) =>
    all.use(cle, async ({ abonnements }) => {
      await abonnements.create({ url, evenements: 'tous', description: '' }, null);
      expect(await untilTried(abonnements)).toBe(1);
    });
  /** All are shut, and what they owe is known. */
  async function closed(all: Sandboxes): Promise<void> {
    expect(all.sweep(Number.POSITIVE_INFINITY)).toBe(0);
    while (stores.size > 0) await setImmediate();
    await setImmediate();
  }
  const eventOf = ({ body }: Received) => JSON.parse(body) as { type: string; bacasable?: true; subject?: string };

  test('leave from it, signed, marked and dated by the receiver’s day, whatever its own is', async () => {
    const receiver = await startReceiver();
    await editeur.ask('PUT', '/bac-a-sable/horloge', { le: '2027-03-01' });
    const made = await editeur.ask('POST', '/abonnements', { url: receiver.url });
    expect(made.status).toBe(201);
    const { dossier } = await stage('carte-perdue', 1);
    const isLent = (one: Received) => eventOf(one).type.endsWith('delegation.accordee');
    for (let count = 2; !receiver.asked.some(isLent); count++) await receiver.arrival(count);
    const [first, second] = [receiver.asked[0], receiver.asked.find(isLent)];
    expect([first, second].map((one) => one && eventOf(one))).toMatchObject([
      { type: 'fr.parcours-igc.abonnement.verifie', bacasable: true },
      { type: 'fr.parcours-igc.delegation.accordee', bacasable: true, subject: dossier },
    ]);
    expect(new Date(Number(second?.headers['webhook-timestamp']) * 1000).toISOString().slice(0, 10)).toBe(JOUR);
    const feed = await editeur.ask('GET', '/evenements');
    expect((feed.body as { evenements: object[] }).evenements.at(-1)).toEqual(second && eventOf(second));
    receiver.stop();
  });

  test('go where those of production may, and nowhere else', async () => {
    for (const url of ['http://169.254.169.254/', 'ftp://exemple.fr/'])
      expect((await editeur.ask('POST', '/abonnements', { url })).status).toBe(422);
  });

  test('go on by themselves for what was refused, though it has closed', async () => {
    const receiver = await startReceiver();
    receiver.behave(() => 500);
    let now = new Date(`${JOUR}T08:00:00Z`);
    const all = sandboxesAt(() => now);
    await subscribeIn(all, 'cle', receiver);
    receiver.behave(() => 204);
    expect(all.sweep(Number.POSITIVE_INFINITY)).toBe(0);
    now = new Date(`${JOUR}T09:00:00Z`);
    while (receiver.kept.length === 0) {
      all.sweep(Number.NEGATIVE_INFINITY);
      await setImmediate();
    }
    expect(receiver.asked).toHaveLength(2);
    await all.close();
    receiver.stop();
  });

  test('leave it shut while their receiver has asked to wait, and once it is emptied', async () => {
    const receiver = await startReceiver();
    receiver.behave(() => ({ statut: 429, attendre: '3600' }));
    let now = new Date(`${JOUR}T08:00:00Z`);
    const all = sandboxesAt(() => now);
    await subscribeIn(all, 'patiente', receiver);
    const lieu = { procedure: 'prive-mono-site', etablissement };
    const act = { auteur: 'essai', version: null };
    await all.use('patiente', (services) => services.openDossier(DossierOuvert.parse(lieu), act));
    await closed(all);
    expect(all.sweep(Number.NEGATIVE_INFINITY)).toBe(0);
    now = new Date(`${JOUR}T10:00:00Z`);
    await all.forget('patiente');
    expect(all.sweep(Number.NEGATIVE_INFINITY)).toBe(0);
    await all.close();
    receiver.stop();
  });

  test('open no crowd of them at once', async () => {
    const receiver = await startReceiver();
    receiver.behave(() => 500);
    let now = new Date(`${JOUR}T08:00:00Z`);
    const all = sandboxesAt(() => now);
    for (let rank = 0; rank < 9; rank++) await subscribeIn(all, `foule-${rank}`, receiver);
    await closed(all);
    now = new Date(`${JOUR}T09:00:00Z`);
    expect([all.sweep(Number.NEGATIVE_INFINITY), all.sweep(Number.NEGATIVE_INFINITY)]).toEqual([8, 9]);
    await all.close();
    receiver.stop();
  });

  test('go on when it is opened again, for what was refused', async () => {
    const receiver = await startReceiver();
    receiver.behave(() => 500);
    await editeur.ask('POST', '/abonnements', { url: receiver.url });
    await receiver.arrival(1);
    server.sandboxes.sweep(Number.POSITIVE_INFINITY);
    receiver.behave(() => 204);
    await editeur.ask('PUT', '/bac-a-sable/horloge', { le: '2026-07-01' });
    await receiver.arrival(2);
    expect(receiver.kept).toHaveLength(1);
    receiver.stop();
  });
});
