import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { createWorld, type World } from './world.ts';

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld();
  await world?.server.services.travail.rejoindre();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

const LIST = '/?onglet=retard&tri=nom&par=100';
const names = (page: Page) => page.locator('.travail tbody th a').allInnerTexts();
const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

test('from a list, dossiers follow one another without going back, by links or by j and k', async () => {
  if (!world) return;
  const { page, go, close } = await world.open('agent');
  await go(LIST);
  const all = await names(page);
  await page.locator('.travail tbody th a').nth(1).click();
  await h1(page, all[1] ?? '');
  const around = page.getByRole('navigation', { name: 'Dans la liste' });
  expect(await around.innerText()).toContain(`2 sur ${all.length}`);
  await around.getByRole('link', { name: 'Dossier suivant' }).click();
  await h1(page, all[2] ?? '');
  await page.waitForFunction('document.body.dataset.clavier');
  await page.keyboard.press('k');
  await h1(page, all[1] ?? '');
  await page.getByRole('link', { name: 'Journal', exact: true }).click();
  expect(await around.innerText()).toContain(`2 sur ${all.length}`);
  await page.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link', { name: 'Ma journée' }).click();
  expect(new URL(page.url()).search).toBe('?onglet=retard&tri=nom&par=100');
  expect(await page.locator('.travail :focus').innerText()).toBe(all[1]);
  await close();
});

test('an act is saved, which takes its dossier out of the list, and the next one is there', async () => {
  if (!world) return;
  const { page, go, close } = await world.open('agent', { javaScriptEnabled: false });
  await go('/?onglet=ans&tri=nom&ordre=descendant');
  const before = await names(page);
  const place = before.indexOf('Hôpital de jour de Bellegarde');
  const [name = '', next = ''] = before.slice(place, place + 2);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByLabel(/Numéro/).fill('C-2026-12');
  await page.getByRole('button', { name: 'Enregistrer et suivant' }).click();
  await h1(page, next);
  expect(await page.locator('#messages').innerText()).toContain(`est enregistré pour « ${name} »`);
  const around = page.getByRole('navigation', { name: 'Dans la liste' });
  expect(await around.innerText()).toContain(`${place + 1} sur ${before.length - 1}`);
  await close();
});

test('one undoes one’s own last act by a click, and the journal keeps both', async () => {
  if (!world) return;
  const { page, go, close } = await world.open('agent', { javaScriptEnabled: false });
  await go(`/dossiers/${world.known['nouveau']}/faits/contrat.absent`);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText(/Vous avez enregistré « .* » à \d\d:\d\d/).waitFor();
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await page.getByText('est annulé. Le journal garde l’acte et son annulation.').waitFor();
  expect(await page.getByRole('button', { name: 'Annuler', exact: true }).count()).toBe(0);
  await page.getByRole('link', { name: 'Journal', exact: true }).click();
  expect(await page.locator('.ligne-journal').first().innerText()).toContain('Correction');
  await close();
  const other = await world.open('superviseur', { javaScriptEnabled: false });
  await other.go(`/dossiers/${world.known['nouveau']}`);
  expect(await other.page.getByRole('button', { name: 'Annuler', exact: true }).count()).toBe(0);
  await other.close();
});

test('a line shows its next step beside the list, and j takes it along', async () => {
  if (!world) return;
  const { page, go, close } = await world.open('agent', { viewport: { width: 1440, height: 900 } });
  await go('/?onglet=tous&tri=nom');
  const [first = '', second = ''] = await names(page);
  await page.getByRole('link', { name: `Aperçu de ${first}` }).click();
  const beside = page.getByRole('complementary', { name: 'Aperçu d’un dossier' });
  await beside.getByRole('link', { name: first, exact: true }).waitFor();
  await page.keyboard.press('j');
  await beside.getByRole('link', { name: second, exact: true }).waitFor();
  expect(await page.locator('.travail tbody th a:focus').innerText()).toBe(second);
  await close();
});

test('a dossier of nobody is taken from its line', async () => {
  if (!world) return;
  const { page, go, close } = await world.open('agent', { javaScriptEnabled: false });
  await go('/?onglet=libres&tri=nom');
  const [name = ''] = await names(page);
  await page.getByRole('button', { name: `Prendre ${name}`, exact: true }).click();
  await page.getByText('1 dossier à vous désormais.').waitFor();
  expect(await names(page)).not.toContain(name);
  await close();
});
