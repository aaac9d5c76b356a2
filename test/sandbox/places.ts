import type { Places } from '../../src/store/places.ts';
import { folderPlaces } from '../../src/store/sqlite/places.ts';
import { isPostgres } from '../postgres/engine.ts';
import { newPostgresPlaces } from '../postgres/store.ts';

/** Places of the engine that this run is about, those of `top` again when it is named again. */
export function placesOf(top: string): Places {
  return isPostgres ? newPostgresPlaces(top) : folderPlaces(top);
}
