import type { AnyMachineSnapshot } from 'xstate';
import { politique } from '../../../machines/decisions.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Acteur } from '../../../machines/step.ts';
import type { RemainingAct } from '../remaining-act.ts';
import { type FactInfo, type StateInfo, stateInfo } from '../state-info.ts';

/** An act of a plan; `place` is where its own procedure takes it, null when it is told to a certificate. */
export interface WaveAct {
  act: RemainingAct;
  place: { start: StateInfo; before: AnyMachineSnapshot; exemple: object } | null;
}

/** What may be done at the same time, then what that allows; the acts told to certificates follow, one by one. */
export function wavesOf(procedure: Procedure, from: AnyMachineSnapshot, path: readonly RemainingAct[]): WaveAct[][] {
  const [own, others] = [true, false].map((isOwn) =>
    path.filter(({ type }) => Object.hasOwn(procedure.facts, type) === isOwn),
  );
  return [...ownWaves(procedure, from, own ?? []), ...(others ?? []).map((act) => [{ act, place: null }])];
}

/** Each wave takes all that its state takes of what is left, one after the other. */
function ownWaves(procedure: Procedure, from: AnyMachineSnapshot, path: readonly RemainingAct[]): WaveAct[][] {
  const found: WaveAct[][] = [];
  let snapshot = from;
  let left = path;
  while (left.length > 0) {
    const start = stateInfo(procedure, snapshot);
    const wave: WaveAct[] = [];
    for (const act of left) {
      const info = factOf(start, act.type)?.next && factOf(stateInfo(procedure, snapshot), act.type);
      if (!info?.next) continue;
      wave.push({ act, place: { start, before: snapshot, exemple: info.exemple } });
      snapshot = info.next;
    }
    if (wave.length === 0) throw new Error(`${procedure.id}: the plan stops before ${left[0]?.type}`);
    left = left.filter((act) => !wave.some((done) => done.act === act));
    found.push(wave);
  }
  return found;
}

/** The days that waves of acts usually take: each as long as its slowest actor. */
export function usualDays(waves: readonly (readonly WaveAct[])[]): number {
  const days = waves.map((wave) => wave.map(({ act }) => politique.delaisJours[act.acteur as Acteur]));
  return days.reduce((sum, wave) => sum + Math.max(0, ...wave), 0);
}

function factOf({ etapes, autres }: StateInfo, type: string): FactInfo | undefined {
  return [...etapes.flatMap(({ faits }) => faits), ...autres].find((info) => info.type === type);
}
