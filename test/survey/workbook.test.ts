import { type BookType, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decodeTable } from '../../src/survey/encoding.ts';
import { readSurvey, type Survey } from '../../src/survey/survey.ts';
import { numbersOf } from './files.ts';

const [nantua, gex] = [numbersOf(1), numbersOf(3)];
const sites = [nantua, gex].map((numbers, rank) => ({
  id: `site-${rank}`,
  denomination: `Site ${rank}`,
  ...numbers,
  abandonne: false,
}));
const kinds = ['xlsx', 'ods'] as const;

describe.each(kinds)('a workbook (.%s)', (kind) => {
  test('is read as it is shown: numbers whole, days in French, merged heads as one heading', () => {
    const survey = given(bytesOf(bookOf({ Sites: sheet() }), kind));
    expect([survey.encodage, survey.entete, survey.colonnes]).toEqual([
      kind,
      4,
      ['FINESS Site', 'SIRET Site', 'Carte CDE O/N', 'Carte CDE Fin', 'Contrat ANS'],
    ]);
    expect(survey.lignes.map(({ ligne, statut, site, connu }) => ({ ligne, statut, id: site?.id, connu }))).toEqual([
      {
        ligne: 5,
        statut: 'acceptee',
        id: 'site-0',
        connu: { ...nantua, contrat: 'actif', carteResponsable: { type: 'CDE', fin: '2027-12-31' } },
      },
      { ligne: 7, statut: 'acceptee', id: 'site-1', connu: { ...gex, contrat: 'absent', carteResponsable: null } },
    ]);
  });

  test('says which sheet it read, and which not', () => {
    const book = bookOf({ Notes: utils.aoa_to_sheet([['À lire']]), Sites: sheet() });
    expect(given(bytesOf(book, kind)).remarques).toEqual(['Feuille lue : « Sites ». Non lues : « Notes ».']);
  });

  test('that repeats itself without end or grows too large is refused or cut', () => {
    const parts = unzipSync(bytesOf(bookOf({ Sites: sheet() }), kind));
    const name = kind === 'ods' ? 'content.xml' : 'xl/worksheets/sheet1.xml';
    const text = strFromU8(parts[name] ?? new Uint8Array());
    const endless = text
      .replaceAll('<table:table-row', '<table:table-row table:number-rows-repeated="1048576"')
      .replaceAll('<table:table-cell ', '<table:table-cell table:number-columns-repeated="16384" ');
    expect(decodeTable(zipSync({ ...parts, [name]: strToU8(endless) })).ok).toBe(true);
    const huge = zipSync({ ...parts, [name]: strToU8(text + ' '.repeat(5_000_000)) });
    for (const bomb of [huge, lying(huge)])
      expect(decodeTable(bomb)).toEqual({
        ok: false,
        error: 'Ce classeur est trop grand : gardez la seule feuille de l’état des lieux, une ligne par site.',
      });
  });
});

describe('a hidden sheet', () => {
  const visible = utils.aoa_to_sheet([['À lire']]);

  test('of Excel is not read, and that is said', () => {
    const book = bookOf({ Sites: sheet(), Archive: sheet() });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    expect(given(bytesOf(book, 'xlsx')).remarques).toEqual([
      'Feuille lue : « Sites ». Non lues : « Archive » (masquée).',
    ]);
  });

  test('of LibreOffice is not read either', () => {
    const parts = unzipSync(bytesOf(bookOf({ Archive: sheet(), Sites: sheet(), Notes: visible }), 'ods'));
    const style =
      '<style:style style:name="caché" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const text = strFromU8(parts['content.xml'] ?? new Uint8Array())
      .replace('</office:automatic-styles>', `${style}</office:automatic-styles>`)
      .replace(/(<table:table table:name="Archive" table:style-name=")[^"]*/, '$1caché');
    expect(given(zipSync({ ...parts, 'content.xml': strToU8(text) })).remarques).toEqual([
      'Feuille lue : « Sites ». Non lues : « Archive » (masquée), « Notes ».',
    ]);
  });

  test('may not be the only one', () => {
    const book = bookOf({ Sites: sheet() });
    const parts = unzipSync(bytesOf(book, 'xlsx'));
    const hidden = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace('<sheet ', '<sheet state="hidden" ');
    expect(decodeTable(zipSync({ ...parts, 'xl/workbook.xml': strToU8(hidden) }))).toMatchObject({
      error: 'Toutes les feuilles de ce classeur sont masquées : affichez celle de l’état des lieux.',
    });
  });
});

