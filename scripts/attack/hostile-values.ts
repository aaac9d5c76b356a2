import type { Chance } from '../seed/fiction.ts';

const TEXTS = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e309',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    '%00',
    '\u0000',
    '\ud800',
    '\u202e',
    '🏥'.repeat(40),
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE journal; --',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '../../etc/passwd',
    '%2e%2e%2f',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'xstate.init', 'é'.normalize('NFD'), 'a'.repeat(3_000)],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '+275760-09-13', '26011021800047', '010000057', '01130', '٠١٢٣'],
];
const NUMBERS = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, Number.MIN_VALUE];
const OTHERS = [
  null,
  true,
  false,
  [],
  {},
  [[[]]],
  { a: { b: {} } },
  ['a', 'a'],
  Array.from({ length: 500 }, (_, n) => n),
];

/** What no form offers. */
export function hostileValue(chance: Chance): unknown {
  return chance.pick([...TEXTS, ...NUMBERS, ...OTHERS]);
}

/** What no form offers, as a text that an address can bear. */
export function hostileText(chance: Chance): string {
  return String(chance.pick([...TEXTS, ...NUMBERS])).toWellFormed();
}

/** The same value, one part of it hostile, missing, twice or too many. */
export function twisted(value: unknown, chance: Chance): unknown {
  const isLeaf = typeof value !== 'object' || value === null;
  if (isLeaf || chance.whole(6) === 0) return hostileValue(chance);
  if (Array.isArray(value)) return twistedList(value, chance);
  const entries = Object.entries(value);
  const [name, part] = entries[chance.whole(entries.length)] ?? [hostileText(chance), null];
  const others = entries.filter(([one]) => one !== name);
  const fate = chance.whole(8);
  if (fate === 0) return Object.fromEntries(others);
  if (fate === 1) return Object.fromEntries([...entries, [hostileText(chance), hostileValue(chance)]]);
  return Object.fromEntries([...others, [name, twisted(part, chance)]]);
}

function twistedList(list: readonly unknown[], chance: Chance): unknown[] {
  if (list.length === 0 || chance.whole(3) === 0) return [...list, ...list, hostileValue(chance)];
  const at = chance.whole(list.length);
  return list.map((part, rank) => (rank === at ? twisted(part, chance) : part));
}
