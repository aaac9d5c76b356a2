import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Etablissement, warnEtablissement } from '../../machines/formulaires/etablissement.ts';
import { readSurvey, type Survey, type SurveyLine } from '../../src/survey/survey.ts';
import { formats, numbersOf, tableOf } from './files.ts';

const jour = '2026-06-01';
const [nantua, oyonnax, gex] = [1, 2, 3].map(numbersOf) as [Numbers, Numbers, Numbers];
type Numbers = ReturnType<typeof numbersOf>;

const sites = [
  { id: 'nantua', denomination: 'CH de Nantua', ...nantua, abandonne: false },
  { id: 'oyonnax', denomination: 'EHPAD d’Oyonnax', ...oyonnax, abandonne: false },
  { id: 'gex', denomination: 'Pharmacie de Gex', siret: gex.siret, finess: null, abandonne: false },
];

const known = {
  sites,
  jour,
  le: jour,
  doubtsOf: (ouverture: Etablissement) => warnEtablissement(ouverture, '').map(({ message }) => message),
};

describe('an état des lieux', () => {
  const text = tableOf([
    ['N° FINESS', 'Raison sociale', 'Contrat ANS', 'CDE', 'Mandataire déclaré'],
    [nantua.finess, 'Hôpital cœur d’été', 'Oui', 'non', 'ne sait pas'],
    [oyonnax.finess, 'Éhpad', 'NON', '', 'CPE 31/12/2027'],
  ]);

  test.each(Object.entries(formats))('reads the same in %s', (_name, write) => {
    const { lignes, entete, ignorees } = read(write(text));
    expect({ entete, ignorees }).toEqual({ entete: 1, ignorees: [] });
    expect(lignes).toEqual([
      accepted(2, 'nantua', { ...nantua, contrat: 'actif', carteResponsable: null }, 'Hôpital cœur d’été'),
      accepted(
        3,
        'oyonnax',
        { ...oyonnax, contrat: 'absent', mandataire: { type: 'CPE', fin: '2027-12-31' } },
        'Éhpad',
      ),
    ]);
  });

  test.each([';', ',', '\t', '|'])('reads the same cut by « %s »', (separator) => {
    const { separateur, lignes } = read(Buffer.from(text.replaceAll(';', separator)));
    expect([separateur, lignes.map(({ connu }) => connu?.contrat)]).toEqual([separator, ['actif', 'absent']]);
  });

  test.each(['\n', '\r', '\r\n'])('counts lines as an editor does when they end by %j', (end) => {
    const lines = [
      ['État des lieux du GHT'],
      [''],
      ['FINESS', 'Raison sociale', 'Contrat'],
      [nantua.finess, `"Hôpital${end}de ""Nantua"""`, 'x'],
      [''],
      ['0000', '', ''],
    ];
    const { entete, lignes } = read(Buffer.from(tableOf(lines, ';', end)));
    expect([entete, ...lignes.map(({ ligne }) => ligne)]).toEqual([3, 4, 7]);
    expect(lignes[0]?.denomination).toBe('Hôpital de "Nantua"');
  });

  test('obeys the separator that Excel announces, and counts its line', () => {
    const { separateur, lignes } = read(
      Buffer.from(
        `sep=,\n${tableOf(
          [
            ['Siret', 'contrat'],
            [gex.siret, 'O'],
          ],
          ',',
        )}`,
      ),
    );
    expect([separateur, lignes[0]?.ligne, lignes[0]?.site?.id]).toEqual([',', 3, 'gex']);
  });

  test('names the columns that say nothing to it', () => {
    const { colonnes, ignorees } = read(
      Buffer.from(
        tableOf([
          ['finess_ej', 'FINESS ET', 'Catégorie', 'contrat'],
          ['010008407', nantua.finess, 'CH', 'oui'],
        ]),
      ),
    );
    expect({ colonnes, ignorees }).toEqual({
      colonnes: ['FINESS ET', 'contrat'],
      ignorees: ['finess_ej', 'Catégorie'],
    });
  });
});

