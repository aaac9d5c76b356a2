import { existsSync, readFileSync } from 'node:fs';
import { program } from 'commander';
import { strayIn } from '../src/acts/rows.ts';
import { readConfig } from '../src/config.ts';
import { documentsAt } from '../src/store/documents/open.ts';
import { nameOf, verifyBase } from '../src/store/open.ts';
import { type Anchor, anchorsIn } from '../src/store/seals.ts';

program
  .description(
    'Dit si les journaux, les lignes et les accès de la base sont ce qui a été écrit, et si elle a bien ce qui en a été dit ailleurs.',
  )
  .option('--ancres <fichier>', 'un fichier ou un journal technique où la fin du journal a été écrite')
  .option('--recu <recu>', 'le reçu d’un acte, ou un fichier qui en a')
  .action(async ({ ancres, recu }: { ancres?: string; recu?: string }) => {
    const { base, cleJournal, documents } = readConfig(process.env);
    const known = [...(ancres ? anchorsIn(readFileSync(ancres, 'utf8')) : []), ...(recu ? receiptsIn(recu) : [])];
    const verification = await verifyBase(base, cleJournal, {
      ancres: known,
      suites: strayIn,
      documents: documentsAt(documents),
    });
    process.exitCode = verification.ok ? 0 : 1;
    const more = known.length > 0 ? `, ${known.length} ancres retrouvées` : '';
    console.log(
      verification.ok
        ? `${nameOf(base)} : journal intact, ${verification.lignes} lignes${more}.`
        : `${nameOf(base)} : ligne ${verification.rang}, ${verification.raison}.`,
    );
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.log(error instanceof Error ? error.message : error);
});

/** A receipt says its line and a signed end: one that is not signed proves nothing. */
function receiptsIn(recu: string): Anchor[] {
  const found = anchorsIn(existsSync(recu) ? readFileSync(recu, 'utf8') : recu);
  if (found.some(({ signature }) => signature !== null)) return found;
  throw new Error('Ce reçu n’a ni ligne ni signature : donnez-le entier, tel que l’en-tête « Recu » le disait.');
}
