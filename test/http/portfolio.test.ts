import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { createKey, delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
const LIEN = 'Lien';
let autreEditeur: string;

async function open(denomination: string, finess: string): Promise<string> {
  const etablissement = { denomination, siret: '26011021800047', finess, codePostal: '01130', commune: 'NANTUA' };
  const { body } = await server.post<{ id: string }>('/api/v1/dossiers', {
    procedure: 'prive-mono-site',
    etablissement,
  });
  return body.id;
}

interface Listed {
  status: number;
  dossiers?: { etablissement: { finess: string } }[];
  total?: object;
  erreurs?: { pointeur: string }[];
}
async function listed(query: string, headers: Record<string, string> = {}): Promise<Listed> {
  const response = await server.fetch(`/api/v1/dossiers?${query}`, { headers });
  return { status: response.status, ...((await response.json()) as object) };
}
const finessIn = ({ dossiers = [] }: Listed) => dossiers.map(({ etablissement }) => etablissement.finess);

const server = await serve(JOUR);
const people = await peopleOf(server.services);
const { identites } = server.services;
({ id: autreEditeur } = given(await identites.createEditeur(enPlace, { nom: 'Un autre' })));
const first = await open('=HYPERLINK("http://ailleurs")', '010000057');
await open('Hôpital « du Lac » ; site nord', '010000040');
await open('Clinique', '590782553');
const delegation = { dossierId: first, editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
given(await delegate(identites, enPlace, delegation));

describe('the portfolio of an éditeur', () => {
  test('is what is delegated to it, whether it asks or an agent does', async () => {
    expect(finessIn(await listed('editeur=moi', people.editeur))).toEqual(['010000057']);
    expect(finessIn(await listed(`editeur=${people.editeurId}`, people.editeur))).toEqual(['010000057']);
    expect(finessIn(await listed(`editeur=${people.editeurId}`))).toEqual(['010000057']);
    expect(finessIn(await listed(`editeur=${autreEditeur}`))).toEqual([]);
    expect(finessIn(await listed('editeur=moi&modifiesDepuis=2026-06-02T00:00:00Z', people.editeur))).toEqual([]);
  });

  test('is what is delegated to it in its sandbox too', async () => {
    const asked = { nom: 'Bac', role: 'editeur', editeurId: people.editeurId, portees: ['lecture'], bacASable: true };
    const { cle } = given(await createKey(server.services.identites, enPlace, asked));
    const headers = { Authorization: `Bearer ${cle}` };
    const play = (role: string) => server.post('/api/v1/bac-a-sable/acteur', { role }, headers);
    await play('agent');
    const etablissement = { denomination: 'Essai', siret: '26011021800047', finess: '010000057' };
    const lieu = { codePostal: '01130', commune: 'NANTUA' };
    const ouvert = { procedure: 'prive-mono-site', etablissement: { ...etablissement, ...lieu } };
    const opened = await server.post<{ id: string }>('/api/v1/dossiers', ouvert, headers);
    const lent = { dossierId: opened.body.id, editeurId: people.editeurId, du: '2026-06-01', motif: 'Essai' };
    expect((await server.post('/api/v1/delegations', lent, headers)).status).toBe(201);
    await play('editeur');
    expect(finessIn(await listed('editeur=moi', headers))).toEqual(['010000057']);
  });

  test('of another is nobody’s, and agents have none', async () => {
    const refused = [await listed(`editeur=${autreEditeur}`, people.editeur), await listed('editeur=moi')];
    expect(refused.map(({ status, erreurs }) => [status, erreurs?.[0]?.pointeur])).toEqual([
      [422, '/editeur'],
      [422, '/editeur'],
    ]);
  });

  test('is counted on demand, over all pages', async () => {
    expect((await listed('total=oui&limite=1')).total).toEqual({ nombre: 3, plafonne: false });
    expect((await listed('total=oui', people.editeur)).total).toEqual({ nombre: 1, plafonne: false });
    expect((await listed('limite=1')).total).toBeUndefined();
  });
});

describe('the export', () => {
  async function exported(query = '', headers: Record<string, string> = {}) {
    const response = await server.fetch(`/api/v1/dossiers/export.csv${query}`, { headers });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    return { response, text };
  }
  const linesOf = (text: string) =>
    parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];

  test('is a table for French office tools, which computes nothing', async () => {
    const { response, text } = await exported();
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="dossiers-${JOUR}.csv"`);
    expect(text.startsWith('\uFEFF"Dénomination";"SIRET";"FINESS";')).toBe(true);
    const [first, second] = linesOf(text);
    expect(first?.['Dénomination']).toBe(`'=HYPERLINK("http://ailleurs")`);
    expect(second).toEqual({
      Dénomination: 'Hôpital « du Lac » ; site nord',
      SIRET: '26011021800047',
      FINESS: '010000040',
      Procédure: 'Établissement sur un seul site géographique',
      Statut: 'En cours',
      'Prochaine étape': 'Contrat avec l’ANS à vérifier',
      Acteur: 'Représentant légal',
      'Actes restants': '17',
      'À faire': expect.stringContaining('Contrat avec l’ANS à vérifier'),
      Étapes: expect.stringContaining('contrat.aVerifier'),
      'Attendu de': expect.stringContaining('Représentant légal'),
      'Faits possibles': expect.stringContaining('contrat.trouve'),
      Depuis: expect.stringMatching(/^2026-06-01( \| 2026-06-01)*$/),
      Échéance: expect.stringMatching(/^2026-0\d-\d\d( \| 2026-\d\d-\d\d)*$/),
      'Formulaire retourné le': '',
      'Ouvert le': JOUR,
      'Modifié le': JOUR,
      Identifiant: expect.stringMatching(/^[\da-f-]{36}$/),
      [LIEN]: expect.stringMatching(/^\/dossiers\/[\da-f-]{36}$/),
    });
  });

  test('shows the same as the list: by the same rights and filters', async () => {
    const finess = async (query = '', headers = {}) =>
      linesOf((await exported(query, headers)).text).map((line) => line['FINESS']);
    expect(await finess('?finess=590782553')).toEqual(['590782553']);
    expect(await finess('', people.editeur)).toEqual(['010000057']);
    expect(await finess(`?editeur=${people.editeurId}`)).toEqual(['010000057']);
    expect((await exported('?limite=2')).response.status).toBe(422);
  });
});