describe('an identifier', () => {
  test.each([
    [
      'that lost its leading zero',
      nantua.finess.slice(1),
      `zéro initial perdu par le tableur, rétabli : ${nantua.finess}`,
    ],
    ['with spaces', `${nantua.finess.slice(0, 2)} ${nantua.finess.slice(2)}`, `lu ${nantua.finess}`],
    [
      'with no-break spaces',
      `\u00A0${nantua.finess.slice(0, 5)}\u202F${nantua.finess.slice(5)}`,
      `lu ${nantua.finess}`,
    ],
    ['held as a text by a formula', `"=""${nantua.finess}"""`, `lu ${nantua.finess}`],
    ['held as a text by an apostrophe', `'${nantua.finess}`, `lu ${nantua.finess}`],
  ])('%s is put right, and that is said', (_name, cell, message) => {
    const [line] = read(
      Buffer.from(
        tableOf([
          ['FINESS', 'Contrat'],
          [cell, 'oui'],
        ]),
      ),
    ).lignes;
    expect(line).toMatchObject({
      statut: 'corrigee',
      site: { id: 'nantua' },
      corrections: [{ colonne: 'FINESS', message }],
    });
  });

  test.each([
    [
      '2,60E+13',
      '« 2,60E+13 » : Excel a arrondi ce numéro : mettez la colonne au format Texte, puis saisissez-le à nouveau d’après le registre.',
    ],
    ['260110218', '« 260110218 » est un SIREN : saisissez les 14 chiffres du SIRET du site.'],
    ['12345678901234', '« 12345678901234 » : Vérifiez le N° SIRET : sa clé de contrôle ne correspond pas.'],
  ])('« %s » as a SIRET is refused with what to do', (cell, message) => {
    expect(refusalOf(['Siret', 'Contrat'], [cell, 'oui'])).toEqual([{ colonne: 'Siret', message }]);
  });

  test('of two establishments on one line is refused, both named', () => {
    expect(refusalOf(['FINESS', 'SIRET'], [nantua.finess, oyonnax.siret])).toEqual([
      {
        colonne: null,
        message: `Ce FINESS est celui de « CH de Nantua », dont le SIRET est ${nantua.siret} et non ${oyonnax.siret} : corrigez l’un des deux.`,
      },
    ]);
  });

  test('may be missing when the SIRET tells one site alone', () => {
    const shared = sites.map((site) => ({ ...site, siret: site.id === 'gex' ? site.siret : nantua.siret }));
    const file = Buffer.from(
      tableOf([
        ['SIRET', 'Contrat'],
        [gex.siret, 'oui'],
        [nantua.siret, 'oui'],
      ]),
    );
    const { lignes } = given(readSurvey(file, { ...known, sites: shared }));
    expect(lignes.map(({ site, refus }) => site?.id ?? refus[0]?.message)).toEqual([
      'gex',
      '2 sites ont ce SIRET : ajoutez le FINESS de celui dont il s’agit.',
    ]);
  });
});

describe('a site that is not opened yet', () => {
  const headings = ['FINESS', 'SIRET', 'Établissement', 'CP', 'Ville', 'Contrat'];
  const { finess, siret } = numbersOf(9);

  test('is proposed to be opened, with what its line brings', () => {
    const [line] = read(Buffer.from(tableOf([headings, [finess, siret, 'CH d’Apt', '1130', 'Nantua', 'oui']]))).lignes;
    expect(line).toMatchObject({
      statut: 'corrigee',
      site: null,
      connu: { finess, siret, contrat: 'actif' },
      corrections: [{ colonne: 'CP', message: 'zéro initial perdu par le tableur, rétabli : 01130' }],
      ouverture: { denomination: 'CH d’Apt', siret, finess, sansFiness: false, codePostal: '01130', commune: 'Nantua' },
    });
  });

  test('may have no FINESS, if that is said', () => {
    const [line] = read(Buffer.from(tableOf([headings, ['aucun', siret, 'CH', '01130', 'Nantua', '']]))).lignes;
    expect(line?.ouverture).toMatchObject({ finess: null, sansFiness: true });
  });

  test('is refused when something is missing, which is said', () => {
    expect(refusalOf(headings, ['', siret, 'CH', '', '', 'oui'])).toEqual([
      {
        colonne: null,
        message:
          'Ce site n’est pas encore dans le groupement. Pour l’ouvrir, ajoutez son FINESS (ou « aucun »), son code postal, sa commune ; sinon corrigez son numéro.',
      },
    ]);
  });
});

