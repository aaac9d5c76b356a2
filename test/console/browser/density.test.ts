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

test('at a desk, fourteen dossiers are read without scrolling, down or sideways', async () => {
  if (!world) return;
  const visitor = await world.open('agent', { viewport: { width: 1440, height: 900 } });
  await visitor.go('/?onglet=tous');
  const lines = await visitor.page.locator('.travail tbody tr').all();
  const boxes = await Promise.all(lines.map((line) => line.boundingBox()));
  const above = boxes.filter((box) => box && box.y + box.height <= 900);
  expect(above.length).toBeGreaterThanOrEqual(14);
  const [region, table] = [visitor.page.locator('.travail .defile'), visitor.page.locator('.travail table')];
  const [around, inside] = [await region.boundingBox(), await table.boundingBox()];
  expect(inside?.width).toBeLessThanOrEqual((around?.width ?? 0) + 1);
  await visitor.close();
});
