import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { createServices, type Services } from '../../src/services.ts';
import type { Store } from '../../src/store/store.ts';
import { given } from '../http/people.ts';
import { newStore } from '../store/new-base.ts';

const JOUR = '2026-03-02';
const clock = () => new Date(`${JOUR}T09:00:00Z`);
let store: Store;
let one: Services;
let other: Services;
let id: string;

beforeEach(async () => {
  store = await newStore();
  [one, other] = [createServices(store, clock), createServices(store, clock)];
  id = given(await one.openDossier({ procedure: 'prive-mono-site', etablissement: site }, by(null))).row.id;
});
afterEach(() => store.close());

const by = (version: number | null) => ({ auteur: 'essai', version });

function tell(desk: Services, type: string, version: number | null = null) {
  const [exemple] = findProcedure('prive-mono-site')?.facts[type]?.exemples ?? [];
  return desk.record({ genre: 'dossier', id }, { ...exemple, type, date: JOUR }, by(version));
}

describe('what another desk has made of a case since', () => {
  beforeEach(async () => {
    given(await tell(one, 'contrat.absent'));
    given(await tell(other, 'contrat.transmis'));
  });

  test('makes true what would have been refused', async () => {
    expect(await tell(one, 'contrat.signe')).toMatchObject({ ok: true, value: { row: { version: 4 } } });
  });

  test('is what a version is compared with', async () => {
    expect(await tell(one, 'contrat.signe', 3)).toMatchObject({ ok: true });
    expect(await tell(other, 'dsi.contactee', 3)).toMatchObject({ error: { code: 'version-perimee', version: 4 } });
  });

  test('makes a refusal say what is so by then', async () => {
    given(await tell(other, 'contrat.signe'));
    const refused = await tell(one, 'contrat.transmis');
    expect(refused).toMatchObject({ error: { code: 'fait-refuse', type: 'contrat.transmis' } });
    const { acceptes } = (refused as unknown as { error: { acceptes: string[] } }).error;
    expect([acceptes.includes('contrat.termine'), acceptes.includes('contrat.signe')]).toEqual([true, false]);
  });
});
