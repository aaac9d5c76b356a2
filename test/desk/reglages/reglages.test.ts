import { afterAll, describe, expect, test } from 'vitest';
import { politique } from '../../../machines/decisions.ts';
import { delaiOf } from '../../../src/delays.ts';
import { createReglages, type Reglages } from '../../../src/desk/reglages/reglages.ts';
import { anonyme, type Identity } from '../../../src/identity/identity.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { poser } from '../../as-sent.ts';
import { refused, taken } from '../../identity/desk.ts';
import { newFile } from '../../store/database-file.ts';

const opened: Store[] = [];
afterAll(() => Promise.all(opened.map((store) => store.close())));

const chef: Identity = { ...anonyme, id: 'chef', role: 'superviseur' };
const agent: Identity = { ...chef, id: 'agent', role: 'agent' };

function open(file = newFile()) {
  const store = openSqliteStore({ file, copieAPart: false });
  opened.push(store);
  const clock = () => new Date('2026-03-10T12:00:00.000Z');
  return {
    file,
    store,
    reglages: createReglages({ store, clock }),
  };
}

/** How many days something usually takes on a day. */
function usuel(reglages: Reglages, acteur: string, jour: string): number {
  return delaiOf(reglages.delais(jour), { acteur, etape: null }, null).usuel;
}

describe('the usual delays', () => {
  test('are those of the machines until somebody says otherwise', () => {
    const { reglages } = open();
    expect(Object.keys(politique.delaisJours).map((acteur) => usuel(reglages, acteur, '2026-03-10'))).toEqual(
      Object.values(politique.delaisJours),
    );
  });

  test('are, on a day, those that began last and have not ended', async () => {
    const { reglages } = open();
    taken(await poser(reglages, chef, { cle: 'delai.ans', valeur: 20, du: '2026-03-01', motif: 'Constaté' }));
    taken(await poser(reglages, chef, { cle: 'delai.ans', valeur: '40', du: '2026-07-15', au: '2026-08-31' }));
    const ans = (jour: string) => usuel(reglages, 'ans', jour);
    const days = ['2026-02-28', '2026-03-01', '2026-07-14', '2026-07-15', '2026-08-31', '2026-09-01'];
    expect(days.map(ans)).toEqual([15, 20, 20, 40, 40, 20]);
  });

  test('said twice for the same day are those said last', async () => {
    const { reglages } = open();
    taken(await poser(reglages, chef, { cle: 'delai.dsi', valeur: 12, du: '2026-03-10' }));
    taken(await poser(reglages, chef, { cle: 'delai.dsi', valeur: 13, du: '2026-03-10' }));
    expect(usuel(reglages, 'dsi', '2026-03-10')).toBe(13);
  });

  test('are there again when the store is opened anew', async () => {
    const { file, store, reglages } = open();
    taken(await poser(reglages, chef, { cle: 'delai.editeur', valeur: 9, du: '2026-03-10' }));
    await store.close();
    opened.splice(opened.indexOf(store), 1);
    expect(usuel(open(file).reglages, 'editeur', '2026-03-10')).toBe(9);
  });
});

