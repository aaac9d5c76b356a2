import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { dayOf } from '../src/days.ts';
import { imprintOf } from '../src/definitions.ts';
import { type DistanceTable, readDistanceTable } from '../src/engine/graph/distance-table.ts';
import { openSnapshot } from '../src/engine/transition.ts';
import { apiOutputs } from './generate/api.ts';
import { clientTypesOutput } from './generate/client-types.ts';
import { tellDifference } from './generate/difference.ts';
import { drawingOutputs } from './generate/drawings.ts';
import { exportOutputs, type Output } from './generate/exports.ts';
import { coverage } from './generate/readme.ts';
import { separationOutput } from './generate/separations.ts';
import { buildDistanceTable, definitionHash } from './tables/distances.ts';

const FOLDER = new URL('../machines/distances/', import.meta.url);
const README = new URL('../machines/README.md', import.meta.url);
/** `--diff` tells what changes between two procedures, `--publier` keeps the document of the API as that of its version, `--check` compares and writes nothing, `--all` rebuilds what has not changed too. */
const { values: asked, positionals: named } = parseArgs({
  options: {
    diff: { type: 'boolean' },
    publier: { type: 'boolean' },
    check: { type: 'boolean' },
    all: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (named.length > 0 && !asked.diff) throw new Error(`Rien ne se demande par « ${named.join(' ')} »`);
const fileOf = ({ id, version }: Procedure) => new URL(`${id}.v${version}.json`, FOLDER);

const stale = procedures.filter((procedure) => asked.all || definitionOf(procedure) !== imprintOf(procedure));
const { text, faults } = coverage(procedures);
const api = apiOutputs(asked.publier ? dayOf(new Date()) : null);
faults.push(...api.faults);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
const outputs: Output[] = [
  { file: README, text },
  ...(await exportOutputs(procedures)),
  separationOutput(procedures, readOrNull),
  await clientTypesOutput(),
  ...api.outputs,
  ...(await drawingOutputs(procedures)),
];

if (asked.diff) {
  console.log(tellDifference(...named));
} else if (asked.check) {
  const names = stale.map(({ id, version }) => `${id}@${version}`);
  const changed = outputs.filter((output) => readOrNull(output.file) !== output.text);
  names.push(...changed.map(({ file }) => relative(process.cwd(), fileURLToPath(file))));
  for (const name of names) console.error(`${name} a changé : lancez « npm run generate ».`);
  if (names.length > 0) process.exitCode = 1;
} else {
  for (const output of outputs) writeFileSync(output.file, output.text);
  mkdirSync(FOLDER, { recursive: true });
  const built = new Map<string, ReturnType<typeof buildDistanceTable>>();
  // Children first: what they ask counts in what opens them.
  for (const procedure of stale.sort((a, b) => Number(a.genre === 'dossier') - Number(b.genre === 'dossier'))) {
    const start = performance.now();
    const declared = definitionHash(procedure);
    const table = built.get(declared) ?? buildDistanceTable(procedure, (type) => costOfChild(procedure, type));
    built.set(declared, table);
    const own: DistanceTable = { ...table, procedure: procedure.id, definition: imprintOf(procedure) };
    writeFileSync(fileOf(procedure), `${JSON.stringify(own, null, 1)}\n`);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${procedure.id}@${procedure.version} : ${table.etats} états, ${table.transitions} transitions, ${seconds} s`,
    );
  }
}

/** The certificates that a certificate opens in its turn are its successor's affair, not part of its own end. */
function costOfChild(procedure: Procedure, type: string): number {
  const child = procedures.find(({ id }) => id === procedure.ouvre[type]);
  if (!child || child === procedure) return 0;
  const table = JSON.parse(readFileSync(fileOf(child), 'utf8')) as DistanceTable;
  const initial = openSnapshot(child);
  const facette = child.facette(initial.context);
  return readDistanceTable(child, table)(initial.value, facette, 'complet');
}

function definitionOf(procedure: Procedure): string | null {
  const text = readOrNull(fileOf(procedure));
  return text && (JSON.parse(text) as DistanceTable).definition;
}

function readOrNull(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