test.each<[string, Unzipped | null]>([
  ['cut short', null],
  ['a letter', { 'word/document.xml': strToU8('<document/>'), '[Content_Types].xml': strToU8('<Types/>') }],
])('an archive that is %s is refused with what to do', (_name, parts) => {
  const bytes = parts ? zipSync(parts) : bytesOf(bookOf({ Sites: sheet() }), 'xlsx').subarray(0, 400);
  expect(decodeTable(bytes)).toMatchObject({ error: expect.stringContaining('Ce classeur ne se lit pas') });
});

describe('a text of one byte a sign', () => {
  test.each([
    ['H\x99pital d\xd5\x8et\x8e', 'macintosh', 'Hôpital d’été', 0],
    ['H\xefPITAL D\xd5\x83T\x83', 'macintosh', 'HÔPITAL D’ÉTÉ', 0],
    ['H\xf4pital d\x92\xe9t\xe9 n\xb0 2', 'windows-1252', 'Hôpital d’été n° 2', 0],
    ['H\xd4PITAL D\x92\xc9T\xc9', 'windows-1252', 'HÔPITAL D’ÉTÉ', 0],
    ['Logiciel\xae', 'windows-1252', 'Logiciel®', 1],
  ])('%j is read as %s, or doubted', (bytes, encodage, name, doubts) => {
    const decoded = decodeTable(Buffer.from(`FINESS;Nom\n1;${bytes}`, 'latin1'));
    expect(decoded).toMatchObject({ ok: true, value: { encodage, texte: `FINESS;Nom\n1;${name}` } });
    expect(decoded.ok && decoded.value.remarques.length).toBe(doubts);
  });

  test.each(['H\x93pital', 'priv\x82', '\x90vreux'])('of MS-DOS is refused: %j', (bytes) => {
    expect(decodeTable(Buffer.from(`FINESS;Nom\n1;${bytes}`, 'latin1')).ok).toBe(false);
  });
});

/** Heads merged over two rows, a row left empty, numbers and days as numbers. */
function sheet(): WorkSheet {
  const made = utils.aoa_to_sheet([
    ['GHT du Haut-Bugey'],
    [],
    ['Site', null, 'Carte CDE', null, 'Contrat ANS'],
    ['FINESS', 'SIRET', 'O/N', 'Fin'],
    [nantua.finess, Number(nantua.siret), 'oui', 46_752, 'O'],
    [],
    [gex.finess, gex.siret, 'non', null, 'N'],
  ]);
  made['!merges'] = ['A1:E1', 'A3:B3', 'C3:D3', 'E3:E4'].map(utils.decode_range);
  made['D5'].z = 'm/d/yy';
  return made;
}

function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, made] of Object.entries(sheets)) utils.book_append_sheet(book, made, name);
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType): Uint8Array {
  return write(book, { type: 'buffer', bookType, compression: true });
}

/** The same archive, which says that each part is small. */
function lying(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4))
    bytes.writeUInt32LE(100, at + 24);
  return bytes;
}

function given(bytes: Uint8Array): Survey {
  const jour = '2026-06-01';
  const survey = readSurvey(bytes, { sites, jour, le: jour, doubtsOf: () => [] });
  if (!survey.ok) throw new Error(survey.error);
  return survey.value;
}
