import { createHash, hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { Etat } from './engine/instance.ts';
import { openSnapshot } from './engine/transition.ts';
import { memo } from './memo.ts';

/** The text of a file, by its path from `machines/`. */
export type ReadSource = (path: string) => string;

const MACHINES = new URL('../machines/', import.meta.url);
/** What they say is told to people, and decides nothing. */
const TOLD = [
  'glossaire.ts',
  'francais.ts',
  'avertissement.ts',
  'etablissement/coherence.ts',
  'certificat/coherence.ts',
];
const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/.*|'(?:\\.|[^'\\\n])*'/g;

/** Every published procedure, with the imprint of how it moves and of what a row keeps: what a base that it writes must be read under. */
export function definitions(read?: ReadSource): { procedure: string; version: number; empreinte: string }[] {
  const kept = keptImprint(read);
  return procedures.map((one) => ({
    procedure: one.id,
    version: one.version,
    empreinte: hash('sha256', `${imprintOf(one, read)} ${kept}`),
  }));
}

/** SHA-256 of the shape of a row's state, and of how the days in it are counted. */
function keptImprint(read: ReadSource = textOf): string {
  return hash('sha256', `${JSON.stringify(z.toJSONSchema(Etat))} ${decidingIn(read('../src/engine/since.ts'))}`);
}

/**
 * SHA-256 of all that decides: of the files that a procedure is written in, with those that they import, all but comments, layout and
 * sentences; and of what a case keeps once opened.
 */
export function imprintOf(procedure: Procedure, read: ReadSource = textOf): string {
  const hash = createHash('sha256').update(JSON.stringify(openSnapshot(procedure).context));
  const paths = importsOf(entriesOf(procedure), read);
  for (const path of [...paths].sort()) hash.update(`\n${path} `).update(decidingIn(read(path)));
  return hash.digest('hex');
}

/** Where a procedure is written: its own folder, that of its version once it has several, and what every path shares. */
function entriesOf({ id, version, genre }: Procedure): string[] {
  const folder = version === 1 ? id : `${id}/v${version}`;
  const own = ['machine.ts', 'procedure.ts'].map((name) => `${folder}/${name}`);
  const found = own.filter((path) => existsSync(new URL(path, MACHINES)));
  return genre === 'dossier' ? [...found, 'etablissement/procedure.ts'] : found;
}

/** Those files and all that they import, however far. */
function importsOf(entries: readonly string[], read: ReadSource): Set<string> {
  const met = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (met.has(path) || TOLD.includes(path)) continue;
    met.add(path);
    const from = new URL(path, MACHINES);
    for (const [, target = ''] of read(path).matchAll(/^(?:import|export|\}) ?(?:[^';]*?from )?'(\.[^']+\.ts)'/gm))
      waiting.push(new URL(target, from).pathname.slice(MACHINES.pathname.length));
  }
  return met;
}

/** A source without its comments, its layout and its sentences, which are the strings that hold a space. */
function decidingIn(text: string): string {
  const kept = text.replace(COMMENT_OR_STRING, (found) => (found.startsWith('/') || found.includes(' ') ? '' : found));
  return kept.replace(/\s+/g, ' ');
}

/** Read once, since several procedures share most of them. */
const texts = memo<string>();

function textOf(path: string): string {
  return texts(path, () => readFileSync(new URL(path, MACHINES), 'utf8'));
}
