import { inject } from 'vitest';
import type { Places } from '../../src/store/places.ts';
import { folderPlaces } from '../../src/store/sqlite/places.ts';
import { newPostgresPlaces } from '../postgres/store.ts';

/** Whether this run is about the engine whose places are schemas of a base. */
export const isPostgres = (inject('postgres') ?? null) !== null;

/** Places of the engine that this run is about, those of `top` again when it is named again. */
export function placesOf(top: string): Places {
  return isPostgres ? newPostgresPlaces(top) : folderPlaces(top);
}
