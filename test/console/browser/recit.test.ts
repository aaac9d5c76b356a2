import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { createWorld, type World } from './world.ts';

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

test('without a script the story has three sizes, and each step leads to where it is told', async () => {
  if (!world) return;
  const { page, go, unsaid, close } = await world.open('lecteur', { javaScriptEnabled: false });
  await go('/procedures/public-ght');
  const width = async () => Math.round((await page.locator('.recit svg').boundingBox())?.width ?? 0);
  const sizes = [await width()];
  for (const taille of ['Entier', 'Grand']) {
    await page.getByRole('radio', { name: taille }).check();
    sizes.push(await width());
  }
  const [legible = 0, whole = 0, large = 0] = sizes;
  expect([whole < legible, legible < large]).toEqual([true, true]);
  await page.getByRole('link', { name: /^Signer si : contrat actif/ }).click();
  expect(new URL(page.url()).pathname).toBe('/procedures/public-ght/etapes/formulaire413.aSigner');
  expect(unsaid).toEqual([]);
  await close();
});

test('by keys the story grows, shrinks and comes back, and a case is seen on a past day on the same page', async () => {
  if (!world) return;
  const { page, go, unsaid, close } = await world.open('agent');
  await go(`/dossiers/${world.known['dossier']}/diagramme`);
  const width = async () => Math.round((await page.locator('.recit svg').boundingBox())?.width ?? 0);
  const before = await width();
  await page.locator('.recit .planche-cadre').focus();
  await page.keyboard.press('+');
  expect(await width()).toBeGreaterThan(before);
  await page.keyboard.press('0');
  expect(await width()).toBe(before);

  const title = () => page.locator('.recit svg > title').textContent();
  const now = await title();
  await page.getByLabel('Revoir le dossier, jour après jour').focus();
  await page.keyboard.press('Home');
  await expect.poll(title).not.toBe(now);
  expect(new URL(page.url()).search).toBe('');
  await page.keyboard.press('End');
  await expect.poll(title).toBe(now);
  expect(unsaid).toEqual([]);
  await close();
});

test('all steps are looked at in the page: one is found, and a number leads to its step, with no script', async () => {
  if (!world) return;
  const { page, go, unsaid, close } = await world.open('lecteur', { javaScriptEnabled: false });
  await go('/procedures/public-ght?vue=complet');
  await page.getByLabel('Étape à trouver').selectOption({ label: 'Contrat actif' });
  await page.getByRole('button', { name: 'Afficher' }).click();
  expect(await page.locator('.recit svg .courant').textContent()).toContain('Contrat actif');
  await page.getByRole('link', { name: 'mène à : Contrat de structure à compléter' }).first().click();
  expect(new URL(page.url()).hash).toBe('#dessin-contrat.aCompleter');
  await page.getByLabel('Partie', { exact: true }).selectOption({ label: 'Contrat avec l’ANS' });
  await page.getByRole('button', { name: 'Afficher' }).click();
  expect(await page.locator('.recit svg > title').textContent()).toBe('Établissement public membre d’un GHT');
  expect(unsaid).toEqual([]);
  await close();
});

test('a part of the whole drawing is folded to its title, and unfolded', async () => {
  if (!world) return;
  const { page, go, unsaid, close } = await world.open('agent');
  await go('/procedures/public-ght?vue=complet');
  const step = page.locator('[id="dessin-contrat.actif"]');
  const other = page.locator('[id="dessin-mandataire.actif"]');
  await page.getByText('Replier des parties').click();
  const contrat = page.getByRole('button', { name: '4 · Contrat avec l’ANS · §4.1' });
  const seen = async () => [
    await step.isVisible(),
    await other.isVisible(),
    await contrat.getAttribute('aria-pressed'),
  ];
  expect(await seen()).toEqual([true, true, 'false']);
  await contrat.click();
  expect(await seen()).toEqual([false, true, 'true']);
  await contrat.click();
  expect(await seen()).toEqual([true, true, 'false']);
  expect(unsaid).toEqual([]);
  await close();
});
