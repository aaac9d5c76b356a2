import { readFileSync } from 'node:fs';
import { program } from 'commander';
import { readConfig } from '../src/config.ts';
import { anchorsIn } from '../src/store/anchors.ts';
import { verifySqliteFile } from '../src/store/sqlite/sqlite-store.ts';

program
  .description(
    'Dit si le journal et les lignes de la base sont ce qui a été écrit, et si elle a bien ce qui en a été dit ailleurs.',
  )
  .option('--ancres <fichier>', 'un fichier ou un journal technique où la fin du journal a été écrite')
  .action(async ({ ancres }: { ancres?: string }) => {
    const { sqliteFile: file, cleJournal } = readConfig(process.env);
    const known = ancres ? anchorsIn(readFileSync(ancres, 'utf8')) : [];
    const verification = await verifySqliteFile({ file, ...(cleJournal && { cle: cleJournal }) }, known);
    process.exitCode = verification.ok ? 0 : 1;
    const more = known.length > 0 ? `, ${known.length} ancres retrouvées` : '';
    console.log(
      verification.ok
        ? `${file} : journal intact, ${verification.lignes} lignes${more}.`
        : `${file} : ligne ${verification.rang}, ${verification.raison}.`,
    );
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.log(error instanceof Error ? error.message : error);
});
