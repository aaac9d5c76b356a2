import { describe, expect, test } from 'vitest';
import { columnNamed, isUseless } from '../../src/survey/spellings.ts';
import { readSurvey, type Survey } from '../../src/survey/survey.ts';
import { numbersOf, tableOf } from './files.ts';

const [nantua, gex] = [numbersOf(1), numbersOf(3)];
const sites = [{ id: 'nantua', denomination: 'CH de Nantua', ...nantua, abandonne: false }];

describe('a heading', () => {
  test.each([
    ['FINESS', 'nofinesset', 'finess'],
    ['FINESS', 'rs', 'denomination'],
    ['FINESS', 'ligneacheminement', 'acheminement'],
    ['FINESS', 'libcommune', 'commune'],
    ['SIRENE', 'denominationUniteLegale', 'denomination'],
    ['SIRENE', 'enseigne1Etablissement', 'denomination'],
    ['SIRENE', 'codePostalEtablissement', 'codePostal'],
    ['SIRENE', 'libelleCommuneEtablissement', 'commune'],
    ['RPPS', 'Numéro FINESS site', 'finess'],
    ['RPPS', 'Numéro SIRET site', 'siret'],
    ['RPPS', 'Raison sociale site', 'denomination'],
    ['RPPS', 'Code postal (coord. structure)', 'codePostal'],
    ['RPPS', 'Libellé commune (coord. structure)', 'commune'],
    ['SAE', 'FI', 'finess'],
    ['SAE', 'RS', 'denomination'],
    ['DGOS', 'FINESS géographique', 'finess'],
    ['DGOS', 'Nom de l’établissement', 'denomination'],
    ['a DSI', 'Contrat ANS (O/N)', 'contrat'],
    ['a DSI', 'Contrat ANS signé oui/non', 'contrat'],
    ['a DSI', 'Contrat signé avec l’ANS ?', 'contrat'],
    ['a DSI', 'N° de contrat ANS', 'numeroContrat'],
    ['a DSI', 'Date de signature du contrat', 'dateContrat'],
    ['a DSI', 'CDE (O/N)', 'carteResponsable'],
    ['a DSI', 'Carte CDE (oui/non)', 'carteResponsable'],
    ['a DSI', 'CDE - date d’expiration', 'finCarteResponsable'],
    ['a DSI', 'Date de fin de validité de la CDE (jj/mm/aaaa)', 'finCarteResponsable'],
    ['a DSI', 'Mandataire (O/N)', 'mandataire'],
    ['a DSI', 'Commentaires', 'observations'],
    ['a DSI', 'CP / Ville', 'acheminement'],
  ])('of %s, « %s », is read as %s', (_from, heading, colonne) => {
    expect(columnNamed(heading)).toBe(colonne);
  });

  test.each([
    'nofinessej',
    'Numéro FINESS établissement juridique',
    'FI_EJ',
    'siren',
    'Téléphone',
    'Adresse 1',
    'libcategetab',
  ])('« %s » is of no use here', (heading) => {
    expect([columnNamed(heading), isUseless(heading)]).toEqual([null, true]);
  });

  test.each(['Nom du mandataire', 'Téléphone du responsable', 'Avancement', 'Logiciel de PUI', 'FINESS PMSI'])(
    '« %s » is not ours, and its sender may believe that it is read',
    (heading) => {
      expect([columnNamed(heading), isUseless(heading)]).toEqual([null, false]);
    },
  );
});

