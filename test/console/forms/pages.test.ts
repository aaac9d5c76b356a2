import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DossierOuvert } from '../../../src/engine/opening.ts';
import type { FaitDit } from '../../../src/engine/parse-fact.ts';
import { given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { type Shown, visitorOf } from '../visitor.ts';
import { postedBy } from './posted.ts';

const JOUR = '2026-01-05';
const act = { auteur: 'compte:a', version: null };
const etablissement = {
  denomination: 'Clinique des Cordeliers',
  siret: '26011021800047',
  finess: '010000057',
  codePostal: '01130',
  commune: 'Nantua',
};
const personne = { nom: 'Durand', prenom: 'Léa' };

let server: TestServer;
let people: People;
let visitor: ReturnType<typeof visitorOf>;
let id = '';

beforeAll(async () => {
  server = await startServer(JOUR);
  people = await peopleOf(server.services);
  visitor = visitorOf(server);
});
afterAll(() => server.stop());

/** A new dossier on one site, ready for form 413. */
beforeEach(async () => {
  if (id) await tell({ type: 'dossier.abandonne', motif: 'Essai suivant' });
  id = given(
    await server.services.openDossier(DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement }), act),
  ).row.id;
});

const tell = async (fact: FaitDit) =>
  given(await server.services.record({ genre: 'dossier', id }, { date: JOUR, ...fact }, act));
const equip = async () => {
  await tell({ type: 'contrat.trouve', numero: 'C-1' });
  await tell({ type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin: '2030-12-31' } });
  const carte = { type: 'CPE', fin: '2029-06-30' };
  await tell({ type: 'administrateurTechnique.designe', personne, origine: 'employe', carte });
};
const pathOf = (formulaire: string) => `/dossiers/${id}/formulaires/${formulaire}`;
const open = (formulaire: string, who: keyof People = 'agent') =>
  visitor.get(pathOf(formulaire), people[who] as Record<string, string>);
const fieldsOf = ({ text }: Shown) => Object.fromEntries(postedBy(text));
/** Fills the page as shown, then presses a button. */
const press = async (
  shown: Shown,
  action: string,
  more: Record<string, string> = {},
  who: 'agent' | 'superviseur' = 'agent',
) => visitor.post(pathOf('formulaire-413'), { ...fieldsOf(shown), ...more, action }, people[who]);
const points = ({ text }: Shown) =>
  [...text.matchAll(/<li class="(bon|attention|faute)">.*?<\/span>([^<]+)<\/p>/gs)].map(([, etat, titre]) => [
    titre,
    etat,
  ]);
const journal = async () => {
  const lines = given(await server.services.journal({ genre: 'dossier', id }, 0, 50));
  return lines.map(({ type }) => type);
};

const visa = {
  'partie3.signataire.nom': 'Martin',
  'partie3.signataire.prenom': 'Camille',
  'partie3.date': '05/01/2026',
  'partie3.cachet': 'oui',
};
const details = {
  'partie4.logiciels.0.editeur': 'Éditeur',
  'partie4.logiciels.0.solution': 'Solution',
  'partie4.logiciels.0.version': '1',
  'partie4.offreProAuthSignConf': 'oui',
  'partie4.domaineMessagerie': 'clinique.fr',
  'partie4.administrateursTechniques.0.courriel': 'si@clinique.fr',
  'partie4.administrateursTechniques.0.telephone': '04 74 00 00 00',
};

