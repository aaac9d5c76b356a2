import type { Procedure } from '../../../machines/procedure.ts';
import { LEAST_STAYS, type Stay, type Tally } from '../../engine/history/tally.ts';
import type { Duree, FigureStore } from '../../store/figures.ts';
import { nameOf } from './moments.ts';

/** What is measured of a procedure: where its cases stand now, and what they did since a day. */
export interface Measures extends Tally {
  /** How many cases stand in each state; of those that are abandoned, that alone is told. */
  effectifs: ReadonlyMap<string, number>;
}

/** What the cases of a procedure did since a day (YYYY-MM-DD), or ever. */
export async function measuresOf(
  figures: FigureStore,
  procedure: Procedure,
  depuis: string | null,
  jour: string,
): Promise<Measures> {
  const choix = { procedure: nameOf(procedure) };
  const standing = await figures.presences(choix, 'sejour', depuis, jour);
  const given = await figures.presences(choix, 'suspendu', depuis, jour);
  const paused = given.filter(({ nom }) => procedure.pause && nom.startsWith(`${procedure.pause.region}.`));
  const effectifs = new Map<string, number>();
  for (const { nom, effectif } of [...standing, ...paused])
    if (effectif > 0) effectifs.set(nom, (effectifs.get(nom) ?? 0) + effectif);
  const crossed = await figures.nombres(choix, 'transition', depuis);
  return {
    effectifs,
    etats: staysOf(await figures.durees(choix, depuis)),
    transitions: new Map(crossed.map(({ nom, nombre }) => [nom, nombre])),
  };
}

/** How long stays are, by state; `durees` are in order. */
export function staysOf(durees: readonly Duree[]): Map<string, Stay> {
  const lengths = Map.groupBy(durees, ({ nom }) => nom);
  return new Map([...lengths].map(([nom, some]) => [nom, stayOf(some)]));
}

/** Null where they are too few to say. */
function stayOf(lengths: readonly Duree[]): Stay {
  const sejours = lengths.reduce((sum, { nombre }) => sum + nombre, 0);
  const isEnough = sejours >= LEAST_STAYS;
  return {
    sejours,
    mediane: isEnough ? reached(lengths, Math.ceil(0.5 * sejours)) : null,
    centile90: isEnough ? reached(lengths, Math.ceil(0.9 * sejours)) : null,
  };
}

/** How long the stay of that rank is, from the shortest, which is the first. */
function reached(lengths: readonly Duree[], rank: number): number | null {
  let before = 0;
  const found = lengths.find(({ nombre }) => {
    before += nombre;
    return before >= rank;
  });
  return found?.jours ?? null;
}
