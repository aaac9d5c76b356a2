import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { localKey } from './key/local-key.ts';

/** Prints a new API key for an agent's program, made in the configured base while the service is stopped. */
try {
  const [nom = 'Clé créée sur place'] = parseArgs({ allowPositionals: true }).positionals;
  const { base, cleJournal } = readConfig(process.env);
  console.log(await localKey(base, nom, cleJournal));
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
}
