import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { procedures } from '../../machines/index.ts';
import { familyInvariants } from '../proof/family/claims.ts';
import { PATH } from '../proof/family/scene.ts';
import { invariantsOf } from '../proof/invariants/index.ts';
import { type Named, nameOf } from '../proof/mutation/mutants.ts';
import type { Fate } from '../proof/mutation/trial.ts';
import type { Tried } from './mutants-worker.ts';
import { sourcesHash } from './sources.ts';

const FOLDER = new URL('../../node_modules/.cache/parcours-igc/', import.meta.url);
const FILE = new URL('mutants.jsonl', FOLDER);
/** What tries mutants; claims are known one by one. */
const TRIED_BY = ['../walk/', '../proof/', '../../src/engine/'].map((path) => new URL(path, import.meta.url));
const CLAIMS = /invariants\/|claims\.ts$/;

/** What was found of a mutant, and what that stands on: sources, and the claims that a verdict is of. */
interface Line {
  nom: string;
  sources: string;
  preuve: string;
  fate: Fate & { secondes: number };
}

/** Verdicts kept from one run to the next, for as long as what they stand on is the same. */
export class Verdicts {
  readonly #sources = hashOf([sourcesHash(), ...TRIED_BY.map(textUnder)].join('\n'));
  readonly #kept = new Map<string, Line['fate']>();

  constructor() {
    mkdirSync(FOLDER, { recursive: true });
    const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n').filter(Boolean) : [];
    for (const line of lines) {
      const { nom, sources, preuve, fate } = JSON.parse(line) as Line;
      const [procedure = ''] = nom.split(' ');
      if (sources === this.#sources && preuve === standsOn(procedure, fate)) this.#kept.set(nom, fate);
    }
  }

  of(named: Named): Tried | null {
    const fate = this.#kept.get(nameOf(named));
    return fate ? { ...named, ...fate } : null;
  }

  keep({ etat, fait, rang, change, procedure, ...fate }: Tried): void {
    const nom = nameOf({ etat, fait, rang, change, procedure });
    const line: Line = { nom, sources: this.#sources, preuve: standsOn(procedure, fate), fate };
    appendFileSync(FILE, `${JSON.stringify(line)}\n`);
  }
}

/** Of a survivor, every claim; of what a claim refuted, that one; nothing else of what changes nothing. */
function standsOn(procedure: string, fate: Fate): string {
  if (fate.sort === 'équivalent') return '';
  const claims = claimsOf(procedure);
  return hashOf(JSON.stringify(fate.sort === 'réfuté' ? claims.filter(({ id }) => id === fate.invariant) : claims));
}

function claimsOf(id: string) {
  const { ensemble, aPart, ecrit } = claimsByProcedure[id] ?? { ensemble: [], aPart: [], ecrit: [] };
  const families = id === PATH ? Object.values(familyInvariants).flat() : [];
  return [...ensemble, ...aPart, ...ecrit, ...families].map(({ id: name, proposition }) => ({ id: name, proposition }));
}

const claimsByProcedure = Object.fromEntries(procedures.map((procedure) => [procedure.id, invariantsOf(procedure)]));

function textUnder(folder: URL): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .filter((path) => !CLAIMS.test(path))
    .sort()
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
