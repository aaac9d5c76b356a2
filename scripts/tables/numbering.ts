import { gzipSync } from 'node:zlib';
import type { StateValue } from 'xstate';
import type { Procedure } from '../../machines/procedure.ts';
import { independentRegions } from '../../src/engine/graph/independence.ts';
import { local, readScale, type Scale } from '../../src/engine/graph/numbering.ts';
import type { Graph } from '../walk/graph.ts';

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

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
