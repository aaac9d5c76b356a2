import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import type { Step } from '../../../src/sandbox/vies/journey.ts';
import type { Played } from '../../../src/sandbox/vies/play.ts';
import { delegate } from '../../as-sent.ts';
import { enPlace, given } from '../../http/people.ts';
import { visitorOf } from '../visitor.ts';
import { type Desk, openDesk, words } from './desk.ts';

let desk: Desk;
let played: Played;
let path: string;
beforeAll(async () => {
  desk = await openDesk();
  played = await desk.open(cliniqueMonoSite);
  path = `/dossiers/${played.dossier}`;
});
afterAll(() => desk.server.stop());

describe('parties and cards', () => {
  test('are named as last told, with the state of each and the end of its card', async () => {
    const told = words(await desk.camille.get(`${path}/parties`));
    expect(told).toContain(
      'Mandataire Camille Martin Mandataire habilité, carte active Depuis le 12 février 2026 CPE, valable jusqu’au 30 juin 2028',
    );
    expect(told).toContain(
      'Administrateur technique Sacha Petit Employé de la structure Habilité par l’ANS informatique@ch-exemple.fr, 04 74 00 00 00',
    );
    expect(told).toContain('CDE, valable jusqu’au 28 janvier 2029 (dans 30 mois)');
    expect(told).toContain('Éditeur de logiciel Éditeur Exemple');
  });

  test('whose end is near are told so', async () => {
    const near: Step = {
      fact: { type: 'carteResponsable.trouvee', date: '2026-06-01', carte: { type: 'CDE', fin: '2026-07-20' } },
    };
    const { dossier } = await desk.open(cliniqueMonoSite, [near]);
    expect(words(await desk.camille.get(`/dossiers/${dossier}/parties`))).toContain(
      'CDE, valable jusqu’au 20 juillet 2026 (dans 20 jours) Finit bientôt',
    );
  });

  test('say which éditeurs see the dossier, and until when', async () => {
    const { identites } = desk.server.services;
    const { id: editeurId } = given(await identites.createEditeur(enPlace, { nom: 'Éditeur Exemple' }));
    const days = { du: '2026-06-01', au: '2026-12-31' };
    const asked = { dossierId: played.dossier, editeurId, ...days, motif: 'Déploiement' };
    given(await delegate(identites, enPlace, asked));
    expect(words(await desk.camille.get(`${path}/parties`))).toContain(
      'Éditeurs qui voient ce dossier Voir les délégations Éditeur Exemple, jusqu’au 31 décembre 2026',
    );
  });
});

describe('documents', () => {
  test('are listed form by form, with what became of each, and read again as they were recorded', async () => {
    const page = await desk.camille.get(`${path}/documents`);
    const told = words(page);
    expect(told).toMatch(
      /Contrat de structure .*Complété, signé et transmis 7 janv\. 2026 .*Refusé par l’ANS 14 janv\. 2026/,
    );
    expect(told).toMatch(
      /Formulaire 413 : .*Partie 4 remplie 13 févr\. 2026 .*Signé .*Habilitation accordée 23 févr\. 2026/,
    );
    expect(page.text).toContain(`${path}/liste.html`);
    const links = [...page.text.matchAll(/href="([^"]*\/documents\/\d+)"/g)].map(([, link = '']) => link);
    expect(links).toHaveLength(4);
    const [partie4 = '', , , envoi = ''] = links;
    expect(words(await desk.camille.get(partie4))).toContain('Type Logiciel DP Éditeur Éditeur Exemple');
    const sent = words(await desk.camille.get(envoi));
    for (const part of ['Formulaire 413 transmis à l’ANS', 'Partie 1 du', 'Partie 3 du', 'Partie 4 du'])
      expect(sent).toContain(part);
  });

  test('that are not of this dossier are not found', async () => {
    expect((await desk.camille.get(`${path}/documents/999999`)).status).toBe(404);
    expect((await desk.camille.get(`${path}/documents/x`)).status).toBe(404);
  });
});

describe('certificates', () => {
  test('are listed by beneficiary, with their state and their end, each with a page of its own', async () => {
    const page = await desk.camille.get(`${path}/certificats`);
    expect(words(page)).toContain('Alix Durand, pharmacien');
    expect(words(page)).toMatch(
      /AUTH, pour s’authentifier Certificat installé 26 févr\. 2026 26 févr\. 2029 dans 31 mois/,
    );
    expect(page.text).toContain(`href="/certificats/${played.certificat}"`);
    const own = words(await desk.camille.get(`/certificats/${played.certificat}`));
    expect(own).toContain(
      'Bénéficiaire Alix Durand, pharmacien Usage AUTH État Certificat installé, depuis le 26 février 2026',
    );
    expect(own).toContain('Autre chose s’est passé');
  });

  test('that were not ordered yet leave an explanation', async () => {
    const { dossier } = await desk.open(cliniqueMonoSite, []);
    expect(words(await desk.camille.get(`/dossiers/${dossier}/certificats`))).toContain('Aucun certificat commandé');
  });
});

describe('the diagram', () => {
  test('is a picture of its own, with the same in text', async () => {
    const page = await desk.camille.get(`${path}/diagramme`);
    expect(page.text).toContain(`<a href="${path}/diagramme.svg?niveau=recit"`);
    expect(page.text).toContain(
      '<a href="/procedures/certificat/etapes/vie.installe" id="dessin-certificat:vie.installe" aria-label="En service : Certificat installé"',
    );
    expect(words(page)).toContain('Certificats en service (Administrateur technique, §6) : EN COURS');
    const drawn = await desk.camille.get(`${path}/diagramme.svg?niveau=complet`);
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(drawn.text).toMatch(/^<svg/);
    const held = { Cookie: desk.camille.cookie, 'If-None-Match': drawn.headers.get('etag') ?? '' };
    expect((await visitorOf(desk.server).get(`${path}/diagramme.svg?niveau=complet`, held)).status).toBe(304);
  });

  test('shows a past day, and says which days may be asked for', async () => {
    const past = await desk.camille.get(`${path}/diagramme?le=20/1/2026`);
    expect(words(past)).toContain('Le dossier tel qu’il était le 20 janvier 2026.');
    const first = await desk.camille.get(`${path}/diagramme?rang=0`);
    expect(words(first)).toContain('Le dossier tel qu’il était le 5 janvier 2026.');
    const whole = await desk.camille.get(`${path}/diagramme?niveau=complet&le=20/1/2026`);
    expect(words(whole)).toContain('Le dossier tel qu’il était le 20 janvier 2026.');
    expect(past.text).toContain('le=2026-01-20');
    const early = await desk.camille.get(`${path}/diagramme?le=1/1/2020`);
    expect([early.status, words(early)]).toEqual([
      422,
      expect.stringContaining('Rien n’est enregistré avant le 05/01/2026'),
    ]);
    const wrong = await desk.camille.get(`${path}/diagramme?le=31/2/2026`);
    expect([wrong.status, words(wrong)]).toEqual([422, expect.stringContaining('Saisissez un jour du calendrier')]);
  });

  test('of a certificate is drawn too', async () => {
    expect((await desk.camille.get(`/certificats/${played.certificat}/diagramme`)).status).toBe(200);
    expect((await desk.camille.get(`/certificats/${played.certificat}/diagramme.svg`)).text).toMatch(/^<svg/);
  });
});
