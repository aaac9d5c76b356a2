import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dossierFacts } from '../../../machines/etablissement/events.ts';
import { cartePerdue } from '../../../src/sandbox/vies/cartes.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { hopitalGht } from '../../../src/sandbox/vies/groupements.ts';
import { type Desk, hidden, openDesk, words } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.stop());

const types = async (id: string) => {
  const lines = await desk.server.services.journal({ genre: 'dossier', id }, 0, 100);
  return lines.ok ? lines.value.map(({ type }) => type) : [];
};
const waiting = () => desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, 2));

describe('a fact', () => {
  test('that asks for its day alone is told by one click, today unless another day is typed', async () => {
    const { dossier } = await desk.open(cliniqueMonoSite, []);
    const page = await desk.camille.get(`/dossiers/${dossier}`);
    const form = page.text.slice(page.text.indexOf(`action="/dossiers/${dossier}/faits/contrat.absent"`));
    expect(form.slice(0, 900)).toContain('value="30/06/2026"');
    const told = await desk.camille.post(`/dossiers/${dossier}/faits/contrat.absent`, {
      vu: hidden(page, 'vu'),
      retour: `/dossiers/${dossier}`,
      date: '29/06/2026',
    });
    expect([told.status, told.headers.get('location')]).toEqual([303, `/dossiers/${dossier}`]);
    const lines = await desk.server.services.journal({ genre: 'dossier', id: dossier }, 0, 10);
    const [compte] = (await desk.server.services.identites.comptes()).filter(({ nom }) => nom === 'Camille Martin');
    expect(lines.ok && lines.value).toMatchObject([
      { type: 'dossier.ouvert' },
      { type: 'contrat.absent', date: '2026-06-29', auteur: `compte:${compte?.id}` },
    ]);
  });

  test('with a wrong day is shown again with what to correct beside the field', async () => {
    const { dossier } = await desk.open(cliniqueMonoSite, []);
    const told = await desk.camille.post(`/dossiers/${dossier}/faits/contrat.absent`, { date: '01/07/2026' });
    expect(told.status).toBe(422);
    expect(told.text).toContain('<title>À corriger : ');
    expect(told.text).toMatch(/<a href="#f\w+-contrat-absent-date">/);
    expect(told.text).toMatch(/id="f\w+-contrat-absent-date"[^>]*aria-invalid="true"[^>]*value="01\/07\/2026"/);
    expect(words(told)).toContain('Un fait est passé : le 30/06/2026 au plus tard.');
    expect(await types(dossier)).toEqual(['dossier.ouvert']);
  });

  test('that the machine refuses says what is missing and the shortest way out, what was typed kept', async () => {
    const { dossier } = await waiting();
    const typed = { date: '30/06/2026', 'carte.type': 'CPE', 'carte.fin': '31/12/2030' };
    const told = await desk.camille.post(`/dossiers/${dossier}/faits/mandat.trouve`, typed);
    expect(told.status).toBe(409);
    expect(words(told)).toContain('Pas encore possible Il faut un contrat actif avec l’ANS.');
    expect(told.text).toContain(`<a href="/dossiers/${dossier}/faits/contrat.signe">Contrat accepté par l’ANS</a>`);
    expect(told.text).toContain('value="31/12/2030"');
  });

  test('that no step waits for is refused by the step where it would be told', async () => {
    const { dossier } = await waiting();
    const page = await desk.camille.get(`/dossiers/${dossier}/faits/certificat.demande`);
    expect(page.status).toBe(200);
    expect(words(page)).toContain('Cela se note à l’étape « Premier certificat à commander ».');
  });

  test('that undoes is never told by one click: its page says first what falls', async () => {
    const { steps } = cliniqueMonoSite;
    const { dossier } = await desk.open(cliniqueMonoSite, steps.slice(0, -4));
    const page = await desk.camille.get(`/dossiers/${dossier}`);
    const undoing = Object.entries(dossierFacts).filter(([, { sorte, derive }]) => sorte === 'alea' && !derive);
    for (const [type] of undoing) expect(page.text).not.toContain(`action="/dossiers/${dossier}/faits/${type}"`);
    expect(page.text).toContain(`href="/dossiers/${dossier}/faits/contrat.termine`);
    const asked = words(await desk.camille.get(`/dossiers/${dossier}/faits/contrat.termine`));
    expect(asked).toContain('Ce que cela défait');
    expect(asked).toMatch(/Sera à faire : .*[Cc]ontrat/);
    expect(asked).toMatch(/Il restera \d+ à faire au moins, contre \d+ aujourd’hui/);
    expect(await types(dossier)).not.toContain('contrat.termine');
  });

  test('that leaves a doubt is taken, and the doubt is told on the next page', async () => {
    const { steps } = cliniqueMonoSite;
    const { dossier } = await desk.open(cliniqueMonoSite, steps.slice(0, -4));
    const form = await desk.camille.get(`/dossiers/${dossier}/faits/certificat.demande`);
    const told = await desk.camille.post(`/dossiers/${dossier}/faits/certificat.demande`, {
      vu: hidden(form, 'vu'),
      date: '30/06/2026',
      usage: 'AUTH',
      offre: 'PRO',
      prerequisVerifies: 'oui',
      'beneficiaire.nom': 'Durand',
      'beneficiaire.prenom': 'Alix',
      'beneficiaire.qualite': 'pharmacien',
      'beneficiaire.carte': 'CPS',
      courriel: 'alix@exemple.fr',
    });
    expect(told.status).toBe(303);
    const [, kept = ''] = /__Host-message=([^;]+)/.exec(told.headers.get('set-cookie') ?? '') ?? [];
    expect(JSON.parse(Buffer.from(kept, 'base64url').toString('utf8'))).toEqual({
      tone: 'attention',
      text: '« Certificat commandé pour un bénéficiaire » est enregistré. À vérifier : Laissez l’adresse vide pour le DP.',
    });
  });

  test('of a certificate is told from its dossier, where one comes back', async () => {
    const { dossier, certificat } = await desk.open(cartePerdue, cartePerdue.steps.slice(0, -1));
    const page = await desk.camille.get(`/dossiers/${dossier}`);
    const told = await desk.camille.post(`/certificats/${certificat}/faits/certificat.installe`, {
      vu: hidden(page, 'vu'),
      retour: `/dossiers/${dossier}`,
      date: '30/06/2026',
    });
    expect([told.status, told.headers.get('location')]).toEqual([303, `/dossiers/${dossier}`]);
    expect(words(await desk.camille.get(`/certificats/${certificat}`))).toContain('Tout ce qui est demandé est fait');
  });

  test('of a groupement reaches its sites', async () => {
    const { dossier, groupement } = await desk.open(hopitalGht, []);
    const { text } = await desk.camille.get(`/groupements/${groupement}/faits/dsi.contactee`);
    expect(/<ol>(.*?)<\/ol>/s.exec(text)?.[1]).toMatch(
      /href="\/groupements">Groupements.*href="\/groupements\/[\w-]+"/,
    );
    const told = await desk.camille.post(`/groupements/${groupement}/faits/dsi.contactee`, {
      retour: `/dossiers/${dossier}`,
      date: '30/06/2026',
      interlocuteur: 'Dominique Petit',
    });
    expect(told.status).toBe(303);
    expect(await types(dossier)).toEqual(['dossier.ouvert', 'dsi.contactee']);
    expect(words(await desk.camille.get(`/dossiers/${dossier}/parties`))).toContain(
      'DSI du groupement Dominique Petit',
    );
  });

  test('never leads to another site', async () => {
    const { dossier } = await desk.open(cliniqueMonoSite, []);
    const told = await desk.camille.post(`/dossiers/${dossier}/faits/contrat.absent`, {
      date: '30/06/2026',
      retour: '//ailleurs.fr',
    });
    expect(told.headers.get('location')).toBe(`/dossiers/${dossier}`);
  });

  test('that follows from others is told by nobody', async () => {
    const { dossier } = await waiting();
    expect((await desk.camille.get(`/dossiers/${dossier}/faits/certificats.enService`)).status).toBe(404);
  });
});
