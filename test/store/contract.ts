import { hash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nowhere } from '../../src/store/documents/open.ts';
import type { ListQuery, Store } from '../../src/store/store.ts';
import { sampleChange, sampleLine, sampleRow, WRITTEN } from './samples.ts';

/** What every engine of storage promises; `open` gives a new, empty store. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, as any store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test('gives back what was committed', async () => {
      const { row } = sampleChange('d', 1, { cle: 'k', siret: '26011021800047', finess: '260000013' });
      expect(await store.commit([{ row, journal: [sampleLine('un'), sampleLine('deux')], echeances: null }])).toEqual(
        WRITTEN,
      );
      expect(await store.row('d')).toEqual({ ...row, intacte: true, inouies: 0 });
      expect(await store.view('d')).toEqual({ genre: 'dossier', version: 1, vue: row.vue, inouies: 0 });
      expect(await store.journal('d', 0, 10)).toEqual([
        { ...sampleLine('un'), rang: 1, instanceId: 'd' },
        { ...sampleLine('deux'), rang: 2, instanceId: 'd' },
      ]);
      expect(await store.verify()).toEqual({ ok: true, lignes: 2 });
    });

    test('knows which documents its lines tell of, and reads each again when it verifies', async () => {
      const saisie = JSON.stringify({ document: 'ab12', nom: 'contrat.pdf' });
      const deposit = { ...sampleLine(''), type: 'document.depose', saisie, empreinte: hash('sha256', saisie) };
      await store.commit([{ ...sampleChange('d', 1), journal: [deposit] }]);
      expect([await store.tientDocument('ab12'), await store.tientDocument('ab1')]).toEqual([true, false]);
      const missing = { ok: false, rang: 1, raison: 'le document qu’elle dit manque' };
      expect(await store.verify({ documents: nowhere() })).toEqual(missing);
      const found = { ...nowhere(), get: async () => Buffer.from('contrat') };
      expect(await store.verify({ documents: found })).toEqual({ ok: true, lignes: 1 });
      await store.commit([{ ...sampleChange('d', 2), effaces: [1] }]);
      expect(await store.tientDocument('ab12')).toBe(false);
      expect(await store.verify({ documents: nowhere() })).toEqual({ ok: true, lignes: 2 });
    });

    test('knows nothing of an id that was never committed', async () => {
      expect(await store.row('x')).toBeNull();
      expect(await store.view('x')).toBeNull();
      expect(await store.family('x')).toBeNull();
      expect(await store.near('x')).toBeNull();
      expect(await store.journal('x', 0, 10)).toEqual([]);
      expect(await store.verify()).toEqual({ ok: true, lignes: 0 });
    });

    test('keeps an answer with what it answers, once per author and key', async () => {
      const answer = { auteur: 'a', cle: 'k', empreinte: 'e', reponse: '{}', le: '2026-01-05T00:00:00.000Z' };
      expect(await store.answerTo('a', 'k')).toBeNull();
      expect(await store.commit([sampleChange('d', 1)], answer)).toEqual(WRITTEN);
      expect(await store.answerTo('a', 'k')).toEqual({ ...answer, recu: WRITTEN.recu });
      const again = await store.commit([sampleChange('d', 2)], { ...answer, reponse: 'autre' });
      expect(again).toEqual({ ok: false, raison: 'deja-repondu' });
      expect([(await store.row('d'))?.version, await store.answerTo('a', 'k')]).toEqual([
        1,
        { ...answer, recu: WRITTEN.recu },
      ]);
      expect(await store.commit([sampleChange('d', 2)], { ...answer, auteur: 'b' })).toEqual(WRITTEN);
    });

    test('keeps no answer to what could not be written, and forgets the old ones', async () => {
      const answer = { auteur: 'a', cle: 'k', empreinte: 'e', reponse: '{}', le: '2026-01-05T00:00:00.000Z' };
      await store.commit([sampleChange('d', 2)], answer);
      expect(await store.answerTo('a', 'k')).toBeNull();
      await store.commit([], answer);
      expect([await store.forgetAnswers('2026-01-05'), await store.answerTo('a', 'k')]).toEqual([
        0,
        { ...answer, recu: null },
      ]);
      expect([await store.forgetAnswers('2026-01-06'), await store.answerTo('a', 'k')]).toEqual([1, null]);
    });

    test('of two agents who started from the same version, tells the second no', async () => {
      await store.commit([sampleChange('d', 1)]);
      const [first, second] = await Promise.all([
        store.commit([sampleChange('d', 2, { statut: 'premier' })]),
        store.commit([sampleChange('d', 2, { statut: 'second' })]),
      ]);
      expect([first, second]).toEqual([WRITTEN, { ok: false, raison: 'version-perimee', id: 'd' }]);
      expect(await store.row('d')).toEqual({ ...sampleRow('d', 2, { statut: 'premier' }), intacte: true, inouies: 0 });
    });

    test('opens a row once, and moves none that was never opened', async () => {
      await store.commit([sampleChange('d', 1)]);
      expect(await store.commit([sampleChange('d', 1)])).toEqual({ ok: false, raison: 'version-perimee', id: 'd' });
      expect(await store.commit([sampleChange('e', 2)])).toEqual({ ok: false, raison: 'version-perimee', id: 'e' });
    });

    test('gives a cle to one row at a time', async () => {
      await store.commit([sampleChange('d', 1, { cle: 'k' })]);
      const duplicate = { ok: false, raison: 'doublon', id: 'd' };
      expect(await store.commit([sampleChange('e', 1, { cle: 'k' })])).toEqual(duplicate);
      await store.commit([sampleChange('e', 1)]);
      expect(await store.commit([sampleChange('e', 2, { cle: 'k' })])).toEqual(duplicate);
      await store.commit([sampleChange('d', 2, { cle: null })]);
      expect(await store.commit([sampleChange('e', 2, { cle: 'k' })])).toEqual(WRITTEN);
    });

    test('leaves nothing of a refused commit, and no gap in the journal', async () => {
      await store.commit([sampleChange('d', 1)]);
      expect(
        await store.commit([sampleChange('d', 2, {}, [{ fait: 'fin', le: '2026-02-01' }]), sampleChange('e', 5)]),
      ).toEqual({ ok: false, raison: 'version-perimee', id: 'e' });
      expect(await store.row('d')).toEqual({ ...sampleRow('d', 1), intacte: true, inouies: 0 });
      expect(await store.due('2026-12-31', 10)).toEqual([]);
      await store.commit([sampleChange('d', 2)]);
      expect((await store.journal('d', 0, 10)).map(({ rang }) => rang)).toEqual([1, 2]);
      expect(await store.verify()).toEqual({ ok: true, lignes: 2 });
    });

    test('writes all the rows of a commit, a parent before its child and one row twice', async () => {
      const commit = [sampleChange('g', 1, { genre: 'groupement' }), sampleChange('d', 1, { parentId: 'g' })];
      expect(await store.commit([...commit, sampleChange('d', 2, { parentId: 'g' })])).toEqual(WRITTEN);
      expect(await store.row('d')).toEqual({ ...sampleRow('d', 2, { parentId: 'g' }), intacte: true, inouies: 0 });
      expect(await store.verify()).toEqual({ ok: true, lignes: 3 });
    });

    test('of 32 commits of one turn, a refused one and an impossible one spoil nobody', async () => {
      const commits = Array.from({ length: 32 }, (_, i) => {
        if (i === 7) return [sampleChange('d7', 1), sampleChange('jamais ouvert', 4)];
        if (i === 8) return [sampleChange('d8', 1), sampleChange('orphelin', 1, { parentId: 'inconnu' })];
        return [sampleChange(`d${i}`, 1)];
      });
      const settled = await Promise.allSettled(commits.map((changes) => store.commit(changes)));
      const others = settled.filter((_, i) => i !== 7 && i !== 8);
      expect(others).toEqual(others.map(() => ({ status: 'fulfilled', value: WRITTEN })));
      expect(settled[7]).toEqual({
        status: 'fulfilled',
        value: { ok: false, raison: 'version-perimee', id: 'jamais ouvert' },
      });
      expect(settled[8]).toEqual({ status: 'rejected', reason: expect.any(Error) });
      expect((await store.list({ genre: 'dossier', limite: 100 })).lignes.map(({ id }) => id)).toEqual(
        Array.from({ length: 32 }, (_, i) => `d${i}`).filter((id) => id !== 'd7' && id !== 'd8'),
      );
      expect(await store.verify()).toEqual({ ok: true, lignes: 30 });
    });

    test('gives a row with the relatives that its facts may touch', async () => {
      const opened = [
        sampleRow('g', 1, { genre: 'groupement' }),
        sampleRow('d', 1, { parentId: 'g' }),
        sampleRow('e', 1, { parentId: 'g' }),
        sampleRow('seul', 1),
        sampleRow('c', 1, { genre: 'certificat', parentId: 'e' }),
        sampleRow('b', 1, { genre: 'certificat', parentId: 'd' }),
      ];
      await store.commit(opened.map((row) => ({ row, journal: [], echeances: null })));
      const [g, d, e, seul, c, b] = opened.map((row) => ({ ...row, intacte: true, inouies: 0 }));
      expect(unread(await store.family('g'))).toEqual({
        cible: g,
        groupement: g,
        dossiers: [d, e],
        certificats: [c, b],
      });
      expect(unread(await store.family('d'))).toEqual({ cible: d, groupement: g, dossiers: [d], certificats: [b] });
      expect(unread(await store.family('c'))).toEqual({ cible: c, groupement: g, dossiers: [e], certificats: [c] });
      expect(unread(await store.family('seul'))).toEqual({
        cible: seul,
        groupement: null,
        dossiers: [seul],
        certificats: [],
      });
    });

    test('counts the certificates of a dossier as they are kept, without reading them', async () => {
      const counted = { genre: 'certificat', parentId: 'd', cohorte: 'k', urgence: '2026-02-01' } as const;
      const opened = [
        sampleRow('g', 1, { genre: 'groupement' }),
        sampleRow('d', 1, { parentId: 'g' }),
        sampleRow('c', 1, counted),
        sampleRow('b', 1, { ...counted, urgence: '2026-01-01' }),
        sampleRow('fini', 1, { genre: 'certificat', parentId: 'd' }),
        sampleRow('ailleurs', 1, { ...counted, parentId: 'seul' }),
      ];
      await store.commit([sampleRow('seul', 1), ...opened].map((row) => ({ row, journal: [], echeances: null })));
      const [g, d, c] = opened.map((row) => ({ ...row, intacte: true, inouies: 0 }));
      const { ouvertLe } = sampleRow('c', 1);
      const one = { parentId: 'd', cohorte: 'k', ouvertLe };
      const comptes = [
        { ...one, id: 'b', urgence: '2026-01-01' },
        { ...one, id: 'c', urgence: '2026-02-01' },
      ];
      expect(unread(await store.near('d'))).toEqual({ cible: d, groupement: g, dossiers: [d], comptes });
      expect(unread(await store.near('c'))).toEqual({ cible: c, groupement: g, dossiers: [d], comptes });
      expect([await store.near('g'), await store.near('x')]).toEqual([null, null]);

      await store.commit([sampleChange('c', 2, { ...counted, cohorte: 'l' }), sampleChange('b', 2, { parentId: 'd' })]);
      expect((await store.near('d'))?.comptes).toEqual([{ ...one, id: 'c', cohorte: 'l', urgence: '2026-02-01' }]);
    });

    test('tells which of a dossier and its certificates were told something after a rank', async () => {
      const certificat = { genre: 'certificat', parentId: 'd' } as const;
      await store.commit([
        sampleChange('d', 1),
        sampleChange('c', 1, certificat),
        sampleChange('b', 1, certificat),
        sampleChange('ailleurs', 1),
      ]);
      await store.commit([sampleChange('c', 2, certificat)]);
      expect(await store.moved('d', 0)).toEqual([
        { id: 'd', rang: 1 },
        { id: 'c', rang: 5 },
        { id: 'b', rang: 3 },
      ]);
      expect([await store.moved('d', 3), await store.moved('b', 0), await store.moved('x', 0)]).toEqual([
        [{ id: 'c', rang: 5 }],
        [{ id: 'b', rang: 3 }],
        [],
      ]);
    });

    test('lists by any of its criteria, and by what they have become', async () => {
      await store.commit([
        sampleChange('g', 1, { genre: 'groupement' }),
        sampleChange('d', 1, { parentId: 'g', siret: '26011021800047', finess: '260000013' }),
        sampleChange('e', 1, { parentId: 'g', siret: '26011021800047', procedure: 'prive-groupe' }),
        sampleChange('f', 1, { finess: '260000013' }),
      ]);
      await store.commit([sampleChange('f', 2, { parentId: 'g', siret: '35600000000048', statut: 'clos' })]);
      const listed = async (query: Partial<ListQuery>) =>
        (await store.list({ genre: 'dossier', limite: 10, ...query })).lignes.map(({ id }) => id);
      expect(await listed({})).toEqual(['d', 'e', 'f']);
      expect(await listed({ genre: 'groupement' })).toEqual(['g']);
      expect(await listed({ siret: '26011021800047' })).toEqual(['d', 'e']);
      expect(await listed({ siret: '26011021800047', procedure: 'prive-groupe' })).toEqual(['e']);
      expect(await listed({ siret: '35600000000048', statut: 'ouvert' })).toEqual([]);
      expect(await listed({ finess: '260000013' })).toEqual(['d']);
      expect(await listed({ statut: 'clos' })).toEqual(['f']);
      expect(await listed({ parentId: 'g', statut: 'ouvert' })).toEqual(['d', 'e']);
    });

    test('pages a list without skipping or repeating', async () => {
      await store.commit(['a', 'b', 'c', 'd', 'e'].map((id) => sampleChange(id, 1)));
      const first = await store.list({ genre: 'dossier', limite: 3 });
      const second = await store.list({ genre: 'dossier', limite: 3, apres: first.suite ?? '' });
      expect([first.lignes, second.lignes].map((page) => page.map(({ id }) => id))).toEqual([
        ['a', 'b', 'c'],
        ['d', 'e'],
      ]);
      expect(second.suite).toBeNull();
      expect(await store.list({ genre: 'dossier', limite: 3, apres: 'inconnu' })).toEqual({ lignes: [], suite: null });
    });

    test('counts the rows of every page of a list, to a limit', async () => {
      await store.commit(['a', 'b', 'c', 'd'].map((id) => sampleChange(id, 1)));
      await store.commit([sampleChange('g', 1, { genre: 'groupement' })]);
      const query = { genre: 'dossier', limite: 1, apres: 'b' } as const;
      expect([await store.count(query, 10), await store.count(query, 3)]).toEqual([4, 3]);
      expect(await store.count({ ...query, statut: 'clos' }, 10)).toBe(0);
    });

    test('erases texts of lines with the commit that says so, of that row alone, and still holds', async () => {
      await store.commit([sampleChange('d', 1), sampleChange('e', 1)]);
      await store.commit([{ ...sampleChange('d', 2), effaces: [1, 2] }]);
      const saisies = async (id: string) => (await store.journal(id, 0, 10)).map(({ saisie }) => saisie !== null);
      expect([await saisies('d'), await saisies('e')]).toEqual([[false, true], [true]]);
      const late = await store.commit([{ ...sampleChange('e', 1), effaces: [2] }]);
      expect([late.ok, await saisies('e'), (await store.verify()).ok]).toEqual([false, [true], true]);
    });

    test('pages the journal of one row among others by rang', async () => {
      for (const version of [1, 2, 3, 4]) await store.commit([sampleChange('d', version), sampleChange('e', version)]);
      const rangs = async (apres: number) => (await store.journal('d', apres, 2)).map(({ rang }) => rang);
      expect([await rangs(0), await rangs(3), await rangs(7)]).toEqual([[1, 3], [5, 7], []]);
    });

    test('gives the deadlines that are due, earliest first, as the last commit left them', async () => {
      const [rappel, fin] = [
        { fait: 'rappel', le: '2026-02-01' },
        { fait: 'fin', le: '2026-03-01' },
      ];
      await store.commit([sampleChange('d', 1, {}, [fin, rappel]), sampleChange('e', 1, {}, [rappel])]);
      await store.commit([sampleChange('e', 2)]);
      expect(await store.due('2026-01-31', 10)).toEqual([]);
      expect(await store.due('2026-03-01', 10)).toEqual([
        { ...rappel, instanceId: 'd' },
        { ...rappel, instanceId: 'e' },
        { ...fin, instanceId: 'd' },
      ]);
      await store.commit([sampleChange('d', 2, {}, [{ ...fin, le: '2026-01-15' }]), sampleChange('e', 3, {}, [])]);
      expect(await store.due('2026-03-01', 10)).toEqual([{ fait: 'fin', le: '2026-01-15', instanceId: 'd' }]);
    });
  });
}

/** What was read, less what tells whether it is still so, which each engine says its own way. */
function unread<Read extends { lu: unknown }>(read: Read | null): Omit<Read, 'lu'> | null {
  if (read === null) return null;
  const { lu: _, ...rest } = read;
  return rest;
}
