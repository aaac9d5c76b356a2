import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import { findProcedure } from '../../../machines/index.ts';
import { strayIn } from '../../../src/acts/rows.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../../src/services.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { invite } from '../../as-sent.ts';
import { CHEAP, enPlace, given, peopleOf } from '../../http/people.ts';
import { newFile } from '../../store/database-file.ts';

const clock = () => new Date('2026-06-30T12:00:00Z');
const act = { auteur: 'essai', version: null };
const cherchee = { nom: 'Zamenhof', prenom: 'Éloïse', courriel: 'eloise@zamenhof.example' };
const personne = { nom: 'ZAMENHOF', prenom: 'Eloïse' };
let file: string;
let store: Store;
let services: Services;
beforeEach(() => {
  file = newFile();
  store = openSqliteStore({ file });
  services = createServices(store, clock, () => {}, { passwords: CHEAP });
});
afterEach(() => store.close());

const play = (steps = cliniqueMonoSite.steps.length, finess?: string) =>
  playOn(services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, steps) }, { finess });
const tell = async (dossier: string, type: string, more: object = {}) =>
  given(await services.record({ genre: 'dossier', id: dossier }, { type, date: '2026-06-29', ...more }, act));
const held = async () => {
  const { tenu, charges, empreinte } = await services.personnes.apercu(cherchee);
  return { tenu, charges, empreinte };
};
/** Every byte of the base and of its log, where nothing may be left of the name, however it is written. */
const bytes = () =>
  ['', '-wal'].map((end) => (existsSync(file + end) ? readFileSync(file + end, 'latin1').toLowerCase() : '')).join('');
const isInFile = () => bytes().includes('zamenhof');

test('whoever is still in charge is not erased, and what is to be done first is said', async () => {
  const { dossier } = await play(10);
  await tell(dossier, 'representantLegal.remplace', { personne });
  const { tenu, charges, empreinte } = await held();
  expect(tenu.cas.map(({ cible, lignes }) => [cible.id, lignes.map(({ roles }) => roles)])).toEqual([
    [dossier, [['Désigné']]],
  ]);
  expect(charges.map(({ cas, quoi, remede }) => [cas?.cible.id, quoi, remede])).toEqual([
    [dossier, 'Représentant légal', 'Notez son remplacement, ou abandonnez le dossier.'],
  ]);
  const refused = await services.personnes.effacer(enPlace, { cherchee, empreinte });
  expect([refused.ok, isInFile()]).toEqual([false, true]);
  await tell(dossier, 'representantLegal.remplace', { personne: { nom: 'Ybert', prenom: 'Paul' } });
  expect((await held()).charges).toEqual([]);
});

test('nothing of an erased person is left in the file, the case goes on and what is sealed holds', async () => {
  const { dossier } = await play(10);
  const other = await play(10, '010000206');
  await tell(dossier, 'representantLegal.remplace', { personne });
  const correction = { rang: (await store.journal(dossier, 0, 500)).at(-1)?.rang ?? 0, remplacement: null };
  const { version } = given(await services.find({ genre: 'dossier', id: dossier }));
  const motif = 'Madame Zamenhof n’est pas d’ici';
  const withdrawn = { ...correction, motif, version, retires: [] };
  given(await services.correct({ genre: 'dossier', id: dossier }, withdrawn, act));
  await tell(dossier, 'administrateurTechnique.designe', {
    personne,
    origine: 'employe',
    carte: { type: 'CPE', fin: '2028-03-31' },
  });
  await services.travail.rejoindre();
  await tell(dossier, 'dossier.abandonne', { motif: 'Éloïse Zamenhof est partie' });
  await services.suivi.write(dossier, { texte: 'Rappeler Zamenhof jeudi' }, 'essai');
  await services.suivi.write(other.dossier, { texte: 'Rappeler la clinique' }, 'essai');
  const saisie = { 'personne.nom': 'Zamenhof', 'personne.prenom': 'Éloïse' };
  given(await services.brouillons.keep({ dossierId: dossier, formulaire: 'f', version: 0, saisie, auteur: 'essai' }));
  const reponse = JSON.stringify({ corps: JSON.stringify({ qui: personne, sort: 'fait' }) });
  await services.keepAnswer({ auteur: 'essai', cle: 'k', empreinte: 'e', reponse });
  await services.identites.login({ courriel: cherchee.courriel, motDePasse: 'rien' });
  await services.travail.ajouterVue({ nom: 'À elle', requete: 'q=zamenhof+eloise', partagee: true, auteur: 'essai' });
  expect([isInFile(), (await held()).tenu.textes.map(({ lieu }) => lieu).sort()]).toEqual([
    true,
    ['brouillon', 'note', 'reponse', 'vue'],
  ]);

  const { empreinte } = await held();
  const done = given(await services.personnes.effacer(enPlace, { cherchee, empreinte }));
  expect(done).toMatchObject({
    cas: 1,
    lignes: 4,
    textes: 4,
    comptes: 0,
    reecrit: true,
    reste: { cas: [], textes: [] },
  });
  expect(done.reste.tentatives).toEqual([]);
  expect(isInFile()).toBe(false);
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });

  const kept = given(await services.answerTo({ auteur: 'essai', cle: 'k', empreinte: 'e' }));
  expect(JSON.parse(JSON.parse(kept?.reponse ?? '').corps)).toEqual({
    qui: { nom: 'effacée', prenom: 'Personne' },
    sort: 'fait',
  });
  const lines = given(await services.journal({ genre: 'dossier', id: dossier }, 0, 500));
  expect(lines.at(-1)).toMatchObject({ type: 'personne.effacee', auteur: 'compte:en-place' });
  expect(lines.find(({ type }) => type === 'representantLegal.remplace')?.corrigee).toMatchObject({
    sort: 'retire',
    motif: 'Motif effacé',
  });
  expect(given(await services.drawCase({ genre: 'dossier', id: dossier }, null, {} as never))).toContain('<svg');
  expect(given(await services.drawCase({ genre: 'dossier', id: dossier }, '2026-06-29', {} as never))).toContain(
    '<svg',
  );
  await tell(dossier, 'dossier.rouvert');
  expect((await services.suivi.notes(other.dossier)).length).toBe(1);
  const [last] = await services.identites.lastActes(null, 1);
  expect([last?.acte, last?.auteur, JSON.parse(last?.detail ?? '{}')]).toEqual([
    'personne.effacee',
    'compte:en-place',
    { empreinte: expect.stringMatching(/^[0-9a-f]{64}$/), cas: 1, lignes: 4, textes: 4, comptes: 0 },
  ]);
});

