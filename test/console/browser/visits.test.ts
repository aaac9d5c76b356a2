import { expect, test } from 'vitest';
import { screensOf } from '../../../src/console/console.ts';
import type { Demonstrations } from '../../../src/sandbox/demonstration/demonstrations.ts';
import { notPages, visited } from './visits.ts';

test('every page of the console is looked at', () => {
  const shown = screensOf({} as Demonstrations).filter(({ method, id }) => method === 'get' && !notPages.includes(id));
  const ids = shown.map(({ id }) => id);
  const unvisited = ids.filter((id) => !visited.includes(id));
  const gone = visited.filter((id) => !ids.includes(id));
  expect({ unvisited, gone }).toEqual({ unvisited: [], gone: [] });
});
