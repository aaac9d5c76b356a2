import { readConfig } from '../src/config.ts';
import { verifySqliteFile } from '../src/store/sqlite/sqlite-store.ts';

/** Says in one line whether the journal and the rows of the configured database are what was written. */
try {
  const { sqliteFile: file, cleJournal } = readConfig(process.env);
  const verification = await verifySqliteFile({ file, ...(cleJournal && { cle: cleJournal }) });
  process.exitCode = verification.ok ? 0 : 1;
  console.log(
    verification.ok
      ? `${file} : journal intact, ${verification.lignes} lignes.`
      : `${file} : ligne ${verification.rang}, ${verification.raison}.`,
  );
} catch (error) {
  process.exitCode = 1;
  console.log(error instanceof Error ? error.message : error);
}
