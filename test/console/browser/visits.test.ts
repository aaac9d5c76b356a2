import { expect, test } from 'vitest';
import { screensOf } from '../../../src/console/console.ts';
import type { Demonstrations } from '../../../src/sandbox/demonstration/demonstrations.ts';
import { isNoPage, visited } from './visits.ts';

test('every page of the console is looked at', () => {
  const shown = screensOf({} as Demonstrations).filter(({ method, path }) => method === 'get' && !isNoPage(path));
  const paths = shown.map(({ path }) => path);
  const unvisited = paths.filter((path) => !visited.includes(path));
  const gone = visited.filter((path) => !paths.includes(path));
  expect({ unvisited, gone }).toEqual({ unvisited: [], gone: [] });
});