describe('a cell', () => {
  test.each([
    ['31/12/2027', '2027-12-31', null],
    ['1/2/28', '2028-02-01', 'année « 1/2/28 » lue 2028'],
    ['2027-12-31', '2027-12-31', null],
    ['31/12/2027 00:00', '2027-12-31', null],
    ['46752', '2027-12-31', 'numéro de jour d’Excel « 46752 » lu 31/12/2027'],
    ['1er février 2028', '2028-02-01', null],
    ['31.12.2027', '2027-12-31', null],
  ])('« %s » is a date', (cell, fin, correction) => {
    const [line] = read(
      Buffer.from(
        tableOf([
          ['FINESS', 'CDE', 'Fin de validité CDE'],
          [nantua.finess, 'oui', cell],
        ]),
      ),
    ).lignes;
    expect(line?.connu?.carteResponsable).toEqual({ type: 'CDE', fin });
    expect(line?.corrections.map(({ message }) => message)).toEqual(correction === null ? [] : [correction]);
  });

  test.each([
    [
      '30/02/2027',
      '« 30/02/2027 » n’est pas un jour du calendrier : écrivez la date imprimée sur la carte : jj/mm/aaaa, par exemple 31/12/2027.',
    ],
    [
      'bientôt',
      '« bientôt » n’est pas une date : écrivez la date imprimée sur la carte : jj/mm/aaaa, par exemple 31/12/2027.',
    ],
  ])('« %s » is no date', (cell, message) => {
    expect(refusalOf(['FINESS', 'CDE', 'Fin CDE'], [nantua.finess, 'CDE', cell])).toEqual([
      { colonne: 'CDE', message },
    ]);
  });

  test.each([
    ['oui', 'actif'],
    ['O', 'actif'],
    ['X', 'actif'],
    ['1', 'actif'],
    ['✓', 'actif'],
    ['signé', 'actif'],
    ['Non', 'absent'],
    ['0', 'absent'],
    ['pas de contrat', 'absent'],
    ['', undefined],
    ['?', undefined],
    ['Ne sait pas', undefined],
    ['#N/A', undefined],
    ['à vérifier', undefined],
  ])('« %s » says that the contract is %s', (cell, contrat) => {
    const [line] = read(
      Buffer.from(
        tableOf([
          ['FINESS', 'Contrat'],
          [nantua.finess, cell],
        ]),
      ),
    ).lignes;
    expect(line?.connu?.contrat).toBe(contrat);
  });

  test('of a word that nobody knows refuses its line', () => {
    expect(refusalOf(['FINESS', 'Contrat'], [nantua.finess, 'en cours'])).toEqual([
      {
        colonne: 'Contrat',
        message: '« en cours » ne se comprend pas : écrivez oui ou non, ou laissez vide si vous ne savez pas.',
      },
    ]);
  });

  test('of an ended card counts as no card, and says so', () => {
    const [line] = read(
      Buffer.from(
        tableOf([
          ['FINESS', 'CDE'],
          [nantua.finess, 'CDE 31/05/2026'],
        ]),
      ),
    ).lignes;
    expect(line).toMatchObject({
      connu: { carteResponsable: null },
      corrections: [{ colonne: 'CDE', message: 'carte finie le 31/05/2026 : comptée comme absente' }],
    });
  });

  test('may hold the type and the day of a card, even as Excel counts it', () => {
    const file = Buffer.from(
      tableOf([
        ['FINESS', 'CDE'],
        [nantua.finess, 'CPS 46752'],
      ]),
    );
    expect(read(file).lignes[0]?.connu?.carteResponsable).toEqual({ type: 'CPS', fin: '2027-12-31' });
  });

  test('of a card whose type nobody tells, heading included, is taken as a CDE, and that is said', () => {
    const cells = ['FINESS', 'Carte du responsable'];
    const [line] = read(Buffer.from(tableOf([cells, [nantua.finess, 'oui']]))).lignes;
    expect(line).toMatchObject({
      connu: { carteResponsable: { type: 'CDE', fin: null } },
      corrections: [{ colonne: 'Carte du responsable', message: 'type non dit, compté comme CDE' }],
    });
  });

  test('of a card that may not serve there is refused', () => {
    expect(refusalOf(['FINESS', 'CDE'], [nantua.finess, 'CPF'])[0]?.message).toBe(
      'Une CPF ne convient pas ici : la carte du responsable est une CDE, une CPS.',
    );
  });

  test('beyond the headings refuses its line', () => {
    expect(refusalOf(['FINESS', 'Contrat'], [nantua.finess, 'oui', 'de trop'])).toEqual([
      {
        colonne: null,
        message:
          'Cette ligne a plus de cellules que la ligne d’en-tête : mettez entre guillemets la cellule qui contient le séparateur.',
      },
    ]);
  });
});

describe('lines about one site', () => {
  const lignesOf = (second: string) =>
    read(
      Buffer.from(
        tableOf([
          ['FINESS', 'Contrat'],
          [nantua.finess, 'oui'],
          [nantua.finess, second],
        ]),
      ),
    ).lignes;

  test('count once when they agree', () => {
    expect(lignesOf('x').map(({ statut, refus }) => [statut, refus[0]?.message])).toEqual([
      ['acceptee', undefined],
      ['refusee', 'Ligne en double : la ligne 2 dit la même chose du même site. Rien à faire.'],
    ]);
  });

  test('are all refused when they do not', () => {
    expect(lignesOf('non').map(({ refus }) => refus[0]?.message)).toEqual([
      'Le même site est dit autrement à la ligne 3 : gardez une seule de ces lignes.',
      'Le même site est dit autrement à la ligne 2 : gardez une seule de ces lignes.',
    ]);
  });
});

