import { parseArgs } from 'node:util';

/** What the user is told, without a stack. */
export class ExampleError extends Error {}

/** What the example was asked. */
export interface Asked {
  url: string;
  cle: string;
  siret: string;
  /** How long it waits for a change, in seconds. */
  patience: number;
}

const HELP = `Usage : npm run exemple -- --url <url> --cle <clé> --siret <siret>

Suit le dossier d’un client comme le ferait le logiciel d’un éditeur : le trouve, affiche ce qui vient
ensuite, remplit la partie 4 du formulaire 413, puis attend que quelque chose change.

  --url <url>            le service (par défaut http://127.0.0.1:3000)
  --cle <clé>            la clé d’API de l’éditeur, portées « lecture » et « partie4 » ; ou PARCOURS_CLE
  --siret <siret>        le client
  --patience <secondes>  combien de temps attendre un changement (par défaut 600)
  --help                 affiche cette aide`;

const options = {
  url: { type: 'string', default: 'http://127.0.0.1:3000' },
  cle: { type: 'string', default: '' },
  siret: { type: 'string', default: '' },
  patience: { type: 'string', default: '600' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; null once the help was shown. Throws an ExampleError that says what to write. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Asked | null {
  const { help, url, cle, siret, patience } = parse(args);
  if (help) {
    console.log(HELP);
    return null;
  }
  const key = cle || env['PARCOURS_CLE'] || '';
  check(URL.canParse(url), `--url prend une adresse, http://127.0.0.1:3000 par exemple, et non « ${url} ».`);
  check(key !== '', 'Indiquez la clé d’API par --cle ou par PARCOURS_CLE : un superviseur la crée.');
  check(/^\d{14}$/.test(siret), 'Indiquez le client par --siret, suivi de 14 chiffres.');
  check(/^\d{1,6}$/.test(patience), `--patience prend un nombre de secondes, et non « ${patience} ».`);
  return { url, cle: key, siret, patience: Number(patience) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new ExampleError('Cette ligne de commande ne se lit pas : --help en donne la forme.', { cause });
  }
}

function check(isRight: boolean, message: string): void {
  if (!isRight) throw new ExampleError(message);
}
