import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentOf } from '../src/http/openapi/document.ts';
import { operationsOf } from '../src/http/operations/index.ts';
import { collectionOf } from './paquets/collection.ts';

const HELP = `Usage : npm run collection -- DOSSIER

Écrit dans DOSSIER une collection Bruno de toute l’API : ouvrez-la, choisissez l’environnement « local », tapez-y votre clé.`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const [folder] = positionals;
if (folder === undefined || values.help) console.log(HELP);
else {
  const files = collectionOf(documentOf(operationsOf({ autoriserAdressesPrivees: false })));
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`${files.size} fichiers dans ${folder}`);
}
