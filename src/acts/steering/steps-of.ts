import { setImmediate } from 'node:timers/promises';
import type { Stay } from '../../engine/history/tally.ts';
import { LEFT_OUT } from './chosen.ts';
import { Names } from './columns.ts';
import { NEVER } from './days.ts';
import type { Ledger } from './ledger.ts';
import { lengthsOf } from './measures-of.ts';
import { FREE } from './rows.ts';
import type { Lengths } from './stays.ts';

/** A step as cases went through it. */
export interface EtapeMesuree {
  /** Its path, the same in whichever procedures it stands. */
  etat: string;
  /** How many stand there now; those that are abandoned are left out. */
  effectif: number;
  /** How long the stays that ended since the day lasted. */
  sejours: Stay;
  /** The days that all cases together spent there since the day, until today. */
  jours: number;
}

/** Days in numbers. */
interface Period {
  first: number;
  today: number;
}

/** What is found, by the rank of a state among those of all procedures. */
interface Found {
  etatOf: Uint16Array;
  lengths: Map<number, Lengths>;
  effectifs: Uint32Array;
  jours: Float64Array;
}

/** Looked through in one go: some 5 ms. */
const PART = 500_000;
const NONE: Stay = { sejours: 0, mediane: null, centile90: null };

/** How cases went through each step, whichever their procedures. */
export async function stepsOf(ledger: Ledger, kept: Uint8Array, period: Period): Promise<EtapeMesuree[]> {
  const etats = new Names();
  const etatOf = Uint16Array.from(ledger.etats.list, (name) => etats.rankOf(name.slice(name.indexOf('/') + 1)));
  const { length } = etats.list;
  const found = { etatOf, lengths: new Map(), effectifs: new Uint32Array(length), jours: new Float64Array(length) };
  for (let row = 0; row < ledger.sejours.length; row += PART) {
    if (row > 0) await setImmediate();
    const end = Math.min(row + PART, ledger.sejours.length);
    for (let one = row; one < end; one++) look(ledger, kept, one, { period, found });
  }
  return etats.list.flatMap((etat, rank) => {
    const [effectif = 0, jours = 0] = [found.effectifs[rank], found.jours[rank]];
    const sejours = found.lengths.get(rank)?.stay() ?? NONE;
    return effectif + jours + sejours.sejours > 0 ? [{ etat, effectif, sejours, jours }] : [];
  });
}

function look(
  ledger: Ledger,
  kept: Uint8Array,
  row: number,
  { period: { first, today }, found }: { period: Period; found: Found },
): void {
  const { cases, names, from, to } = ledger.sejours;
  const [named, owner] = [names.at(row), cases.at(row)];
  if (named === FREE || kept[owner] === LEFT_OUT) return;
  const name = found.etatOf[named] ?? 0;
  const [entry, exit] = [from.at(row), to.at(row)];
  if (exit === NEVER) {
    if (ledger.isStatut(owner, 'abandonne')) return;
    found.effectifs[name] = (found.effectifs[name] ?? 0) + 1;
  } else if (exit >= first && exit >= entry) lengthsOf(found.lengths, name).add(exit - entry);
  const spent = Math.min(exit, today) - Math.max(entry, first);
  if (spent > 0) found.jours[name] = (found.jours[name] ?? 0) + spent;
}
