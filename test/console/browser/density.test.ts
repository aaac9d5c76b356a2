import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** How many dossiers are read whole without scrolling. */
async function above({ page }: Visitor): Promise<number> {
  const lines = await page.locator('.travail tbody tr').all();
  const boxes = await Promise.all(lines.map((line) => line.boundingBox()));
  const { height = 0 } = page.viewportSize() ?? {};
  return boxes.filter((box) => box && box.y + box.height <= height).length;
}

test('at a desk, fourteen dossiers are read without scrolling, down or sideways', async () => {
  if (!world) return;
  const visitor = await world.open('agent', { viewport: DESK });
  await visitor.go('/?onglet=tous');
  expect(await above(visitor)).toBeGreaterThanOrEqual(14);
  const [region, table] = [visitor.page.locator('.travail .defile'), visitor.page.locator('.travail table')];
  const [around, inside] = [await region.boundingBox(), await table.boundingBox()];
  expect(inside?.width).toBeLessThanOrEqual((around?.width ?? 0) + 1);
  await visitor.close();
});

test.each([true, false])('on a phone, five dossiers are read without scrolling (script: %s)', async (script) => {
  if (!world) return;
  const visitor = await world.open('agent', { viewport: PHONE, javaScriptEnabled: script });
  await visitor.go('/?onglet=tous');
  expect(await above(visitor)).toBeGreaterThanOrEqual(5);
  const pilotage = visitor.page.getByRole('link', { name: 'Pilotage' });
  expect(await pilotage.isVisible()).toBe(false);
  await visitor.page.getByText('Menu', { exact: true }).click();
  await pilotage.click();
  await visitor.page.getByRole('heading', { level: 1, name: 'Pilotage' }).waitFor();
  await visitor.close();
});

test('lines that were given more room keep it, for that account alone', async () => {
  if (!world) return;
  const visitor = await world.open('agent', { viewport: DESK, javaScriptEnabled: false });
  await visitor.go('/?onglet=tous&tri=nom');
  const close = await above(visitor);
  await visitor.page.getByText('Affichage', { exact: true }).click();
  await visitor.page.getByRole('button', { name: 'Aérer les lignes' }).click();
  expect(new URL(visitor.page.url()).search).toBe('?onglet=tous&tri=nom');
  expect(await above(visitor)).toBeLessThan(close);
  await visitor.go('/');
  expect(await visitor.page.locator('#journee.aeree').count()).toBe(1);
  const other = await world.open('superviseur', { viewport: DESK });
  await other.context.addCookies(
    await visitor.context.cookies().then((kept) => kept.filter(({ name }) => name.includes('preferences'))),
  );
  await other.go('/');
  expect(await other.page.locator('#journee.serree').count()).toBe(1);
  await Promise.all([visitor.close(), other.close()]);
});

test('columns that are hidden stay hidden, and come back', async () => {
  if (!world) return;
  const visitor = await world.open('agent', { viewport: DESK, javaScriptEnabled: false });
  const { page } = visitor;
  const headings = () => page.locator('#liste thead th').allInnerTexts();
  const show = async (name: string, isShown: boolean) => {
    await page.getByText('Affichage', { exact: true }).click();
    await page.locator('.colonnes').getByLabel(name).setChecked(isShown);
    await page.getByRole('button', { name: 'Montrer ces colonnes' }).click();
  };
  await visitor.go('/?onglet=tous');
  const whole = await headings();
  await show('Qui doit agir', false);
  expect(await headings()).toEqual(whole.filter((one) => !one.includes('Qui doit agir')));
  expect(new URL(page.url()).search).toBe('?onglet=tous');
  await show('Qui doit agir', true);
  expect(await headings()).toEqual(whole);
  await visitor.close();
});