describe('a column that is not read', () => {
  test('is said on each line where it holds something', () => {
    const { lignes, ignorees } = read(
      tableOf([
        ['FINESS', 'Contrat', 'Avancement', 'Téléphone'],
        [nantua.finess, 'oui', 'En attente de signature', '0400000000'],
        [gex.finess, '', '', ''],
      ]),
    );
    expect(ignorees).toEqual(['Avancement', 'Téléphone']);
    expect(lignes[0]).toMatchObject({
      statut: 'corrigee',
      corrections: [{ message: 'Non lu, rien n’en est gardé : « Avancement » (En attente de signature)' }],
    });
    expect(lignes[1]?.corrections).toEqual([]);
  });

  test('a label counts before the code beside it', () => {
    const { lignes } = read(
      tableOf([
        ['siret', 'nofinesset', 'rs', 'commune', 'libcommune', 'codepostal'],
        [gex.siret, gex.finess, 'CH GEX', '173', 'GEX', '01170'],
      ]),
    );
    expect(lignes[0]).toMatchObject({ statut: 'acceptee', ouverture: { commune: 'GEX', codePostal: '01170' } });
  });
});

describe('an extraction of FINESS', () => {
  const structure = (finess: string, siret: string, rs: string, line: string) => {
    const cells = Array.from({ length: 32 }, () => '');
    for (const [rang, cell] of [
      [0, 'structureet'],
      [1, finess],
      [3, rs],
      [12, '269'],
      [15, line],
      [22, siret],
    ] as const)
      cells[rang] = cell;
    return cells;
  };

  test('is read as it is downloaded, without headings, the places of its establishments left out', () => {
    const { entete, lignes } = read(
      tableOf([
        ['finess', 'etalab', '96', '2026-05-12'],
        structure(nantua.finess, nantua.siret, 'CH DE NANTUA', '01130 NANTUA'),
        structure(gex.finess, gex.siret, 'CH DE GEX', '01174 GEX CEDEX'),
        ['geolocalisation', nantua.finess, '900000.0', '6560000.0', '1,ATLASANTE', '2026-05-01'],
      ]),
    );
    expect([entete, lignes.length]).toEqual([0, 2]);
    expect(lignes[0]).toMatchObject({ ligne: 2, statut: 'acceptee', site: { id: 'nantua' } });
    expect(lignes[1]).toMatchObject({
      statut: 'acceptee',
      ouverture: { denomination: 'CH DE GEX', siret: gex.siret, codePostal: '01174', commune: 'GEX CEDEX' },
    });
  });
});

describe('the contract', () => {
  const headings = ['FINESS', 'Contrat ANS (O/N)', 'N° de contrat', 'Date du contrat', 'Observations'];
  const lineOf = (...cells: string[]) => read(tableOf([headings, [nantua.finess, ...cells]])).lignes[0];

  test('is told with its number and its day, and what is written beside it', () => {
    expect(lineOf('O', 'C-2025-0042', '03/02/2025', 'Signé par le  directeur')).toMatchObject({
      statut: 'acceptee',
      observations: 'Signé par le directeur',
      connu: { contrat: 'actif', numeroContrat: 'C-2025-0042', contratDepuis: '2025-02-03' },
    });
  });

  test('is told by its number alone', () => {
    expect(lineOf('', 'C-2025-0042', '', '')?.connu).toMatchObject({ contrat: 'actif', numeroContrat: 'C-2025-0042' });
    expect(lineOf('C 2025 0042', '', '', '')?.connu).toMatchObject({ contrat: 'actif', numeroContrat: 'C 2025 0042' });
  });

  test.each([
    [['non', 'C-2025-0042', '', ''], 'Le contrat est dit absent, avec un numéro ou une date : gardez l’un ou l’autre.'],
    [
      ['oui', '', '02/06/2026', ''],
      'Le contrat est daté du 02/06/2026, après l’état des lieux : corrigez l’une des deux dates.',
    ],
    [['oui', '', '', '1 85 05 78 006 084 91'], 'Retirez le numéro de sécurité sociale : il ne se transmet jamais ici.'],
  ])('%j is refused', (cells, message) => {
    expect(lineOf(...cells)?.refus.map((one) => one.message)).toEqual([message]);
  });
});

function read(text: string): Survey {
  const jour = '2026-06-01';
  const survey = readSurvey(Buffer.from(text), { sites, jour, le: jour, doubtsOf: () => [] });
  if (!survey.ok) throw new Error(survey.error);
  return survey.value;
}
