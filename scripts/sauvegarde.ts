import { program } from 'commander';
import { readConfig } from '../src/config.ts';
import { documentsAt } from '../src/store/documents/open.ts';
import { fileOf } from '../src/store/open.ts';
import { backUp } from '../src/store/sqlite/backup.ts';

program
  .description(
    'Sauvegarde la base pendant que le service travaille, et sa clé à part ; relit la copie ligne par ligne.',
  )
  .argument('<fichier>', 'le nouveau fichier de la sauvegarde')
  .option('--cle <fichier>', 'le nouveau fichier de la clé, à ranger ailleurs que la sauvegarde')
  .action(async (to: string, { cle }: { cle?: string }) => {
    const { base, cleJournal, documents } = readConfig(process.env);
    const file = fileOf(
      base,
      'Une base PostgreSQL se sauvegarde par ses propres outils : voyez « Sauvegarder » dans README.md.',
    );
    const cleVers = cle ?? `${to}.cle`;
    const { lignes, tete } = await backUp(file, to, {
      cleVers,
      documents: documentsAt(documents),
      ...(cleJournal && { cle: cleJournal }),
    });
    console.log(`${to} : sauvegarde intacte, ${lignes} lignes ; fin du journal ${tete.rang} ${tete.mac.slice(0, 16)}.`);
    if (documents)
      console.log('Les documents sont ailleurs (DOCUMENTS) : ils se sauvegardent par leurs propres outils.');
    console.log(`${cleVers} : la clé du journal. Rangez-la ailleurs : sans elle, la sauvegarde ne sert à rien.`);
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});
