import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formulaires } from '../../../machines/formulaires/index.ts';
import { given, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { numbersOf } from '../../survey/files.ts';
import { act, groupementOf } from '../../survey/groupement.ts';
import { deskOf, hiddenOf, rowsOf } from './desk.ts';

const JOUR = '2026-06-01';
const martin = { nom: 'Martin', prenom: 'Camille' };

type Desk = ReturnType<typeof deskOf>;
let server: TestServer;
let read: Desk['read'];
let post: Desk['post'];
let tell: Desk['tell'];
let versionOf: Desk['versionOf'];
let saidBy: Desk['saidBy'];
beforeAll(async () => {
  server = await startServer(JOUR);
  ({ read, post, tell, versionOf, saidBy } = deskOf(server, await peopleOf(server.services), JOUR));
});
afterAll(() => server.stop());

describe('one act for several sites', () => {
  let base: string;
  let sites: string[];
  beforeAll(async () => {
    const opened = await groupementOf(server.services, [41, 42, 43]);
    base = `/groupements/${opened.groupement}`;
    sites = opened.sites;
    for (const site of sites) await tell(site, 'contrat.trouve');
  });

  test('says once what all share, and each says its own; nothing is told while something is wrong', async () => {
    const seen = await post(`${base}/lot`, [
      ['acte', 'administrateurTechnique.designe'],
      ...sites.slice(0, 2).map((id): [string, string] => ['site', id]),
    ]);
    expect(rowsOf(seen.text)).toEqual(['Site 41', 'Site 42']);
    const [first = '', second = ''] = sites;
    const typed: [string, string][] = [
      ...hiddenOf(seen.text),
      ['date', '01/06/2026'],
      ['action', 'enregistrer'],
      ['s.tous.personne.nom', 'Martin'],
      ['s.tous.personne.prenom', 'Camille'],
      [`s.${second}.personne.nom`, 'Durand'],
      [`s.${second}.personne.prenom`, 'Alix'],
      [`s.${second}.carte.type`, 'CPE'],
      [`s.${second}.carte.fin`, '31/12/2029'],
    ];
    const wrong = await post(`${base}/lot`, typed);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`href="#c-${first}-origine"`);
    expect(wrong.text).toContain('value="Durand"');
    const done = await post(`${base}/lot`, [...typed, ['s.tous.origine', 'employe']]);
    expect(done.text).toContain('enregistré sur 2 sites.');
    expect(await saidBy(first, 'administrateurTechnique.designe')).toMatchObject({ personne: martin, carte: null });
    expect(await saidBy(second, 'administrateurTechnique.designe')).toMatchObject({
      personne: { nom: 'Durand', prenom: 'Alix' },
      carte: { type: 'CPE', fin: '2029-12-31' },
    });
    expect(await saidBy(sites[2], 'administrateurTechnique.designe')).toBeNull();
  });

  test('writes on each the identity of its own dossier, whatever is sent', async () => {
    const seen = await post(`${base}/lot`, { acte: 'formulaire413.partie1Remplie' });
    const done = await post(`${base}/lot`, [
      ...hiddenOf(seen.text),
      ['date', '01/06/2026'],
      ['action', 'enregistrer'],
      ['partie1.siret', numbersOf(99).siret],
      ['s.tous.partie1.siret', numbersOf(99).siret],
    ]);
    expect(done.text).toContain('enregistré sur 3 sites.');
    const sirets = await Promise.all(sites.map((id) => saidBy(id, 'formulaire413.partie1Remplie')));
    expect(sirets.map((said) => (said as { partie1: { siret: string } }).partie1.siret)).toEqual(
      [41, 42, 43].map((rank) => numbersOf(rank).siret),
    );
  });

  test('what only some know is written on none of the others', async () => {
    const opened = await groupementOf(server.services, [44, 45]);
    const [first = '', second = ''] = opened.sites;
    const place = `/groupements/${opened.groupement}`;
    await tell(first, 'editeur.contacte', { editeur: 'Éditeur A' });
    await tell(second, 'editeur.contacte', { editeur: 'Éditeur B' });
    const seen = await post(`${place}/lot`, { acte: 'formulaire413.partie4Remplie' });
    expect(seen.text).not.toContain('Éditeur A');
    const contact = {
      ...martin,
      courriel: 'si@ch.fr',
      telephone: '0474000000',
      typeCarte: 'CPE',
      rattachement: 'structure',
    };
    const done = await post(`${place}/lot`, [
      ...hiddenOf(seen.text),
      ['action', 'enregistrer'],
      ['date', '01/06/2026'],
      ['partie4.precisionUsage', 'accès au DP'],
      ['partie4.logiciels.0.type', 'DP'],
      ['partie4.logiciels.0.editeur', ''],
      ['partie4.logiciels.0.solution', 'Solution'],
      ['partie4.logiciels.0.version', '1'],
      ['partie4.offreProAuthSignConf', 'oui'],
      ['s.tous.partie4.domaineMessagerie', 'ch.fr'],
      ...Object.entries(contact).map(([nom, value]): [string, string] => [
        `s.tous.partie4.administrateursTechniques.0.${nom}`,
        value,
      ]),
    ]);
    expect(done.text).toContain('enregistré sur 2 sites.');
    for (const [id, editeur] of [
      [first, 'Éditeur A'],
      [second, 'Éditeur B'],
    ])
      expect(await saidBy(id, 'formulaire413.partie4Remplie')).toMatchObject({
        partie4: { logiciels: [{ editeur }], administrateursTechniques: [contact] },
      });
  });

  test('a form is sent with its content where it is filled in, and without where nobody has typed in it', async () => {
    for (const site of sites) await tell(site, 'contrat.termine');
    const seen = await post(`${base}/lot`, { acte: 'contrat.transmis' });
    expect(rowsOf(seen.text)).toEqual(['Site 41', 'Site 42', 'Site 43']);
    const own = (id: string | undefined, fields: Record<string, string>) =>
      Object.entries(fields).map(([nom, value]): [string, string] => [`s.${id}.saisie.${nom}`, value]);
    const done = await post(`${base}/lot`, [
      ...hiddenOf(seen.text),
      ['date', '01/06/2026'],
      ['saisie.signature.date', '01/06/2026'],
      ['action', 'enregistrer'],
      ...sites.flatMap((id) => own(id, { 'signature.lieu': 'Nantua' })),
      ...own(sites[0], {
        'representantLegal.nom': 'Blanc',
        'representantLegal.prenom': 'Anne',
        'representantLegal.fonction': 'Directrice',
        'representantLegal.courriel': 'direction@ch-exemple.fr',
      }),
    ]);
    expect(done.text).toContain('enregistré sur 3 sites.');
    const [first, second] = await Promise.all(sites.map((id) => saidBy(id, 'contrat.transmis')));
    expect(first).toMatchObject({
      saisie: { etablissement: { siret: numbersOf(41).siret }, representantLegal: { nom: 'Blanc' } },
    });
    expect(second).not.toHaveProperty('saisie');
  });
});

