import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_BROWSER, violationsIn } from '../../browser.ts';
import { importSamples, samples } from '../../repertoire/sample.ts';
import { createWorld, type World } from './world.ts';

const { clinique, val, ehpad } = samples;

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
  if (world) await importSamples(world.server.folder);
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

test('a clinic on one site is opened by one page, fourteen keys and two clicks', async () => {
  if (!world) return;
  const { page, go, close, unsaid } = await world.open('agent');
  let loads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.method() === 'GET') loads += 1;
  });
  await go('/dossiers/nouveau');
  // The field has the focus by itself, in the first frame that is drawn.
  await page.locator('#recherche-etablissement:focus').waitFor();
  await page.keyboard.type(clinique.siret);
  await page.locator('.propositions a').click();
  await page.locator('.rempli').getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await page.getByRole('heading', { level: 1, name: clinique.rslongue }).waitFor();
  expect({ loads, keys: clinique.siret.length, unsaid }).toEqual({ loads: 2, keys: 14, unsaid: [] });
  const { lignes } = await world.server.services.list({ genre: 'dossier', siret: clinique.siret, limite: 2 });
  const [dossier] = lignes.map(({ finess, procedure }) => ({ finess, procedure }));
  expect(dossier).toEqual({ finess: clinique.finess, procedure: 'prive-mono-site' });
  await close();
});

test('arrows reach what was found, and the focus goes to what was filled; what was typed elsewhere stays', async () => {
  if (!world) return;
  const { page, go, close, unsaid } = await world.open('agent');
  const focused = () => page.evaluate('document.activeElement.className + document.activeElement.textContent');
  await go('/dossiers/nouveau');
  await page.locator('[name="contrat.etat"][value="trouve"]').check();
  await page.locator('[name="contrat.numero"]').fill('C-12');
  await page.locator('#recherche-etablissement').fill('clinique lyon');
  await page.locator('.propositions li').nth(1).waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.locator('#recherche-etablissement').press('Enter');
  expect(await focused()).toContain(val.rs);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('CLINIQUE DU MONT');
  await page.keyboard.press('Escape');
  expect(await page.locator('#recherche-etablissement:focus').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.rempli:focus').waitFor();
  expect(await page.locator('[name="etablissement.denomination"]').inputValue()).toBe(val.rs);
  expect(await page.locator('[name="contrat.numero"]').inputValue()).toBe('C-12');
  expect(await violationsIn(page)).toEqual([]);
  expect([new URL(page.url()).search, unsaid]).toEqual(['', []]);
  await close();
});

test('an answer that comes late is not taken for what is typed since', async () => {
  if (!world) return;
  const { page, go, close } = await world.open('agent');
  await go('/dossiers/nouveau');
  await page.route('**/etablissements?*', async (route) => {
    if (route.request().url().includes('clinique+lyon')) await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest(/clinique/);
  await page.keyboard.type('clinique lyon');
  await asked;
  await page.locator('#recherche-etablissement').fill(ehpad.finess);
  await page.locator('.propositions').getByText('LES GLYCINES').waitFor();
  await page.waitForTimeout(800);
  expect(await page.locator('.propositions .nom').allInnerTexts()).toEqual([ehpad.rs]);
  await page.locator('#recherche-etablissement').press('Enter');
  await page.locator('.rempli:focus').waitFor();
  expect(await page.locator('[name="etablissement.finess"]').inputValue()).toBe(ehpad.finess);
  await close();
});
