import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browserPath, NO_BROWSER, startBrowser } from '../../browser.ts';
import { given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { openTold } from './desk.ts';

let server: TestServer;
let people: People;
beforeAll(async () => {
  server = await startServer('2026-11-24');
  people = await peopleOf(server.services);
});
afterAll(() => server.stop());
beforeEach(({ skip }) => {
  if (!browserPath) skip(NO_BROWSER);
});

/** Presses Tab until what has the focus is called so. */
async function reach(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const label = `${await focused.getAttribute('id')} ${await focused.innerText()}`;
    if (name.test(label)) return;
  }
  throw new Error(`The keyboard does not reach ${name}`);
}

test('a superviseur withdraws a line by the keyboard alone, without a script', async () => {
  const id = await openTold(server.services, [
    'formulaire101.transmis',
    'carteResponsable.emise',
    'carteResponsable.activee',
  ]);
  const browser = await startBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const [name = '', value = ''] = people.superviseur['Cookie']?.split('=') ?? [];
  await context.addCookies([{ name, value, url: server.url.replace('http:', 'https:'), secure: true }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/dossiers/${id}/journal`);
  await reach(page, /Corriger\s*: Carte du responsable émise/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/correction$/);
  await reach(page, /correction-motifCorrection/);
  await page.keyboard.type('Carte pas encore émise');
  await reach(page, /Voir ce que cela change/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ce qui ne tiendrait plus' }).waitFor();
  await reach(page, /Confirmer et retirer 1 autre ligne/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/journal$/);
  expect(await page.locator('s').allInnerTexts()).toEqual([
    'Carte du responsable reçue et activée',
    'Carte du responsable émise',
  ]);
  expect(JSON.parse(given(await server.services.find({ genre: 'dossier', id })).etat).etats).toMatchObject({
    carteResponsable: 'attenteEmission',
  });
  await browser.close();
}, 60_000);
