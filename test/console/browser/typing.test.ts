import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { NO_BROWSER } from '../../browser.ts';
import { createWorld, type World } from './world.ts';

let world: World | null = null;
let dossier = '';
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
  const asked = { procedure: 'prive-mono-site', etablissement: site };
  const opened = await world?.server.post<{ id: string }>('/api/v1/dossiers', asked);
  dossier = `/dossiers/${opened?.body.id}`;
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

test.each([0, 150, 400])('what is typed while an answer comes %d ms late stays where it is typed', async (late) => {
  if (!world) return;
  const visitor = await world.open('agent');
  const { page } = visitor;
  await visitor.go('/dossiers/nouveau');
  await page.route('**/champ?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, late));
    await route.continue();
  });
  const answered = page.waitForResponse(/champ\?/);
  await page.locator('[name="etablissement.codePostal"]').pressSequentially('01130');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Nantua', { delay: 40 });
  await answered;
  await page.locator('#communes option').first().waitFor({ state: 'attached' });
  const commune = page.locator('[name="etablissement.commune"]');
  await page.keyboard.type(' centre');
  expect(await commune.inputValue()).toBe('Nantua centre');
  expect(await page.locator('[name="etablissement.commune"]:focus').count()).toBe(1);
  await visitor.close();
});

test('a session that ends tears no page away: it says so, keeps what is typed, and saves again once one is back', async () => {
  if (!world) return;
  const visitor = await world.open('agent');
  const { page, context } = visitor;
  await visitor.go(`${dossier}/formulaires/formulaire-413`);
  const cookies = await context.cookies();
  await context.clearCookies();
  const field = page.locator('main form textarea, main form input[type=text]').first();
  await field.fill('Saisi pendant que la session finissait');
  await page.locator('#session').getByText('Votre session a pris fin').waitFor();
  expect(page.url()).toContain('/formulaires/formulaire-413');
  expect(await field.inputValue()).toBe('Saisi pendant que la session finissait');
  await context.addCookies(cookies);
  await field.press('End');
  await field.pressSequentially('.');
  await page
    .locator('#brouillon')
    .getByText(/enregistré/i)
    .waitFor();
  expect(await page.locator('#session').innerText()).toBe('');
  await visitor.close();
});

test('a form sent after the end of the session is kept, and sent again', async () => {
  if (!world) return;
  const visitor = await world.open('agent');
  const { page, context } = visitor;
  await visitor.go(`${dossier}/notes`);
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.locator('main textarea').first().fill('Rappeler la DSI lundi');
  await page.locator('main form:has(textarea) button:visible:not([aria-hidden])').first().click();
  await page.getByRole('heading', { name: 'Votre session a pris fin' }).waitFor();
  await context.addCookies(cookies);
  await page.getByRole('button', { name: 'Renvoyer ma saisie' }).click();
  await page.getByText('Rappeler la DSI lundi').first().waitFor();
  await visitor.close();
});

/** A form that answers while one types, what of it answers, and where one types. */
const forms = [
  { form: 'a form whose draft is kept', path: '/formulaires/formulaire-413', name: 'partie4.domaineMessagerie' },
  { form: 'an order to which a line is added', path: '/commande', name: 'beneficiaires.0.nom', press: 'Ajouter' },
  { form: 'an act opened in its place', path: '', name: 'motif', open: 'Dossier abandonné' },
];
describe.each(forms)('in $form', ({ path, name, press, open }) => {
  test.each([0, 150, 400])('what is typed while an answer comes %d ms late stays, with the focus', async (late) => {
    if (!world) return;
    const visitor = await world.open('agent', { viewport: { width: 1280, height: 900 } });
    const { page } = visitor;
    await visitor.go(`${dossier}${path}`);
    if (open) await page.locator('#autres-faits > summary').click();
    if (open) await page.getByRole('link', { name: open }).click();
    await page.route(/\/dossiers\//, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, late));
      await route.continue();
    });
    const field = page.locator(`[name="${name}"]`);
    const answered = open ? null : page.waitForResponse(/\/(?:brouillon|commande)$/);
    if (press) await page.getByRole('button', { name: press }).first().click();
    await field.fill('');
    await field.pressSequentially('saisi pendant ', { delay: 40 });
    if (path.endsWith('413')) await page.waitForTimeout(1_600);
    await page.keyboard.type('la réponse', { delay: 40 });
    await answered;
    await page.waitForTimeout(200);
    await page.keyboard.type(' et après');
    expect(await field.inputValue()).toBe('saisi pendant la réponse et après');
    expect(await page.locator(`[name="${name}"]:focus`).count()).toBe(1);
    expect(await page.locator('#brouillon .doute').count()).toBe(0);
    await visitor.close();
  });
});
