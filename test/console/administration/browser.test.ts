import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserPath, NO_BROWSER, startBrowser } from '../../browser.ts';
import { peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';

const motDePasse = 'sept cygnes au bord du lac';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  if (!browserPath) return;
  server = await startServer(new Date().toISOString().slice(0, 10));
  browser = await startBrowser();
}, 30_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('a superviseur invites somebody, who opens the link elsewhere and comes in, without a script', async ({
  skip,
}) => {
  if (!browserPath) return skip(NO_BROWSER);
  const { superviseur } = await peopleOf(server.services);
  const desk = await browser.newContext({ javaScriptEnabled: false });
  const value = superviseur['Cookie']?.split('=')[1] ?? '';
  await desk.addCookies([{ name: '__Host-session', value, url: server.url.replace('http', 'https'), secure: true }]);
  const page = await desk.newPage();
  await page.goto(`${server.url}/administration`);
  await page.getByRole('main').getByRole('link', { name: 'Comptes' }).click();
  await page.getByRole('link', { name: 'Inviter une personne' }).click();
  await page.getByLabel('Courriel').fill('camille.martin@exemple.fr');
  await page.getByRole('radio', { name: 'Lecteur' }).check();
  await page.getByRole('button', { name: 'Créer le lien' }).click();
  const lien = await page.getByLabel('Lien à transmettre').inputValue();

  const elsewhere = await browser.newContext({ javaScriptEnabled: false });
  const theirs = await elsewhere.newPage();
  await theirs.goto(lien);
  await theirs.getByLabel('Nom et prénom').fill('Camille Martin');
  await theirs.getByLabel('Mot de passe').fill(motDePasse);
  await theirs.getByLabel('Le même, une seconde fois').fill(motDePasse);
  await theirs.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await theirs.getByText('Votre compte est ouvert.').waitFor();
  await theirs.goto(`${server.url}/moi`);
  expect(await theirs.getByRole('heading', { level: 1 }).textContent()).toBe('Camille Martin');

  await theirs.goto(`${server.url}/administration/comptes`);
  expect(await theirs.getByRole('heading', { level: 1 }).textContent()).toBe('Droit insuffisant');
  await page.goto(`${server.url}/administration/comptes`);
  expect(await page.getByRole('row', { name: /Camille Martin/ }).textContent()).toContain('Lecteur');
});
