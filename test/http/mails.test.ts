import { expect, test } from 'vitest';
import { site, today } from '../../src/sandbox/vies/journey.ts';
import { programOf } from '../sandbox/play.ts';
import { serve } from '../server.ts';
import { given, peopleOf } from './people.ts';

const server = await serve(today, undefined, 'bureau@igc.exemple.fr');
const people = await peopleOf(server.services);
const act = { auteur: 'essai', version: null };
const id = given(await server.services.openDossier({ procedure: 'prive-mono-site', etablissement: site }, act)).row.id;
const path = `/api/v1/dossiers/${id}/courriels`;
const ecrit = { a: 'direction@ch-exemple.fr', objet: 'Contrat', corps: 'Bonjour.' };

interface Told {
  courriels: { rang: number; sorte: string; objet: string | null; a: { adresse: string; etat: string }[] }[];
}

test('a mail is sent under a key once, and listed with where it stands', async () => {
  const headers = { 'Idempotency-Key': 'essai-courriel-1' };
  const sent = await server.post<{ version: number }>(path, ecrit, headers);
  const again = await server.post<{ version: number }>(path, ecrit, headers);
  expect([sent.status, again.status, again.body]).toEqual([202, 202, sent.body]);
  const other = await server.post<{ code: string }>(path, { ...ecrit, objet: 'Autre' }, headers);
  expect([other.status, other.body.code]).toEqual([422, 'cle-deja-utilisee']);
  const { body } = await server.get<Told>(path);
  expect(body.courriels).toMatchObject([
    { sorte: 'envoye', objet: 'Contrat', a: [{ adresse: 'direction@ch-exemple.fr', etat: 'attente' }] },
  ]);
  const eml = await server.fetch(`/api/v1/dossiers/${id}/documents/${body.courriels[0]?.rang}`);
  expect(await eml.text()).toContain('Subject: Contrat\r\n');
});

test('what is wrong in it is told field by field, a document that is not there too', async () => {
  const wrong = await server.post<{ erreurs: { pointeur: string }[] }>(path, { ...ecrit, a: 'direction', corps: '' });
  expect([wrong.status, wrong.body.erreurs.map(({ pointeur }) => pointeur).sort()]).toEqual([422, ['/a', '/corps']]);
  const missing = await server.post<{ code: string }>(path, { ...ecrit, pieces: [9_999] });
  expect([missing.status, missing.body.code]).toEqual([404, 'document-introuvable']);
});

test('agents write, readers read, an éditeur is told that there was one and nothing of it', async () => {
  const asked = async (role: 'lecteur' | 'editeur', method: string) =>
    (
      await server.fetch(path, {
        method,
        headers: { ...people[role], 'Content-Type': 'application/json' },
        ...(method === 'POST' && { body: JSON.stringify(ecrit) }),
      })
    ).status;
  expect([await asked('lecteur', 'GET'), await asked('lecteur', 'POST'), await asked('editeur', 'GET')]).toEqual([
    200, 403, 403,
  ]);
  const granted = { dossierId: id, editeurId: people.editeurId, du: today, motif: 'Essai' };
  const headers = { ...people.superviseur, 'Content-Type': 'application/json' };
  await server.fetch('/api/v1/delegations', { method: 'POST', headers, body: JSON.stringify(granted) });
  const journal = await server.fetch(`/api/v1/dossiers/${id}/journal`, { headers: people.editeur });
  const { faits } = (await journal.json()) as { faits: { type: string; saisie: object }[] };
  expect(faits.filter(({ type }) => type === 'courriel.envoye').map(({ saisie }) => saisie)).toEqual([{}]);
});

test('nothing leaves from a sandbox', async () => {
  const bac = await programOf(server, { role: 'agent', portees: ['lecture', 'faits'], bacASable: true });
  const essai = await bac.open();
  expect(await bac.ask('POST', `/dossiers/${essai}/courriels`, ecrit)).toMatchObject({
    status: 409,
    code: 'sans-messagerie',
  });
  expect((await bac.ask('GET', `/dossiers/${essai}/courriels`)).body).toEqual({ courriels: [] });
});

test('a mail is brought as its bytes, waits where it names nobody, is filed, or put aside', async () => {
  const raw = (subject: string) =>
    `From: anne@ailleurs.fr\r\nDate: Tue, 06 Jan 2026 10:12:00 +0100\r\nSubject: ${subject}\r\n\r\nBonjour.\r\n`;
  const bring = (subject: string) =>
    server.fetch('/api/v1/receptions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: raw(subject),
    });
  expect([(await bring('Une')).status, (await bring('Une')).status, (await bring('Deux')).status]).toEqual([
    204, 204, 204,
  ]);
  const list = async () =>
    (await server.get<{ courriels: { id: string; objet: string }[] }>('/api/v1/receptions')).body.courriels;
  const [une, deux, ...others] = await list();
  expect([une?.objet, deux?.objet, others]).toEqual(['Une', 'Deux', []]);
  const filed = await server.fetch(`/api/v1/receptions/${une?.id}/classement`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ dossierId: id }),
  });
  const aside = await server.fetch(`/api/v1/receptions/${deux?.id}`, { method: 'DELETE' });
  expect([filed.status, aside.status, await list()]).toEqual([204, 204, []]);
  const gone = await server.fetch(`/api/v1/receptions/${une?.id}`, { method: 'DELETE' });
  expect(gone.status).toBe(404);
  expect((await server.get<Told>(path)).body.courriels[0]).toMatchObject({ sorte: 'recu', objet: 'Une' });
});
