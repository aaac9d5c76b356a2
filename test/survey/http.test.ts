import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { dossierFacts } from '../../machines/etablissement/events.ts';
import { serve } from '../server.ts';
import { formats, numbersOf, tableOf } from './files.ts';
import { groupementOf } from './groupement.ts';

const table = tableOf([
  ['N° FINESS', 'Contrat', 'Établissement'],
  [numbersOf(1).finess, 'oui', 'Hôpital'],
  [numbersOf(2).finess, 'en cours', ''],
]);
const windows = formats['Windows-1252']?.(table) ?? Buffer.alloc(0);

const server = await serve('2026-06-01');
const opened = await groupementOf(server.services, [1, 2]);
const path = `/api/v1/groupements/${opened.groupement}`;
const sites = opened.sites;

describe('the état des lieux over HTTP', () => {
  test('is read as it is, whatever its encoding, and written only when it is no preview', async () => {
    const seen = await send('?apercu=oui', windows);
    expect(seen).toMatchObject({
      status: 200,
      body: {
        apercu: true,
        encodage: 'windows-1252',
        separateur: ';',
        entete: 1,
        colonnes: ['N° FINESS', 'Contrat', 'Établissement'],
        lignes: [
          {
            ligne: 2,
            statut: 'acceptee',
            denomination: 'Hôpital',
            dossierId: sites[0],
            enregistre: [{ type: 'contrat.trouve' }],
          },
          { ligne: 3, statut: 'refusee', dossierId: null, enregistre: [] },
        ],
      },
    });
    expect(await versionOf()).toBe(3);

    expect((await send(`?empreinte=${seen.body.empreinte}`, windows)).body).toMatchObject({
      apercu: false,
      lignes: [{ enregistre: [{ type: 'contrat.trouve' }] }, { statut: 'refusee' }],
    });
    expect(await versionOf()).toBe(4);
    expect(await send(`?empreinte=${seen.body.empreinte}`, windows)).toMatchObject({
      status: 412,
      body: { code: 'version-perimee', version: 4 },
    });
  });

  test('is taken as a workbook', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['FINESS', 'Contrat'],
        [numbersOf(2).finess, 'oui'],
      ]),
      'Sites',
    );
    const file = write(book, { type: 'buffer', bookType: 'ods' });
    const type = 'application/vnd.oasis.opendocument.spreadsheet';
    expect(await send('?apercu=oui', file, { 'Content-Type': type })).toMatchObject({
      status: 200,
      body: {
        encodage: 'ods',
        remarques: [],
        lignes: [{ dossierId: sites[1], enregistre: [{ type: 'contrat.trouve' }] }],
      },
    });
  });

  test('sent again under its key is written once and answered the same', async () => {
    const headers = { 'Idempotency-Key': 'etat-des-lieux-1' };
    const first = await send('', windows, headers);
    const version = await versionOf();
    expect(await send('', windows, headers)).toEqual(first);
    expect(await versionOf()).toBe(version);
  });

  const badOnes = [
    { name: 'a stale version', headers: { 'If-Match': '"1"' }, refusal: [412, 'version-perimee'] },
    { name: 'JSON', headers: { 'Content-Type': 'application/json' }, refusal: [415, 'type-de-contenu'] },
    { name: 'too much', file: Buffer.alloc(1024 * 1024 + 1, 'a'), refusal: [413, 'corps-trop-grand'] },
    { name: 'no table', file: Buffer.from('bonjour'), refusal: [422, 'saisie-invalide'] },
    { name: 'a day to come', query: '?date=2026-06-02', refusal: [422, 'saisie-invalide'] },
  ];
  test.each(badOnes)('is refused for $name', async ({ query = '', file = windows, headers = {}, refusal }) => {
    const { status, body } = await send(query, file, headers);
    expect([status, body.code]).toEqual(refusal);
  });
});

describe('the matrix over HTTP', () => {
  test('says of each site how far it is with each prerequisite', async () => {
    const { body } = await server.get<{ colonnes: { id: string }[]; sites: unknown[] }>(`${path}/matrice`);
    expect(body.colonnes.map(({ id }) => id)).toEqual([
      ...[
        'coordination',
        'etatDesLieux',
        'editeur',
        'contrat',
        'carteResponsable',
        'mandataire',
        'administrateurTechnique',
      ],
      ...['formulaire413', 'habilitation', 'certificats'],
    ]);
    expect(body.sites[0]).toMatchObject({
      denomination: 'Site 1',
      codePostal: '01130',
      commune: 'Nantua',
      statut: 'enCours',
      ...numbersOf(1),
      cellules: {
        contrat: { etat: 'fait', etape: 'contrat.actif', libelle: 'Contrat actif', depuis: '2026-06-01', raison: null },
        etatDesLieux: { etat: 'fait' },
        mandataire: { etat: 'facultatif' },
        formulaire413: { etat: 'aFaire', libelle: 'Formulaire 413 à rédiger (0 sur 3)' },
        habilitation: { etat: 'aVenir', libelle: 'Aucune habilitation' },
        certificats: { etat: 'aVenir', libelle: 'Aucun certificat' },
      },
    });
  });

  test('says what a step that is owed but refused waits for', async () => {
    const [, site] = sites;
    for (const fact of until413)
      expect((await server.post(`/api/v1/dossiers/${site}/faits`, { date: '2026-06-01', ...fact })).status).toBe(200);
    const { body } = await server.get<{ sites: { cellules: Record<string, object> }[] }>(`${path}/matrice`);
    expect(body.sites[1]?.cellules['formulaire413']).toEqual({
      etat: 'bloque',
      etape: 'formulaire413.aSigner',
      libelle: 'Formulaire 413 à signer',
      acteur: 'representantLegal',
      depuis: '2026-06-01',
      raison: 'Il faut un contrat actif avec l’ANS. Il faut une carte CDE, ou CPS responsable, active.',
    });
  });

  test('is a table for office tools too', async () => {
    const response = await server.fetch(`${path}/matrice.csv`);
    const [head, line] = (await response.text()).split('\r\n');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(head).toContain('"Contrat avec l’ANS";"Carte du représentant légal"');
    expect(line).toContain('"Fait : Contrat actif"');
  });
});

const until413 = ['1', '3', '4'].map((rank) => {
  const type = `formulaire413.partie${rank}Remplie`;
  return { type, ...dossierFacts[type]?.exemples[0] };
});

interface Told {
  status: number;
  body: { code?: string; empreinte?: string; lignes?: object[] };
}

async function send(query: string, file: Uint8Array, headers: object = {}): Promise<Told> {
  const response = await server.fetch(`${path}/etat-des-lieux${query}`, {
    method: 'POST',
    body: Buffer.from(file),
    headers: { 'Content-Type': 'text/csv', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Told['body'] };
}

async function versionOf(): Promise<number> {
  return (await server.get<{ version: number }>(path)).body.version;
}
