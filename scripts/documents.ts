import { program } from 'commander';
import { readConfig } from '../src/config.ts';
import type { DocumentStore } from '../src/store/documents/documents.ts';
import { besideBase, documentsAt } from '../src/store/documents/open.ts';
import { openStore } from '../src/store/open.ts';

program
  .description(
    'Copie ailleurs les documents dont le journal parle, le service arrêté ; relancée, reprend où elle en était. Ceux d’origine ne changent pas.',
  )
  .requiredOption('--de <endroit>', 'où ils sont : sqlite:FICHIER de la base, file:DOSSIER ou s3://…')
  .requiredOption('--vers <endroit>', 'où ils vont : sqlite:FICHIER de la base, file:DOSSIER ou s3://…')
  .action(async ({ de, vers }: { de: string; vers: string }) => {
    const { base, cleJournal } = readConfig(process.env);
    const [source, target] = [placeOf(de), placeOf(vers)];
    const store = await openStore(base, { cle: cleJournal, documents: source });
    let copied = 0;
    for (const document of await store.documentsDits()) {
      if (await target.has(document)) continue;
      const bytes = await source.get(document);
      if (bytes === null) throw new Error(`Le document ${document} manque à ${de} : lancez « npm run verify ».`);
      await target.put(bytes);
      copied += 1;
    }
    await target.close();
    await store.close();
    console.log(`${copied} documents copiés vers ${vers}. Démarrez avec DOCUMENTS réglé sur cet endroit.`);
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});

function placeOf(endroit: string): DocumentStore {
  if (endroit.startsWith('sqlite:')) return besideBase(endroit.slice('sqlite:'.length));
  const { documents } = readConfig({ DOCUMENTS: endroit });
  return documentsAt(documents) ?? besideBase(endroit);
}
