import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Genre, Store } from '../../src/store/store.ts';
import { sampleActe, sampleDelegation } from './identity-samples.ts';
import { sampleChange, sampleLine } from './samples.ts';

/** What every engine of storage promises of events; `open` gives a new, empty store. */
export function eventsContract(name: string, open: () => Promise<Store>): void {
  describe(`the events of ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const all = { types: null, dossiers: 'tous' } as const;
    const rangs = async (...asked: Parameters<Store['evenements']['after']>) =>
      (await store.evenements.after(...asked)).lignes.map(({ rang }) => rang);

    test('are the lines of the journal, without their author and their text', async () => {
      await store.commit([sampleChange('g', 1, { genre: 'groupement' }), sampleChange('d', 1, { parentId: 'g' })]);
      const { type, date, enregistreLe } = sampleLine('');
      const about = { procedure: 'public-ght', procedureVersion: 1, type, date, enregistreLe };
      const groupement = { rang: 1, instanceId: 'g', genre: 'groupement', parentId: null, ...about };
      const dossier = { rang: 2, instanceId: 'd', genre: 'dossier', parentId: 'g', ...about };
      expect(await store.evenements.after(0, 10, all)).toEqual({ lignes: [groupement, dossier], jusqua: 2 });
      expect(await store.evenements.one(2, 'tous')).toEqual(dossier);
      expect(await store.evenements.one(3, 'tous')).toBeNull();
    });

    test('are none on an empty journal', async () => {
      expect(await store.evenements.after(0, 10, all)).toEqual({ lignes: [], jusqua: 0 });
      expect([await store.evenements.last(), await store.evenements.lastBefore('2026-01-05')]).toEqual([0, 0]);
    });

    test('come in order from any place, a few at a time, of the types that are wanted', async () => {
      for (const type of ['un', 'deux', 'un', 'trois', 'un'])
        await store.commit([
          { ...sampleChange(`d ${type}`, 1), journal: [{ ...sampleLine(''), type }], echeances: null },
        ]);
      await store.commit(['a', 'b'].map((id) => sampleChange(id, 1)));
      expect([await rangs(0, 10, all), await rangs(1, 1, all), await rangs(9, 10, all)]).toEqual([
        [1, 2, 3, 4, 5],
        [2],
        [],
      ]);
      expect(await rangs(0, 10, { ...all, types: ['un'] })).toEqual([1]);
    });

    test('are told a place from an instant', async () => {
      for (const hour of ['08', '09', '09', '11']) {
        const line = { ...sampleLine(''), enregistreLe: `2026-01-05T${hour}:00:00.000Z` };
        await store.commit([{ ...sampleChange(`${await store.evenements.last()}`, 1), journal: [line] }]);
      }
      const places = ['2026-01-05T08:00', '2026-01-05T09:00', '2026-01-05T10:00', '2026-02'];
      expect(await Promise.all(places.map((instant) => store.evenements.lastBefore(instant)))).toEqual([0, 1, 3, 4]);
    });

    test('are limited to some dossiers, or some procedures, with what stands under them', async () => {
      const of = (procedure: string, parentId: string | null = null) => ({ procedure, parentId });
      await store.commit([
        sampleChange('d', 1, of('public-ght')),
        sampleChange('c', 1, of('certificat', 'd')),
        sampleChange('e', 1, of('prive-groupe')),
      ]);
      expect(await rangs(0, 10, { ...all, parmiDossiers: ['d', 'x'] })).toEqual([1, 2]);
      expect(await rangs(0, 10, { ...all, parmiDossiers: [] })).toEqual([]);
      expect(await rangs(0, 10, { ...all, parmiProcedures: ['public-ght'] })).toEqual([1, 2]);
      expect(await rangs(0, 10, { ...all, parmiDossiers: ['d'], parmiProcedures: ['prive-groupe'] })).toEqual([]);
    });

    test('are seen by an éditeur while what they are about is delegated to it', async () => {
      const { identites } = store;
      const child = (genre: Genre, parentId: string) => ({ genre, parentId });
      await store.commit([
        sampleChange('g', 1, { genre: 'groupement' }),
        sampleChange('d', 1, child('dossier', 'g')),
        sampleChange('c', 1, child('certificat', 'd')),
        sampleChange('e', 1),
        sampleChange('f', 1),
      ]);
      const acte = sampleActe('essai', 'x');
      for (const id of ['groupe', 'site']) await identites.addEditeur({ id, nom: id, creeLe: '2026-01-05' }, acte);
      const january = { genre: 'groupement', editeurId: 'groupe', du: '2026-01-05', au: '2026-01-31' } as const;
      await identites.addDelegation(sampleDelegation('1', 'g', january), acte);
      await identites.addDelegation(sampleDelegation('2', 'd', { editeurId: 'site' }), acte);
      await identites.addDelegation(sampleDelegation('3', 'e', { editeurId: 'site' }), acte);
      await identites.revokeDelegation('3', acte);

      const seen = async (editeurId: string, jour: string) => {
        const dossiers = { delegueA: { editeurId, jour } };
        const { lignes } = await store.evenements.after(0, 10, { types: null, dossiers });
        const ones = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((rang) => store.evenements.one(rang, dossiers)));
        expect(ones.filter((one) => one !== null)).toEqual(lignes);
        return lignes.filter(({ editeurId: whose }) => whose === undefined).map(({ instanceId }) => instanceId);
      };
      expect(await seen('groupe', '2026-01-05')).toEqual(['g', 'd', 'c']);
      expect(await seen('site', '2026-06-01')).toEqual(['d', 'c']);
      expect([await seen('groupe', '2026-02-01'), await seen('groupe', '2026-01-04')]).toEqual([[], []]);
      expect(await seen('autre', '2026-01-05')).toEqual([]);
    });

    test('are told to who listens, several at once, until they stop', async () => {
      let told = 0;
      const heard = Promise.withResolvers<void>();
      const stop = store.onCommit(() => {
        told += 1;
        heard.resolve();
      });
      await Promise.all(['a', 'b', 'c'].map((id) => store.commit([sampleChange(id, 1)])));
      expect(told).toBe(0);
      await heard.promise;
      stop();
      const other = Promise.withResolvers<void>();
      store.onCommit(other.resolve);
      await store.commit([sampleChange('d', 1)]);
      await other.promise;
      expect(told).toBe(1);
    });
  });
}
