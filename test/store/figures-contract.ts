import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Choix, Moment } from '../../src/store/figures.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleChange } from './samples.ts';

const stay = (nom: string, debut: string, fin: string | null): Moment => ({ quoi: 'sejour', nom, debut, fin });
const once = (quoi: Moment['quoi'], nom: string, debut: string): Moment => ({ quoi, nom, debut, fin: null });

const ALL: Choix = { parcours: null, groupement: null };
const GROUP: Choix = { parcours: null, groupement: 'g' };
const begun = { empreinte: 'e', rang: 4, construit: 0, total: 5 };
const reached = { empreinte: 'e', rang: 5, construit: null, total: 5 };

/** What every engine of storage promises of figures; `open` gives a new, empty store. */
export function figuresContract(name: string, open: () => Promise<Store>): void {
  describe(`the figures of ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.commit([sampleChange('g', 1, { genre: 'groupement' })]);
      await store.commit([sampleChange('a', 1, { procedure: 'prive-mono-site' })]);
      await store.commit([sampleChange('b', 1, { parentId: 'g' })]);
      await store.commit([sampleChange('b1', 1, { genre: 'certificat', parentId: 'b', procedure: 'certificat' })]);
      await store.figures.projection.commencer(begun);
      await count('a', [
        stay('contrat.aVerifier', '2026-01-05', '2026-01-15'),
        stay('contrat.actif', '2026-01-15', null),
      ]);
      await count('b', [
        stay('contrat.aVerifier', '2026-01-10', '2026-02-10'),
        stay('contrat.aVerifier', '2026-03-01', null),
        once('retour', 'contrat.refuse', '2026-02-10'),
      ]);
      await count('b1', [stay('vie.commande', '2026-02-01', '2026-02-11'), once('fin', 'enService', '2029-02-11')]);
    });
    afterEach(() => store.close());

    const count = async (id: string, moments: readonly Moment[]) => {
      const { projection } = store.figures;
      const [cas] = (await projection.lire(await projection.apres(0, 10))).filter((one) => one.id === id);
      const { numero = 0, parcours = '', procedure = '' } = cas ?? {};
      await projection.ecrire(
        [{ numero, parcours, procedure: `${procedure}@1`, moments }],
        (await projection.avancement()) ?? begun,
        reached,
      );
    };
    const presences = (choix: Choix, depuis: string | null = null) =>
      store.figures.presences(choix, 'sejour', depuis, '2026-03-11');

    test('each case is read with the path of its dossier, which a groupement has none of', async () => {
      const { projection } = store.figures;
      const cases = await projection.lire(await projection.apres(0, 10));
      expect(cases.map(({ id, genre, parentId, parcours }) => [id, genre, parentId, parcours])).toEqual([
        ['g', 'groupement', null, ''],
        ['a', 'dossier', null, 'prive-mono-site'],
        ['b', 'dossier', 'g', 'public-ght'],
        ['b1', 'certificat', 'b', 'public-ght'],
      ]);
      expect(await projection.touches(0, 2)).toEqual({ numeros: [1, 2], nommes: new Set(), jusqua: 2 });
      expect([await projection.fin(), await projection.nombre(null), await projection.nombre(2)]).toEqual([4, 4, 2]);
    });

    test('who is where, and the days spent there, are those of the period alone', async () => {
      expect(await presences(ALL)).toEqual(
        [
          { nom: 'contrat.actif', effectif: 1, jours: 55 },
          { nom: 'contrat.aVerifier', effectif: 1, jours: 10 + 31 + 10 },
          { nom: 'vie.commande', effectif: 0, jours: 10 },
        ].sort(byName),
      );
      expect(await presences(ALL, '2026-02-06')).toEqual(
        [
          { nom: 'contrat.actif', effectif: 1, jours: 33 },
          { nom: 'contrat.aVerifier', effectif: 1, jours: 4 + 10 },
          { nom: 'vie.commande', effectif: 0, jours: 5 },
        ].sort(byName),
      );
      expect((await presences(ALL, '2026-03-12')).map(({ jours }) => jours)).toEqual([0, 0, 0]);
    });

    test.each<[string, Choix, string | null, [string, number][]]>([
      [
        'of all',
        ALL,
        null,
        [
          ['contrat.aVerifier', 10],
          ['contrat.aVerifier', 31],
          ['vie.commande', 10],
        ],
      ],
      [
        'since the first of a month',
        ALL,
        '2026-02-01',
        [
          ['contrat.aVerifier', 31],
          ['vie.commande', 10],
        ],
      ],
      [
        'since the day of one',
        ALL,
        '2026-02-10',
        [
          ['contrat.aVerifier', 31],
          ['vie.commande', 10],
        ],
      ],
      ['since the day after', ALL, '2026-02-11', [['vie.commande', 10]]],
      ['since later', ALL, '2026-02-12', []],
      ['of a path', { parcours: 'prive-mono-site', groupement: null }, null, [['contrat.aVerifier', 10]]],
      ['of a procedure', { procedure: 'certificat@1' }, null, [['vie.commande', 10]]],
      [
        'of a groupement',
        GROUP,
        null,
        [
          ['contrat.aVerifier', 31],
          ['vie.commande', 10],
        ],
      ],
      ['of a groupement since a day', GROUP, '2026-02-11', [['vie.commande', 10]]],
      ['of no groupement', { parcours: null, groupement: 'inconnu' }, null, []],
    ])('stays are told by their lengths: %s', async (_, choix, depuis, expected) => {
      const told = await store.figures.durees(choix, depuis);
      expect(told).toEqual(expected.map(([nom, jours]) => ({ nom, jours, nombre: 1 })));
    });

    test('a groupement has the figures of its dossiers and of their certificates', async () => {
      expect(await presences(GROUP)).toEqual([
        { nom: 'contrat.aVerifier', effectif: 1, jours: 31 + 10 },
        { nom: 'vie.commande', effectif: 0, jours: 10 },
      ]);
      expect(await store.figures.nombres(GROUP, 'retour', null)).toEqual([{ nom: 'contrat.refuse', nombre: 1 }]);
      expect(await presences({ parcours: 'prive-mono-site', groupement: 'g' })).toEqual([]);
    });

    test('what happens on a day is counted since a day, and day by day', async () => {
      const refuse = { nom: 'contrat.refuse', nombre: 1 };
      expect(await store.figures.nombres(ALL, 'retour', '2026-02-10')).toEqual([refuse]);
      expect(await store.figures.nombres(ALL, 'retour', '2026-02-11')).toEqual([]);
      expect(await store.figures.parJour(ALL, 'fin', null)).toEqual([
        { nom: 'enService', jour: '2029-02-11', nombre: 1 },
      ]);
    });

    test('a case that is counted again has what is told now, and no more what it lacks', async () => {
      await count('b', [
        stay('contrat.aVerifier', '2026-01-10', '2026-01-12'),
        stay('contrat.aVerifier', '2026-01-10', '2026-01-12'),
        { quoi: 'suspendu', nom: 'contrat.aVerifier', debut: '2026-03-01', fin: null },
      ]);
      expect(await store.figures.durees(ALL, null)).toEqual([
        { nom: 'contrat.aVerifier', jours: 2, nombre: 2 },
        { nom: 'contrat.aVerifier', jours: 10, nombre: 1 },
        { nom: 'vie.commande', jours: 10, nombre: 1 },
      ]);
      expect((await presences(ALL)).find(({ nom }) => nom === 'contrat.aVerifier')).toEqual({
        nom: 'contrat.aVerifier',
        effectif: 0,
        jours: 10 + 2 + 2,
      });
      expect(await store.figures.presences(ALL, 'suspendu', null, '2026-03-11')).toEqual([
        { nom: 'contrat.aVerifier', effectif: 1, jours: 10 },
      ]);
      expect(await store.figures.nombres(ALL, 'retour', null)).toEqual([]);
      expect(await store.figures.durees(GROUP, '2026-01-12')).toEqual([
        { nom: 'contrat.aVerifier', jours: 2, nombre: 2 },
        { nom: 'vie.commande', jours: 10, nombre: 1 },
      ]);
    });

    test('a stay that ends before it begins takes no day, and its length is not told', async () => {
      await count('b', [stay('contrat.aVerifier', '2026-02-10', '2026-02-01')]);
      expect(await presences(GROUP)).toEqual([
        { nom: 'contrat.aVerifier', effectif: 0, jours: 0 },
        { nom: 'vie.commande', effectif: 0, jours: 10 },
      ]);
      expect(await store.figures.durees(GROUP, null)).toEqual([{ nom: 'vie.commande', jours: 10, nombre: 1 }]);
      const own: Choix = { parcours: 'public-ght', groupement: null };
      expect(await presences(own)).toEqual(await presences(GROUP));
      expect(await store.figures.durees(own, '2026-02-02')).toEqual(await store.figures.durees(GROUP, '2026-02-02'));
    });

    test('of two who started from the same place, the second writes nothing', async () => {
      const { projection } = store.figures;
      const [numero = 0] = await projection.apres(0, 1);
      const cas = {
        numero,
        parcours: 'public-ght',
        procedure: 'public-ght@1',
        moments: [stay('x', '2026-01-01', null)],
      };
      const next = { ...reached, rang: 6 };
      expect(await projection.ecrire([], reached, next)).toBe(true);
      expect(await projection.ecrire([cas], reached, next)).toBe(false);
      expect((await presences(ALL)).map(({ nom }) => nom)).not.toContain('x');
      await projection.commencer({ ...begun, empreinte: 'f' });
      expect(await projection.ecrire([cas], next, next)).toBe(false);
      expect(await presences(ALL)).toEqual([]);
    });

    test('figures begun again are those of nothing, and say how far they have come', async () => {
      const again = { ...begun, empreinte: 'f' };
      expect(await store.figures.projection.avancement()).toEqual(reached);
      await store.figures.projection.commencer(again);
      expect(await store.figures.projection.avancement()).toEqual(again);
      expect([await presences(ALL), await store.figures.durees(GROUP, null)]).toEqual([[], []]);
      expect(await store.travail.projection.avancement()).toBeNull();
    });
  });
}

const byName = (a: { nom: string }, b: { nom: string }) => (a.nom < b.nom ? -1 : 1);
