import { program } from 'commander';
import { readConfig } from '../src/config.ts';
import { documentsAt } from '../src/store/documents/open.ts';
import { fileOf } from '../src/store/open.ts';
import { restore } from '../src/store/sqlite/backup.ts';

program
  .description('Remet une sauvegarde à la place de la base, le service arrêté ; ce qui s’y trouvait est mis de côté.')
  .argument('<fichier>', 'la sauvegarde')
  .option('--cle <fichier>', 'le fichier de sa clé')
  .action(async (from: string, { cle = `${from}.cle` }: { cle?: string }) => {
    const { base, cleJournal, documents } = readConfig(process.env);
    const file = fileOf(
      base,
      'Une base PostgreSQL se restaure par ses propres outils : voyez « Sauvegarder » dans README.md.',
    );
    const key = cleJournal ? { cle: cleJournal } : { cleFichier: cle };
    const kept = { ...key, documents: documentsAt(documents) };
    const { lignes, tete, ecarte } = await restore(from, file, kept);
    console.log(
      `${file} : ${lignes} lignes restaurées ; fin du journal ${tete.rang} ${tete.mac.slice(0, 16)}. Démarrez le service.`,
    );
    if (ecarte) console.log(`${ecarte} : ce qui s’y trouvait, à effacer quand vous n’en aurez plus besoin.`);
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});
