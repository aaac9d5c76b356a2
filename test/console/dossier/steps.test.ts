import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisions } from '../../../machines/decisions.ts';
import { cartePerdue } from '../../../src/sandbox/vies/cartes.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { formulaireRetourne } from '../../../src/sandbox/vies/formulaire-retourne.ts';
import { hopitalGht } from '../../../src/sandbox/vies/groupements.ts';
import type { Played } from '../../../src/sandbox/vies/play.ts';
import { type Desk, hidden, openDesk, words } from './desk.ts';

let desk: Desk;
let clinique: Played;
let perdue: Played;
beforeAll(async () => {
  desk = await openDesk();
  clinique = await desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, 2));
  perdue = await desk.open(cartePerdue, cartePerdue.steps.slice(0, 14));
});
afterAll(() => desk.server.stop());

describe('the steps of a dossier', () => {
  test('begin with the next one: who must act, since when, how late, in which form, where it is written', async () => {
    const page = await desk.camille.get(`/dossiers/${clinique.dossier}`);
    expect(page.status).toBe(200);
    expect(words(page)).toContain(
      'Prochaine étape Décision de l’ANS sur le contrat En attente de l’ANS En retard de 159 jours Qui doit agir ANS ' +
        'Depuis 7 janvier 2026, il y a 174 jours Délai usuel : jusqu’au 22 janvier 2026 ' +
        `Procédure hors texte (A11) ${decisions.A11.decision} Contrat accepté par l’ANS `,
    );
  });

  test('offer one main act, then what else may end the step', async () => {
    const { text } = await desk.camille.get(`/dossiers/${clinique.dossier}`);
    expect(text.match(/class="bouton principal"/g)).toHaveLength(1);
    const main = text.indexOf('class="bouton principal"');
    expect(text.slice(main - 2_500, main)).toContain('<h3 class="libelle">Contrat accepté par l’ANS</h3>');
    expect(text.indexOf('Contrat refusé par l’ANS')).toBeGreaterThan(main);
  });

  test('ask what is to be found out, with each answer that may be recorded, before the démarche', async () => {
    const { dossier } = await desk.open(cliniqueMonoSite, []);
    const { text } = await desk.camille.get(`/dossiers/${dossier}`);
    const first = text.slice(text.indexOf('id="prochaine"'), text.indexOf('id="autres-etapes"'));
    expect(words({ status: 200, headers: new Headers(), text: first })).toContain(
      'La structure a-t-elle déjà un contrat avec l’ANS ? Oui Contrat avec l’ANS retrouvé Non Aucun contrat avec l’ANS',
    );
    expect(first).toContain(`href="/dossiers/${dossier}/faits/contrat.absent">Préciser depuis quand`);
    const main = first.indexOf('class="bouton principal"');
    expect(first.slice(main, main + 900)).toContain('Contrat de structure complété, signé et transmis');
    expect(first.indexOf('Aucun contrat avec l’ANS')).toBeLessThan(main);
    const form = words(await desk.camille.get(`/dossiers/${dossier}/faits/contrat.absent`));
    expect(form).toContain('Depuis le (facultatif) Si vous le savez : le jour depuis lequel il en est ainsi.');
  });

  test('of a form that came back say why, each part what touches it', async () => {
    const { dossier } = await desk.open(formulaireRetourne, formulaireRetourne.steps.slice(0, 10));
    const told = words(await desk.camille.get(`/dossiers/${dossier}`));
    expect(told).toMatch(
      /Prochaine étape Partie 4 à remplir : détails de la demande .*Qui doit agir Éditeur .*Retourné par l’ANS le 20 janvier 2026 Domaine de messagerie manquant Corriger en partie 4 : Domaine de messagerie manquant .*Partie 4 du formulaire 413 remplie/,
    );
  });

  test('are grouped by region of the machine, each with how far it is asked for', async () => {
    const page = await desk.camille.get(`/dossiers/${clinique.dossier}`);
    const regions = [...page.text.matchAll(/class="titre-region">([^<]+)</g)].map(([, titre]) => titre);
    expect(regions).toEqual([
      'Éditeur de logiciel',
      'Carte du représentant légal',
      'Mandataire',
      'Administrateur technique',
      'Formulaire 413',
    ]);
    const told = words(page);
    expect(told).toContain('Éditeur de logiciel à contacter Recommandée');
    expect(told).toContain(
      'Seulement si l’on veut « Carte de l’administrateur technique demandée (formulaire 301 ou TOM) », avec mandataire actif ' +
        'et « Formulaire 413 signé », si le mandataire signe.',
    );
    expect(told).toContain('Administrateur technique à désigner Obligatoire');
  });

  test('say how many acts are left at least, and what may be done without waiting', async () => {
    const told = words(await desk.camille.get(`/dossiers/${clinique.dossier}`));
    expect(told).toContain('Reste à faire 16 au moins Environ 109 jours aux délais usuels');
    expect(told).toMatch(/Possible dès maintenant .*Administrateur technique à désigner Représentant légal/);
    expect(told).not.toMatch(/Possible dès maintenant.*Éditeur de logiciel à contacter/);
  });

  test('explain what is refused by what is missing, and the shortest way out, act by act', async () => {
    const page = await desk.camille.get(`/dossiers/${clinique.dossier}`);
    const told = words(page);
    expect(told).toContain('Il faut un contrat actif avec l’ANS. (Représentant légal, §4.1)');
    expect(told).toContain('Le plus court pour y arriver');
    expect(page.text).toContain(
      `<a href="/dossiers/${clinique.dossier}/faits/contrat.signe">Contrat accepté par l’ANS</a>`,
    );
  });

  test('keep the facts that no step waits for under a fold', async () => {
    const { text } = await desk.camille.get(`/dossiers/${clinique.dossier}`);
    const fold = text.slice(text.indexOf('id="autres-faits"'));
    expect(fold.slice(0, 60)).not.toContain('open');
    expect(fold).toContain('Représentant légal remplacé');
    expect(fold).toContain('Dossier abandonné');
  });

  test('tell what will lapse before the end', async () => {
    const { steps } = cliniqueMonoSite;
    const lapsing = steps.slice(0, 7).concat({
      fact: { type: 'carteResponsable.activee', date: '2026-06-01', carte: { type: 'CDE', fin: '2026-07-20' } },
    });
    const { dossier } = await desk.open(cliniqueMonoSite, lapsing);
    const told = words(await desk.camille.get(`/dossiers/${dossier}`));
    expect(told).toMatch(
      /Prendra fin avant la fin du parcours Carte du responsable arrivée à sa date de fin : 21 juillet 2026 \(dans 21 jours\), soit \d+ à faire de plus/,
    );
  });

  test('show those of its certificates, whose facts are told to them', async () => {
    const { text } = await desk.camille.get(`/dossiers/${perdue.dossier}`);
    expect(text).toContain(`<a href="/certificats/${perdue.certificat}">Certificat AUTH, Alix Durand</a>`);
    expect(text).toContain(`href="/certificats/${perdue.certificat}/faits/certificat.revoque?retour=/dossiers/`);
    expect(words({ status: 200, headers: new Headers(), text })).toContain(
      'Il faut un administrateur technique habilité par l’ANS, porteur d’une carte active. (Administrateur technique, §4) ' +
        'Le plus court pour y arriver : Carte de l’administrateur technique demandée (formulaire 301 ou TOM)',
    );
  });

  test('send what a DSI does for all its sites to the groupement', async () => {
    const { dossier, groupement } = await desk.open(hopitalGht, []);
    const { text } = await desk.camille.get(`/dossiers/${dossier}`);
    expect(text).toContain(`action="/groupements/${groupement}/faits/dsi.contactee"`);
    expect(text).toContain('Cela vaut pour tous les sites du groupement.');
    const form = await desk.camille.get(`/groupements/${groupement}/faits/dsi.contactee?retour=/dossiers/${dossier}`);
    expect(words(form)).toContain('Ce que vous notez vaut pour tous les sites de « Groupement Exemple ».');
  });

  test('offer nothing to whoever only reads', async () => {
    const { status, text } = await desk.lecteur.get(`/dossiers/${clinique.dossier}`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/\/faits\//);
    expect(words({ status, text, headers: new Headers() })).toContain('Contrat accepté par l’ANS');
    const refused = await desk.lecteur.get(`/dossiers/${clinique.dossier}/faits/contrat.signe`);
    expect(refused.status).toBe(403);
  });
});

describe('the header of a dossier', () => {
  test('says whose it is, where it stands, and who follows it', async () => {
    const told = words(await desk.camille.get(`/dossiers/${clinique.dossier}/parties`));
    expect(told).toContain('SIRET 260 110 218 00047');
    expect(told).toContain('FINESS 010000206');
    expect(told).toContain('01130 Nantua');
    expect(told).toContain('Établissement sur un seul site géographique');
    expect(told).toContain('Affecté à personne Prendre ce dossier');
  });

  test('gives the dossier to whoever takes it', async () => {
    const taken = await desk.camille.post(`/dossiers/${clinique.dossier}/affectation`, { a: 'moi' });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `/dossiers/${clinique.dossier}`]);
    expect(words(await desk.camille.get(`/dossiers/${clinique.dossier}`))).toContain('Affecté à vous Le rendre');
    const seen = await desk.claire.get(`/dossiers/${clinique.dossier}`);
    expect(words(seen)).toContain('Affecté à Camille Martin Le reprendre à Camille Martin');
    await desk.claire.post(`/dossiers/${clinique.dossier}/affectation`, { a: 'moi' });
    expect(words(await desk.camille.get(`/dossiers/${clinique.dossier}`))).toContain('Affecté à vous');
    await desk.claire.post(`/dossiers/${clinique.dossier}/affectation`, { a: 'moi', de: hidden(seen, 'de') });
    expect(words(await desk.camille.get(`/dossiers/${clinique.dossier}`))).toContain('Affecté à Claire Durand');
    const back = hidden(await desk.camille.get(`/dossiers/${clinique.dossier}`), 'de');
    await desk.camille.post(`/dossiers/${clinique.dossier}/affectation`, { a: 'moi', de: back });
    await desk.camille.post(`/dossiers/${clinique.dossier}/affectation`, { a: 'personne' });
    expect(words(await desk.camille.get(`/dossiers/${clinique.dossier}`))).toContain('Affecté à personne');
  });

  test('leads nowhere for a dossier that does not exist', async () => {
    expect((await desk.camille.get('/dossiers/inconnu')).status).toBe(404);
    expect((await desk.camille.get(`/dossiers/${clinique.dossier}/faits/inconnu`)).status).toBe(404);
  });
});
