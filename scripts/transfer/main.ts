import { program } from 'commander';
import { ConfigError, readConfig } from '../../src/config.ts';
import { type Base, nameOf } from '../../src/store/open.ts';
import { transferBase } from './transfer.ts';

interface Options {
  from: string;
  to: string;
  schema?: string;
  cle?: string;
}

program
  .description(
    'Fait passer une base de SQLite à PostgreSQL, ou l’inverse, le service arrêté ; relancée, reprend où elle en était. La base d’origine ne change pas.',
  )
  .requiredOption('--from <base>', 'la base d’origine : sqlite:FICHIER ou postgres://…')
  .requiredOption('--to <base>', 'la base d’arrivée, vide ou absente')
  .option('--schema <nom>', 'le schéma de PostgreSQL (SCHEMA, sinon « parcours »)')
  .option(
    '--cle <fichier>',
    'le fichier de la clé du journal (sinon CLE_JOURNAL, ou celui qui est à côté de la base SQLite)',
  )
  .action(async ({ from, to, schema, cle }: Options) => {
    const source = baseOf('--from', from, schema);
    const target = baseOf('--to', to, schema);
    let table = '';
    const { tables, lignes } = await transferBase({
      from: source,
      to: target,
      cle: readConfig(process.env).cleJournal,
      cleFichier: cle ?? null,
      onPage: (now) => {
        if (now !== table) console.error(`${now}…`);
        table = now;
      },
    });
    const rows = [...tables].filter(([, count]) => count > 0);
    console.log(rows.map(([name, count]) => `${name} : ${count}`).join('\n'));
    const total = rows.reduce((sum, [, count]) => sum + count, 0);
    console.log(
      `${nameOf(source)} → ${nameOf(target)} : ${total} lignes de ${rows.length} tables, relues et comparées une à une ; journal intact, ${lignes} lignes.`,
    );
    console.log(`Pour démarrer dessus : ${commandOf(source, target)}`);
    console.log(
      'La base d’origine n’a pas changé : ne démarrez plus dessus, rangez-la. Listes et chiffres se refont au premier démarrage.',
    );
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});

/** A base as an option names it, read as the setting is. */
function baseOf(option: string, url: string, schema: string | undefined): Base {
  try {
    return readConfig({ DATABASE_URL: url, SCHEMA: schema ?? process.env['SCHEMA'] }).base;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.message.replace('DATABASE_URL', option).replace('SCHEMA', '--schema'), {
      cause: error,
    });
  }
}

/** How the service starts on what moved, beside the files that it kept; no password is told. */
function commandOf(from: Base, to: Base): string {
  if ('sqlite' in to) return `DATABASE_URL=sqlite:${to.sqlite} npm start (sa clé est dans ${to.sqlite}.cle).`;
  const url = new URL(to.postgres);
  if (url.password !== '') url.password = '***';
  const fichiers = 'sqlite' in from ? ` FICHIERS=${from.sqlite}` : '';
  return `DATABASE_URL=${url.href} SCHEMA=${to.schema}${fichiers} CLE_JOURNAL=<la clé de la base d’origine> npm start.`;
}
