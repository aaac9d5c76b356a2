import { and } from 'xstate';
import { dossierFacts } from './events.ts';
import { suivi } from './regions/suivi.ts';
import type { etablissement } from './setup.ts';

type StateConfig = Parameters<typeof etablissement.createStateConfig>[0];
type Transition = { target?: string; guard?: unknown };

/** The regions of a path, with `suivi`: while the dossier is abandoned, only what follows from its certificates goes on. */
export function openRegions<Regions extends Record<string, StateConfig>>(regions: Regions) {
  const entries = Object.entries(regions).map(([name, region]) => [name, whileOpen(region)]);
  return { suivi, ...(Object.fromEntries(entries) as Regions) };
}

function whileOpen(state: StateConfig): StateConfig {
  const { on = {}, states = {} } = state;
  return {
    ...state,
    on: mapValues(on, (transitions, type) =>
      dossierFacts[type]?.derive ? transitions : [transitions].flat().map(guardOpen),
    ),
    states: mapValues(states, (child) => whileOpen(child as StateConfig)),
  } as StateConfig;
}

function guardOpen(transition: string | Transition): Transition {
  const { guard, ...rest } = typeof transition === 'string' ? { target: transition, guard: undefined } : transition;
  return { ...rest, guard: guard ? and(['isOuvert', guard as 'isOuvert']) : 'isOuvert' };
}

function mapValues(record: object, change: (value: never, key: string) => unknown) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as never, key)]));
}
