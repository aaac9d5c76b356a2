import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { recordEtat } from '../../src/engine/instance.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { journeys } from '../../src/sandbox/vies/index.ts';
import { today } from '../../src/sandbox/vies/journey.ts';
import { type Played, playOn } from '../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newFile } from '../store/database-file.ts';

const given = async <T>(asked: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> => {
  const result = await asked;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

let file: string;
let store: Store;
let services: Services;
let day: string;
let acts: number;

beforeEach(() => {
  file = newFile();
  open();
});
afterEach(() => store.close());

function open(): void {
  day = today;
  acts = 0;
  store = openSqliteStore({ file, copieAPart: false });
  services = createServices(store, () => new Date(Date.parse(`${day}T12:00:00Z`) + 1_000 * acts));
}

/** The clinic, told each fact on its own day. */
function clinique(): Promise<Played> {
  day = '2026-01-05';
  return playOn(services, cliniqueMonoSite, {
    onDay(date) {
      day = date;
    },
  });
}

async function erase(where: string): Promise<void> {
  await store.close();
  const db = new Database(file);
  db.prepare(`UPDATE journal SET saisie = NULL WHERE ${where}`).run();
  db.close();
  open();
}

const current = async (id: string, le: string | null) =>
  Object.keys((await given(services.history({ genre: 'dossier', id }, le))).histoire.depuis);

describe('replaying a journal', () => {
  test.each(journeys)('gives back the state that is kept: $title', async (journey) => {
    const played = await playOn(services, journey, {
      onDay() {
        acts += 1;
      },
    });
    for (const genre of ['dossier', 'groupement', 'certificat'] as const) {
      const id = played[genre];
      if (id === null) continue;
      const { instance, histoire, diverge } = await given(services.history({ genre, id }, null));
      const replayed = await given(services.history({ genre, id }, today));
      const { snapshot, depuis } = replayed.histoire;
      expect(JSON.parse(recordEtat({ ...instance, snapshot, depuis }))).toEqual(JSON.parse(recordEtat(instance)));
      expect([diverge, histoire.ecartes, histoire.effaces]).toEqual([false, 0, 0]);
    }
  });

  test('says each transition by the name that the chart gives it', async () => {
    const { dossier } = await playOn(services, cliniqueMonoSite);
    const { instance, histoire } = await given(services.history({ genre: 'dossier', id: dossier }, null));
    const chart = chartOf(instance.procedure);
    const known = new Map(chart.transitions.map((transition) => [transition.id, transition.fait]));
    expect(histoire.franchies.filter(({ transition }) => !known.has(transition))).toEqual([]);
    const told = histoire.franchies.map(({ transition }) => known.get(transition));
    expect(told).toContain('contrat.refuse');
    expect(told).toContain(null);
  });

  test('up to a day gives the state of that day', async () => {
    const { dossier } = await clinique();
    expect(await current(dossier, '2026-01-06')).toContain('contrat.aCompleter');
    expect(await current(dossier, '2026-01-13')).toContain('contrat.attenteDecision');
    expect(await current(dossier, '2026-01-14')).toContain('contrat.aCompleter');
    expect(await current(dossier, '2026-02-03')).toContain('contrat.actif');
  });

  test('tells every stay, with the day on which it began and ended', async () => {
    const { dossier } = await playOn(services, cliniqueMonoSite);
    const { histoire } = await given(services.history({ genre: 'dossier', id: dossier }, null));
    const stays = histoire.sejours.filter(({ etat }) => etat.startsWith('contrat.') && etat !== 'contrat.aVerifier');
    expect(stays).toEqual([
      { etat: 'contrat.aCompleter', entree: '2026-01-05', sortie: '2026-01-07' },
      { etat: 'contrat.attenteDecision', entree: '2026-01-07', sortie: '2026-01-14' },
      { etat: 'contrat.aCompleter', entree: '2026-01-14', sortie: '2026-01-15' },
      { etat: 'contrat.attenteDecision', entree: '2026-01-15', sortie: '2026-02-03' },
      { etat: 'contrat.actif', entree: '2026-02-03', sortie: null },
    ]);
  });

  test('before the opening, or after today, is refused', async () => {
    const { dossier } = await clinique();
    for (const le of ['2026-01-04', '2026-12-31']) {
      const refused = await services.history({ genre: 'dossier', id: dossier }, le);
      expect(refused).toMatchObject({ ok: false, error: { code: 'saisie-invalide', erreurs: [{ pointeur: '/le' }] } });
    }
  });

  test('whose saisies were erased uses examples, and says how many', async () => {
    const { dossier } = await clinique();
    await erase("type LIKE 'contrat.%' OR type LIKE 'formulaire%' AND type <> 'formulaire413.partie4Remplie'");
    const { histoire, diverge } = await given(services.history({ genre: 'dossier', id: dossier }, null));
    expect(histoire.effaces).toBeGreaterThan(5);
    expect(diverge).toBe(false);
    expect(await current(dossier, '2026-02-03')).toContain('contrat.actif');
  });

  test('whose part 4 was erased no longer knows whom it named, and says so', async () => {
    const { dossier } = await clinique();
    await erase("type = 'formulaire413.partie4Remplie'");
    const { diverge, histoire } = await given(services.history({ genre: 'dossier', id: dossier }, null));
    expect([diverge, histoire.effaces]).toEqual([true, 1]);
    expect(histoire.snapshot.value).toMatchObject({ habilitation: 'accordee' });
  });
});

test('every transition of every chart has a name of its own', () => {
  for (const chart of procedures.map(chartOf)) {
    const names = chart.transitions.map(({ id, vers }) => `${id} ${vers}`);
    expect(new Set(names).size).toBe(names.length);
  }
});