test('a beneficiary is erased from the certificates that have ended, and from what they are counted under', async () => {
  const { dossier, certificat } = await play();
  const row = await store.row(certificat ?? '');
  const { beneficiaire } = JSON.parse(row?.fiche ?? '{}') as { beneficiaire: { nom: string; prenom: string } };
  const them = { nom: beneficiaire.nom, prenom: beneficiaire.prenom, courriel: '' };
  expect((await services.personnes.apercu(them)).charges.map(({ quoi }) => quoi.slice(0, 12))).toContain(
    'Bénéficiaire',
  );
  const all = await services.list({ genre: 'certificat', parentId: dossier, limite: 50 });
  const [exemple] = findProcedure('certificat')?.facts['certificat.revoque']?.exemples ?? [];
  const revoked = { ...exemple, type: 'certificat.revoque', date: '2026-06-29' };
  for (const { id } of all.lignes) given(await services.record({ genre: 'certificat', id }, revoked, act));
  await tell(dossier, 'dossier.abandonne', { motif: 'Fin' });
  const { charges, empreinte } = await services.personnes.apercu(them);
  expect(charges).toEqual([]);
  given(await services.personnes.effacer(enPlace, { cherchee: them, empreinte }));
  const after = await store.row(certificat ?? '');
  expect(JSON.parse(after?.fiche ?? '{}')).toMatchObject({ beneficiaire: { nom: 'effacée', prenom: 'Personne' } });
  expect(after?.beneficiaire).not.toBe(row?.beneficiaire);
  const admin = { nom: 'Petit', prenom: 'Sacha', courriel: '' };
  const petit = await services.personnes.apercu(admin);
  given(await services.personnes.effacer(enPlace, { cherchee: admin, empreinte: petit.empreinte }));
  const { administrateurs, nommes, habilites } = JSON.parse((await store.row(dossier))?.etat ?? '{}').contexte;
  const [{ id, personne: erased }] = administrateurs;
  expect([erased, nommes, habilites]).toEqual([{ nom: 'effacée', prenom: 'Personne' }, [id], [id]]);
  expect(id).not.toBe(idOf(admin));
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('an account is closed before it is erased, with its links and its attempts', async () => {
  await peopleOf(services);
  const { token } = given(await invite(services.identites, enPlace, { courriel: cherchee.courriel, role: 'agent' }));
  given(await services.identites.useLink(token, { nom: 'Éloïse Zamenhof', motDePasse: 'sept cygnes au bord du lac' }));
  await services.identites.login({ courriel: cherchee.courriel, motDePasse: 'rien' });
  const open = await held();
  expect([open.charges.map(({ quoi }) => quoi), open.tenu.textes.map(({ lieu }) => lieu)]).toEqual([
    ['Compte ouvert : Éloïse Zamenhof'],
    ['lien'],
  ]);
  const [compte] = open.tenu.comptes;
  given(await services.identites.updateCompte(enPlace, compte?.id ?? '', { actif: false }));
  const { empreinte } = await held();
  const done = given(await services.personnes.effacer(enPlace, { cherchee, empreinte }));
  expect([done.comptes, done.reste.comptes, done.reste.tentatives, isInFile()]).toEqual([1, [], [], false]);
  expect([await store.strays(), await store.verify()]).toEqual([[], { ok: true, lignes: 0 }]);
  expect((await services.identites.login({ courriel: `efface-${compte?.id}@invalid`, motDePasse: '' })).ok).toBe(false);
});

test('the contact of a groupement is erased with what reaches them, and the groupement keeps its name', async () => {
  const dsi = { nom: 'Éloïse Zamenhof, DSI', courriel: cherchee.courriel, telephone: '0474000000' };
  const demande = { nom: 'GHT Éloïse Zamenhof', genre: 'ght', dsi } as const;
  const { id } = given(await services.openGroupement(demande, act)).row;
  const contacted = { type: 'dsi.contactee', date: '2026-06-29', interlocuteur: 'Mme Zamenhof' };
  given(await services.record({ genre: 'groupement', id }, contacted, act));
  const { empreinte, tenu } = await held();
  expect(tenu.cas.map(({ cible, lignes }) => [cible, lignes.map(({ roles }) => roles)])).toEqual([
    [{ genre: 'groupement', id }, [['Contact de la DSI'], ['Interlocuteur de la DSI']]],
  ]);
  const done = given(await services.personnes.effacer(enPlace, { cherchee, empreinte }));
  expect([done.lignes, done.reste.cas]).toEqual([2, []]);
  expect(JSON.parse((await store.row(id))?.fiche ?? '{}')).toEqual({
    nom: 'GHT Éloïse Zamenhof',
    genre: 'ght',
    dsi: { nom: 'Personne effacée, DSI' },
  });
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('only a superviseur erases, and only what was shown', async () => {
  const { dossier } = await play(10);
  await services.suivi.write(dossier, { texte: 'Voir Éloïse Zamenhof' }, 'essai');
  const { empreinte } = await held();
  const agent = await services.personnes.effacer({ ...enPlace, role: 'agent' }, { cherchee, empreinte });
  expect(agent).toMatchObject({ ok: false, error: { code: 'droit-insuffisant' } });
  await services.suivi.write(dossier, { texte: 'Mme Zamenhof a rappelé' }, 'essai');
  const stale = await services.personnes.effacer(enPlace, { cherchee, empreinte });
  expect(stale).toMatchObject({ ok: false, error: { code: 'a-revoir', apercu: { tenu: { textes: [{}, {}] } } } });
  expect((await services.suivi.notes(dossier)).length).toBe(2);
});

test('nothing of somebody to whom mails went, and who wrote some, is left in the base nor beside it', async () => {
  const { messagerie } = createServices(store, clock, () => {}, { adresse: 'bureau@igc.exemple.fr' });
  const { dossier } = await play(10);
  const bring = async (subject: string) => {
    const head = [`From: Éloïse Zamenhof <${cherchee.courriel}>`, `Subject: ${subject}`];
    const raw = [...head, 'Date: Tue, 30 Jun 2026 10:12:00 +0200', '', 'Eloïse Zamenhof'].join('\r\n');
    await messagerie.recevoir(Buffer.from(raw), { to: [] });
    await messagerie.ranger();
  };
  await bring('Bonjour');
  const ecrit = { objet: 'Contrat', corps: 'Bonjour Mme Zamenhof.', modele: null, pieces: [], repond: null };
  const par = { signataire: 'Camille Roy', act };
  given(await messagerie.envoyer(dossier, { ...ecrit, a: [cherchee.courriel], malgreRefus: false }, par));
  await store.courriels.enfiler();
  const bail = { nom: 'courriels', porteur: 'essai' };
  await store.baux.hold(bail.nom, bail.porteur, 60_000);
  const [due] = await store.courriels.dus(clock().toISOString(), 1);
  const tentative = { le: clock().toISOString(), code: 550, reponse: `550 <${cherchee.courriel}> inconnue` };
  await store.courriels.regler(due?.numero ?? 0, tentative, 'adresse-refusee', bail);
  await messagerie.direLesEchecs();
  await bring(`Contrat, réf. ${dossier}`);
  expect((await messagerie.aClasser(10)).map(({ objet }) => objet)).toEqual(['Bonjour']);
  const { empreinte } = await held();
  given(await services.personnes.effacer(enPlace, { cherchee, empreinte }));
  await messagerie.ranger();
  expect(isInFile()).toBe(false);
  const beside = readFileSync(`${file}.documents`, 'latin1').toLowerCase();
  expect([beside.includes('zamenhof'), await store.documentsDits()]).toEqual([false, []]);
  expect(await store.verify()).toMatchObject({ ok: true });
});
