import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formulaires } from '../../../machines/formulaires/index.ts';
import { elsewhere } from '../../../src/console/correction/elsewhere.ts';
import type { CorrectedLine } from '../../../src/console/correction/line.ts';
import { given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { visitorOf } from '../visitor.ts';
import { openTold, rangOf, tellAs } from './desk.ts';

let server: TestServer;
let people: People;
let id: string;

const act = { auteur: 'compte:agent', version: null };

beforeEach(async () => {
  server = await startServer('2026-11-24');
  people = await peopleOf(server.services);
  id = await openTold(server.services, ['contrat.transmis', 'contrat.signe', 'carteResponsable.trouvee']);
});
afterEach(() => server.stop());

const placeOf = async (type: string) => `/dossiers/${id}/journal/${await rangOf(server.services, id, type)}/correction`;
const get = (path: string, who: keyof Omit<People, 'editeurId'> = 'superviseur') =>
  visitorOf(server).get(path, people[who]);
const post = (path: string, fields: Record<string, string>) => visitorOf(server).post(path, fields, people.superviseur);
/** What the form of a page would send again. */
const hidden = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]),
  );
const etats = async () => JSON.parse(given(await server.services.find({ genre: 'dossier', id })).etat).etats;

describe('a mistake is corrected without a script', () => {
  test('by looking at what would change, then confirming it', async () => {
    const place = await placeOf('contrat.transmis');
    const seen = await post(place, { mode: 'retirer', motifCorrection: 'Contrat retrouvé', action: 'apercu' });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('1 ligne retirée avec la correction');
    expect(seen.text).toContain('Cela se note à l’étape « Décision de l’ANS sur le contrat ».');
    expect(await etats()).toMatchObject({ contrat: 'actif' });
    const done = await post(place, { ...hidden(seen.text), action: 'confirmer' } as Record<string, string>);
    expect([done.status, done.headers.get('location')]).toEqual([303, `/dossiers/${id}/journal`]);
    expect(await etats()).toMatchObject({ contrat: 'aVerifier' });
  });

  test('by telling the fact otherwise, with the fields of its own form', async () => {
    const place = await placeOf('carteResponsable.trouvee');
    const form = await get(place);
    expect(form.text).toContain('value="31/12/2035"');
    const typed = { mode: 'remplacer', date: '02/11/2026', 'carte.type': 'CDE', 'carte.fin': '31/12/2029' };
    const seen = await post(place, { ...typed, motifCorrection: 'Date mal lue', action: 'apercu' });
    expect(seen.text).toContain('31/12/2029');
    const done = await post(place, { ...hidden(seen.text), action: 'confirmer' } as Record<string, string>);
    expect(done.status).toBe(303);
    const { contexte, depuis } = JSON.parse(given(await server.services.find({ genre: 'dossier', id })).etat);
    expect([contexte.carteResponsable.fin, depuis['carteResponsable.active']]).toEqual(['2029-12-31', '2026-11-02']);
  });
});

describe('a mistake that other lines say too', () => {
  const tell = async (fact: { type: string; [champ: string]: unknown }) =>
    given(await server.services.record({ genre: 'dossier', id }, { date: '2026-11-10', ...fact }, act));
  const ticked = ({ text }: { text: string }) =>
    [...text.matchAll(/name="avec" value="(\d+)" form="confirmer"( checked)?/g)].map(([, , checked]) =>
      Boolean(checked),
    );

  test('is proposed there: ticked for a name, not for a card that may be another of the same day', async () => {
    const [partie3] = [formulaires['formulaire-413'].exemple.partie3];
    const carte = { type: 'CDE', fin: '2035-12-31' };
    await tell({ type: 'formulaire413.partie3Remplie', partie3: { ...partie3, carte } });
    const end = { mode: 'remplacer', date: '03/11/2026', 'carte.type': 'CDE', 'carte.fin': '31/12/2034' };
    const reason = { motifCorrection: 'Mal lu', action: 'apercu' };
    expect(ticked(await post(await placeOf('carteResponsable.trouvee'), { ...end, ...reason }))).toEqual([false]);

    const told = { personne: { nom: 'Martn', prenom: 'Camille' }, origine: 'employe', carte: null };
    await tell({ type: 'administrateurTechnique.designe', ...told });
    const saisie = { ...formulaires['formulaire-301'].exemple, role: 'administrateurTechnique', mandat: false };
    const porteur = { nom: 'Martn', prenom: 'Camille' };
    await tell({ type: 'carteAdministrateur.demandee', moyen: 'formulaire-301', saisie: { ...saisie, porteur } });
    const named = { mode: 'remplacer', date: '10/11/2026', 'personne.nom': 'Martin', 'personne.prenom': 'Camille' };
    const how = { origine: 'employe', 'carte.reponse': 'non' };
    const place = await placeOf('administrateurTechnique.designe');
    const seen = await post(place, { ...named, ...how, ...reason });
    expect(ticked(seen)).toEqual([true]);
    expect(seen.text).toContain('<del>Martn</del>');
    expect(seen.text).toContain('<ins>Martin</ins>');
  });
});

