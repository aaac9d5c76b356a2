import type { Procedure } from '../../../machines/procedure.ts';
import type { Tally } from '../../engine/history/tally.ts';
import { dayNumber, NEVER } from './days.ts';
import { type Ledger, nameOf } from './ledger.ts';
import { FREE } from './rows.ts';
import { Lengths } from './stays.ts';

/** What is measured of a procedure: where its cases stand now, and what they did since a day. */
export interface Measures extends Tally {
  /** How many cases stand in each state; of those that are abandoned, that alone is told. */
  effectifs: ReadonlyMap<string, number>;
}

/** What the cases of a procedure did since a day (YYYY-MM-DD), or ever. */
export function measuresOf(ledger: Ledger, procedure: Procedure, depuis: string | null): Measures {
  const first = depuis === null ? 0 : dayNumber(depuis);
  return { ...staysOf(ledger, procedure, first), transitions: crossings(ledger, procedure, first) };
}

function staysOf(ledger: Ledger, procedure: Procedure, first: number) {
  const { sejours, cases } = rowsOf(ledger);
  const own = ranksUnder(ledger.etats.list, procedure);
  const lengths = new Map<number, Lengths>();
  const effectifs = new Map<string, number>();
  for (let row = 0; row < sejours.length; row++) {
    const etat = own[sejours.names.at(row)] ?? '';
    if (etat === '') continue;
    const [from, to] = [sejours.from.at(row), sejours.to.at(row)];
    if (to === NEVER) {
      if (isShown(ledger, procedure, cases.at(row), etat)) effectifs.set(etat, (effectifs.get(etat) ?? 0) + 1);
    } else if (to >= first && to >= from) lengthsOf(lengths, sejours.names.at(row)).add(to - from);
  }
  return { effectifs, etats: new Map([...lengths].map(([rank, some]) => [own[rank] ?? '', some.stay()])) };
}

function rowsOf({ sejours }: Ledger) {
  return { sejours, cases: sejours.cases };
}

/** The lengths of what is at a place, none at first. */
function lengthsOf(lengths: Map<number, Lengths>, rank: number): Lengths {
  const found = lengths.get(rank) ?? new Lengths();
  lengths.set(rank, found);
  return found;
}

/** Of an abandoned case, that alone is told. */
function isShown(ledger: Ledger, { pause }: Procedure, owner: number, etat: string): boolean {
  return pause === null || !ledger.isStatut(owner, 'abandonne') || etat.startsWith(`${pause.region}.`);
}

function crossings({ passages, transitions }: Ledger, procedure: Procedure, first: number): Map<string, number> {
  const own = ranksUnder(transitions.list, procedure);
  const counts = new Map<string, number>();
  for (let row = 0; row < passages.length; row++) {
    const name = passages.names.at(row);
    const transition = name === FREE ? '' : (own[name] ?? '');
    if (transition !== '' && passages.from.at(row) >= first) counts.set(transition, (counts.get(transition) ?? 0) + 1);
  }
  return counts;
}

/** What each name says below that of a procedure; nothing for those of others. */
function ranksUnder(names: readonly string[], procedure: Procedure): string[] {
  const before = `${nameOf(procedure)}/`;
  return names.map((name) => (name.startsWith(before) ? name.slice(before.length) : ''));
}
