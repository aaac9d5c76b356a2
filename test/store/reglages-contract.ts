import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VersionModele } from '../../src/store/reglages.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleActe } from './identity-samples.ts';

/** A value from a day on. */
export const sampleValeur = (valeur: number, du: string) => ({
  cle: 'delai.ans',
  valeur: `${valeur}`,
  du,
  au: null,
  motif: '',
  poseLe: '2026-01-05T08:00:00.000Z',
  posePar: 'compte:a',
});

const sampleModele = (version: number): VersionModele => ({
  id: 'm',
  version,
  nom: 'Relance',
  destinataire: 'ans',
  objet: 'Objet',
  corps: `Corps ${version}`,
  retire: false,
  ecritLe: '2026-01-05T08:00:00.000Z',
  ecritPar: 'compte:a',
});

/** What every engine of storage promises of settings; `open` gives a new, empty store. */
export function reglagesContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, of settings as any store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());
    const acts = async () => (await store.identites.lastActes(null, 10)).map(({ acte }) => acte);

    test('values are told in the order in which they were set, with the act of each', async () => {
      const first = await store.reglages.addValeur(
        sampleValeur(20, '2026-06-01'),
        sampleActe('reglage.pose', 'delai.ans'),
      );
      await store.reglages.addValeur(sampleValeur(10, '2026-01-01'), sampleActe('reglage.pose', 'delai.ans'));
      expect(first).toEqual({ ...sampleValeur(20, '2026-06-01'), rang: 1, retraitLe: null, retraitPar: null });
      expect(store.reglages.valeurs().map(({ rang, valeur }) => ({ rang, valeur }))).toEqual([
        { rang: 1, valeur: '20' },
        { rang: 2, valeur: '10' },
      ]);
      expect(await acts()).toEqual(['reglage.pose', 'reglage.pose']);
    });

    test('a value is given up once, and stays', async () => {
      const { rang } = await store.reglages.addValeur(
        sampleValeur(20, '2026-06-01'),
        sampleActe('reglage.pose', 'delai.ans'),
      );
      const acte = { ...sampleActe('reglage.retire', 'delai.ans'), le: '2026-02-01', auteur: 'compte:b' };
      const asked = [rang, rang, 99].map((one) => store.reglages.withdrawValeur(one, acte));
      expect(await Promise.all(asked)).toEqual([true, false, false]);
      expect(store.reglages.valeurs()).toMatchObject([{ rang, retraitLe: '2026-02-01', retraitPar: 'compte:b' }]);
      expect(await acts()).toEqual(['reglage.retire', 'reglage.pose']);
    });

    test('of two who write the same version of a mail, the second is told no, and nothing is written for it', async () => {
      const acte = sampleActe('modele.ecrit', 'm');
      const asked = [1, 1, 2].map((version) => store.reglages.addModele(sampleModele(version), acte));
      expect(await Promise.all(asked)).toEqual([true, false, true]);
      expect(store.reglages.modeles()).toEqual([sampleModele(1), sampleModele(2)]);
      expect(await acts()).toEqual(['modele.ecrit', 'modele.ecrit']);
    });

    test('acts are told from the last one, page after page', async () => {
      for (const acte of ['a.un', 'a.deux', 'a.trois']) await store.identites.note(sampleActe(acte, 'x'));
      expect((await store.identites.lastActes(null, 2)).map(({ rang, acte }) => [rang, acte])).toEqual([
        [3, 'a.trois'],
        [2, 'a.deux'],
      ]);
      expect((await store.identites.lastActes(2, 2)).map(({ acte }) => acte)).toEqual(['a.un']);
    });
  });
}
