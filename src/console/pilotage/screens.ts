import type { Screen } from '../shell/screen.ts';

/** Where all cases stand and how long they stay. */
export function pilotageScreens(): Screen[] {
  return [];
}
