import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../seed/fiction.ts';

const HEADER = 16;
const SECTOR = 512;
/** What follows the name of the base, by the letter of a recorded file. */
const SUFFIXES = { b: '', w: '-wal', j: '-journal' };

type Letter = keyof typeof SUFFIXES;

/** What the base's files went through, in order, with what was acknowledged meanwhile. */
export type Entry =
  | { kind: 'write'; file: Letter; offset: number; bytes: Buffer }
  | { kind: 'cut'; file: Letter; length: number }
  | { kind: 'sync'; file: Letter }
  | { kind: 'told'; rank: number; told: number };

/** A state in which a power cut may leave the files. */
export interface CutState {
  /** How many acts of each writer were acknowledged before the cut. */
  told: Map<number, number>;
  torn: number;
  dropped: number;
}

/** An acknowledged act as the driver adds it to the record, after what the service had written. */
export function toldEntry(rank: number, told: number): Buffer {
  const entry = Buffer.alloc(HEADER);
  entry.write('A');
  entry.writeUInt32LE(rank, 4);
  entry.writeBigUInt64LE(BigInt(told), 8);
  return entry;
}

/** Reads a record back. */
export function readRecord(path: string): Entry[] {
  const all = readFileSync(path);
  const entries: Entry[] = [];
  for (let at = 0; at < all.length; ) {
    const kind = String.fromCharCode(all.readUInt8(at));
    const file = letterOf(String.fromCharCode(all.readUInt8(at + 1)));
    const [length, offset] = [all.readUInt32LE(at + 4), Number(all.readBigUInt64LE(at + 8))];
    at += HEADER;
    if (kind === 'A') entries.push({ kind: 'told', rank: length, told: offset });
    else if (kind === 'S') entries.push({ kind: 'sync', file });
    else if (kind === 'T') entries.push({ kind: 'cut', file, length: offset });
    else entries.push({ kind: 'write', file, offset, bytes: all.subarray(at, at + length) });
    if (kind === 'W') at += length;
  }
  return entries;
}

/** The same record on a disk that keeps nothing of the log before it is copied into the base, as synchronous=NORMAL asks. */
export function withoutCommits(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.kind !== 'sync' || entry.file !== 'w');
}

/**
 * Writes in `folder` what a cut before entry `at` may leave of the base `before`: all that was synced, and of the rest, any subset,
 * torn at sectors or not.
 */
export function cutAt(
  entries: readonly Entry[],
  at: number,
  { before, folder, chance }: { before: string; folder: string; chance: Chance },
): CutState {
  mkdirSync(folder);
  const file = join(folder, 'parcours.sqlite');
  copyFileSync(`${before}.cle`, `${file}.cle`);
  const state: CutState = { told: new Map(), torn: 0, dropped: 0 };
  const past = entries.slice(0, at);
  for (const entry of past) if (entry.kind === 'told') state.told.set(entry.rank, entry.told);
  for (const letter of ['b', 'w', 'j'] as const) {
    const content = new Content(letter === 'b' ? readFileSync(before) : Buffer.alloc(0));
    const synced = past.findLastIndex((entry) => entry.kind === 'sync' && entry.file === letter);
    past.forEach((entry, rank) => {
      if (entry.kind === 'told' || entry.kind === 'sync' || entry.file !== letter) return;
      if (rank < synced) content.apply(entry);
      else leave(content, entry, chance, state);
    });
    if (content.bytes.length > 0) writeFileSync(file + SUFFIXES[letter], content.bytes);
  }
  return state;
}

type Change = Extract<Entry, { kind: 'write' | 'cut' }>;

/** Of what was not synced, a third is there, a third is not, a third is there in part. */
function leave(content: Content, change: Change, chance: Chance, state: CutState): void {
  const fate = chance.whole(3);
  if (fate === 0) content.apply(change);
  else if (fate === 1 || change.kind === 'cut') state.dropped += 1;
  else {
    state.torn += 1;
    for (let from = 0; from < change.bytes.length; from += SECTOR) {
      const bytes = change.bytes.subarray(from, from + SECTOR);
      if (chance.whole(2) === 0) content.apply({ ...change, offset: change.offset + from, bytes });
    }
  }
}

/** A file as it grows. */
class Content {
  #room: Buffer;
  #size: number;

  constructor(bytes: Buffer) {
    this.#room = bytes;
    this.#size = bytes.length;
  }

  get bytes(): Buffer {
    return this.#room.subarray(0, this.#size);
  }

  apply(change: Change): void {
    if (change.kind === 'cut') this.#resize(change.length);
    else {
      this.#resize(Math.max(this.#size, change.offset + change.bytes.length));
      change.bytes.copy(this.#room, change.offset);
    }
  }

  /** What lies beyond the end is zero when it is grown again. */
  #resize(size: number): void {
    if (size > this.#room.length) this.#room = Buffer.concat([this.bytes, Buffer.alloc(2 * size - this.#size)]);
    if (size < this.#size) this.#room.fill(0, size, this.#size);
    this.#size = size;
  }
}

function letterOf(letter: string): Letter {
  return letter === 'w' || letter === 'j' ? letter : 'b';
}
