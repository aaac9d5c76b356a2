import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browserPath, NO_BROWSER, startBrowser, violationsIn } from '../browser.ts';
import { startServer, type TestServer } from '../server.ts';

const motDePasse = 'sept cygnes au bord du lac';

let browser: Browser | null = null;
let server: TestServer;
/** Today is the real one: the browser forgets a session by its own clock. */
beforeAll(async () => {
  if (browserPath) browser = await startBrowser();
  else console.warn(`Skipped: ${NO_BROWSER}`);
  server = await startServer(new Date().toISOString().slice(0, 10));
});
afterAll(async () => {
  await browser?.close();
  await server.stop();
});
beforeEach(({ skip }) => {
  if (!browser) skip(NO_BROWSER);
});

test('a person opens the first account and is in, without a script, the focus on what is wrong', async () => {
  const context = await browser?.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context?.newPage();
  if (!page) return;
  await page.goto(`${server.url}/lien/${await server.services.identites.firstLink()}`);
  await page.getByLabel('Courriel').fill('c@exemple.fr');
  await page.getByLabel('Mot de passe').fill(motDePasse);
  await page.getByLabel('Le même').fill(motDePasse);
  await page.getByRole('button').click();
  expect(await page.locator('[role=alert]').textContent()).toContain('Nom et prénom');
  await page.getByRole('link', { name: 'Nom et prénom' }).click();
  await page.keyboard.type('Camille Martin');
  await page.getByLabel('Mot de passe').fill(motDePasse);
  await page.getByLabel('Le même').fill(motDePasse);
  await page.keyboard.press('Enter');
  await page.getByText('Menu', { exact: true }).click();
  expect(await page.getByRole('navigation').first().textContent()).toContain('Camille Martin');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  expect(new URL(page.url()).pathname).toBe('/connexion');
  await context?.close();
});

test.each(['light', 'dark'] as const)('axe finds no fault in the pages, %s', async (colorScheme) => {
  const context = await browser?.newContext({ colorScheme, bypassCSP: true, viewport: { width: 360, height: 740 } });
  const page = await context?.newPage();
  if (!page) return;
  const faults = async () => {
    const violations = await violationsIn(page);
    const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    return [...violations.map(({ id }) => id), ...(isWide ? ['too wide'] : [])];
  };
  const open = ['/glossaire', '/accessibilite'];
  for (const path of ['/connexion', '/bienvenue', '/confidentialite', `/lien/${'A'.repeat(43)}`, ...open]) {
    await page.goto(`${server.url}${path}`);
    expect(await faults()).toEqual([]);
  }
  await page.goto(`${server.url}/bienvenue`);
  await page.getByRole('button').click();
  expect(await faults()).toEqual([]);
  await context?.close();
});