describe('a delay', () => {
  const DUE = { acteur: 'ans', etape: 'contrat.attenteDecision' };
  const set = async (...said: [cle: string, valeur: number | string, du?: string][]) => {
    const { reglages } = open();
    for (const [cle, valeur, du = '2026-03-01'] of said) taken(await poser(reglages, chef, { cle, valeur, du }));
    return (parcours: string | null, jour = '2026-03-10') => delaiOf(reglages.delais(jour), DUE, parcours);
  };

  test.each([
    [20, { usuel: 20, limite: 20, ouvres: false }, 20],
    ['20', { usuel: 20, limite: 20, ouvres: false }, 20],
    ['20 jours calendaires', { usuel: 20, limite: 20, ouvres: false }, 20],
    ['10 jours ouvrés', { usuel: 10, limite: 10, ouvres: true }, '10 jours ouvrés'],
    ['10 ouvres, limite 15', { usuel: 10, limite: 15, ouvres: true }, '10 jours ouvrés, limite 15'],
    ['10, limite 15 jours', { usuel: 10, limite: 15, ouvres: false }, '10 jours, limite 15'],
  ])('%j says its unit, and the limit apart from what is usual', async (valeur, delai, kept) => {
    const { reglages } = open();
    const posee = taken(await poser(reglages, chef, { cle: 'delai.ans', valeur, du: '2026-03-01' }));
    expect([delaiOf(reglages.delais('2026-03-10'), DUE, null), posee.valeur]).toEqual([delai, kept]);
  });

  test('is the narrowest that is set: the step on the path, the step, who acts on the path, who acts', async () => {
    const step = 'delai.etape.contrat.attenteDecision';
    const at = await set(['delai.ans', 1], ['delai.ans@public-ght', 2], [step, 3], [`${step}@public-ght`, 4]);
    const usuels = [at('public-ght'), at('prive-groupe'), at(null)].map(({ usuel: jours }) => jours);
    expect(usuels).toEqual([4, 3, 3]);
    const byActeur = await set(['delai.ans', 1], ['delai.ans@public-ght', 2]);
    expect([byActeur('public-ght').usuel, byActeur('prive-groupe').usuel]).toEqual([2, 1]);
  });

  test('that is narrower gives way to the wider from the day on which that is said', async () => {
    const at = await set(['delai.ans@public-ght', 2], ['delai.ans@public-ght', 'plus large', '2026-04-01']);
    expect([at('public-ght').usuel, at('public-ght', '2026-04-01').usuel]).toEqual([2, 15]);
  });

  test.each([
    ['delai.ans', 'plus large', 'Saisissez un nombre de jours.'],
    ['delai.ans', '20, limite 10', 'La limite ne précède pas le délai usuel : saisissez autant de jours, ou plus.'],
    ['delai.ans', '20, limite 900', 'Saisissez 365 jours au plus pour la limite.'],
  ])('%s is not set to %s', async (cle, valeur, message) => {
    expect(await poser(open().reglages, chef, { cle, valeur, du: '2026-03-10' })).toEqual(
      refused('saisie-invalide', { erreurs: [{ pointeur: '/valeur', message }] }),
    );
  });

  test.each(['delai.ans@nulle-part', 'delai.etape.nulle', 'delai.ans@certificat', 'delai.ans@public-ght@public-ght'])(
    '%s is no setting',
    async (cle) => {
      expect(await poser(open().reglages, chef, { cle, valeur: 3, du: '2026-03-10' })).toMatchObject({ ok: false });
    },
  );
});