test('somebody removed from a list is not taken for the next one, who is known already', () => {
  const said = {
    partie4: {
      administrateursTechniques: [
        { nom: 'Un', prenom: 'A' },
        { nom: 'Deux', prenom: 'B' },
      ],
    },
  };
  const other = { rang: 3, type: 'formulaire413.partie4Remplie', date: '2026-11-01', saisie: JSON.stringify(said) };
  const ligne = { ...other, rang: 2, auteur: 'compte:agent', enregistreLe: '2026-11-01T08:00:00.000Z' };
  const read = (one: object) => ({ ligne: one, cible: { genre: 'dossier', id } });
  const lines = new Map([
    [2, read(ligne)],
    [3, read({ ...ligne, rang: 3 })],
  ]);
  const sought = { cible: { genre: 'dossier', id }, rang: 2, line: read(ligne), lines } as unknown as CorrectedLine;
  const without = { partie4: { administrateursTechniques: [{ nom: 'Deux', prenom: 'B' }] } };
  expect(elsewhere(sought, without)).toEqual([]);
  const renamed = {
    partie4: {
      administrateursTechniques: [
        { nom: 'Une', prenom: 'A' },
        { nom: 'Deux', prenom: 'B' },
      ],
    },
  };
  expect(elsewhere(sought, renamed).map(({ rang }) => rang)).toEqual([3]);
});

describe('a correction is refused', () => {
  test('without a reason, or with a fact that could not have been, beside what is wrong', async () => {
    const place = await placeOf('carteResponsable.trouvee');
    const typed = { mode: 'remplacer', date: '02/11/2026', 'carte.type': 'CDE', 'carte.fin': '31/12/2025' };
    const silent = await post(place, { ...typed, action: 'apercu' });
    expect([silent.status, silent.text.includes('href="#correction-motifCorrection"')]).toEqual([422, true]);
    const lapsed = await post(place, { ...typed, motifCorrection: 'Date mal lue', action: 'apercu' });
    expect(lapsed.status).toBe(409);
    expect(lapsed.text).toContain('À cette place de l’historique, ce fait aurait été refusé');
    const wrong = await post(place, { ...typed, date: 'hier', motifCorrection: 'Date mal lue', action: 'apercu' });
    expect([wrong.status, wrong.text.includes('href="#correction-date"')]).toEqual([422, true]);
  });

  test('when somebody acted since it was shown: it is shown again, and nothing is corrected', async () => {
    const place = await placeOf('contrat.transmis');
    const seen = await post(place, { mode: 'retirer', motifCorrection: 'Contrat retrouvé', action: 'apercu' });
    await tellAs(server.services, id, ['mandat.trouve'], '2026-11-04');
    const late = await post(place, { ...hidden(seen.text), action: 'confirmer' } as Record<string, string>);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Le dossier a changé depuis cet aperçu');
    expect(late.text).toContain('2 lignes retirées avec la correction');
    expect(await etats()).toMatchObject({ contrat: 'actif', mandataire: 'actif' });
  });

  test('to an agent, of what another told, and of what no person told', async () => {
    const place = await placeOf('contrat.transmis');
    const theirs = await get(place, 'agent');
    expect([theirs.status, theirs.text.includes('demandez la correction à un superviseur')]).toEqual([409, true]);
    expect((await get(place, 'lecteur')).status).toBe(403);
    const opening = await get(await placeOf('dossier.ouvert'));
    expect([opening.status, opening.text.includes('abandonnez le dossier')]).toEqual([409, true]);
  });
});
