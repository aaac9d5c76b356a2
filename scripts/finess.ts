import { existsSync, readFileSync } from 'node:fs';
import { program } from 'commander';
import { readConfig } from '../src/config.ts';
import { bilanVide, fichesOf, tellEcarts } from '../src/repertoire/importation.ts';
import { buildRepertoire } from '../src/store/sqlite/repertoire/build.ts';
import { fileOfRepertoire } from '../src/store/sqlite/repertoire/repertoire.ts';

program
  .description(
    'Importe l’extraction publique de FINESS, à côté de la base : l’ouverture d’un dossier se remplit alors d’un champ.',
  )
  .argument('<fichier>', 'l’extraction, en CSV ou en XML')
  .action(async (extrait: string) => {
    if (!existsSync(extrait)) throw new Error(`Aucun fichier ${extrait} : vérifiez son chemin.`);
    const bilan = bilanVide();
    const file = fileOfRepertoire(readConfig(process.env).fichiers);
    const nombre = await buildRepertoire(file, fichesOf(readFileSync(extrait), bilan), new Date().toISOString());
    const closed = bilan.fermes > 0 ? `, ${bilan.fermes} fermés laissés de côté` : '';
    console.log(
      `${nombre} établissements importés dans ${file}${closed}. Le service les voit dès la prochaine recherche.`,
    );
    if (bilan.ecartees > 0) console.log(`Lignes écartées : ${bilan.ecartees} sur ${bilan.lues}.\n${tellEcarts(bilan)}`);
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});
