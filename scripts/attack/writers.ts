import Database from 'better-sqlite3';
import { exempleEtablissement } from '../../machines/formulaires/etablissement.ts';
import type { FactType } from '../../machines/index.ts';
import { openingOf } from '../bench/dossiers.ts';
import { post } from '../bench/post.ts';
import type { Reached } from '../bench/service.ts';

const WRITERS = 8;
export const FACT = 'formulaire413.partie1Remplie' satisfies FactType;
const AFTER_A_REFUSAL_MS = 5;

/** One of those who act at once, each on its own case, one act after the other, each act under a key of its own. */
export interface Writer {
  rank: number;
  dossier: string;
  /** Acts 0 to `told - 1` were acknowledged; the next may be in doubt, and is sent again under its key. */
  told: number;
}

/** What came of one act: the status of its answer, or null when the line was cut before. */
type Heard = (writer: Writer, status: number | null) => void;

/** Opens a case for each of `count`. */
export async function openWriters(service: Reached, count = WRITERS): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (let rank = 0; rank < count; rank++) {
    const { id } = await post<{ id: string }>(service, '/api/v1/dossiers', openingOf(rank));
    writers.push({ rank, dossier: id, told: 0 });
  }
  return writers;
}

/** All act until told to stop, `most` acts at most each; one whose line is cut stops there, the others go on. */
export async function write(
  service: Reached,
  writers: readonly Writer[],
  { stop, most = Number.POSITIVE_INFINITY }: { stop: AbortSignal; most?: number },
  heard: Heard = () => {},
): Promise<void> {
  await Promise.all(writers.map((writer) => writeAlone(service, writer, { stop, most }, heard)));
}

async function writeAlone(
  service: Reached,
  writer: Writer,
  { stop, most }: { stop: AbortSignal; most: number },
  heard: Heard,
): Promise<void> {
  while (!stop.aborted && writer.told < most) {
    const status = await send(service, writer);
    if (status === 200) writer.told += 1;
    heard(writer, status);
    if (status === null) return;
    if (status !== 200) await new Promise((done) => setTimeout(done, AFTER_A_REFUSAL_MS));
  }
}

/** Sends the next act of a writer under its key, or under another; gives the status, null when the line was cut. */
export async function send({ url, headers }: Reached, writer: Writer, key = keyOf(writer)): Promise<number | null> {
  const partie1 = { ...exempleEtablissement, denomination: markOf(writer.rank, writer.told) };
  try {
    const response = await fetch(`${url}/api/v1/dossiers/${writer.dossier}/faits`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': key },
      body: JSON.stringify({ type: FACT, date: '2026-01-05', partie1 }),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

/**
 * How the journal of `file` is not what was told: acts lost, done twice or out of order. Of each writer, one act in doubt may be there;
 * none when all were answered.
 */
export function unfaithful(file: string, writers: readonly Writer[], doubts: 0 | 1 = 1): string[] {
  const db = new Database(file, { readonly: true });
  const acts = db
    .prepare<[string, string], string>(`
      SELECT saisie ->> '$.partie1.denomination' FROM journal
      WHERE instance = (SELECT numero FROM instance WHERE id = ?) AND type = ? ORDER BY rang`)
    .pluck();
  const faults = writers.flatMap((writer) => differences(writer, acts.all(writer.dossier, FACT), doubts));
  db.close();
  return faults;
}

/** How what is written of a writer is not what was told. */
export function differences({ rank, told }: Writer, written: readonly string[], doubts: number): string[] {
  const expected = Array.from({ length: told }, (_, act) => markOf(rank, act));
  const lost = expected.filter((mark) => !written.includes(mark));
  const twice = written.filter((mark, at) => written.indexOf(mark) !== at);
  const isInOrder = written.every((mark, at) => mark === markOf(rank, at));
  if (lost.length > 0) return [`${lost.length} actes acquittés perdus dans le dossier ${rank}, dont ${lost[0]}`];
  if (twice.length > 0) return [`${twice.length} actes faits deux fois dans le dossier ${rank}, dont ${twice[0]}`];
  if (!isInOrder) return [`le dossier ${rank} n’est pas dans l’ordre où ses actes ont été dits`];
  return written.length > told + doubts
    ? [`${written.length - told} actes refusés sont faits dans le dossier ${rank}`]
    : [];
}

function keyOf({ rank, told }: Writer): string {
  return `attaque-${rank}-${told}`;
}

function markOf(rank: number, act: number): string {
  return `Acte ${rank}-${act}`;
}