test('what undoes, and what sends back, is not among what moves', async () => {
  const { groupement, sites } = await groupementOf(server.services, [71]);
  await tell(sites[0], 'contrat.absent');
  await tell(sites[0], 'contrat.transmis');
  const { text } = await read(`/groupements/${groupement}`);
  const [ahead = '', folded = ''] = text.split('<div class="plis-lot">');
  expect(ahead).toContain('value="contrat.signe"');
  expect(ahead).not.toContain('value="contrat.refuse"');
  expect(folded).toContain('value="contrat.refuse"');
  expect(text).not.toContain('value="dossier.abandonne"');
});

describe('what the checklist holds back', () => {
  test('is told of its site alone, and goes only with a reason, which is kept', async () => {
    const { groupement, sites } = await groupementOf(server.services, [51, 52]);
    const base = `/groupements/${groupement}`;
    const [wrong = '', right = ''] = sites;
    const { partie3, partie4 } = formulaires['formulaire-413'].exemple;
    const etablissement = { denomination: 'Site', sansFiness: false, codePostal: '01130', commune: 'Nantua' };
    for (const [id, rank] of [
      [wrong, 59],
      [right, 52],
    ] as const) {
      await tell(id, 'contrat.trouve');
      await tell(id, 'carteResponsable.trouvee', { carte: { type: 'CDE', fin: '2035-12-31' } });
      await tell(id, 'administrateurTechnique.designe', {
        personne: martin,
        origine: 'employe',
        carte: { type: 'CPE', fin: '2035-12-31' },
      });
      await tell(id, 'formulaire413.partie1Remplie', { partie1: { ...etablissement, ...numbersOf(rank) } });
      await tell(id, 'formulaire413.partie4Remplie', { partie4 });
      await tell(id, 'formulaire413.partie3Remplie', { partie3: { ...partie3, date: JOUR } });
    }
    given(
      await server.services.record(
        { genre: 'groupement', id: groupement },
        { type: 'dsi.contactee', date: JOUR, interlocuteur: 'DSI' },
        act,
      ),
    );
    const seen = await post(`${base}/lot`, { acte: 'formulaire413.signe' });
    expect(seen.text).toContain('Le SIRET n’est pas celui du dossier');
    const fields: [string, string][] = [...hiddenOf(seen.text), ['date', '01/06/2026'], ['action', 'enregistrer']];
    expect(fields.filter(([name]) => name === 'pris').map(([, value]) => value.split(':')[0])).toEqual([right]);

    const ticked: [string, string][] = [...fields, ['pris', `${wrong}:${await versionOf(wrong)}`]];
    const asked = await post(`${base}/lot`, ticked);
    expect([asked.status, asked.text.includes('Dites pourquoi en quelques mots.')]).toEqual([422, true]);
    expect(await saidBy(right, 'formulaire413.signe')).toBeNull();
    const done = await post(`${base}/lot`, [...ticked, [`malgre.${wrong}`, 'L’ANS l’attend ainsi']]);
    expect(done.text).toContain('enregistré sur 2 sites.');
    expect((await read(`/dossiers/${wrong}/notes`)).text).toContain('L’ANS l’attend ainsi');
    expect((await read(`/dossiers/${right}/notes`)).text).not.toContain('signé malgré');
  });
});
