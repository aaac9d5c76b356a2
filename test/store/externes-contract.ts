import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Compte } from '../../src/store/identities.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleActe, sampleCompte, sampleLien } from './identity-samples.ts';

const emetteur = 'https://annuaire.exemple.fr';

/** What every engine of storage promises of accounts that another directory vouches for; `open` gives a new, empty store. */
export function externesContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, of accounts of a directory as any store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const compteOf = (id: string, more: Partial<Compte> = {}): Compte => {
      const { motDePasse: _motDePasse, ...compte } = sampleCompte(id, more);
      return compte;
    };
    const come = (empreinte: string, compte: Compte, sujet = compte.id) => {
      const dates = { ouverteLe: '2026-01-05', vueLe: '2026-01-05' };
      const session = { empreinte, compteId: compte.id, ...dates, jetonId: `jeton de ${empreinte}` };
      const externe = { emetteur, sujet };
      return store.identites.openExternalSession(
        { session, externe, compte, remplace: null },
        sampleActe('compte.ouvert', compte.id),
      );
    };
    const isOpen = async (empreinte: string) => (await store.identites.session(empreinte)) !== null;

    test('one is opened once, without a password, and found by who vouches and for whom', async () => {
      expect(await come('s1', compteOf('a'))).toBe('fait');
      expect(await store.identites.compteExterne(emetteur, 'a')).toEqual(compteOf('a'));
      expect(await store.identites.compteExterne('https://autre.fr', 'a')).toBeNull();
      expect(await store.identites.compteOf('a@ch-exemple.fr')).toMatchObject({ motDePasse: null });
      expect([await store.identites.idToken('s1'), await store.identites.idToken('s2')]).toEqual(['jeton de s1', null]);
    });

    test('of two who open the same at once, the second is told so, and nothing is written for it', async () => {
      await come('s1', compteOf('a'));
      expect(await come('s2', compteOf('b'), 'a')).toBe('depasse');
      expect([await isOpen('s2'), await store.identites.compte('b')]).toEqual([false, null]);
    });

    test('another role ends the other sessions, the same one none', async () => {
      await come('s1', compteOf('a'));
      await come('s2', compteOf('a', { nom: 'Autre nom' }));
      expect([await isOpen('s1'), await isOpen('s2')]).toEqual([true, true]);
      await come('s3', compteOf('a', { role: 'superviseur' }));
      expect([await isOpen('s1'), await isOpen('s2'), await isOpen('s3')]).toEqual([false, false, true]);
    });

    test('none takes the e-mail of another, nor opens once it is closed', async () => {
      await come('s1', compteOf('a'));
      expect(await come('s2', compteOf('b', { courriel: 'a@ch-exemple.fr' }))).toBe('courriel-pris');
      await store.identites.updateCompte('a', { actif: false }, sampleActe('compte.modifie', 'a'));
      expect(await come('s3', compteOf('a'))).toBe('compte-ferme');
      expect(await isOpen('s3')).toBe(false);
    });

    describe('a local account that somebody of a directory asks for', () => {
      const demande = (sujet: string) => ({ emetteur, sujet, nom: `Nom ${sujet}`, demandeLe: '2026-01-05' });
      const link = (id: string, sujet: string) => store.identites.link(id, sujet, sampleActe('compte.relie', id));
      const openLocal = async (id: string, more: Partial<Compte> = {}) => {
        await store.identites.addLien(sampleLien(`l ${id}`, id), sampleActe('invitation.remise', id));
        return store.identites.openCompte(`l ${id}`, sampleCompte(id, more), sampleActe('compte.ouvert', id));
      };

      test('is kept with the last who asked, and linked to that one alone', async () => {
        await openLocal('a');
        await store.identites.askLiaison('a', demande('x'));
        await store.identites.askLiaison('a', demande('y'));
        expect(await store.identites.liaison('a')).toEqual(demande('y'));
        expect(await link('a', 'x')).toBe('introuvable');
        expect(await store.identites.externeOf('a')).toBeNull();
        expect(await link('a', 'y')).toBe('fait');
        expect(await store.identites.externeOf('a')).toEqual({ emetteur, sujet: 'y' });
        expect([await store.identites.liaison('a'), await link('a', 'y')]).toEqual([null, 'introuvable']);
        expect(await store.identites.compteOf('a@ch-exemple.fr')).toMatchObject({ id: 'a', motDePasse: null });
        expect(await store.identites.compteExterne(emetteur, 'y')).toMatchObject({ id: 'a' });
      });

      test('leaves one superviseur who has a password', async () => {
        await openLocal('a', { role: 'superviseur' });
        await store.identites.askLiaison('a', demande('x'));
        expect(await link('a', 'x')).toBe('dernier-superviseur');
        expect(await store.identites.compteOf('a@ch-exemple.fr')).toMatchObject({ motDePasse: 'scrypt de a' });
        await openLocal('b', { role: 'superviseur' });
        expect(await link('a', 'x')).toBe('fait');
      });

      test('is not linked to who has an account already, and may be linked anew when the directory has changed', async () => {
        await come('s1', compteOf('b'), 'x');
        await openLocal('a');
        await store.identites.askLiaison('a', demande('x'));
        expect(await link('a', 'x')).toBe('introuvable');
        await come('s2', compteOf('b', { role: 'superviseur' }), 'x');
        await store.identites.askLiaison('b', { ...demande('x'), emetteur: 'https://autre.fr' });
        expect(await link('b', 'x')).toBe('fait');
        expect(await store.identites.compteExterne(emetteur, 'x')).toBeNull();
        expect([await store.identites.externeOf('b'), await isOpen('s2')]).toEqual([
          { emetteur: 'https://autre.fr', sujet: 'x' },
          false,
        ]);
      });
    });
  });
}