describe('a form of a dossier', () => {
  test('is filled with what the dossier and its journal know', async () => {
    await equip();
    await tell({ type: 'editeur.contacte', editeur: 'Éditeur DP' });
    expect(fieldsOf(await open('formulaire-413'))).toMatchObject({
      'partie1.denomination': 'Clinique des Cordeliers',
      'partie1.siret': '26011021800047',
      version: '0',
      'partie3.qualite': 'representantLegal',
      'partie3.carte.type': 'CDE',
      'partie3.carte.fin': '31/12/2030',
      'partie4.logiciels.0.editeur': 'Éditeur DP',
      'partie4.administrateursTechniques.0.nom': 'Durand',
      'partie4.administrateursTechniques.0.typeCarte': 'CPE',
      'partie4.administrateursTechniques.0.rattachement': 'structure',
    });
  });

  test('says all that the ANS would return it for, each in its place, and nothing once all is right', async () => {
    const first = await open('formulaire-413');
    expect(points(first)).toEqual([
      ...[
        ['Tout est rempli', 'faute'],
        ['Identifiants du dossier', 'bon'],
        ['Contrat avec l’ANS', 'faute'],
      ],
      ...[
        ['Signataire habilité', 'faute'],
        ['Carte du signataire', 'faute'],
        ['Cachet et signature', 'faute'],
      ],
      ...[
        ['Domaine de messagerie', 'faute'],
        ['Carte de l’administrateur technique', 'faute'],
        ['Offre PRO cochée', 'bon'],
      ],
    ]);
    await equip();
    await press(await open('formulaire-413'), 'partie1');
    await press(await open('formulaire-413'), 'partie3', visa);
    await press(await open('formulaire-413'), 'partie4', details);
    await tell({ type: 'formulaire413.signe' });
    expect(points(await open('formulaire-413')).filter(([, etat]) => etat !== 'bon')).toEqual([]);
  });

  test('whose SIRET is not that of the dossier is told before it is sent', async () => {
    const shown = await open('formulaire-413');
    await press(shown, 'brouillon', { 'partie1.siret': '35600000000048' });
    expect(points(await open('formulaire-413'))).toContainEqual(['Identifiants du dossier', 'faute']);
  });

  test('is recorded part by part, signed and sent by its buttons, then only read', async () => {
    await equip();
    const wrong = await press(await open('formulaire-413'), 'partie3', { ...visa, 'partie3.date': '31/02/2026' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<a href="#champ-partie3-date">Date du visa</a> : Saisissez une date du calendrier');
    expect(fieldsOf(wrong)['partie3.date']).toBe('31/02/2026');
    for (const [partie, more] of Object.entries({ partie1: {}, partie3: visa, partie4: details }))
      expect((await press(await open('formulaire-413'), partie, more)).status).toBe(303);
    const suite = `${pathOf('formulaire-413')}/suite`;
    expect((await visitor.post(suite, { action: 'signer', date: '05/01/2026' }, people.agent)).status).toBe(303);
    const sent = { action: 'transmettre', date: '05/01/2026', canal: 'EMAIL', par: 'structure' };
    expect((await visitor.post(suite, sent, people.agent)).headers.get('location')).toBe(`/dossiers/${id}`);
    expect((await journal()).slice(-5)).toEqual([
      ...['formulaire413.partie1Remplie', 'formulaire413.partie3Remplie', 'formulaire413.partie4Remplie'],
      ...['formulaire413.signe', 'formulaire413.transmis'],
    ]);
    const closed = await open('formulaire-413');
    expect(closed.text).toContain('Envoyé à l’ANS le 5 janvier 2026');
    expect(closed.text).not.toContain('Enregistrer la partie');
  });

  test('that the ANS would return asks, before it is signed or sent, whether it goes all the same, and keeps why', async () => {
    await equip();
    const other = { 'partie1.siret': '35600000000048' };
    for (const [partie, more] of Object.entries({ partie1: other, partie3: visa, partie4: details }))
      await press(await open('formulaire-413'), partie, more);
    const suite = `${pathOf('formulaire-413')}/suite`;
    const signed = { action: 'signer', date: '05/01/2026' };
    const asked = await visitor.post(suite, signed, people.agent);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Formulaire 413 : signé quand même ?');
    expect(asked.text).toContain('Le SIRET n’est pas celui du dossier');
    expect((await journal()).at(-1)).toBe('formulaire413.partie4Remplie');
    const mute = await visitor.post(suite, { ...signed, malgre: ' x ' }, people.agent);
    expect([mute.status, (await journal()).at(-1)]).toEqual([422, 'formulaire413.partie4Remplie']);
    const malgre = 'Le SIRET du siège est exigé par l’ANS';
    expect((await visitor.post(suite, { ...signed, malgre }, people.agent)).status).toBe(303);
    const sent = { action: 'transmettre', date: '05/01/2026', canal: 'EMAIL', par: 'structure' };
    expect((await visitor.post(suite, sent, people.agent)).text).toContain('envoyé quand même ?');
    expect((await visitor.post(suite, { ...sent, malgre }, people.agent)).status).toBe(303);
    expect((await journal()).slice(-2)).toEqual(['formulaire413.signe', 'formulaire413.transmis']);
    const notes = await server.services.suivi.notes(id);
    expect(notes.map(({ texte }) => texte.split('\n')[0])).toEqual([
      'Formulaire 413 : envoyé malgré',
      'Formulaire 413 : signé malgré',
    ]);
    expect(notes[0]?.texte).toContain(`Raison : ${malgre}`);
  });

  test('that the ANS returned says why, and asks for a new visa', async () => {
    await equip();
    for (const [partie, more] of Object.entries({ partie1: {}, partie3: visa, partie4: details }))
      await press(await open('formulaire-413'), partie, more);
    await tell({ type: 'formulaire413.signe' });
    await tell({ type: 'formulaire413.transmis', canal: 'EMAIL' });
    await tell({ type: 'formulaire413.recu' });
    await tell({ type: 'formulaire413.retourne', motifs: [{ code: 'illisible', precision: 'Page 2' }] });
    const { text } = await open('formulaire-413');
    expect(text).toContain('Retourné par l’ANS le 5 janvier 2026');
    expect(text).toContain('<li>Illisible : Page 2 <a href="#champ-partie3">Corriger en partie 3');
    expect(text).toContain('>Enregistrer la partie 3<');
    expect(text).toContain('>Enregistrer à nouveau la partie 1<');
  });

  test('that is sent tells its fact with what was typed; refused, it says the way out and keeps the draft', async () => {
    const path = pathOf('contrat-structure');
    await tell({ type: 'contrat.transmis' });
    const typed = {
      ...fieldsOf(await open('contrat-structure')),
      'representantLegal.nom': 'Martin',
      'representantLegal.prenom': 'Camille',
      'signature.date': '05/01/2026',
      'representantLegal.fonction': 'Directrice',
      'representantLegal.courriel': 'D@clinique.fr',
      action: 'envoyer',
    };
    const early = await visitor.post(path, typed, people.agent);
    expect([early.status, early.text.includes('Le plus court : ')]).toEqual([409, true]);
    expect(fieldsOf(await open('contrat-structure'))).toMatchObject({
      'representantLegal.nom': 'Martin',
      version: '1',
    });
    await tell({ type: 'contrat.refuse', motif: 'Signature illisible' });
    expect((await visitor.post(path, { ...typed, version: '1' }, people.agent)).status).toBe(303);
    const line = given(await server.services.journal({ genre: 'dossier', id }, 0, 50)).at(-1);
    expect([line?.type, JSON.parse(line?.saisie ?? '').saisie.representantLegal.courriel]).toEqual([
      ...['contrat.transmis', 'd@clinique.fr'],
    ]);
    expect(await server.services.brouillons.of(id)).toEqual([]);
    expect(fieldsOf(await open('formulaire-101'))).toMatchObject({ 'representantLegal.fonction': 'Directrice' });
  });

  test('that orders a card tells whose: the administrateur technique that waits for one, or a mandataire', async () => {
    await tell({ type: 'contrat.trouve' });
    await tell({ type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin: null } });
    await tell({ type: 'administrateurTechnique.designe', personne, origine: 'employe', carte: null });
    const signed = {
      'signataire.nom': 'Martin',
      'signataire.prenom': 'Camille',
      'signature.date': '05/01/2026',
      action: 'envoyer',
    };
    const card = fieldsOf(await open('formulaire-301'));
    expect(card).toMatchObject({
      role: 'administrateurTechnique',
      'porteur.nom': 'Durand',
      qualite: 'representantLegal',
    });
    expect(card['mandat']).toBeUndefined();
    expect((await visitor.post(pathOf('formulaire-301'), { ...card, ...signed }, people.agent)).status).toBe(303);
    const mandate = {
      ...fieldsOf(await open('formulaire-502')),
      'representantLegal.nom': 'Martin',
      'representantLegal.prenom': 'Camille',
      'signature.date': '05/01/2026',
      'mandataire.nom': 'Petit',
      'mandataire.prenom': 'Anne',
      'carte.type': 'CPS',
      action: 'envoyer',
    };
    const sent = await visitor.post(pathOf('formulaire-502'), mandate, people.agent);
    expect(sent.status).toBe(303);
    expect((await journal()).slice(-2)).toEqual(['carteAdministrateur.demandee', 'mandat.demande']);
  });

  test('is read by whoever may not act, who changes nothing', async () => {
    const { text } = await open('formulaire-413', 'lecteur');
    expect([text.includes('<dt>Dénomination</dt>'), text.includes('class="saisie"')]).toEqual([true, false]);
    const sent = await visitor.post(pathOf('formulaire-413'), { action: 'brouillon', version: '0' }, people.lecteur);
    expect(sent.status).toBe(403);
    expect((await open('formulaire-999')).status).toBe(404);
  });

  test('is printed as it is filled', async () => {
    await press(await open('formulaire-413'), 'brouillon', { 'partie4.domaineMessagerie': 'à demander' });
    const { text } = await visitor.get(`${pathOf('formulaire-413')}/impression`, people.agent);
    expect(text).toContain('<dd>à demander</dd>');
  });
});

describe('a draft', () => {
  test('is kept with every button, shared by all, and given up on demand', async () => {
    const added = await press(await open('formulaire-413'), 'ajouter:partie4.logiciels', { 'partie3.date': '12/13' });
    expect([added.status, fieldsOf(added)['partie4.logiciels.length'], fieldsOf(added)['version']]).toEqual([
      200,
      '2',
      '1',
    ]);
    const seen = await open('formulaire-413', 'superviseur');
    expect(seen.text).toContain('Brouillon enregistré par agent le 5 janvier 2026');
    expect(fieldsOf(seen)).toMatchObject({ 'partie3.date': '12/13', 'partie4.logiciels.length': '2' });
    await press(seen, 'abandonner', {}, 'superviseur');
    expect(fieldsOf(await open('formulaire-413'))).toMatchObject({
      'partie3.date': '05/01/2026',
      'partie4.logiciels.length': '1',
    });
  });

  test('of two agents, the second is shown what differs before anything is overwritten', async () => {
    const [mine, theirs] = [await open('formulaire-413'), await open('formulaire-413', 'superviseur')];
    await press(theirs, 'brouillon', { 'partie1.denomination': 'Leur nom' }, 'superviseur');
    const told = await press(mine, 'brouillon', { 'partie1.denomination': 'Mon nom' });
    expect(told.status).toBe(409);
    expect(told.text).toContain('Saisie de Superviseur');
    expect(fieldsOf(told)).toMatchObject({ 'partie1.denomination': 'Mon nom', version: '1' });
    expect(fieldsOf(await open('formulaire-413'))['partie1.denomination']).toBe('Leur nom');
    expect((await press(told, 'brouillon')).status).toBe(303);
    expect(fieldsOf(await open('formulaire-413'))['partie1.denomination']).toBe('Mon nom');
  });

  test('kept unasked tells the hour and the new version; somebody else’s is told of, and nothing is overwritten', async () => {
    const path = `${pathOf('formulaire-413')}/brouillon`;
    const typed = fieldsOf(await open('formulaire-413'));
    const kept = await visitor.post(path, { ...typed, 'partie1.commune': 'Nant' }, people.agent);
    expect(kept.text).toContain('Brouillon enregistré à');
    expect(kept.text).toContain('name="version" value="1"');
    const late = await visitor.post(path, { ...typed, 'partie1.commune': 'Autre' }, people.superviseur);
    expect(late.text).toContain('Brouillon non enregistré');
    expect(fieldsOf(await open('formulaire-413'))['partie1.commune']).toBe('Nant');
  });

  test('never holds a social security number', async () => {
    const shown = await press(await open('formulaire-413'), 'brouillon', { 'partie2.texte': 'NIR 255081416802538' });
    expect([shown.status, shown.text.includes('Retirez le numéro de sécurité sociale')]).toEqual([422, true]);
    expect(await server.services.brouillons.of(id)).toEqual([]);
  });
});
