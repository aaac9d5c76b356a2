import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { createWorld, type Visitor, type World } from './world.ts';

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld();
  await world?.server.services.travail.rejoindre();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

/** Comes to a page whose keys are heard; counts what is pressed. */
async function at(path: string): Promise<Visitor & { press(...keys: string[]): Promise<void>; pressed(): number }> {
  if (!world) throw new Error(NO_BROWSER);
  const visitor = await world.open('agent');
  let pressed = 0;
  await visitor.go(path.replaceAll(/:(\w+)/g, (_, name) => world?.known[name] ?? ''));
  await ready(visitor.page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await visitor.page.keyboard.press(key);
    pressed += keys.length;
  };
  return Object.assign(visitor, { press, pressed: () => pressed });
}

const ready = (page: Page) => page.waitForFunction('document.body.dataset.clavier');
const title = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name }).waitFor();
const focused = (page: Page) => page.locator(':focus');

test('the first dossier is two tabs away, and opens by the third key', async () => {
  const { page, press, pressed, close } = await at('/?onglet=tous&tri=nom');
  await press('Tab', 'Tab');
  expect(await focused(page).innerText()).toBe('Aller au premier dossier');
  await press('Enter');
  const first = page.locator('.travail tbody th a').first();
  expect(await first.and(focused(page)).count()).toBe(1);
  const name = await first.innerText();
  await press('Enter');
  await title(page, name);
  expect(pressed()).toBe(4);
  await close();
});

test('j and k go through the list, Enter opens the line', async () => {
  const { page, press, close } = await at('/?onglet=tous&tri=nom');
  const names = await page.locator('.travail tbody th a').allInnerTexts();
  await press('j', 'j', 'j', 'k');
  expect(await focused(page).innerText()).toBe(names[1]);
  await press('Enter');
  await title(page, names[1] ?? '');
  await close();
});

describe('the palette', () => {
  test.each(['/', 'Control+k'])('opened by %s finds a dossier by the beginning of its name', async (key) => {
    const { page, press, pressed, close } = await at('/pilotage');
    await press(key, 'l', 'a', 'c');
    await page.locator('#palette').getByRole('link', { name: 'Clinique du Lac' }).waitFor();
    await press('ArrowDown', 'Enter');
    await title(page, 'Clinique du Lac');
    expect(pressed()).toBe(6);
    await close();
  });

  test('finds a FINESS, a page, an act of the dossier, and closes by Escape', async () => {
    const { page, press, close } = await at('/dossiers/:dossier');
    const palette = page.locator('#palette');
    const find = async (text: string, name: string | RegExp) => {
      await press('Control+k');
      await page.keyboard.type(text);
      await palette.getByRole('link', { name }).first().waitFor();
      await press('Escape');
      expect(await palette.getByRole('link').count()).toBe(0);
      await page.locator('main').focus();
    };
    await find('7490001', 'Clinique du Lac');
    await find('pilot', 'Pilotage');
    await find('partie 3', /Partie 3 du formulaire 413 remplie/);
    await close();
  });

  test('is a page where there is no script', async () => {
    if (!world) return;
    const { page, go, close } = await world.open('agent', { javaScriptEnabled: false });
    await go(`/dossiers/${world.known['dossier']}`);
    await page.locator('#recherche').press('Enter');
    await title(page, 'Aller à');
    await page.getByRole('link', { name: /Partie 3 du formulaire 413 remplie/ }).click();
    await title(page, /Formulaire 413/i);
    await close();
  });
});

test('a takes no dossier of the list but the one that has the focus', async () => {
  const { page, press, close } = await at('/?onglet=tous');
  const free = () =>
    page
      .locator('.travail tbody')
      .getByRole('button', { name: /^Prendre/ })
      .count();
  const before = await free();
  await page.locator('main').focus();
  await press('a');
  await page.waitForTimeout(300);
  expect(await free()).toBe(before);
  await close();
});

test('e goes to the next step of the dossier, n to a note, a takes it', async () => {
  const { page, press, pressed, close } = await at('/dossiers/:nouveau');
  await press('a');
  await page.getByText('Ce dossier vous est affecté.').waitFor();
  await ready(page);
  await press('n');
  await page.locator('#note-texte:focus').waitFor();
  await page.keyboard.type('e a n ? / j k');
  expect(await page.locator('#note-texte').inputValue()).toBe('e a n ? / j k');
  await page.goBack();
  await ready(page);
  await press('e');
  await page.waitForURL(/\/formulaires\/contrat-structure/);
  expect(pressed()).toBe(3);
  await close();
});

test('? lists the keys over the page, whose link is there without script; they may be turned off', async () => {
  const { page, press, go, close } = await at('/dossiers/:dossier');
  await press('?');
  await page.getByRole('dialog', { name: 'Raccourcis clavier' }).getByText('prendre le dossier').waitFor();
  await press('Escape');
  await go('/moi');
  await page.getByRole('button', { name: 'Couper les raccourcis d’une lettre' }).click();
  await page.getByText('C’est noté.').waitFor();
  await ready(page);
  await press('?', '/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.locator('#recherche:focus').count()).toBe(0);
  await press('Control+k');
  expect(await page.locator('#recherche:focus').count()).toBe(1);
  await close();
});

test('keys with another modifier are the browser’s', async () => {
  const { page, press, close } = await at('/?onglet=tous');
  await press('Control+j', 'Alt+j', 'Control+Shift+k');
  expect(await page.locator('.travail :focus').count()).toBe(0);
  await close();
});
