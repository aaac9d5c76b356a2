import { describe, expect, test, vi } from 'vitest';
import { keepAnswer } from '../../src/acts/act.ts';
import { holding } from '../../src/http/waits.ts';
import { anonyme } from '../../src/identity/identity.ts';
import { StoreOutage } from '../../src/store/store.ts';
import { originOf } from '../../src/web/access/credentials.ts';
import { whyShut } from '../../src/web/access/guard.ts';
import { createKey } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const server = await serve('2026-06-01');
const people = await peopleOf(server.services);
const opened = await server.post<{ id: string }>('/api/v1/groupements', { genre: 'ght', nom: 'Groupe du Lac' });
const groupement = `/groupements/${opened.body.id}`;

test('whoever waits under a key that is revoked is let go, and told nothing more', { timeout: 20_000 }, async () => {
  const { identites } = server.services;
  const { curseur } = (await server.get<{ curseur: string }>('/api/v1/evenements')).body;
  const asked = { nom: 'Veille', role: 'agent', portees: ['lecture', 'evenements'] };
  const { cle, fiche } = given(await createKey(identites, enPlace, asked));
  const waiting = server.fetch(`/api/v1/evenements?apres=${curseur}&attendre=30s`, {
    headers: { Authorization: `Bearer ${cle}` },
  });
  await vi.waitFor(async () =>
    expect((await identites.keys()).find(({ id }) => id === fiche.id)?.utiliseeLe).not.toBeNull(),
  );
  given(await identites.revokeKey(enPlace, fiche.id));
  expect((await waiting).status).toBe(401);
});

test('places to wait are shared: one who takes many leaves half to the others', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const held: number[] = [];
  const wait = (qui: string) =>
    holding({ qui, attendreMs: 1_000 }, (attendreMs) => {
      held.push(attendreMs);
      return attendreMs > 0 ? promise : Promise.resolve('tout de suite');
    });
  const all = [
    ...Array.from({ length: 400 }, () => wait('glouton')),
    ...Array.from({ length: 3 }, () => wait('autre')),
  ];
  expect(held.slice(0, 400).filter((ms) => ms > 0)).toHaveLength(250);
  expect(held.slice(400)).toEqual([1_000, 1_000, 1_000]);
  resolve('enfin');
  expect((await Promise.all(all)).filter((one) => one === 'enfin')).toHaveLength(253);
});

test('an outage says when to come back', async () => {
  const view = vi.spyOn(server.services, 'view').mockRejectedValue(new StoreOutage('Le disque est plein'));
  const out = await server.fetch('/api/v1/dossiers/x/prochaines-etapes');
  view.mockRestore();
  expect([out.status, out.headers.get('Retry-After')]).toEqual([503, '5']);
});

test('what is answered to programs runs nothing in a browser, and bears the id that the log has', async () => {
  const response = await server.fetch('/api/v1/moi', { headers: { 'X-Request-Id': 'suivi-2026.06' } });
  expect(response.headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(response.headers.get('X-Request-Id')).toBe('suivi-2026.06');
  const forged = await server.fetch('/api/v1/moi', { headers: { 'X-Request-Id': 'a b' } });
  expect(forged.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  [
    'an end that never comes',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="nom"\r\n\r\nCH',
  ],
  ['a part without a head', 'multipart/form-data; boundary=b', '--b\r\n\r\nCH\r\n--b--\r\n'],
])('a form in parts with %s is malformed, and nobody’s bug', async (_, type, body) => {
  const headers = { ...people.superviseur, 'Content-Type': type };
  const response = await server.fetch(`${groupement}/etat-des-lieux`, { method: 'POST', headers, body });
  expect(response.status).toBe(400);
});

describe('links are built', () => {
  const headers = { host: 'ailleurs.example', origin: 'null' };
  test('from the address that is set, whatever host is asked for', () => {
    expect(originOf({ urlPublique: 'https://igc.ch-exemple.fr' }, { headers })).toBe('https://igc.ch-exemple.fr');
  });
  test('from what is asked where none is set', () => {
    expect(originOf({ urlPublique: null }, { headers })).toBe('https://ailleurs.example');
    expect(originOf({ urlPublique: null }, { headers: { host: '127.0.0.1:3000' } })).toBe('http://127.0.0.1:3000');
  });
});

test('a sandbox that is full is read, and takes nothing more', async () => {
  const place = { services: server.services, identite: { ...anonyme, role: 'agent' } as const, plein: true };
  const ask = (right: string, method: 'get' | 'post', sansEffet = false) =>
    whyShut(place, { right, method, path: '/dossiers', sansEffet }, '');
  expect(await ask('dossiers.ouvrir', 'post')).toMatchObject({ code: 'bac-a-sable-plein', status: 409 });
  expect(await ask('dossiers.lister', 'get')).toBeNull();
  expect(await ask('procedures.plan', 'post', true)).toBeNull();
});

test('of the refusals of one author, some thousands a day are kept, and those of another still are', async () => {
  let kept = 0;
  const commit = () => {
    kept += 1;
    return Promise.resolve({ ok: true, recu: null });
  };
  const desk = { store: { commit }, clock: () => new Date('2026-06-01T12:00:00Z') } as unknown as Parameters<
    typeof keepAnswer
  >[0];
  const keep = (auteur: string) => keepAnswer(desk, { auteur, cle: 'k', empreinte: 'e', reponse: '{}' });
  for (let i = 0; i < 10_050; i++) await keep('cle:a');
  expect(kept).toBe(10_000);
  await keep('cle:b');
  expect(kept).toBe(10_001);
});

test('a view is not named after a patient', async () => {
  const body = new URLSearchParams({ nom: 'dossier 1 85 05 78 006 084 91', requete: 'onglet=tous' });
  const headers = { ...people.agent, 'Content-Type': 'application/x-www-form-urlencoded' };
  await server.fetch('/journee/vues', { method: 'POST', headers, body, redirect: 'manual' });
  const compte = await server.services.identites.comptes();
  const vues = await Promise.all(compte.map(({ id }) => server.services.travail.vues(id)));
  expect(vues.flat()).toEqual([]);
});