describe('a file that is no table', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'Ce fichier est vide'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'Ce fichier est un ancien classeur Excel'],
    ['bytes', Buffer.from([0x46, 0x00, 0x01, 0x02, 0x03]), 'Ce fichier n’est pas un tableau en texte'],
    [
      'accents of MS-DOS',
      Buffer.from('FINESS;Dénomination\r\n1;Hôpital', 'latin1').map((byte) => (byte === 0xe9 ? 0x82 : byte)),
      'Les accents de ce fichier ne se lisent pas',
    ],
    ['no headings', Buffer.from('010000057;oui\n'), 'Aucune ligne d’en-tête ne nomme les colonnes'],
    ['headings alone', Buffer.from('FINESS;Contrat\n'), 'Ce tableau n’a que sa ligne d’en-tête'],
    [
      'a quote left open',
      Buffer.from('FINESS;Contrat\n010000057;oui\n010000040;"oui\n'),
      'Un guillemet ouvert à la ligne 3 n’est jamais refermé',
    ],
    ['too many lines', Buffer.from(`FINESS\n${'1\n'.repeat(2_001)}`), 'Ce tableau a 2001 lignes'],
    ['too much', Buffer.alloc(1024 * 1024 + 1, 'a'), 'Ce fichier dépasse 1 Mio'],
  ])('is told what to do: %s', (_name, file, message) => {
    const survey = readSurvey(file, known);
    expect(survey.ok ? 'read' : survey.error).toContain(message);
  });
});

describe('whatever comes', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'oui',
      'non',
      'x',
      'CDE',
      'CPE 1/1/28',
      '46752',
      '2,6E+13',
      nantua.finess,
      oyonnax.siret,
      'FINESS',
      'sep=;',
      '"',
      '""',
    ),
    fc.string(),
  );
  const line = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(';'));

  test('bytes never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (file) => void readSurvey(file, known)),
      { numRuns: 500 },
    );
  });

  test('lines never throw, and each names the line on which its identifier stands', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`;
    const table = fc.array(
      fc.tuple(fc.nat({ max: 500 }), fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', '\r\n', ' ') })),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const text = `FINESS;Raison sociale;N°${end}${rows.map(([rank, name]) => `${numbersOf(rank).finess};${quoted(name)};${end}`).join('')}`;
        const survey = given(readSurvey(Buffer.from(text), known));
        const editor = text.split(/\r\n|\r|\n/);
        for (const [rank, { ligne }] of survey.lignes.entries())
          expect(editor[ligne - 1]?.startsWith(numbersOf(rows[rank]?.[0] ?? 0).finess)).toBe(true);
      }),
    );
  });

  test('every line is accepted, put right or refused, with the reason of each', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const survey = readSurvey(Buffer.from(['FINESS;SIRET;Contrat;CDE;Mandataire', ...lines].join('\n')), known);
        if (!survey.ok) expect(survey.error).toMatch(/\.$/);
        for (const { statut, corrections, refus, connu } of survey.ok ? survey.value.lignes : [])
          expect([refus.length > 0, connu === null, statut === 'corrigee' && corrections.length === 0]).toEqual([
            ...[statut === 'refusee', statut === 'refusee', false],
          ]);
      }),
      { numRuns: 400 },
    );
  });
});

function read(file: Uint8Array): Survey {
  return given(readSurvey(file, known));
}

function given(survey: ReturnType<typeof readSurvey>): Survey {
  if (!survey.ok) throw new Error(survey.error);
  return survey.value;
}

function refusalOf(headings: readonly string[], cells: readonly string[]) {
  const [line] = read(Buffer.from(tableOf([headings, cells]))).lignes;
  expect([line?.statut, line?.connu]).toEqual(['refusee', null]);
  return line?.refus ?? [];
}

function accepted(ligne: number, id: string, connu: SurveyLine['connu'], denomination: string): SurveyLine {
  const site = sites.find((one) => one.id === id);
  return {
    ligne,
    statut: 'acceptee',
    denomination,
    observations: '',
    corrections: [],
    refus: [],
    ouverture: null,
    connu,
    site: site ? { id, denomination: site.denomination } : null,
  };
}
