import { and } from '../guard.ts';
import { dossierFacts } from './events.ts';
import type { GuardName } from './guards.ts';
import { certificats } from './regions/certificats.ts';
import { suivi } from './regions/suivi.ts';
import type { etablissement } from './setup.ts';

type StateConfig = Parameters<typeof etablissement.createStateConfig>[0];
type Transition = { target?: string; guard?: unknown };

/**
 * The regions of a path, with `suivi`: nothing new starts but in an open dossier, and while it is abandoned only what follows from its
 * certificates goes on (A27).
 */
export function openRegions<Regions extends Record<string, StateConfig>>(regions: Regions) {
  const entries = Object.entries(regions).map(([name, region]) => [name, whileFollowed(region)]);
  return { suivi, ...(Object.fromEntries(entries) as Regions), certificats };
}

function whileFollowed(state: StateConfig): StateConfig {
  const { on = {}, states = {} } = state;
  return {
    ...state,
    on: mapValues(on, (transitions, type) => [transitions].flat().map(guardedBy(followGuard(type)))),
    states: mapValues(states, (child) => whileFollowed(child as StateConfig)),
  } as StateConfig;
}

/** What starts something asks for an open dossier; what ends it, for one that is not abandoned. */
function followGuard(type: string): GuardName {
  const sorte = dossierFacts[type]?.sorte;
  return sorte === 'demarche' || sorte === 'constat' ? 'isOuvert' : 'isSuivi';
}

const guardedBy =
  (follow: GuardName) =>
  (transition: string | Transition): Transition => {
    const { guard, ...rest } = typeof transition === 'string' ? { target: transition, guard: undefined } : transition;
    return { ...rest, guard: guard ? and([follow, guard as GuardName]) : follow };
  };

function mapValues(record: object, change: (value: never, key: string) => unknown) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as never, key)]));
}
