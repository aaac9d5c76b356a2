import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { sampleChange } from './samples.ts';

/** Writes to the store named on the command line until killed; says each acknowledged fact on a line. */
const store = openSqliteStore({ file: process.argv[2] ?? '' });
await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(writeFor));

async function writeFor(id: string): Promise<void> {
  for (let version = 1; ; version++) {
    await store.commit([sampleChange(id, version)]);
    await say(`${id} ${version}\n`);
  }
}

/** Waits while whoever reads is busy: a pipe that is full takes nothing. */
function say(line: string): Promise<void> {
  return new Promise((done) => process.stdout.write(line, () => done()));
}
