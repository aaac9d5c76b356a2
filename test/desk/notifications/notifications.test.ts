import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mentionsIn } from '../../../src/desk/suivi.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../../src/services.ts';
import type { Store } from '../../../src/store/store.ts';
import { CHEAP, given, peopleOf } from '../../http/people.ts';
import { newStore } from '../../store/new-base.ts';

let now = '2026-06-30T12:00:00Z';
let store: Store;
let services: Services;
let agent: string;
let superviseur: string;
let dossier: string;

beforeEach(async () => {
  now = '2026-06-30T12:00:00Z';
  store = await newStore();
  services = createServices(
    store,
    () => new Date(now),
    () => {},
    { passwords: CHEAP },
  );
  await peopleOf(services);
  const comptes = await services.identites.comptes();
  agent = comptes.find(({ role }) => role === 'agent')?.id ?? '';
  superviseur = comptes.find(({ role }) => role === 'superviseur')?.id ?? '';
  dossier = (await playOn(services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 2) })).dossier;
  now = '2026-06-30T13:00:00Z';
  await services.travail.affecter([dossier], agent, `compte:${agent}`);
  now = '2026-06-30T14:00:00Z';
});
afterEach(() => store.close());

const lines = (compteId: string, sorte: 'delai' | null = null) =>
  services.notifications.lister({ compteId, aLire: false, sorte, depuis: null, limite: 50, decalage: 0 });
const told = async (compteId = agent) =>
  (await lines(compteId)).map(({ sorte, type, nombre }) => ({ sorte, type, nombre }));
const record = async (fait: { type: string; date: string }, by: string) =>
  given(await services.record({ genre: 'dossier', id: dossier }, fait, { auteur: `compte:${by}`, version: null }));
const signed = { type: 'contrat.signe', date: '2026-06-29', numero: 'C-1' };
const closed = { type: 'dossier.abandonne', date: '2026-06-30', motif: 'Fermeture' };

describe('whoever has a dossier is told', () => {
  test('what the ANS answers, when another says it; never what they did themselves, nor before they had it', async () => {
    expect(await told()).toEqual([]);
    await record(signed, superviseur);
    expect(await told()).toEqual([{ sorte: 'reponse', type: 'contrat.signe', nombre: 1 }]);
    expect(await told(superviseur)).toEqual([]);
  });

  test('that a certificate was revoked, once a day of revocation, whoever brings the list', async () => {
    const revoque = { dossierId: dossier, jour: '2026-06-20' };
    await services.notifications.direRevoques([revoque]);
    await services.notifications.direRevoques([revoque, { ...revoque, jour: '2026-06-21' }]);
    const found = await lines(agent);
    expect(found.map(({ sorte, jour, dossierId }) => [sorte, jour, dossierId])).toEqual([
      ['revocation', '2026-06-21', dossier],
      ['revocation', '2026-06-20', dossier],
    ]);
    expect(await lines(superviseur)).toEqual([]);
  });

  test('nothing of their own acts', async () => {
    await record(signed, agent);
    expect(await told()).toEqual([]);
  });

  test('of each thing once, followed or read at once, and again after a start', async () => {
    await record(signed, superviseur);
    await told();
    const again = createServices(store, () => new Date(now));
    expect(await again.notifications.aLire(agent)).toBe(1);
    await again.notifications.compter({ compteId: agent, aLire: true, depuis: null });
    expect(await again.notifications.aLire(agent)).toBe(1);
  });

  test('who took it, and whoever was given it', async () => {
    await services.travail.affecter([dossier], superviseur, `compte:${superviseur}`);
    expect(await told()).toEqual([{ sorte: 'prise', type: null, nombre: 1 }]);
    expect(await told(superviseur)).toEqual([]);
    await services.travail.affecter([dossier], agent, `compte:${superviseur}`);
    expect((await told())[0]).toEqual({ sorte: 'confiee', type: null, nombre: 1 });
  });

  test('that a usual delay has passed, once', async () => {
    now = '2026-01-10T09:00:00Z';
    await services.travail.affecter([dossier], superviseur, `compte:${superviseur}`);
    for (now of ['2026-01-22T09:00:00Z', '2026-01-23T09:00:00Z', '2026-01-24T09:00:00Z']) {
      await services.travail.rejoindre();
      await services.notifications.tenir();
    }
    const late = (await lines(superviseur, 'delai')).map(({ jour, attendu, le }) => ({ jour, attendu, le }));
    const attendu = 'Décision de l’ANS sur le contrat';
    expect(late).toEqual([{ jour: '2026-01-22', attendu, le: '2026-01-23T09:00:00.000Z' }]);
  });

  test('nothing of a delay that had passed when they took it', async () => {
    now = '2026-01-23T09:00:00Z';
    await services.travail.affecter([dossier], superviseur, `compte:${superviseur}`);
    await services.travail.rejoindre();
    await services.notifications.tenir();
    expect(await lines(superviseur, 'delai')).toEqual([]);
  });

  test('all that others change, as one until it is read', async () => {
    const facts = cliniqueMonoSite.steps.slice(4, 6).map(({ fact }) => fact);
    for (const fact of facts) await record(fact, superviseur);
    expect(await told()).toEqual([{ sorte: 'mouvement', type: 'formulaire101.transmis', nombre: 2 }]);
    await services.notifications.toutLire(agent, Number.MAX_SAFE_INTEGER);
    await record(signed, superviseur);
    await record(closed, superviseur);
    expect((await told()).map(({ sorte, nombre }) => [sorte, nombre])).toEqual([
      ['mouvement', 1],
      ['reponse', 1],
      ['mouvement', 2],
    ]);
    expect(await services.notifications.aLire(agent)).toBe(2);
  });

  test('for 90 days, and no longer than their account is kept', async () => {
    await record(signed, superviseur);
    await told();
    now = '2026-09-27T14:00:00Z';
    await services.notifications.tenir();
    expect(await told()).toHaveLength(1);
    now = '2026-09-29T14:00:00Z';
    await services.notifications.tenir();
    expect(await told()).toEqual([]);
    await services.travail.affecter([dossier], superviseur, `compte:${superviseur}`);
    expect(await told()).toHaveLength(1);
    const acte = { le: now, auteur: 'essai', acte: 'compte.modifie', cible: agent, detail: '{}' };
    await store.identites.updateCompte(agent, { actif: false }, acte);
    await store.identites.eraseCompte(agent, { ...acte, acte: 'compte.efface' });
    expect(await told()).toEqual([]);
  });
});

describe('a mention', () => {
  const comptes = [
    { id: '1', nom: 'Camille Roy' },
    { id: '2', nom: 'Élise Roy-Durand' },
    { id: '3', nom: 'Claire Durand' },
  ];
  const found = (texte: string) => {
    const { comptes: named, inconnus } = mentionsIn(texte, comptes);
    return [named.map(({ id }) => id).join(), inconnus.join()];
  };

  test('names whoever is written whole after an @, or alone has that name, whatever the accents', () => {
    expect(found('Vu avec @Camille Roy, qui rappelle.')).toEqual(['1', '']);
    expect(found('@elise peux-tu regarder ? @CLAIRE aussi')).toEqual(['2,3', '']);
    expect(found('@Élise Roy-Durand et encore @Élise')).toEqual(['2', '']);
  });

  test('of a name that several have, or nobody, is said; an e-mail names nobody', () => {
    expect(found('@Roy ?')).toEqual(['', 'Roy']);
    expect(found('@Zoé : bonjour')).toEqual(['', 'Zoé']);
    expect(found('écrire à accueil@camille.fr')).toEqual(['', '']);
  });
});
