import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/store/desk.ts';
import type { Store } from '../../src/store/store.ts';

const draft = (version: number, more: Partial<Draft> = {}): Draft => ({
  dossierId: 'd',
  formulaire: 'formulaire-413',
  version,
  saisie: '{"a":"1"}',
  auteur: 'compte:a',
  modifieLe: '2026-01-05T12:00:00.000Z',
  ...more,
});

/** What every engine of storage promises of drafts; `open` gives a new, empty store. */
export function draftsContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, of drafts as any store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test('one is found as it was kept, by its dossier and its form', async () => {
      expect(await store.brouillons.save(draft(1))).toBe(true);
      expect(await store.brouillons.find('d', 'formulaire-413')).toEqual(draft(1));
      expect(await store.brouillons.find('d', 'formulaire-101')).toBeNull();
      expect(await store.brouillons.find('autre', 'formulaire-413')).toBeNull();
    });

    test('of two who type from the same version, the second is told no, and nothing is lost', async () => {
      await store.brouillons.save(draft(1));
      expect(await store.brouillons.save(draft(1, { saisie: '{"b":"1"}' }))).toBe(false);
      expect(await store.brouillons.save(draft(2, { saisie: '{"c":"1"}' }))).toBe(true);
      expect(await store.brouillons.save(draft(2, { saisie: '{"d":"1"}' }))).toBe(false);
      expect(await store.brouillons.find('d', 'formulaire-413')).toEqual(draft(2, { saisie: '{"c":"1"}' }));
    });

    test('those that hold something are listed, and one that was emptied goes on from its version', async () => {
      await store.brouillons.save(draft(1));
      await store.brouillons.save(draft(1, { formulaire: 'formulaire-101' }));
      expect(await store.brouillons.save(draft(2, { saisie: null }))).toBe(true);
      expect(await store.brouillons.of('d')).toEqual([draft(1, { formulaire: 'formulaire-101' })]);
      expect(await store.brouillons.save(draft(1))).toBe(false);
      expect(await store.brouillons.save(draft(3))).toBe(true);
    });
  });
}
