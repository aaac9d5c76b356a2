import type { Visit } from '../shell/screen.ts';

/** Whoever is at a screen of a case. */
export type Visitor = Pick<Visit<unknown>, 'services' | 'identite' | 'params' | 'request' | 'apart'>;
