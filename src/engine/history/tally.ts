import type { Histoire, Sejour } from './replay.ts';

/** Below so many stays, nothing is said of how long they are. */
export const LEAST_STAYS = 5;

/** How long stays in a state are, in days; null when they are too few. */
export interface Stay {
  sejours: number;
  mediane: number | null;
  /** Nine in ten are no longer. */
  centile90: number | null;
}

/** What a procedure's cases did since a day. */
export interface Tally {
  /** By state. */
  etats: ReadonlyMap<string, Stay>;
  /** How often each transition was taken, by the name that charts give it. */
  transitions: ReadonlyMap<string, number>;
}

/** Days of leaving and of stay, two numbers by two: 16 bytes a stay. */
type Days = number[];

/** What a case did. */
type Counted = Pick<Histoire, 'sejours' | 'franchies'>;

/** Stays and transitions as they are met, kept as numbers. */
export class History {
  readonly #stays = new Map<string, Days>();
  readonly #crossings = new Map<string, Days>();

  /** A stay that lasts is not counted, nor one that a fact of before its beginning ended: it says nothing of how long it was. */
  count({ sejours, franchies }: Counted): void {
    for (const stay of sejours.flatMap(daysOf)) listIn(this.#stays, stay.etat).push(...stay.days);
    for (const { transition, date } of franchies) listIn(this.#crossings, transition).push(dayNumber(date));
  }

  /** Undoes what was counted. */
  takeBack({ sejours, franchies }: Counted): void {
    for (const stay of sejours.flatMap(daysOf)) remove(listIn(this.#stays, stay.etat), stay.days);
    for (const { transition, date } of franchies) remove(listIn(this.#crossings, transition), [dayNumber(date)]);
  }

  /** All that happened since a day (YYYY-MM-DD), or ever. */
  since(depuis: string | null): Tally {
    const first = depuis === null ? Number.NEGATIVE_INFINITY : dayNumber(depuis);
    const stays = [...this.#stays].map(([etat, days]): [string, Stay] => [etat, stayOf(lengths(days, first))]);
    const taken = [...this.#crossings].map(([id, days]): [string, number] => [
      id,
      days.filter((day) => day >= first).length,
    ]);
    return {
      etats: new Map(stays.filter(([, { sejours }]) => sejours > 0)),
      transitions: new Map(taken.filter(([, count]) => count > 0)),
    };
  }
}

function listIn(lists: Map<string, Days>, name: string): Days {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

function daysOf({ etat, entree, sortie }: Sejour): { etat: string; days: Days }[] {
  if (sortie === null || sortie < entree) return [];
  const left = dayNumber(sortie);
  return [{ etat, days: [left, left - dayNumber(entree)] }];
}

/** Takes one entry away, numbers in a row. */
function remove(list: Days, entry: Days): void {
  for (let rank = 0; rank < list.length; rank += entry.length) {
    if (entry.some((number, i) => list[rank + i] !== number)) continue;
    list.splice(rank, entry.length);
    return;
  }
}

function lengths(days: Days, first: number): number[] {
  const found: number[] = [];
  for (let rank = 0; rank < days.length; rank += 2) {
    if ((days[rank] ?? 0) >= first) found.push(days[rank + 1] ?? 0);
  }
  return found.sort((a, b) => a - b);
}

function stayOf(sorted: readonly number[]): Stay {
  const enough = sorted.length >= LEAST_STAYS;
  const at = (part: number) => (enough ? (sorted[Math.ceil(part * sorted.length) - 1] ?? null) : null);
  return { sejours: sorted.length, mediane: at(0.5), centile90: at(0.9) };
}

/** Days since 1970. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
