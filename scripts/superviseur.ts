import { program } from 'commander';
import { readConfig } from '../src/config.ts';
import { localLink } from './key/local-link.ts';

program
  .description(
    'Donne un lien par lequel quelqu’un entre comme superviseur, quand plus personne ne peut entrer ; le service arrêté.',
  )
  .argument('<courriel>', 'celui du compte, qui est ouvert s’il ne l’est pas')
  .action(async (courriel: string) => {
    const { base, cleJournal, urlPublique, port } = readConfig(process.env);
    const token = await localLink(base, courriel, cleJournal);
    console.log(`Démarrez le service, puis ouvrez ce lien, qui ne sert qu’une fois :`);
    console.log(`${urlPublique ?? `http://127.0.0.1:${port}`}/lien/${token}`);
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});
