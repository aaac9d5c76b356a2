import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IdentityStore } from '../../src/store/identities.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleActe, sampleCle, sampleCompte, sampleLien } from './identity-samples.ts';

/** What every engine of storage promises of accounts and keys; `open` gives a new, empty store. */
export function identitiesContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, of identities as any store`, () => {
    let store: Store;
    let identites: IdentityStore;
    beforeEach(async () => {
      store = await open();
      identites = store.identites;
    });
    afterEach(() => store.close());

    const acteNames = async () => (await identites.actes(0, 100)).map(({ acte }) => acte);

    async function openCompte(id: string, more: Parameters<typeof sampleCompte>[1] = {}) {
      const compte = sampleCompte(id, more);
      await identites.addLien(sampleLien(`lien de ${id}`, id), sampleActe('invitation.remise', id));
      await identites.openCompte(`lien de ${id}`, compte, sampleActe('compte.ouvert', id));
      return compte;
    }

    const ici = (compte: string) => ({ compte, lieu: '192.0.2.0/24' });
    const ailleurs = (compte: string) => ({ compte, lieu: '198.51.100.0/24' });
    const openSession = (id: string, empreinte: string, more: { verifie?: string; remplace?: string } = {}) =>
      identites.openSession(
        { empreinte, compteId: id, ouverteLe: '2026-01-05T09:00:00.000Z', vueLe: '2026-01-05T09:00:00.000Z' },
        {
          verifie: `scrypt de ${id}`,
          motDePasse: `scrypt de ${id}`,
          tentatives: [ici(id), { compte: id, lieu: '' }],
          remplace: null,
          ...more,
        },
      );

    test('opens an account by its link, once, and tells its password to whoever asks by e-mail alone', async () => {
      expect(await identites.hasComptes()).toBe(false);
      const { motDePasse, ...compte } = await openCompte('a');
      expect(await identites.hasComptes()).toBe(true);
      expect(await identites.compte('a')).toEqual(compte);
      expect(await identites.comptes()).toEqual([compte]);
      expect(await identites.compteOf('a@ch-exemple.fr')).toEqual({ ...compte, motDePasse });
      const again = await identites.openCompte('lien de a', sampleCompte('b'), sampleActe('compte.ouvert', 'b'));
      expect(again).toBe('lien-utilise');
      expect(await identites.compte('b')).toBeNull();
      expect(await acteNames()).toEqual(['invitation.remise', 'compte.ouvert']);
    });

    test('leaves a link unused when its e-mail is taken', async () => {
      await openCompte('a');
      await identites.addLien(sampleLien('l', 'b'), sampleActe('invitation.remise', 'b'));
      const taken = sampleCompte('b', { courriel: 'a@ch-exemple.fr' });
      expect(await identites.openCompte('l', taken, sampleActe('compte.ouvert', 'b'))).toBe('courriel-pris');
      expect(await identites.openCompte('l', sampleCompte('b'), sampleActe('compte.ouvert', 'b'))).toBe('fait');
      expect(await acteNames()).toEqual([...Array(2).fill(['invitation.remise', 'compte.ouvert']).flat()]);
    });

    test('opens no first account when there is one', async () => {
      const first = sampleLien('premier', 'b', { objet: 'premier-compte', courriel: null, role: 'superviseur' });
      await identites.addLien(first, sampleActe('premierLien.remis', 'b'));
      await openCompte('a');
      expect(await identites.openCompte('premier', sampleCompte('b'), sampleActe('compte.ouvert', 'b'))).toBe(
        'lien-utilise',
      );
    });

    test('voids a link by the next one of the same object and e-mail', async () => {
      await identites.addLien(sampleLien('un', 'a'), sampleActe('invitation.remise', 'a'));
      await identites.addLien(sampleLien('autre', 'b'), sampleActe('invitation.remise', 'b'));
      await identites.addLien(sampleLien('deux', 'a'), sampleActe('invitation.remise', 'a'));
      expect(await identites.lien('un')).toBeNull();
      expect(await identites.lien('autre')).toEqual(sampleLien('autre', 'b'));
      expect(await identites.lien('deux')).toEqual(sampleLien('deux', 'a'));
    });

    test('opens a session for the password that was verified, and in place of another', async () => {
      const { motDePasse: _, ...compte } = await openCompte('a');
      expect(await openSession('a', 's1', { verifie: 'autre' })).toBe(false);
      expect(await openSession('a', 's1')).toBe(true);
      const session = { empreinte: 's1', compteId: 'a', ouverteLe: '2026-01-05T09:00:00.000Z' };
      await identites.seeSession('s1', '2026-01-05T09:30:00.000Z');
      expect(await identites.session('s1')).toEqual({
        session: { ...session, vueLe: '2026-01-05T09:30:00.000Z' },
        compte: { ...compte, connecteLe: '2026-01-05T09:00:00.000Z' },
      });
      expect(await openSession('a', 's2', { remplace: 's1', verifie: 'autre' })).toBe(false);
      expect(await identites.session('s1')).not.toBeNull();
      expect(await openSession('a', 's2', { remplace: 's1' })).toBe(true);
      expect(await identites.session('s1')).toBeNull();
      await identites.endSession('s2');
      expect(await identites.session('s2')).toBeNull();
    });

    test('ends sessions and voids links when what an account may do changes, not when its name does', async () => {
      await openCompte('chef', { role: 'superviseur' });
      await openCompte('a');
      await openSession('a', 's');
      await identites.addLien(sampleLien('fait par a', 'b', { creePar: 'a' }), sampleActe('invitation.remise', 'b'));
      await identites.addLien(sampleLien('pour a', 'a', { objet: 'mot-de-passe' }), sampleActe('lien.remis', 'a'));
      const update = (champs: Parameters<IdentityStore['updateCompte']>[1]) =>
        identites.updateCompte('a', champs, sampleActe('compte.modifie', 'a'));
      const left = async () => [
        (await identites.session('s')) !== null,
        (await identites.lien('fait par a')) !== null,
        (await identites.lien('pour a')) !== null,
      ];
      expect(await update({ nom: 'Autre nom', role: 'agent' })).toBe('fait');
      expect(await left()).toEqual([true, true, true]);
      expect(await update({ role: 'lecteur' })).toBe('fait');
      expect(await left()).toEqual([false, false, false]);
      await openSession('a', 's');
      expect(await update({ actif: false })).toBe('fait');
      expect(await left()).toEqual([false, false, false]);
      expect(await openSession('a', 's')).toBe(false);
      expect(await identites.compte('a')).toMatchObject({ nom: 'Autre nom', role: 'lecteur', actif: false });
    });

    test('keeps one active superviseur', async () => {
      await openCompte('chef', { role: 'superviseur' });
      await openCompte('ancien', { role: 'superviseur', actif: false });
      const update = (id: string, champs: Parameters<IdentityStore['updateCompte']>[1]) =>
        identites.updateCompte(id, champs, sampleActe('compte.modifie', id));
      expect(await update('chef', { actif: false })).toBe('dernier-superviseur');
      expect(await update('chef', { role: 'agent' })).toBe('dernier-superviseur');
      expect(await update('inconnu', { nom: 'X' })).toBe('introuvable');
      expect(await update('ancien', { actif: true })).toBe('fait');
      expect(await update('chef', { role: 'agent' })).toBe('fait');
      expect((await acteNames()).filter((acte) => acte === 'compte.modifie')).toHaveLength(2);
    });

    test('changes a password from the one it was, and by a link once; both end the sessions', async () => {
      await openCompte('a');
      await openSession('a', 's1');
      const change = (ancien: string, nouveau: string) =>
        identites.replaceMotDePasse('a', { ancien, nouveau }, sampleActe('motDePasse.change', 'a'));
      expect(await change('autre', 'nouveau')).toBe(false);
      expect(await identites.session('s1')).not.toBeNull();
      expect(await change('scrypt de a', 'nouveau')).toBe(true);
      expect(await identites.session('s1')).toBeNull();

      await openSession('a', 's2', { verifie: 'nouveau' });
      for (const cle of [ici('a'), ailleurs('a'), ici('b')])
        await identites.replaceTentative(cle, null, { echecs: 1, derniereLe: 'avant', bloqueJusqua: null });
      await identites.addLien(sampleLien('l', 'a', { objet: 'mot-de-passe' }), sampleActe('lien.remis', 'a'));
      const reset = (motDePasse: string) =>
        identites.resetMotDePasse('l', { id: 'a', motDePasse, tentatives: 'a' }, sampleActe('motDePasse.remis', 'a'));
      expect([await reset('remis'), await reset('encore')]).toEqual([true, false]);
      expect((await identites.compteOf('a@ch-exemple.fr'))?.motDePasse).toBe('remis');
      expect([await identites.session('s2'), await identites.tentativesOf('a')]).toEqual([null, []]);
      expect(await identites.tentativesOf('b')).toHaveLength(1);
    });

    test('of two who count the same attempt, tells the second no', async () => {
      const un = { echecs: 1, derniereLe: '2026-01-05T09:00:00.000Z', bloqueJusqua: null };
      const deux = { echecs: 2, derniereLe: '2026-01-05T09:00:01.000Z', bloqueJusqua: '2026-01-05T09:15:00.000Z' };
      expect(await identites.replaceTentative(ici('t'), null, un)).toBe(true);
      expect(await identites.replaceTentative(ici('t'), null, un)).toBe(false);
      expect(await identites.replaceTentative(ici('t'), un, deux)).toBe(true);
      expect(await identites.replaceTentative(ici('t'), un, deux)).toBe(false);
      expect(await identites.tentative(ici('t'))).toEqual(deux);
      await identites.forget({ sessions: '', tentatives: '2026-01-05T09:00:01.000Z' });
      expect(await identites.tentative(ici('t'))).toEqual(deux);
      await identites.forget({ sessions: '', tentatives: '2026-01-05T09:00:02.000Z' });
      expect(await identites.tentative(ici('t'))).toBeNull();
    });

    test('forgets attempts at a login, and sessions that are too old', async () => {
      await openCompte('a');
      for (const cle of [ici('a'), ailleurs('a'), { compte: 'a', lieu: '' }])
        await identites.replaceTentative(cle, null, { echecs: 1, derniereLe: '2026', bloqueJusqua: null });
      await openSession('a', 's');
      expect((await identites.tentativesOf('a')).map(({ lieu }) => lieu)).toEqual([ailleurs('a').lieu]);
      await identites.forget({ sessions: '2026-01-05T09:00:00.001Z', tentatives: '' });
      expect(await identites.session('s')).toBeNull();
    });

    test('ends all the sessions of an account, and no other', async () => {
      for (const id of ['a', 'b']) await openCompte(id);
      for (const [id, empreinte] of ['a1', 'a2', 'b1'].map((s) => [s[0] ?? '', s] as const))
        await openSession(id, empreinte);
      await identites.endSessions('a', sampleActe('sessions.closes', 'a'));
      const alive = await Promise.all(['a1', 'a2', 'b1'].map((empreinte) => identites.session(empreinte)));
      expect(alive.map((found) => found !== null)).toEqual([false, false, true]);
    });

    test('gives back keys as they were made, used and revoked', async () => {
      await identites.addEditeur({ id: 'e', nom: 'Éditeur', creeLe: '2026' }, sampleActe('editeur.cree', 'e'));
      const limits = { portees: ['lecture', 'faits'], procedures: ['public-ght'], dossiers: ['d1', 'd2'] };
      const { empreinte, ...cle } = sampleCle('k', { role: 'editeur', editeurId: 'e', bacASable: true, ...limits });
      await identites.addCle({ ...cle, empreinte }, sampleActe('cle.creee', 'k'));
      expect(await identites.cle(empreinte)).toEqual(cle);
      expect(await identites.cle('autre')).toBeNull();
      await identites.useCle('k', '2026-01-05T10:00:00.000Z');
      expect(await identites.revokeCle('k', sampleActe('cle.revoquee', 'k'))).toBe(true);
      expect(await identites.revokeCle('k', sampleActe('cle.revoquee', 'k'))).toBe(false);
      expect(await identites.revokeCle('x', sampleActe('cle.revoquee', 'x'))).toBe(false);
      const revoked = { ...cle, utiliseeLe: '2026-01-05T10:00:00.000Z', revoqueeLe: sampleActe('', '').le };
      expect(await identites.cles()).toEqual([revoked]);
      expect(await acteNames()).toEqual(['editeur.cree', 'cle.creee', 'cle.revoquee']);
    });

    test('opens a rolled key by each imprint that it had, and tells its end once', async () => {
      const { empreinte, ...cle } = sampleCle('k');
      await identites.addCle({ ...cle, empreinte }, sampleActe('cle.creee', 'k'));
      const neuve = { prefixe: 'pig_neuve', creeLe: '2026-02-01', expireLe: '2027-02-01' };
      const passage = { ...neuve, empreinte: 'neuve', jusqua: '2026-02-02' };
      const acte = sampleActe('cle.renouvelee', 'k');
      expect(await identites.rollCle('x', passage, acte)).toBe(false);
      expect(await identites.rollCle('k', passage, acte)).toBe(true);
      expect(await identites.cle(empreinte)).toBeNull();
      expect(await identites.cle('neuve')).toEqual({ ...cle, ...neuve });
      expect(await identites.rollCle('k', { ...passage, empreinte: 'autre', jusqua: '2026-03-01' }, acte)).toBe(true);
      expect(await identites.cle('neuve')).toBeNull();
      const opened = async (one: string) => await identites.clePrecedente(one);
      expect(await opened(empreinte)).toEqual({ cle: { ...cle, ...neuve }, jusqua: '2026-02-02' });
      expect(await opened('neuve')).toEqual({ cle: { ...cle, ...neuve }, jusqua: '2026-03-01' });
      expect(await acteNames()).toEqual(['cle.creee', 'cle.renouvelee', 'cle.renouvelee']);
      const fin = { cle: 'k', avis: 'k:30', date: '2027-02-01', le: '2027-01-02' };
      for (const _turn of [1, 2]) await identites.tellFin(fin);
      expect(await store.evenements.last()).toBe(1);
      await identites.revokeCle('k', sampleActe('cle.revoquee', 'k'));
      expect(await identites.rollCle('k', { ...passage, empreinte: 'tard' }, acte)).toBe(false);
      expect(await opened('autre')).toBeNull();
    });

    test('gives each éditeur a name of its own', async () => {
      const acte = sampleActe('editeur.cree', 'e');
      expect(await identites.addEditeur({ id: 'e', nom: 'Un', creeLe: '2026' }, acte)).toBe(true);
      expect(await identites.addEditeur({ id: 'f', nom: 'Un', creeLe: '2026' }, acte)).toBe(false);
      expect(await identites.addEditeur({ id: 'f', nom: 'Deux', creeLe: '2026' }, acte)).toBe(true);
      expect(await identites.renameEditeur('f', 'Un', acte)).toBe(false);
      expect(await identites.renameEditeur('f', 'Deux', acte)).toBe(true);
      expect(await identites.renameEditeur('f', 'Avant', acte)).toBe(true);
      expect((await identites.editeurs()).map(({ nom }) => nom)).toEqual(['Avant', 'Un']);
      expect(await identites.editeur('f')).toEqual({ id: 'f', nom: 'Avant', creeLe: '2026' });
      expect(await identites.editeur('x')).toBeNull();
      expect(await acteNames()).toHaveLength(4);
    });

    test('pages the acts by rang', async () => {
      for (const id of ['a', 'b', 'c'])
        await identites.addEditeur({ id, nom: id, creeLe: '2026' }, sampleActe('editeur.cree', id));
      expect(await identites.actes(0, 1)).toEqual([{ rang: 1, ...sampleActe('editeur.cree', 'a') }]);
      expect((await identites.actes(1, 5)).map(({ rang, cible }) => [rang, cible])).toEqual([
        [2, 'b'],
        [3, 'c'],
      ]);
    });
  });
}
