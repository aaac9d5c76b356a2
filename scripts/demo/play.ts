import type { Client } from './client.ts';
import { type Dossier, findDossier, type Opened, openDossier, openGroupement } from './opening.ts';
import { type Outcome, showActs, showOutcome } from './report.ts';
import type { Site } from './sites.ts';
import { type Story, siteStories } from './stories.ts';
import { type Act, walk } from './walk.ts';

/** A GHT or a private group with its sites. */
export interface Groupement {
  nom: string;
  genre: 'ght' | 'groupe-prive';
  sites: Site[];
}

const pathOf = { ght: 'public-ght', 'groupe-prive': 'prive-groupe' };

/** Plays an establishment on one site; one that has a dossier is led to its end without its story. */
export async function playAlone(client: Client, { titre, site, actes }: Story<Site>): Promise<Outcome> {
  console.log(`\n${site.denomination} — ${titre}`);
  const known = await findDossier(client, site);
  const dossier = known ?? (await openDossier(client, 'prive-mono-site', site));
  const outcome = await playCase(client, site.denomination, dossier, known ? null : actes);
  showActs(outcome);
  return outcome;
}

/** Plays a groupement: its DSI once for all, then each site to its end. */
export async function playGroupement(client: Client, { nom, genre, sites }: Groupement): Promise<Outcome[]> {
  console.log(`\n${nom} — ${sites.length} sites`);
  const known = await Promise.all(sites.map((site) => findDossier(client, site)));
  const id = known.find((dossier) => dossier?.groupementId)?.groupementId;
  const groupement = id
    ? await client.get<Opened>(`/api/v1/groupements/${id}`)
    : await openGroupement(client, nom, genre);

  const dossiers: Dossier[] = [];
  for (const [rang, site] of sites.entries())
    dossiers.push(known[rang] ?? (await openDossier(client, pathOf[genre], site, groupement.id)));

  const coordination = await playCase(client, nom, groupement, id ? null : coordinate(sites));
  showActs(coordination);
  const outcomes: Outcome[] = [];
  for (const [rang, dossier] of dossiers.entries()) {
    const story = known[rang] ? null : storyOf(rang).actes;
    const outcome = await playCase(client, dossier.etablissement.denomination, dossier, story);
    showOutcome(outcome);
    outcomes.push(outcome);
  }
  return [{ ...coordination, statut: await statutOf(client, groupement) }, ...outcomes];
}

/** What the DSI of a groupement does: it acknowledges, then tells what it knows of each site. */
function coordinate(sites: readonly Site[]): Act[] {
  const connus = sites.map(({ siret, finess }, rang) => ({ siret, finess, ...storyOf(rang).connu }));
  return [{ fait: 'dsi.contactee' }, { fait: 'etatDesLieux.recu', champs: { sites: connus } }];
}

function storyOf(rang: number): (typeof siteStories)[number] {
  return siteStories[rang % siteStories.length] as (typeof siteStories)[number];
}

/** A case that was open before has no story: null. */
async function playCase(
  client: Client,
  nom: string,
  subject: Opened | Dossier,
  story: readonly Act[] | null,
): Promise<Outcome> {
  const start = performance.now();
  const told = await walk(client, subject, story ?? []);
  const ms = performance.now() - start;
  return { nom, told, ms, repris: story === null, statut: await statutOf(client, subject) };
}

async function statutOf(client: Client, { liens }: Opened): Promise<string> {
  return (await client.get<Opened>(liens.soi)).statut;
}
