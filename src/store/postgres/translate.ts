import type { Ask } from '../sql/work.ts';

/** A question as PostgreSQL takes it. */
export interface Query {
  text: string;
  values: unknown[];
}

/** What is left alone, what stands for a value, a name of ours (one of which is a word of SQL since 16), and what compares texts whatever their case. */
const TOKENS = /'[^']*'|--[^\n]*|@\w+|\?|\b[a-z]+[A-Z]\w*|\bjson_array\b|\bLIKE\b/g;

/** What a value is told to be; a null is written in the text, where it takes the type of what stands beside it. */
function typeOf(value: unknown): string {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isInteger(value) ? 'bigint' : 'double precision';
  if (value instanceof Uint8Array) return 'bytea';
  throw new TypeError(`No column holds ${typeof value}`);
}

/** The SQL of a work in that of PostgreSQL, by the rules that `Work` states. */
export function translate({ sql, values }: Pick<Ask, 'sql' | 'values'>): Query {
  const sent: unknown[] = [];
  const places = new Map<string, string>();
  let next = 0;
  const text = sql.replaceAll(TOKENS, (token) => {
    if (token === '?') return placeOf(values[next++]);
    if (token.startsWith('@')) return named(token);
    if (token === 'LIKE') return 'ILIKE';
    return /^[a-z]/.test(token) ? `"${token}"` : token;
  });
  return { text, values: sent };

  function named(token: string): string {
    const known = places.get(token);
    if (known !== undefined) return known;
    const [fields] = values as [Readonly<Record<string, unknown>>];
    const place = placeOf(fields[token.slice(1)]);
    places.set(token, place);
    return place;
  }

  function placeOf(value: unknown): string {
    if (value === undefined) throw new TypeError(`A value is missing in ${sql}`);
    return value === null ? 'NULL' : `$${sent.push(value)}::${typeOf(value)}`;
  }
}
