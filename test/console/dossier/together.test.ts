import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { given } from '../../http/people.ts';
import { type Desk, hidden, openDesk, words } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.stop());

const open = async () => (await desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, 2))).dossier;
const count = async (id: string) => given(await desk.server.services.journal({ genre: 'dossier', id }, 0, 100)).length;

describe('of two agents on one dossier', () => {
  test('the second is told what the first did, who and when, before anything typed is lost', async () => {
    const dossier = await open();
    const path = `/dossiers/${dossier}/faits/administrateurTechnique.designe`;
    const form = await desk.camille.get(path);
    const before = await count(dossier);
    const claires = await desk.claire.get(`/dossiers/${dossier}/faits/contrat.signe`);
    const first = { vu: hidden(claires, 'vu'), date: '29/06/2026', numero: 'C-2026-7' };
    expect((await desk.claire.post(`/dossiers/${dossier}/faits/contrat.signe`, first)).status).toBe(303);

    const typed = {
      date: '30/06/2026',
      'personne.nom': 'Petit « Sacha »',
      'personne.prenom': 'Sacha',
      origine: 'employe',
      'carte.reponse': 'oui',
      'carte.type': 'CPE',
      'carte.fin': '31/12/2030',
    };
    const stale = await desk.camille.post(path, { ...typed, vu: hidden(form, 'vu') });
    expect(stale.status).toBe(409);
    expect(words(stale)).toContain('Claire Durand a enregistré « Contrat accepté par l’ANS », à 13:59');
    for (const value of ['Petit « Sacha »', 'Sacha', '31/12/2030']) expect(stale.text).toContain(`value="${value}"`);
    expect(stale.text).toMatch(/value="employe" checked/);
    expect(await count(dossier)).toBe(before + 1);

    const confirmed = await desk.camille.post(path, { ...typed, vu: hidden(stale, 'vu') });
    expect(confirmed.status).toBe(303);
    expect(await count(dossier)).toBe(before + 2);
  });

  test('the second is told that the act is no longer possible, by whom it was done', async () => {
    const dossier = await open();
    const before = await count(dossier);
    const page = await desk.camille.get(`/dossiers/${dossier}`);
    const act = { vu: hidden(page, 'vu'), date: '30/06/2026', numero: 'C-2026-8' };
    await desk.claire.post(`/dossiers/${dossier}/faits/contrat.signe`, act);
    const stale = await desk.camille.post(`/dossiers/${dossier}/faits/contrat.signe`, { ...act, numero: 'C-2026-9' });
    expect(stale.status).toBe(409);
    expect(words(stale)).toContain('Claire Durand a enregistré « Contrat accepté par l’ANS »');
    expect(words(stale)).toContain('Pas encore possible');
    expect(stale.text).toContain('value="C-2026-9"');
    expect(await count(dossier)).toBe(before + 1);
  });

  test('each is told of certificates as well, and of their own acts in another tab', async () => {
    const { dossier, certificat } = await desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, -2));
    const page = await desk.camille.get(`/dossiers/${dossier}`);
    const act = { vu: hidden(page, 'vu'), date: '30/06/2026' };
    expect((await desk.camille.post(`/certificats/${certificat}/faits/certificat.retire`, act)).status).toBe(303);
    const stale = await desk.camille.post(`/dossiers/${dossier}/faits/editeur.contacte`, act);
    expect(stale.status).toBe(409);
    expect(words(stale)).toContain(
      'Vous avez enregistré « Certificat retiré par l’administrateur technique » (Certificat AUTH, Alix Durand), à 13:59',
    );
  });
});

describe('a page of a dossier', () => {
  test('hears of what others do, as an event per act', async () => {
    const dossier = await open();
    const page = await desk.camille.get(`/dossiers/${dossier}`);
    const [, address = ''] = /data-suivi="([^"]+)"/.exec(page.text) ?? [];
    expect(address).toBe(`/dossiers/${dossier}/suivi?vu=${hidden(page, 'vu')}`);
    const heard = listen(address, desk.camille.cookie);
    await desk.claire.post(`/dossiers/${dossier}/faits/contrat.signe`, { date: '29/06/2026', numero: 'C-2026-7' });
    const { id, data } = await heard.next();
    expect(data).toEqual({
      texte: 'Claire Durand a enregistré « Contrat accepté par l’ANS », à 13:59',
      vu: Number(id),
    });
    heard.stop();

    const again = listen(address, desk.camille.cookie);
    expect((await again.next()).id).toBe(id);
    again.stop();
    const later = listen(address, desk.camille.cookie, { 'Last-Event-ID': id });
    await desk.claire.post(`/dossiers/${dossier}/faits/carteResponsable.absente`, { date: '30/06/2026', vu: id });
    expect((await later.next()).data.texte).toContain('Le responsable n’a pas de carte active');
    later.stop();
  });

  test('says who else has it before them, as they come and go, and nothing of oneself', async () => {
    const dossier = await open();
    const address = `/dossiers/${dossier}/suivi?vu=${Number.MAX_SAFE_INTEGER}`;
    const camille = listen(address, desk.camille.cookie);
    const first = camille.next();
    const claire = listen(address, desk.claire.cookie);
    const hers = claire.next();
    expect((await first).data).toEqual({ texte: 'Claire Durand est sur ce dossier.' });
    expect((await hers).data.texte).toMatch(/^Camille \S+ est sur ce dossier\.$/);
    const again = listen(address, desk.claire.cookie);
    await again.next();
    claire.stop();
    again.stop();
    expect((await camille.next()).data).toEqual({ texte: '' });
    camille.stop();
  });

  test('is followed by nobody who may not see it', async () => {
    const dossier = await open();
    const anonymous = await fetch(`${desk.server.url}/dossiers/${dossier}/suivi`, { redirect: 'manual' });
    expect(anonymous.status).toBe(303);
    const unknown = await desk.camille.get('/dossiers/inconnu/suivi');
    expect(unknown.status).toBe(404);
  });

  test('is followed by a bounded number of pages of one person', async () => {
    const dossier = await open();
    const address = `/dossiers/${dossier}/suivi?vu=0`;
    const open12 = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const stream = listen(address, desk.claire.cookie);
        await stream.next();
        return stream;
      }),
    );
    expect((await desk.claire.get(address)).status).toBe(503);
    for (const stream of open12) stream.stop();
  });
});

interface Heard {
  id: string;
  data: { texte: string; vu: number };
}

/** The acts told by an event stream, one after the other. */
function listen(address: string, cookie: string, more: Record<string, string> = {}) {
  const controller = new AbortController();
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', ...more };
  const events = read(`${desk.server.url}${address}`, { headers, signal: controller.signal });
  return {
    async next(): Promise<Heard> {
      const { value } = await events.next();
      if (!value) throw new Error('The stream has ended');
      return value;
    },
    stop: () => controller.abort(),
  };
}

async function* read(url: string, init: RequestInit): AsyncGenerator<Heard> {
  const response = await fetch(url, init);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  let text = '';
  for await (const bytes of response.body ?? []) {
    text += Buffer.from(bytes).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, id = ''] = /^id: (.+)$/m.exec(block) ?? [];
      const [, data] = /^data: (.+)$/m.exec(block) ?? [];
      if (data) yield { id, data: JSON.parse(data) };
    }
  }
}
