import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { certificatCommande, certificatDisponible, habilite } from '../../../src/sandbox/vies/common-steps.ts';
import { monoSite, site } from '../../../src/sandbox/vies/journey.ts';
import { browserPath, NO_BROWSER, startBrowser } from '../../browser.ts';
import { derOf, holder } from '../../pki/igc.ts';
import { type Desk, openDesk, type Person } from './desk.ts';

let browser: Browser | null = null;
let desk: Desk;
/** Today is the real one: the browser forgets a session by its own clock. */
beforeAll(async () => {
  if (browserPath) browser = await startBrowser();
  else console.warn(`Skipped: ${NO_BROWSER}`);
  desk = await openDesk(new Date().toISOString().slice(0, 10));
});
afterAll(async () => {
  await browser?.close();
  await desk.server.stop();
});
beforeEach(({ skip }) => {
  if (!browser) skip(NO_BROWSER);
});

const open = async () => (await desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, 2))).dossier;

/** A browser of somebody’s own, at a path. */
async function at({ cookie }: Person, path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser?.newContext({ javaScriptEnabled });
  const [name = '', value = ''] = cookie.split('=');
  await context?.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true }]);
  const page = await context?.newPage();
  if (!page) throw new Error(NO_BROWSER);
  await page.goto(`${desk.server.url}${path}`);
  return page;
}

test('two agents on one dossier see each other’s act at once, the page drawn again, its folds and its focus where they were', async () => {
  const dossier = await open();
  const camille = await at(desk.camille, `/dossiers/${dossier}`);
  await camille.locator('#autres-faits summary').first().click();
  await camille.locator('#autres-faits').getByRole('link', { name: 'Dossier abandonné' }).waitFor();
  await camille.locator('#actes-etape-editeur-aContacter summary').focus();

  const claire = await at(desk.claire, `/dossiers/${dossier}`);
  await claire.getByLabel('Numéro du contrat').fill('C-2026-7');
  await claire.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  expect(await claire.locator('#messages').textContent()).toContain('« Contrat accepté par l’ANS » est enregistré.');

  const told = camille.locator('#suivi');
  await told.getByText('Claire Durand a enregistré « Contrat accepté par l’ANS »').waitFor();
  expect(await told.textContent()).toContain('Cette page est à jour.');
  expect(await camille.locator('#titre-prochaine').textContent()).toBe('Carte CDE ou CPS responsable à vérifier');
  expect(await camille.locator('#autres-faits').getAttribute('open')).not.toBeNull();
  for (const page of [camille, claire]) await page.context().close();
});

test('what is typed is kept while others act, and told before it is recorded', async () => {
  const dossier = await open();
  const camille = await at(desk.camille, `/dossiers/${dossier}/faits/editeur.contacte`);
  await camille.getByLabel('Éditeur').fill('Éditeur saisi');
  await desk.claire.post(`/dossiers/${dossier}/faits/contrat.signe`, { date: '08/01/2026', numero: 'C-2026-8' });
  await camille.locator('#suivi').getByText('Votre saisie est gardée.').waitFor();
  expect(await camille.getByLabel('Éditeur').inputValue()).toBe('Éditeur saisi');
  const seen = camille.context().waitForEvent('page');
  await camille.getByRole('link', { name: 'Voir le dossier' }).click();
  expect(new URL((await seen).url()).pathname).toBe(`/dossiers/${dossier}`);

  await camille.bringToFront();
  await camille.getByRole('button', { name: 'Enregistrer' }).click();
  await camille.getByText('Le dossier a changé entre-temps').waitFor();
  expect(await camille.getByLabel('Éditeur').inputValue()).toBe('Éditeur saisi');
  await camille.getByRole('button', { name: 'Enregistrer quand même' }).click();
  expect(await camille.locator('#messages').textContent()).toContain(
    '« Éditeur de logiciel contacté » est enregistré.',
  );
  await camille.context().close();
});

test('without a script the second agent is told all the same', async () => {
  const dossier = await open();
  const camille = await at(desk.camille, `/dossiers/${dossier}`, false);
  await desk.claire.post(`/dossiers/${dossier}/faits/contrat.signe`, { date: '08/01/2026', numero: 'C-2026-9' });
  await camille.getByRole('button', { name: 'Le responsable n’a pas de carte active' }).click();
  expect(await camille.locator('main').textContent()).toContain(
    'Claire Durand a enregistré « Contrat accepté par l’ANS »',
  );
  await camille.getByRole('button', { name: 'Enregistrer quand même' }).click();
  expect(await camille.locator('#titre-prochaine').textContent()).toBe(
    'Carte du responsable à demander par le formulaire 101',
  );
  await camille.context().close();
});

test.each([true, false])('a certificate that is chosen fills in its withdrawal, script: %s', async (script) => {
  const steps = [...habilite('2026-01-05'), ...certificatCommande('2026-01-12'), certificatDisponible('2026-01-16')];
  const { certificat } = await desk.open(monoSite({ title: '', source: '§6', steps }));
  const structure = [{ O: [site.denomination] }, { OU: [`3${site.siret}`] }];
  const buffer = derOf(await holder({ nom: 'DURAND', prenom: 'ALIX', structure }));
  const page = await at(desk.camille, `/certificats/${certificat}`, script);
  const chosen = page.getByLabel('Certificat remis par l’ANS');
  await chosen.setInputFiles({ name: 'cle.key', mimeType: 'text/plain', buffer: Buffer.from('PRIVATE KEY') });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  expect(await page.locator('main').textContent()).toContain('Ce fichier contient une clé privée');
  await chosen.setInputFiles({ name: 'durand.cer', mimeType: 'application/pkix-cert', buffer });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await page.getByText('Le fichier convient').waitFor();
  expect(await page.getByLabel('Valide jusqu’au').inputValue()).toBe('05/01/2029');

  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  expect(await page.locator('#messages').textContent()).toContain(
    '« Certificat retiré par l’administrateur technique »',
  );
  await page.context().close();
});
