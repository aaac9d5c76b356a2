import type { Procedure } from '../../machines/procedure.ts';
import type { StepMeta } from '../../machines/step.ts';
import { descendants } from '../../src/engine/graph/independence.ts';
import type { MachineEvent } from '../../src/engine/transition.ts';

/** The day on which the graph is walked: before every example's card ends. */
export const JOUR = '2026-01-05';
/** A day after all those ends. */
export const ECHU = '2040-01-05';

/**
 * Every variant of one fact, told to a machine that is watched while it steps: variants that agree on all that it read are not told
 * again, since a pure machine would do the same.
 */
export class Offer {
  readonly events: readonly MachineEvent[];
  readonly #watched: readonly MachineEvent[];
  /** What each variant says in each field, as a number that equal values share. */
  readonly #said: readonly (readonly number[])[];
  /** The fields that only some variants have, which a machine may ask for without reading them. */
  readonly #uneven: number;
  #read = 0;

  constructor(events: readonly MachineEvent[]) {
    const fields = [...new Set(events.flatMap((event) => Object.keys(event)))].filter((field) => field !== 'type');
    if (fields.length > 31) throw new Error(`${events[0]?.type} has more than 31 fields`);
    const numbers = new Map<string, number>();
    this.events = events;
    this.#watched = events.map((event) => this.#watch(event, fields));
    this.#said = events.map((event) => fields.map((field) => numberOf(JSON.stringify(event[field]), numbers)));
    this.#uneven = fields.reduce(
      (mask, field, rank) => (events.every((event) => field in event) ? mask : mask | (1 << rank)),
      0,
    );
  }

  /** What becomes of the variants that are taken, those that the machine read nothing to tell apart together; `tell` tells one of them. */
  outcomes<T>(tell: (event: MachineEvent) => T | null): { events: MachineEvent[]; outcome: T }[] {
    const met: { like: number; read: number; events: MachineEvent[]; outcome: T | null }[] = [];
    for (const [rang, event] of this.events.entries()) {
      const known = met.find(({ like, read }) => this.#agree(rang, like, read));
      if (known) {
        known.events.push(event);
        continue;
      }
      this.#read = this.#uneven;
      const outcome = tell(this.#watched[rang] as MachineEvent);
      met.push({ like: rang, read: this.#read, events: [event], outcome });
    }
    return met.flatMap(({ events, outcome }) => (outcome === null ? [] : [{ events, outcome }]));
  }

  #agree(one: number, other: number, read: number): boolean {
    const [said, same] = [this.#said[one] ?? [], this.#said[other] ?? []];
    return said.every((value, rank) => (read & (1 << rank)) === 0 || value === same[rank]);
  }

  #watch(event: MachineEvent, fields: readonly string[]): MachineEvent {
    const watched = { type: event.type };
    for (const [rank, field] of fields.entries()) {
      if (!(field in event)) continue;
      const get = () => {
        this.#read |= 1 << rank;
        return event[field];
      };
      Object.defineProperty(watched, field, { enumerable: true, get });
    }
    return watched as MachineEvent;
  }
}

/**
 * Every example of every fact but those of `without`, by type, as a machine receives it; what the calendar brings, on its day. Those of a
 * type share an imprint, so that states are few.
 */
export function closedEvents({ facts, machine }: Procedure, without: ReadonlySet<string>): Map<string, MachineEvent[]> {
  const due = broughtByTime(machine);
  const entries = Object.entries(facts).filter(([type]) => !without.has(type));
  return new Map(
    entries.map(([type, { exemples }]) => {
      const day = due.has(type) ? ECHU : JOUR;
      const events = exemples.map((exemple) => ({ date: day, ...exemple, type, empreinte: `empreinte de ${type}` }));
      return [type, [...new Map(events.map((event) => [JSON.stringify(event), event])).values()]];
    }),
  );
}

/** A22 — the facts that some state says time will bring. */
export function broughtByTime({ root }: Procedure['machine']): Set<string> {
  const metas = descendants(root).map(({ meta }) => meta as StepMeta);
  return new Set(metas.flatMap(({ echeances = [] }) => echeances.map(({ fait }) => fait)));
}

/** The same, ready to be told to many states. */
export function offersOf(procedure: Procedure, without: ReadonlySet<string>): Map<string, Offer> {
  return new Map([...closedEvents(procedure, without)].map(([type, events]) => [type, new Offer(events)]));
}

function numberOf(text: string | undefined, numbers: Map<string, number>): number {
  const key = text ?? '';
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}
