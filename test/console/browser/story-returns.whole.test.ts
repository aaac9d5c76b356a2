import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formulaireRecu, formulaireSigne, prerequis } from '../../../src/sandbox/vies/common-steps.ts';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { NO_BROWSER } from '../../browser.ts';
import { counted } from './count.ts';
import { createWorld, type World } from './world.ts';

const today = new Date().toISOString().slice(0, 10);
/** Whom everybody writes with one letter too many. */
const morrel = { nom: 'Morrel', prenom: 'Jules' };

let world: World | null = null;
let id = '';
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
  const opened = await world?.server.post<{ id: string }>('/api/v1/dossiers', {
    procedure: 'prive-mono-site',
    etablissement: site,
  });
  id = opened?.body.id ?? '';
  const steps = [...prerequis(today), ...formulaireSigne(today, { contact: morrel }), ...formulaireRecu(today)];
  for (const { fact } of steps) {
    const told = fact.type === 'administrateurTechnique.designe' ? { ...fact, personne: morrel } : fact;
    const answer = await world?.server.post(`/api/v1/dossiers/${id}/faits`, told);
    expect(answer?.status).toBe(200);
  }
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

/** §5, A11 — the ANS returns form 413, the administrateur technique loses his card, the ANS returns it again; his name was misspelt. */
test('two returns, a lost card and a typo are settled, and the administrateur technique is empowered', async () => {
  if (!world) return;
  const visitor = await world.open('superviseur', { viewport: { width: 1440, height: 900 } });
  const { page } = visitor;
  const person = counted(page);
  const next = page.locator('#prochaine');
  const inPlace = page.locator('.acte', { has: page.locator('[data-saisi], .a-placer, form.saisie') });
  const press = (name: string) => person.click(page.getByRole('button', { name, exact: true }).last());
  const follow = (name: string | RegExp) => person.click(page.getByRole('link', { name }).first());
  const tell = (libelle: string) => person.click(next.getByRole('button', { name: libelle }));
  const arrived = (titre: string) => page.locator('#titre-prochaine', { hasText: titre }).waitFor();
  const saveHere = () => person.click(inPlace.getByRole('button', { name: 'Enregistrer', exact: true }).first());

  /** What the ANS returns is corrected, viewed again, signed, and sent. */
  const correctReturn = async (motif: string, correct: () => Promise<void>) => {
    await person.click(next.getByRole('link', { name: 'Formulaire 413 retourné pour correction' }));
    await person.choose('[name="motifs.0.code"]', motif);
    await person.click(next.locator('[data-saisi]').getByRole('button', { name: 'Enregistrer', exact: true }));
    await follow(/^Corriger en partie 4/);
    await correct();
    await person.check('[name="partie3.cachet"]');
    await press('Enregistrer les parties remplies');
    await press('Signé, et envoyé par courriel');
    await arrived('Accusé de réception');
    await tell('Formulaire 413 reçu par l’ANS');
  };

  await person.goto(`${world.server.url}/dossiers/${id}`);
  await correctReturn('domaine-messagerie-manquant', () =>
    person.fill('[name="partie4.domaineMessagerie"]', '@clinique-exemple.fr'),
  );

  await person.click('#autres-faits > summary');
  await follow(/^Carte de l’administrateur technique perdue/);
  await page.getByText('Ce que cela défait').waitFor();
  await saveHere();
  await follow(/^Carte de l’administrateur technique demandée/);
  expect(await page.locator('[name="porteur.nom"]').inputValue()).toBe('Morrel');
  await press('Enregistrer l’envoi');
  await arrived('Émission de la carte');
  await tell('Carte de l’administrateur technique émise');
  await person.choose(next.locator('[name="carte.type"]'), 'CPE');
  await person.fill(next.locator('[name="carte.fin"]'), '31/12/2029');
  await saveHere();
  await arrived('Instruction de la demande');

  await correctReturn('administrateur-technique-sans-carte', async () => {});

  await person.click(page.getByRole('link', { name: 'Parties et cartes' }));
  await follow(/^Corriger une erreur : Administrateur technique/);
  await person.fill(inPlace.locator('[name="personne.nom"]'), 'Morel');
  await person.fill(inPlace.locator('[name="motifCorrection"]'), 'Faute de frappe');
  await press('Voir ce que cela change');
  await press('Confirmer la correction');
  await page.locator('#messages').getByText('est corrigé, ainsi que').waitFor();
  await person.click(page.getByRole('link', { name: 'Étapes' }));
  await tell('Administrateur technique habilité par l’ANS');
  await arrived('Premier certificat à commander');

  for (const place of ['parties', 'formulaires/formulaire-413']) {
    const shown = await (await page.request.get(`${world.server.url}/dossiers/${id}/${place}`)).text();
    expect([place, shown.includes('Morel'), shown.includes('Morrel')]).toEqual([place, true, false]);
  }
  const { loads, clicks, keys } = person.cost();
  console.info(`${loads} pages, ${clicks} clicks, ${keys} keys`);
  expect(loads).toBeLessThanOrEqual(22);
  expect(clicks).toBeLessThanOrEqual(45);
  expect(keys).toBeLessThanOrEqual(110);
  expect(visitor.unsaid).toEqual([]);
  await visitor.close();
}, 120_000);
