import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { faultsOf } from './faults.ts';
import { pathsOf, visited } from './visits.ts';
import { createWorld, type Visitor, type World } from './world.ts';

const PAGE_BYTES = 100 * 1024;

let world: World | null = null;
let desk: Visitor | null = null;
beforeAll(async () => {
  world = await createWorld();
  desk = (await world?.open('superviseur')) ?? null;
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

describe('a page', () => {
  test.each(visited)(
    '%s has no fault, in both themes, from 320 px to a desk, within 100 KB',
    async (screen) => {
      if (!world || !desk) return;
      for (const path of pathsOf(screen, world.known)) {
        const visitor = await desk.again();
        const { octets, faults } = await faultsOf(visitor, path);
        await visitor.page.close();
        expect({ path, faults, octets: Math.max(0, octets - PAGE_BYTES) }).toEqual({ path, faults: [], octets: 0 });
      }
    },
    90_000,
  );
});
