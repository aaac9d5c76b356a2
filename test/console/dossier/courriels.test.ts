import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { OneThread } from '../../../src/one-thread.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { enPlace, given } from '../../http/people.ts';
import { type Desk, hidden, openDesk, words } from './desk.ts';

const ADRESSE = 'bureau@igc.exemple.fr';
const SENT = cliniqueMonoSite.steps.findIndex(({ fact }) => fact.type === 'formulaire413.transmis') + 1;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(undefined, ADRESSE);
});
afterAll(() => desk.server.stop());

const atAns = () => desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, SENT));
const echangesOf = async (id: string) =>
  given(await desk.server.services.messagerie.echanges({ genre: 'dossier', id }));

async function bring(text: string, subject = 'Formulaire 413', from = 'ANS <igc@esante.fr>'): Promise<void> {
  const head = [`From: ${from}`, 'Date: Tue, 30 Jun 2026 10:12:00 +0200', `Subject: ${subject}`];
  const raw = Buffer.from([...head, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n'));
  await desk.server.services.messagerie.recevoir(raw, { to: [] });
  await desk.server.services.messagerie.ranger();
}

test('a canned mail is read over, corrected and sent, to whom the forms of the dossier name', async () => {
  const { dossier } = await atAns();
  const path = `/dossiers/${dossier}/courriel`;
  const page = await desk.camille.get(`${path}?modele=renouvellement-certificat`);
  expect(words(page)).toMatch(
    /Connus de ce dossier — Administrateur technique, Sacha Petit : informatique@ch-exemple\.fr/,
  );
  expect(page.text).toMatch(/name="a"[^>]*value="informatique@ch-exemple\.fr"/);
  const fields = {
    a: 'direction@ch-exemple.fr',
    objet: 'Contrat',
    corps: 'Bonjour.',
    demande: hidden(page, 'demande'),
  };
  const sent = await desk.camille.post(path, {
    ...fields,
    modele: 'renouvellement-certificat',
    'formulaires.formulaire-413': 'oui',
  });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/dossiers/${dossier}/echanges`]);
  const twice = await desk.camille.post(path, { ...fields, modele: 'renouvellement-certificat' });
  expect(twice.status).toBe(303);
  const pieces = [expect.stringMatching(/^formulaire-413-/)];
  expect(await echangesOf(dossier)).toMatchObject([
    { sorte: 'envoye', courriel: { objet: 'Contrat', modele: 'renouvellement-certificat', pieces } },
  ]);
  const thread = await desk.lecteur.get(`/dossiers/${dossier}/echanges`);
  expect(words(thread)).toMatch(/Envoyé Contrat .* Par Camille Martin .*En attente direction@ch-exemple\.fr/);
  expect(thread.text).not.toContain(`href="/dossiers/${dossier}/courriel"`);
  expect((await desk.lecteur.post(path, fields)).status).toBe(403);
});

test('an answer stays one when a canned mail is chosen for it', async () => {
  const { dossier } = await atAns();
  await bring(`Bonjour.\n\nRéf. ${dossier}`, 'Une question');
  const [recu] = await echangesOf(dossier);
  const path = `/dossiers/${dossier}/courriel?repond=${recu?.rang}`;
  const links = [...(await desk.camille.get(path)).text.matchAll(/href="([^"]*\?modele=[^"]*)"/g)];
  const href = links
    .map(([, one = '']) => one.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
    .find((one) => one.includes('renouvellement'));
  const page = await desk.camille.get(href ?? '');
  expect(page.text).toMatch(/name="a"[^>]*value="igc@esante\.fr"/);
  expect(page.text).toMatch(/name="objet"[^>]*value="Re : Une question"/);
  expect(words(page)).toMatch(/Cordialement|Bien cordialement/);
  expect(hidden(page, 'repond')).toBe(`${recu?.rang}`);
});

test('one that could not be opened is put aside from the list', async () => {
  const { messagerie } = desk.server.services;
  await messagerie.recevoir(Buffer.from('From: a@b.fr\r\n\r\nIllisible'), { to: [] });
  vi.spyOn(OneThread.prototype, 'ask').mockRejectedValueOnce(new Error('Panne'));
  await expect(messagerie.ranger()).rejects.toThrow('Panne');
  const [one] = await messagerie.aClasser(10);
  const list = await desk.camille.get('/courriels');
  expect(words(list)).toContain('Il n’a pas pu être lu.');
  expect(list.text).toContain(`action="/courriels/${one?.id}/ecart"`);
  expect((await desk.camille.post(`/courriels/${one?.id}/ecart`, {})).status).toBe(303);
  expect(await messagerie.combienAClasser()).toBe(0);
});

test('a form that cannot be drawn now keeps its mail from leaving without it', async () => {
  const { dossier } = await atAns();
  const busy = vi.spyOn(OneThread.prototype, 'ask').mockResolvedValueOnce(null);
  const fields = {
    a: 'direction@ch-exemple.fr',
    objet: 'Contrat',
    corps: 'Ci-joint.',
    'formulaires.formulaire-413': 'oui',
  };
  const page = await desk.camille.post(`/dossiers/${dossier}/courriel`, fields);
  expect([page.status, busy.mock.calls.length]).toEqual([422, 1]);
  expect(words(page)).toContain('ne peut pas se dessiner en ce moment, et rien n’est parti');
  expect(await echangesOf(dossier)).toEqual([]);
});

test('what is missing or wrong is shown beside its field, and nothing is sent', async () => {
  const { dossier } = await atAns();
  const page = await desk.camille.post(`/dossiers/${dossier}/courriel`, { a: 'direction', objet: '', corps: 'Oui' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('id="courriel-a-faute"');
  expect(page.text).toContain('id="courriel-objet-faute"');
  expect(await echangesOf(dossier)).toEqual([]);
});

test('a mail that says that the form came back fills in the fact, which a person decides, and becomes its piece', async () => {
  const { dossier } = await atAns();
  await bring(
    `Bonjour,\n\nNous vous retournons le formulaire 413 : il manque le cachet de l’établissement.\n\nRéf. ${dossier}`,
  );
  const [recu] = await echangesOf(dossier);
  expect(words(await desk.camille.get(`/dossiers/${dossier}/documents`))).toContain('Aucune pièce :');
  const page = await desk.camille.get(`/dossiers/${dossier}/echanges/${recu?.rang}`);
  expect(words(page)).toContain('Ce courriel semble dire');
  expect(words(page)).toContain('Cachet ou signature manquant : « Nous vous retournons le formulaire 413');
  const [, href = ''] = /href="([^"]*faits\/formulaire413\.retourne[^"]*)"/.exec(page.text) ?? [];
  const form = await desk.camille.get(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
  expect(form.text).toMatch(/value="cachet-ou-signature-manquant"[^>]* selected/);
  const types = async () =>
    given(await desk.server.services.journal({ genre: 'dossier', id: dossier }, 0, 200)).map(({ type }) => type);
  expect(await types()).not.toContain('formulaire413.retourne');
  const told = await desk.camille.post(`/dossiers/${dossier}/faits/formulaire413.retourne`, {
    vu: hidden(form, 'vu'),
    courriel: hidden(form, 'courriel'),
    date: '30/06/2026',
    'motifs.length': '1',
    'motifs.0.code': 'cachet-ou-signature-manquant',
  });
  expect(told.status).toBe(303);
  const lines = given(await desk.server.services.journal({ genre: 'dossier', id: dossier }, 0, 200));
  const fact = lines.find(({ type }) => type === 'formulaire413.retourne');
  const pieces = given(await desk.server.services.documentsOf({ genre: 'dossier', id: dossier }));
  expect(pieces.filter(({ prouve }) => prouve === fact?.rang)).toMatchObject([{ nature: 'eml' }]);
});

test('one that names no dossier is told at the top of the day, found by search and filed by a click', async () => {
  const { dossier } = await atAns();
  await bring('Bonjour, et merci.', 'Sans numéro', 'Anne <anne@ailleurs.fr>');
  expect(words(await desk.camille.get('/'))).toContain('À classer 1 : des courriels reçus ne nomment aucun dossier');
  const list = await desk.camille.get('/courriels');
  const [, id = ''] = /href="\/courriels\/([\da-f-]{36})"/.exec(list.text) ?? [];
  const found = await desk.camille.get(`/courriels/${id}?q=${dossier}`);
  expect(found.text).toContain(`name="dossier" value="${dossier}"`);
  const filed = await desk.camille.post(`/courriels/${id}/classement`, { dossier });
  expect(filed.headers.get('location')).toBe(`/dossiers/${dossier}/echanges`);
  expect(await echangesOf(dossier)).toMatchObject([{ sorte: 'recu', courriel: { objet: 'Sans numéro' } }]);
  expect((await desk.camille.get(`/courriels/${id}`)).status).toBe(404);
  expect((await desk.lecteur.get('/courriels')).status).toBe(403);
});

test('an address that refused is told where one writes to it again', async () => {
  const { dossier } = await atAns();
  const { courriels, baux } = desk.server.store;
  const path = `/dossiers/${dossier}/courriel`;
  const fields = { a: 'perdue@ch-exemple.fr', objet: 'Contrat', corps: 'Bonjour.' };
  await desk.camille.post(path, fields);
  await courriels.enfiler();
  const [due] = (await courriels.dus('9', 10)).filter(({ adresse }) => adresse === fields.a);
  await baux.hold('courriels', 'essai', 10_000);
  const tentative = { le: '2026-06-30T10:00:00.000Z', code: 550, reponse: '550 5.1.1 Inconnue' };
  await courriels.regler(due?.numero ?? 0, tentative, 'adresse-refusee', { nom: 'courriels', porteur: 'essai' });
  const refused = await desk.camille.post(path, fields);
  expect([refused.status, words(refused)]).toEqual([422, expect.stringContaining('550 5.1.1 Inconnue')]);
  const again = await desk.camille.post(path, { ...fields, malgreRefus: 'oui' });
  expect(again.status).toBe(303);
  const thread = await desk.camille.get(`/dossiers/${dossier}/echanges`);
  expect(words(thread)).toContain('Refusé perdue@ch-exemple.fr, 1 essai 550 5.1.1 Inconnue');
  expect(thread.text).toContain('Renvoyer');
});

test('a reminder that is proposed leaves by one click to whom its step names, and is noted; else it is written first', async () => {
  const { dossier } = await atAns();
  const { reglages, suivi } = desk.server.services;
  const [proposed] = await desk.server.services.travail.propositions({ dossierId: dossier });
  const fields = { etape: proposed?.objet ?? '', retour: `/dossiers/${dossier}`, courriel: 'oui' };
  const first = await desk.camille.post(`/dossiers/${dossier}/retards`, fields);
  expect(first.headers.get('location')).toBe(
    `/dossiers/${dossier}/courriel?modele=relance-habilitation&pour=ans&etape=${fields.etape}`,
  );
  const posee = { cle: 'ans.courriel', valeur: 'client@esante.fr', du: '2026-01-01', au: null, motif: '' };
  given(await reglages.poser({ ...enPlace, role: 'superviseur' }, posee));
  const sent = await desk.camille.post(`/dossiers/${dossier}/retards`, fields);
  expect(sent.headers.get('location')).toBe(`/dossiers/${dossier}`);
  expect(await echangesOf(dossier)).toMatchObject([
    {
      sorte: 'envoye',
      courriel: { modele: 'relance-habilitation', automatique: false },
      remises: [{ adresse: 'client@esante.fr' }],
    },
  ]);
  expect((await suivi.relances(dossier)).map(({ acteur, faiteLe }) => [acteur, faiteLe !== null])).toEqual([
    ['ans', true],
  ]);
  const again = await desk.camille.post(`/dossiers/${dossier}/retards`, fields);
  expect(again.status).toBe(303);
  expect(await echangesOf(dossier)).toHaveLength(1);
});
