import type { StateValue } from 'xstate';
import { gunzip } from '../platform.ts';

/** The values of each region, and the facets: in mixed radix they number the states, so that no key is kept. */
export interface Scale {
  regions: { nom: string; valeurs: string[] }[];
  facettes: string[];
}

const unpacked = new Map<string, Uint8Array>();

/** What `place` packed, by number: unpacked when it is first asked for, and once for all the tables that hold the same. */
export function unpack(text: string): Uint8Array {
  const bytes = unpacked.get(text) ?? gunzip(text);
  unpacked.set(text, bytes);
  return bytes;
}

/** The number of a state on a scale; NaN for a state that no walk reached. */
export function readScale(scale: Scale): (value: StateValue, facette: string) => number {
  const regions = scale.regions.map(({ nom, valeurs }) => ({ nom, rang: ranks(valeurs) }));
  const facettes = ranks(scale.facettes);
  return (value, facette) =>
    regions.reduce(
      (number, { nom, rang }) => number * rang.size + (rang.get(local(value, nom)) ?? Number.NaN),
      facettes.get(facette) ?? Number.NaN,
    );
}

/** What a value says of a region. */
export function local(value: StateValue, region: string): string {
  return JSON.stringify((value as Record<string, StateValue>)[region]);
}

function ranks(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(texts.map((text, rank) => [text, rank]));
}