describe('a value', () => {
  test('stays in the history with who set it, when and why, whatever follows', async () => {
    const { reglages } = open();
    taken(
      await poser(reglages, chef, {
        cle: 'ans.courriel',
        valeur: 'a@ans.fr; B@ans.fr',
        du: '2026-01-01',
        motif: 'Site',
      }),
    );
    taken(await poser(reglages, chef, { cle: 'ans.courriel', valeur: 'c@ans.fr', du: '2026-03-01' }));
    taken(await poser(reglages, chef, { cle: 'ans.courriel', valeur: 'd@ans.fr', du: '2026-06-01' }));
    const by = {
      poseLe: '2026-03-10T12:00:00.000Z',
      posePar: 'compte:chef',
      retraitLe: null,
      retraitPar: null,
      au: null,
    };
    const seen = await reglages.reglage('ans.courriel', '2026-03-10');
    expect(seen?.valeur).toBe('c@ans.fr');
    expect(seen?.histoire).toEqual([
      { ...by, rang: 3, cle: 'ans.courriel', valeur: 'd@ans.fr', du: '2026-06-01', motif: '', etat: 'a-venir' },
      { ...by, rang: 2, cle: 'ans.courriel', valeur: 'c@ans.fr', du: '2026-03-01', motif: '', etat: 'en-vigueur' },
      {
        ...by,
        rang: 1,
        cle: 'ans.courriel',
        valeur: 'a@ans.fr, b@ans.fr',
        du: '2026-01-01',
        motif: 'Site',
        etat: 'remplacee',
      },
    ]);
  });

  test('that has not begun may be given up, and is still told', async () => {
    const { store, reglages } = open();
    const { rang } = taken(
      await poser(reglages, chef, { cle: 'ans.portail', valeur: 'https://igc.esante.fr', du: '2026-05-01' }),
    );
    expect(await reglages.retirer(chef, rang)).toEqual({ ok: true, value: null });
    expect(reglages.adresse('ans.portail', '2026-05-01')).toBeNull();
    expect((await reglages.reglage('ans.portail', '2026-05-01'))?.histoire[0]).toMatchObject({
      etat: 'retiree',
      retraitPar: 'compte:chef',
    });
    expect(await reglages.retirer(chef, rang)).toEqual(refused('introuvable', { objet: 'valeur', id: `${rang}` }));
    expect((await store.identites.actes(0, 10)).map(({ acte, cible, auteur }) => ({ acte, cible, auteur }))).toEqual([
      { acte: 'reglage.pose', cible: 'ans.portail', auteur: 'compte:chef' },
      { acte: 'reglage.retire', cible: 'ans.portail', auteur: 'compte:chef' },
    ]);
  });

  test('that has begun is never given up', async () => {
    const { reglages } = open();
    const { rang } = taken(await poser(reglages, chef, { cle: 'delai.ans', valeur: 20, du: '2026-03-10' }));
    expect(await reglages.retirer(chef, rang)).toEqual(refused('valeur-commencee', { du: '2026-03-10' }));
  });

  test('is set by a superviseur alone', async () => {
    const { store, reglages } = open();
    const asked = { cle: 'delai.ans', valeur: 20, du: '2026-03-10' };
    expect(await poser(reglages, agent, asked)).toEqual(refused('droit-insuffisant', { roles: ['superviseur'] }));
    expect(await poser(reglages, { ...chef, genre: 'cle' }, asked)).toEqual(
      refused('droit-insuffisant', { roles: ['superviseur'] }),
    );
    expect(store.reglages.valeurs()).toEqual([]);
  });

  test.each([
    [{ cle: 'delai.ans', valeur: 0, du: '2026-03-10' }, '/valeur', 'Saisissez un jour au moins.'],
    [{ cle: 'delai.ans', valeur: 'deux', du: '2026-03-10' }, '/valeur', 'Saisissez un nombre de jours.'],
    [{ cle: 'delai.ans', valeur: '', du: '2026-03-10' }, '/valeur', 'Saisissez un jour au moins.'],
    [
      { cle: 'delai.ans', valeur: 5, du: '2026-02-30' },
      '/du',
      'Saisissez une date du calendrier, au format AAAA-MM-JJ.',
    ],
    [{ cle: 'delai.ans', valeur: 5, du: '2026-03-10', au: '2026-03-09' }, '/au', 'La fin ne précède pas le début.'],
    [
      { cle: 'ans.courriel', valeur: 'a@ans.fr, b@', du: '2026-03-10' },
      '/valeur',
      'Saisissez une adresse complète : nom@domaine.fr.',
    ],
    [
      { cle: 'ans.portail', valeur: 'javascript:alert(1)', du: '2026-03-10' },
      '/valeur',
      'Saisissez l’adresse entière d’une page : https://exemple.fr/page.',
    ],
  ])('%o is refused at its own line', async (saisie, pointeur, message) => {
    expect(await poser(open().reglages, chef, saisie)).toEqual(
      refused('saisie-invalide', { erreurs: [{ pointeur, message }] }),
    );
  });

  test('of an éditeur is the éditeur’s own, once there is one', async () => {
    const { store, reglages } = open();
    const asked = { cle: 'editeur.e1', valeur: 'support@editeur.fr', du: '2026-03-10' };
    expect(await poser(reglages, chef, asked)).toEqual(refused('introuvable', { objet: 'reglage', id: 'editeur.e1' }));
    const acte = { le: '', auteur: '', acte: 'editeur.cree', cible: 'e1', detail: '{}' };
    await store.identites.addEditeur({ id: 'e1', nom: 'Éditeur', creeLe: '2026-01-01T00:00:00Z' }, acte);
    taken(await poser(reglages, chef, asked));
    expect(reglages.adresseEditeur('e1', '2026-03-10')).toBe('support@editeur.fr');
    expect((await reglages.reglages('2026-03-10')).at(-1)).toMatchObject({
      libelle: 'Éditeur, éditeur',
      valeur: 'support@editeur.fr',
    });
  });
});
