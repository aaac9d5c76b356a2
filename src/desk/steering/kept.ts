import { z } from 'zod';
import { procedures } from '../../../machines/index.ts';
import { Ledger, nameOf } from './ledger.ts';
import type { Rows } from './rows.ts';

/** One more whenever cases are counted otherwise. */
const VERSION = 1;
/** Where a column may begin. */
const ALIGNED = 8;

/** How far a ledger has come: the last line that was read, what tells it from that of another base, the last row, whether all were read. */
const Place = z.strictObject({ rang: z.int(), marque: z.string(), numero: z.int(), pret: z.boolean() });
export type Place = z.output<typeof Place>;

const Head = z.strictObject({
  empreinte: z.string(),
  place: Place,
  /** Checked by the length of the file: to look at each of them takes longer than all the rest. */
  noms: z.custom<Readonly<Record<string, string[]>>>((value) => typeof value === 'object' && value !== null),
  longueurs: z.record(z.string(), z.int()),
  libres: z.array(z.int()),
});

/** A ledger as bytes, of which it keeps the columns: to be written before it counts again. */
export function pack(ledger: Ledger, place: Place): Uint8Array[] {
  const columns = columnsOf(ledger);
  const head: z.output<typeof Head> = {
    empreinte: print(),
    place,
    noms: Object.fromEntries(Object.entries(namesOf(ledger)).map(([name, { list }]) => [name, list])),
    longueurs: Object.fromEntries(Object.entries(columns).map(([name, { length }]) => [name, length])),
    libres: rowsOf(ledger).map(({ free }) => free),
  };
  const text = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(ALIGNED);
  size.writeUInt32LE(text.length);
  const values = Object.values(columns).map((column) => column.values);
  return [size, text, ...values.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength))];
}

/** The same read again; null for what another program has written, or half of it. */
export function unpack(bytes: Buffer): { ledger: Ledger; place: Place } | null {
  const length = bytes.length < ALIGNED ? 0 : bytes.readUInt32LE();
  const head = Head.safeParse(parsed(bytes.toString('utf8', ALIGNED, ALIGNED + length)));
  if (!head.success || head.data.empreinte !== print()) return null;
  const { noms, longueurs, libres, place } = head.data;
  const ledger = new Ledger();
  for (const [name, names] of Object.entries(namesOf(ledger))) names.load(noms[name] ?? []);
  rowsOf(ledger).forEach((rows, rank) => {
    rows.free = libres[rank] ?? 0;
  });
  const within = bytes.buffer as ArrayBuffer;
  let at = ALIGNED + length;
  for (const [name, column] of Object.entries(columnsOf(ledger))) {
    const count = longueurs[name] ?? 0;
    if (at + count * column.values.BYTES_PER_ELEMENT > bytes.length) return null;
    at += column.load(within, bytes.byteOffset + at, count);
  }
  return at === bytes.length ? { ledger, place } : null;
}

function print(): string {
  return [VERSION, ...procedures.map(nameOf)].join();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function namesOf({ procedures: known, etats, transitions, motifs, cases }: Ledger) {
  return { procedures: known, etats, transitions, motifs, cases };
}

function rowsOf({ sejours, passages, retours }: Ledger): Rows[] {
  return [sejours, passages, retours];
}

function columnsOf(ledger: Ledger) {
  const { procedure, parent, statut, fin, jalons } = ledger;
  const rows = rowsOf(ledger).map(({ cases, names, from, to, next, first }, rank) =>
    Object.fromEntries(
      Object.entries({ cases, names, from, to, next, first }).map(([name, one]) => [`${name}${rank}`, one]),
    ),
  );
  return { procedure, parent, statut, fin, ...jalons, ...Object.assign({}, ...rows) } as Record<string, typeof parent>;
}
