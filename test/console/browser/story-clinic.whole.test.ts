import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { importSamples, samples } from '../../repertoire/sample.ts';
import { cardThenAdministrateur, fill413 } from './clinic-steps.ts';
import { counted } from './count.ts';
import { createWorld, type World } from './world.ts';

const { clinique } = samples;

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
  if (world) await importSamples(world.server.folder);
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

/** §4.3.1 — everything is missing at first; both certificates of a pharmacist are ordered, the first goes to its installation. */
test('a private clinic without contract goes from its opening to an installed certificate', async () => {
  if (!world) return;
  const visitor = await world.open('agent', { viewport: { width: 1440, height: 900 } });
  const { page } = visitor;
  const person = counted(page);
  const next = page.locator('#prochaine');
  const field = (name: string) => next.locator(`[name="${name}"]`);
  const save = () => person.click(next.getByRole('button', { name: 'Enregistrer', exact: true }));
  /** The act of the next step that asks for nothing but its day. */
  const tell = (libelle: string) => person.click(next.getByRole('button', { name: libelle }));
  const send = () => person.click(page.getByRole('button', { name: 'Enregistrer l’envoi' }));
  const arrived = (titre: string) => page.locator('#titre-prochaine', { hasText: titre }).waitFor();

  await person.goto(`${world.server.url}/`);
  await person.click(page.getByRole('link', { name: 'Ouvrir un dossier' }).first());
  await person.fill('#recherche-etablissement', clinique.siret);
  await person.click('.propositions a');
  await page.locator('.rempli').waitFor();
  await person.check('[name="contrat.etat"][value="absent"]');
  await person.check('[name="carte.etat"][value="absente"]');
  await person.click(page.getByRole('button', { name: 'Ouvrir le dossier' }).last());

  await arrived('Contrat de structure à compléter');
  await person.click(next.getByRole('link', { name: /^Contrat de structure complété/ }));
  await person.fill('[name="representantLegal.nom"]', 'Garnier');
  await person.fill('[name="representantLegal.prenom"]', 'Alice');
  await person.fill('[name="representantLegal.fonction"]', 'Directrice');
  await person.fill('[name="representantLegal.courriel"]', 'a.garnier@tilleuls.fr');
  await send();
  await person.fill(field('numero'), '2026-4471');
  await save();

  await arrived('Carte du responsable à demander par le formulaire 101');
  await person.click(next.getByRole('link', { name: /^Formulaire 101/ }).last());
  await person.check('[name="pieceJointe"][value="acte-de-nomination"]');
  await send();
  await cardThenAdministrateur({ person, page, next });
  await fill413({ person, page, next });
  await person.click(page.getByRole('button', { name: 'Signé, et envoyé par courriel' }));

  await arrived('Accusé de réception du formulaire 413');
  await tell('Formulaire 413 reçu par l’ANS');
  await tell('Administrateur technique habilité par l’ANS');
  await person.fill(field('beneficiaires.0.nom'), 'Leroy');
  await person.fill(field('beneficiaires.0.prenom'), 'Zoé');
  await person.choose(field('beneficiaires.0.pour'), 'pharmacien:AUTH+SIGN');
  await person.check(field('prerequisVerifies'));
  await person.click(next.getByRole('button', { name: 'Commander' }));

  await tell('Certificat mis à disposition');
  await arrived('Certificat à retirer');
  await save();
  await tell('Certificat installé');
  await page.locator('.sous-titre .pastille', { hasText: 'En service' }).waitFor();
  const { lignes } = await world.server.services.list({ genre: 'certificat', limite: 5 });
  expect(lignes.map(({ statut }) => statut).sort()).toEqual(['enCours', 'enService']);

  const { loads, clicks, keys } = person.cost();
  console.info(`${loads} pages, ${clicks} clicks, ${keys} keys`);
  expect(loads).toBeLessThanOrEqual(25);
  expect(clicks).toBeLessThanOrEqual(55);
  expect(keys).toBeLessThanOrEqual(150);
  expect(visitor.unsaid).toEqual([]);
  await visitor.close();
}, 120_000);
