import { program } from 'commander';
import { Client, DemoError } from './client.ts';
import { freeNumeros, hospitalCsv } from './fiction.ts';
import { playAlone, playGroupement } from './play.ts';
import { type Outcome, showTable } from './report.ts';
import { startServer } from './server.ts';
import { loadSites, readSites } from './sites.ts';
import { groupePrive, stories } from './stories.ts';

program
  .name('npm run demo --')
  .description('Joue des dossiers de bout en bout par l’API, jusqu’aux certificats installés.')
  .option('--url <url>', 'un service déjà démarré ; à défaut, un service temporaire')
  .option('--cle <clé>', 'la clé d’API de ce service, que donne « npm run cle »')
  .option('--csv <fichier>', 'des établissements à jouer, à la place de l’hôpital fictif')
  .helpOption('--help', 'affiche cette aide')
  .parse();
const options = program.opts<{ url?: string; cle?: string; csv?: string }>();

try {
  const running = options.url && { url: options.url, cle: options.cle ?? '', stop: () => Promise.resolve() };
  const { url, cle, stop } = running || (await startServer());
  console.log(`Service : ${url}`);
  try {
    const outcomes = await play(new Client(url, cle), options.csv);
    showTable(outcomes);
    process.exitCode = outcomes.every(({ statut }) => statut === 'enService') ? 0 : 1;
  } finally {
    await stop();
  }
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function play(client: Client, csv?: string): Promise<Outcome[]> {
  const numeros = freeNumeros(client);
  const numbered = async <S extends object>(site: S) => ({ ...site, ...(await numeros.next()).value });
  const { hopitaux, seuls } = csv ? await loadSites(csv) : readSites(await hospitalCsv(numeros));

  const outcomes: Outcome[] = [];
  for (const { titre, site, actes } of stories)
    outcomes.push(await playAlone(client, { titre, site: await numbered(site), actes }));
  for (const { entite, sites } of hopitaux)
    outcomes.push(...(await playGroupement(client, { nom: `GHT (entité juridique ${entite})`, genre: 'ght', sites })));
  const sites = [];
  for (const site of groupePrive.sites) sites.push(await numbered(site));
  outcomes.push(...(await playGroupement(client, { ...groupePrive, sites })));
  for (const site of seuls)
    outcomes.push(await playAlone(client, { titre: 'établissement sur un seul site', site, actes: [] }));
  return outcomes;
}
