import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Cohort } from '../cohort.ts';
import type { Instance } from '../instance.ts';
import { type FactInfo, type StateInfo, stateInfo } from '../state-info.ts';
import { type Duree, inTurn, ofAct, together } from './duree.ts';
import { equipped } from './live-certificates.ts';
import { type PathAct, shortestPath } from './shortest-path.ts';

/** An act of a plan; `place` is where its own procedure takes it, null when it is told to certificates, `nombre` of them. */
export interface WaveAct {
  act: PathAct;
  nombre: number;
  place: { start: StateInfo; before: AnyMachineSnapshot; exemple: object } | null;
}

/** The way of `nombre` certificates that stand in the same state: each goes it beside the others. */
export interface Chain {
  nombre: number;
  /** What may be done whatever the dossier still lacks. */
  libres: readonly PathAct[];
  /** What waits for an administrateur technique, whom the dossier’s own acts bring. */
  ensuite: readonly PathAct[];
}

/** Acts by the wave in which they may be done, and how long the longest chain of them takes. */
export interface Schedule {
  vagues: WaveAct[][];
  duree: Duree;
}

/** The shortest way of the certificates of a cohort. */
export function chainOf(cohort: Cohort): Chain {
  const { procedure, snapshot } = equipped(cohort);
  const path = shortestPath(procedure, snapshot, 'complet');
  let at = cohort.snapshot;
  const waiting = path.findIndex(({ type }) => {
    const next = factOf(stateInfo(procedure, at), type)?.next;
    at = next ?? at;
    return !next;
  });
  const free = waiting === -1 ? path.length : waiting;
  return { nombre: cohort.nombre, libres: path.slice(0, free), ensuite: path.slice(free) };
}

/** When each act may be done: the instance’s own `path` in waves, and beside them what its certificates do, each for itself. */
export function scheduleOf(
  { procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>,
  path: readonly PathAct[],
  chains: readonly Chain[] = [],
): Schedule {
  const vagues = ownWaves(
    procedure,
    snapshot,
    path.filter(({ type }) => Object.hasOwn(procedure.facts, type)),
  );
  const owned = vagues.map((wave) => together(wave.map(({ act }) => ofAct(act))));
  const ways = [
    ...openedBy(procedure, path, vagues).map(({ acts, vague }) => {
      return { acts, nombre: 1, vague, avant: inTurn(owned.slice(0, vague)) };
    }),
    ...chains.map(({ libres, nombre }) => ({ acts: libres, nombre, vague: 0, avant: inTurn([]) })),
    ...chains.map(({ libres, ensuite, nombre }) => ({
      acts: ensuite,
      nombre,
      vague: Math.max(vagues.length, libres.length),
      avant: together([inTurn(owned), inTurn(libres.map(ofAct))]),
    })),
  ].filter(({ acts }) => acts.length > 0);
  const waves = [...vagues];
  for (const { acts, nombre, vague } of ways)
    for (const [rank, act] of acts.entries()) waves[vague + rank] = withMore(waves[vague + rank] ?? [], act, nombre);
  const ends = ways.map(({ acts, avant }) => inTurn([avant, ...acts.map(ofAct)]));
  return { vagues: waves, duree: together([inTurn(owned), ...ends]) };
}

/** What a path asks of each certificate that it opens, from the wave after the act that opens it. */
function openedBy(procedure: Procedure, path: readonly PathAct[], vagues: readonly (readonly WaveAct[])[]) {
  const opened: { acts: PathAct[]; vague: number }[] = [];
  for (const act of path) {
    if (Object.hasOwn(procedure.ouvre, act.type))
      opened.push({ acts: [], vague: 1 + vagues.findIndex((wave) => wave.some((done) => done.act === act)) });
    else if (!Object.hasOwn(procedure.facts, act.type)) opened.at(-1)?.acts.push(act);
  }
  return opened;
}

/** A wave with an act of some certificates more: the same step of several is told once. */
function withMore(wave: readonly WaveAct[], act: PathAct, nombre: number): WaveAct[] {
  const same = wave.find((one) => one.place === null && one.act.type === act.type);
  if (!same) return [...wave, { act, nombre, place: null }];
  return wave.map((one) => (one === same ? { ...one, nombre: one.nombre + nombre } : one));
}

/** Each wave takes all that its state takes of what is left, one after the other; what no state takes comes last, an act a wave. */
function ownWaves(procedure: Procedure, from: AnyMachineSnapshot, path: readonly PathAct[]): WaveAct[][] {
  const found: WaveAct[][] = [];
  let snapshot = from;
  let left = path;
  while (left.length > 0) {
    const start = stateInfo(procedure, snapshot);
    const wave: WaveAct[] = [];
    for (const act of left) {
      const info = factOf(start, act.type)?.next && factOf(stateInfo(procedure, snapshot), act.type);
      if (!info?.next) continue;
      wave.push({ act, nombre: 1, place: { start, before: snapshot, exemple: info.exemple } });
      snapshot = info.next;
    }
    if (wave.length === 0) return [...found, ...left.map((act) => [{ act, nombre: 1, place: null }])];
    left = left.filter((act) => !wave.some((done) => done.act === act));
    found.push(wave);
  }
  return found;
}

function factOf({ etapes, autres }: StateInfo, type: string): FactInfo | undefined {
  return [...etapes.flatMap(({ faits }) => faits), ...autres].find((info) => info.type === type);
}
