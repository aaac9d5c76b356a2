import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Genre, ListQuery, Store } from '../../src/store/store.ts';
import { sampleActe, sampleDelegation } from './identity-samples.ts';
import { sampleRow } from './samples.ts';

/** What every engine of storage promises of what is lent to éditeurs; `open` gives a new, empty store. */
export function delegationsContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, of delegations as any store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await openCases(
        ...[
          ['g', 'groupement', null],
          ['d1', 'dossier', 'g'],
          ['d2', 'dossier', 'g'],
          ['seul', 'dossier', null],
          ['c1', 'certificat', 'd1'],
          ['cs', 'certificat', 'seul'],
        ].map(([id, genre, parentId]) => ({ id, genre, parentId }) as Opened),
      );
      for (const id of ['e', 'f'])
        await store.identites.addEditeur({ id, nom: id, creeLe: '2026' }, sampleActe('editeur.cree', id));
    });
    afterEach(() => store.close());

    interface Opened {
      id: string;
      genre: Genre;
      parentId: string | null;
    }
    const openCases = (...cases: Opened[]) =>
      store.commit(cases.map(({ id, ...more }) => ({ row: sampleRow(id, 1, more), journal: [], echeances: null })));
    const lend = (...args: Parameters<typeof sampleDelegation>) =>
      store.identites.addDelegation(sampleDelegation(...args), sampleActe('delegation.accordee', args[0]));
    const revoke = (id: string) => store.identites.revokeDelegation(id, sampleActe('delegation.revoquee', id));
    const seen = async (jour: string, query: Partial<ListQuery> = {}, editeurId = 'e') => {
      const list = (genre: Genre) => store.list({ genre, limite: 50, ...query, delegueA: { editeurId, jour } });
      const pages = await Promise.all((['groupement', 'dossier', 'certificat'] as const).map(list));
      const listed = pages.flatMap(({ lignes }) => lignes.map(({ id }) => id));
      const asked = ['g', 'd1', 'd2', 'seul', 'c1', 'cs', 'd3'].map((id) =>
        store.identites.isDelegated(editeurId, id, jour),
      );
      const answers = await Promise.all(asked);
      return { listed, each: ['g', 'd1', 'd2', 'seul', 'c1', 'cs', 'd3'].filter((_, i) => answers[i]) };
    };
    const both = (...ids: string[]) => ({ listed: ids, each: ids });

    test('shows a dossier with its certificats to one éditeur, not the groupement above it', async () => {
      expect(await lend('l', 'd1')).toBe('fait');
      expect(await seen('2026-02-01')).toEqual(both('d1', 'c1'));
      expect(await seen('2026-02-01', {}, 'f')).toEqual(both());
    });

    test('shows a groupement with its sites, now and to come', async () => {
      expect(await lend('l', 'g', { genre: 'groupement' })).toBe('fait');
      expect((await seen('2026-02-01')).listed).toEqual(['g', 'd1', 'd2', 'c1']);
      await openCases({ id: 'd3', genre: 'dossier', parentId: 'g' });
      expect(await seen('2026-02-01')).toEqual({
        listed: ['g', 'd1', 'd2', 'd3', 'c1'],
        each: ['g', 'd1', 'd2', 'c1', 'd3'],
      });
    });

    test('shows from the first day to the last, both included', async () => {
      await lend('l', 'seul', { du: '2026-02-01', au: '2026-02-03' });
      const days = ['2026-01-31', '2026-02-01', '2026-02-03', '2026-02-04'];
      expect(await Promise.all(days.map((jour) => seen(jour)))).toEqual([
        both(),
        both('seul', 'cs'),
        both('seul', 'cs'),
        both(),
      ]);
      const given = sampleDelegation('l', 'seul', { au: '2026-02-03' });
      const to = await Promise.all(days.map((jour) => store.identites.delegationsTo('e', jour)));
      expect(to).toEqual([[], [given], [given], []]);
      expect(await store.identites.delegationsTo('f', '2026-02-02')).toEqual([]);
    });

    test('shows nothing from the moment of a revocation, which stays written', async () => {
      await lend('l', 'd1');
      expect(await revoke('l')).toBe(true);
      expect(await seen('2026-02-01')).toEqual(both());
      expect(await revoke('l')).toBe(false);
      expect(await revoke('x')).toBe(false);
      const { le, auteur } = sampleActe('', '');
      expect(await store.identites.delegationsOf('c1')).toEqual([
        sampleDelegation('l', 'd1', { revoqueeLe: le, revoqueePar: auteur }),
      ]);
    });

    test('tells of a case what was lent above it, oldest first', async () => {
      await lend('l1', 'g', { genre: 'groupement', editeurId: 'f' });
      await lend('l2', 'd1');
      await lend('l3', 'd2');
      const ofCase = async (id: string) => (await store.identites.delegationsOf(id)).map(({ id: one }) => one);
      expect(await Promise.all(['g', 'd1', 'c1', 'seul'].map(ofCase))).toEqual([
        ['l1'],
        ['l1', 'l2'],
        ['l1', 'l2'],
        [],
      ]);
    });

    test('lends a case once at a time to an éditeur', async () => {
      await lend('l1', 'd1', { du: '2026-02-01', au: '2026-02-28' });
      const days = [
        { du: '2026-01-01', au: '2026-01-31' },
        { du: '2026-01-01', au: '2026-02-01' },
        { du: '2026-02-28', au: null },
        { du: '2026-01-01', au: null },
        { du: '2026-03-01', au: null },
      ];
      const answers: string[] = [];
      for (const [i, one] of days.entries()) answers.push(await lend(`m${i}`, 'd1', one));
      expect(answers).toEqual(['fait', ...Array(3).fill('delegation-existante'), 'fait']);
      expect(await lend('n', 'd1', { editeurId: 'f' })).toBe('fait');
      await revoke('l1');
      expect(await lend('o', 'd1', { du: '2026-02-01', au: '2026-02-28' })).toBe('fait');
    });

    test('lends what exists, as what it is', async () => {
      expect(await lend('l', 'inconnu')).toBe('introuvable');
      expect(await lend('l', 'g')).toBe('introuvable');
      expect(await lend('l', 'd1', { genre: 'groupement' })).toBe('introuvable');
      expect((await store.identites.actes(2, 10)).length).toBe(0);
    });

    test('lists what was lent among the other criteria, by pages', async () => {
      await lend('l1', 'g', { genre: 'groupement' });
      await lend('l2', 'seul');
      await store.commit([
        { row: sampleRow('d2', 2, { parentId: 'g', siret: '1', statut: 'clos' }), journal: [], echeances: null },
      ]);
      const delegueA = { editeurId: 'e', jour: '2026-02-01' };
      const listed = async (query: Partial<ListQuery>) => {
        const { lignes, suite } = await store.list({ genre: 'dossier', limite: 2, delegueA, ...query });
        return [...lignes.map(({ id }) => id), suite];
      };
      expect(await listed({})).toEqual(['d1', 'd2', 'd2']);
      expect(await listed({ apres: 'd2' })).toEqual(['seul', null]);
      expect(await listed({ statut: 'clos' })).toEqual(['d2', null]);
      expect(await listed({ siret: '1' })).toEqual(['d2', null]);
      expect(await listed({ parentId: 'g' })).toEqual(['d1', 'd2', null]);
      expect(await listed({ siret: '1', delegueA: { ...delegueA, editeurId: 'f' } })).toEqual([null]);
      expect(await listed({ parentId: 'g', delegueA: { ...delegueA, editeurId: 'f' } })).toEqual([null]);
    });
  });
}
