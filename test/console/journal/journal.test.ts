import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { openTold, tellAs, withdrawn } from '../correction/desk.ts';
import { visitorOf } from '../visitor.ts';

let server: TestServer;
let people: People;
let id: string;

beforeAll(async () => {
  server = await startServer('2026-11-24');
  people = await peopleOf(server.services);
  id = await openTold(server.services, ['contrat.transmis', 'contrat.signe', 'carteResponsable.trouvee']);
});
afterAll(() => server.stop());

const read = async (query = '', who: keyof Omit<People, 'editeurId'> = 'superviseur') =>
  (await visitorOf(server).get(`/dossiers/${id}/journal${query}`, people[who])).text;
/** What lines are told, from the newest. */
const titles = (page: string) =>
  [...page.matchAll(/<p class="fait">(?:<s>)?([^<]*)/g)].map(([, title]) => title?.trim());

describe('a journal', () => {
  test('tells the newest first, in French, with what was typed', async () => {
    const page = await read();
    expect(titles(page)).toEqual([
      'Carte du responsable déjà active (CDE ou CPS responsable)',
      'Contrat accepté par l’ANS',
      'Contrat de structure complété, signé et transmis',
      'Ouverture du dossier',
    ]);
    expect(page).toContain('<dt>Fin de validité</dt><dd>31/12/2035</dd>');
    expect(page).not.toContain('{&#34;');
  });

  test('is narrowed by words without accents, by actor, by part of the path, by day', async () => {
    expect(titles(await read('?q=structure+complete'))).toEqual(['Contrat de structure complété, signé et transmis']);
    expect(titles(await read('?acteur=etablissement'))).toEqual([]);
    expect(titles(await read('?region=Contrat+avec+l%E2%80%99ANS'))).toEqual([
      'Contrat accepté par l’ANS',
      'Contrat de structure complété, signé et transmis',
    ]);
    expect(titles(await read('?au=01/11/2026'))).toEqual(['Contrat de structure complété, signé et transmis']);
    expect(await read('?q=rien+de+tel')).toContain('Aucune ligne ne convient');
  });

  test('offers to correct any line to a superviseur, to an agent none that another told', async () => {
    expect((await read()).match(/journal\/\d+\/correction/g)).toHaveLength(3);
    expect(await read('', 'agent')).not.toContain('/correction"');
  });

  test('shows a corrected line struck, with the reason and what stands instead', async () => {
    await withdrawn(server.services, id, 'contrat.transmis', 'Contrat retrouvé');
    const page = await read();
    expect(page).toContain('<s>Contrat accepté par l’ANS</s>');
    expect(page).toContain('<s>Contrat de structure complété, signé et transmis</s>');
    expect(page.match(/<strong>Motif :<\/strong> Contrat retrouvé/g)).toHaveLength(3);
  });

  test('comes in pages', async () => {
    const long = await openTold(server.services, [], '010000040');
    for (let turn = 0; turn < 28; turn++)
      await await tellAs(server.services, long, ['dossier.abandonne', 'dossier.rouvert'], '2026-11-02');
    const visitor = visitorOf(server);
    const first = (await visitor.get(`/dossiers/${long}/journal`, people.agent)).text;
    const second = (await visitor.get(`/dossiers/${long}/journal?page=2`, people.agent)).text;
    expect([titles(first).length, titles(second).length]).toEqual([50, 7]);
    expect(first).toContain('Page 1 sur 2');
  });
});
