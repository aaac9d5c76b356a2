import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentOf } from '../src/http/openapi/document.ts';
import { operationsOf } from '../src/http/operations/index.ts';
import { collectionOf } from './paquets/collection.ts';

const HELP = `Usage : npm run collection -- DOSSIER

Écrit dans DOSSIER une collection Bruno de toute l’API : ouvrez-la, choisissez l’environnement « local », tapez-y votre clé.`;

const [folder] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) console.log(HELP);
else {
  const files = collectionOf(documentOf(operationsOf({ autoriserAdressesPrivees: false })));
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`${files.size} fichiers dans ${folder}`);
}
