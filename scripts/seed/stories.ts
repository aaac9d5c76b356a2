import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toFamily } from '../../src/acts/rows.ts';
import { DAY_MS, dayOf } from '../../src/days.ts';
import { deadlines } from '../../src/engine/deadlines.ts';
import { members } from '../../src/engine/decide.ts';
import { DossierOuvert } from '../../src/engine/opening.ts';
import type { Site } from '../../src/sandbox/demonstration/fiction.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { advance } from './advance.ts';
import { type Chance, groupNameOf, siteOf } from './fiction.ts';

/** A history that was really played: a dossier alone, or a groupement and its sites, with their certificates. */
export interface Story {
  sites: { id: string; site: Site }[];
  changes: Change[];
}

const act = { auteur: 'semence', version: null };

/** What playing needs. */
interface Stage {
  store: Store;
  services: Services;
  chance: Chance;
  clock: { now: number };
  /** The last instant. */
  end: number;
}

/** Plays `alone` dossiers and `groups` groupements of some sites, each from a day of the last three years up to `end`. */
export async function playStories(
  { alone, groups }: { alone: number; groups: number },
  end: Date,
  chance: Chance,
): Promise<Story[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-semence-'));
  const store = openSqliteStore({ file: join(folder, 'parcours.sqlite') });
  const clock = { now: end.getTime() };
  const services = createServices(store, () => new Date(clock.now));
  const stage = { store, services, chance, clock, end: end.getTime() };
  const stories: Story[] = [];
  let rank = 1;
  for (let group = 0; group < groups; group++) {
    const sites = Array.from({ length: 3 + chance.whole(12) }, () => siteOf(rank++, chance));
    stories.push(await playGroup(stage, group % 2 === 0 ? 'ght' : 'groupe-prive', sites));
  }
  for (let one = 0; one < alone; one++) stories.push(await playAlone(stage, siteOf(rank++, chance)));
  await store.close();
  rmSync(folder, { recursive: true });
  return stories;
}

async function playAlone(stage: Stage, site: Site): Promise<Story> {
  begin(stage);
  const id = await open(stage, 'prive-mono-site', site, null);
  await live(stage, id);
  return storyOf(stage, id, [{ id, site }]);
}

async function playGroup(stage: Stage, genre: 'ght' | 'groupe-prive', sites: readonly Site[]): Promise<Story> {
  const { services, chance, clock } = stage;
  begin(stage);
  const opened = await services.openGroupement({ nom: groupNameOf(genre, 0, chance), genre }, act);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const groupementId = opened.value.row.id;
  const start = clock.now;
  const played: Story['sites'] = [];
  for (const site of sites) {
    const id = await open(stage, genre === 'ght' ? 'public-ght' : 'prive-groupe', site, groupementId);
    played.push({ id, site });
  }
  if (chance.next() < 0.7) {
    const fait = { type: 'dsi.contactee', date: dayOf(new Date(clock.now)) };
    await services.record({ genre: 'groupement', id: groupementId }, fait, act);
  }
  for (const { id } of played) {
    clock.now = start;
    await live(stage, id);
  }
  return storyOf(stage, groupementId, played);
}

function begin({ clock, chance, end }: Stage): void {
  clock.now = end - DAY_MS * Math.floor(1 + 1_150 * chance.next() ** 2.5);
}

async function open({ services }: Stage, procedure: string, site: Site, groupementId: string | null): Promise<string> {
  const opened = await services.openDossier(DossierOuvert.parse({ procedure, etablissement: site, groupementId }), act);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.row.id;
}

/** Acts one after the other until the end comes, or the case is done; then what time has brought. */
async function live(stage: Stage, id: string): Promise<void> {
  const { services, chance, clock, end } = stage;
  const slowness = 3 + chance.whole(60);
  for (;;) {
    clock.now += DAY_MS * chance.whole(slowness);
    if (clock.now > end || !(await advance(services, chance, id))) break;
  }
  clock.now = end;
  while ((await services.recordDueFacts()) > 0);
}

async function storyOf({ store }: Stage, id: string, sites: Story['sites']): Promise<Story> {
  const stored = await store.family(id);
  const family = stored && toFamily(stored);
  if (!stored || !family?.ok) throw new Error(`${id} was not kept`);
  const rows = [...(stored.groupement ? [stored.groupement] : []), ...stored.dossiers, ...stored.certificats];
  const changes: Change[] = [];
  for (const { intacte: _, inouies: _unheard, ...row } of rows) {
    const instance = members(family.value).find((member) => member.id === row.id);
    const journal = await store.journal(row.id, 0, 10_000);
    changes.push({
      row,
      journal: journal.map(({ saisie, rang: _rang, instanceId: _id, ...line }) => ({
        ...line,
        saisie: saisie ?? '{}',
      })),
      echeances: instance ? deadlines(instance) : [],
    });
  }
  return { sites, changes };
}
