import { gunzipSync, gzipSync } from 'node:zlib';
import type { StateValue } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Graph } from './graph.ts';
import { independentRegions } from './independence.ts';

/** The values of each region, and the facets: in mixed radix they number the states, so that no key is kept. */
export interface Scale {
  regions: { nom: string; valeurs: string[] }[];
  facettes: string[];
}

/** Packs one byte per state of a graph, in its order; `unreached` stands for the numbers that no state has. */
export type Place = (bytes: Uint8Array, unreached: number) => string;

/** The scale of a graph that was walked, and what packs a byte per state: gzip, base64. */
export function numberStates(procedure: Procedure, { keys, values }: Graph): { scale: Scale; place: Place } {
  const aside = new Set([...independentRegions(procedure), procedure.pause?.region]);
  const names = Object.keys(procedure.machine.root.states).filter((name) => !aside.has(name));
  const facetteOf = (key: string) => key.slice(key.lastIndexOf('}') + 1);
  const scale = {
    regions: names.map((nom) => ({ nom, valeurs: distinct(values.map((value) => local(value, nom))) })),
    facettes: distinct(keys.map(facetteOf)),
  };
  const numberOf = readScale(scale);
  const numbers = keys.map((key, rank) => numberOf(values[rank] as StateValue, facetteOf(key)));
  const size = scale.regions.reduce((product, { valeurs }) => product * valeurs.length, scale.facettes.length);
  const place: Place = (bytes, unreached) => {
    const placed = new Uint8Array(size).fill(unreached);
    for (const [rank, byte] of bytes.entries()) placed[numbers[rank] as number] = byte;
    return gzipSync(placed, { level: 9 }).toString('base64');
  };
  return { scale, place };
}

const unpacked = new Map<string, Uint8Array>();

/** What `place` packed, by number: unpacked when it is first asked for, and once for all the tables that hold the same. */
export function unpack(text: string): Uint8Array {
  const bytes = unpacked.get(text) ?? gunzipSync(Buffer.from(text, 'base64'));
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

function local(value: StateValue, region: string): string {
  return JSON.stringify((value as Record<string, StateValue>)[region]);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function ranks(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(texts.map((text, rank) => [text, rank]));
}
