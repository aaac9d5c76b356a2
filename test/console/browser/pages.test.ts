import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { screensOf } from '../../../src/console/console.ts';
import type { Demonstrations } from '../../../src/sandbox/demonstration/demonstrations.ts';
import { NO_BROWSER } from '../../browser.ts';
import { faultsOf } from './faults.ts';
import { notPages, pathsOf, visited } from './visits.ts';
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

const shown = screensOf({} as Demonstrations).filter(({ method, id }) => method === 'get' && !notPages.includes(id));

test('every page of the console is looked at', () => {
  const ids = shown.map(({ id }) => id);
  const unvisited = ids.filter((id) => !visited.includes(id));
  const gone = visited.filter((id) => !ids.includes(id));
  expect({ unvisited, gone }).toEqual({ unvisited: [], gone: [] });
});

describe('a page', () => {
  test.each(shown.map(({ id }) => id))(
    '%s has no fault, in both themes, from 320 px to a desk, within 100 KB',
    async (id) => {
      if (!world || !desk) return;
      for (const path of pathsOf(id, world.known)) {
        const visitor = await desk.again();
        const { octets, faults } = await faultsOf(visitor, path);
        await visitor.page.close();
        expect({ path, faults, octets: Math.max(0, octets - PAGE_BYTES) }).toEqual({ path, faults: [], octets: 0 });
      }
    },
    90_000,
  );
});
