import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DossierOuvert } from '../../../src/engine/opening.ts';
import { NO_BROWSER } from '../../browser.ts';
import { given } from '../../http/people.ts';
import { faultsOf } from '../browser/faults.ts';
import { createWorld, type World } from '../browser/world.ts';

const TIME = 60_000;
const act = { auteur: 'compte:a', version: null };
const etablissement = {
  denomination: 'Clinique des Cordeliers',
  siret: '26011021800047',
  finess: '010000057',
  codePostal: '01130',
  commune: 'Nantua',
};

let world: World | null = null;
let form413 = '';
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
  if (!world) return;
  const opened = await world.server.services.openDossier(
    DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement }),
    act,
  );
  form413 = `/dossiers/${given(opened).row.id}/formulaires/formulaire-413`;
}, TIME);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

test('a form is without fault on a desk and on a phone, light and dark, and weighs little', {
  timeout: TIME,
}, async () => {
  const visitor = await world?.open('agent');
  if (!visitor) return;
  const { octets, faults } = await faultsOf(visitor, form413);
  expect(faults).toEqual([]);
  expect(octets).toBeLessThan(100_000);
  await visitor.close();
});

test('what is typed is kept unasked, and a line is added without leaving the page', { timeout: TIME }, async () => {
  const visitor = await world?.open('agent');
  if (!visitor) return;
  const { page } = visitor;
  await visitor.go(form413);
  const kept = page.waitForResponse((response) => response.url().endsWith('/brouillon'));
  await page.getByLabel('Dénomination').fill('Clinique du Nord');
  await kept;
  await page.locator('#version[value="1"]').waitFor({ state: 'attached' });
  expect(await page.locator('#brouillon').textContent()).toContain('Brouillon enregistré à');
  await page.getByRole('button', { name: 'Ajouter un logiciel' }).click();
  await page.locator('#champ-partie4-logiciels-1').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('champ-partie4-logiciels-1');
  await page.getByRole('button', { name: 'Retirer : Logiciel 2' }).click();
  await page.locator('#champ-partie4-logiciels-1').waitFor({ state: 'detached' });
  await page.reload();
  expect(await page.getByLabel('Dénomination').inputValue()).toBe('Clinique du Nord');
  expect(visitor.unsaid).toEqual([]);
  await visitor.close();
});

test('the Enter key keeps the draft, and a fault takes the focus to its summary, then to its field', {
  timeout: TIME,
}, async () => {
  const visitor = await world?.open('agent', { javaScriptEnabled: false });
  if (!visitor) return;
  const { page } = visitor;
  await visitor.go(form413);
  await page.getByLabel('Dénomination').press('Enter');
  expect(await page.locator('#messages').textContent()).toContain('Brouillon enregistré');
  await page.getByLabel('Date du visa').fill('');
  await page.getByRole('button', { name: 'Enregistrer la partie 3' }).click();
  expect(await page.title()).toMatch(/^À corriger : /);
  await page.getByRole('alert').getByRole('link', { name: 'Date du visa' }).press('Enter');
  await page.keyboard.type('05/01/2026');
  expect(await page.getByLabel('Date du visa').inputValue()).toBe('05/01/2026');
  await visitor.close();
});

test('the opening is without fault, asks only what its answers call for, and checks as one types', {
  timeout: TIME,
}, async () => {
  const visitor = await world?.open('agent');
  if (!visitor) return;
  const { page } = visitor;
  expect((await faultsOf(visitor, '/dossiers/nouveau')).faults).toEqual([]);
  await visitor.go('/dossiers/nouveau');
  const shown = () => page.locator('.voie:visible').allTextContents();
  expect(await page.getByText('Est-il membre d’un GHT ?').isVisible()).toBe(false);
  await page.getByLabel('Public').check();
  await page.getByText('Est-il membre d’un GHT ?').waitFor();
  expect(await shown()).toEqual([]);
  await page.getByRole('radiogroup', { name: 'Est-il membre' }).getByLabel('Non').check();
  expect((await shown()).join()).toContain('Décision A14');
  await page.getByLabel('Code postal').fill('13200');
  await page.getByLabel('Code postal').blur();
  await page.locator('#champ-etablissement-commune[value="Arles"]').waitFor();
  await page.getByLabel('N° SIRET').fill('26011021800047');
  await page.getByLabel('N° SIRET').blur();
  await page.getByRole('link', { name: 'Clinique des Cordeliers' }).waitFor();
  expect(visitor.unsaid).toEqual([]);
  await visitor.close();
});
