import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodePostal, communesOf, desserteOf } from '../machines/identifiants/code-postal.ts';
import communes from '../machines/identifiants/communes.json' with { type: 'json' };

import { DomaineMessagerie, warnDomaineMessagerie } from '../machines/identifiants/domaine-messagerie.ts';
import { Finess } from '../machines/identifiants/finess.ts';
import { hasLuhnKey } from '../machines/identifiants/luhn.ts';
import { containsNir } from '../machines/identifiants/nir.ts';
import { Rpps, warnRpps } from '../machines/identifiants/rpps.ts';
import { Siren, Siret } from '../machines/identifiants/siret.ts';

const finessReels = [
  ...['010000040', '010000057', '010000164', '010003598', '010005239', '010005478', '010007961', '010008407'],
  ...['010009066', '010786036', '010786077', '010786259', '010787190', '010789089', '010789717', '590000741'],
  '590782553',
];
const siretsReels = [
  ...['26011021800013', '26011021800039', '26011021800047', '26011021800054', '26011021800062', '26011021800070'],
  ...['26011021800096', '26011021800112', '26011021800120', '26011021800138', '47678033300037'],
];
const communesReelles = [
  ['01100', 'OYONNAX'],
  ['01108', 'OYONNAX CEDEX'],
  ['01117', 'OYONNAX CEDEX'],
  ['01130', 'NANTUA'],
  ['01500', 'AMBERIEU EN BUGEY'],
  ['59650', 'VILLENEUVE D ASCQ'],
] as const;

describe('Luhn key', () => {
  test('changing one digit of a right number breaks it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...siretsReels, ...finessReels),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (numero, place, shift) => {
          const rang = place % numero.length;
          const changed = (Number(numero[rang]) + shift) % 10;
          expect(hasLuhnKey(numero.slice(0, rang) + changed + numero.slice(rang + 1))).toBe(false);
        },
      ),
    );
  });
});

describe('SIREN and SIRET', () => {
  test.each(siretsReels)('SIRET %s of the register is right, and so is its SIREN', (siret) => {
    expect(Siret.parse(siret)).toBe(siret);
    expect(Siren.parse(siret.slice(0, 9))).toBe(siret.slice(0, 9));
  });

  test('a number pasted with spaces, even unbreakable ones, is kept without them', () => {
    expect(Siret.parse(' 260 110\u00A0218\u202F00047 ')).toBe('26011021800047');
    expect(Siren.parse('260 110 218')).toBe('260110218');
  });

  test('La Poste’s sites pass by Luhn or by a digit sum divisible by 5', () => {
    expect(Siret.parse('35600000000048')).toBe('35600000000048');
    expect(Siret.parse('35600000000001')).toBe('35600000000001');
    expect(messages(Siret, '35600000000002')).toEqual(['Vérifiez le N° SIRET : sa clé de contrôle ne correspond pas.']);
  });

  test('the digit sum rule is La Poste’s alone', () => {
    expect(Siret.safeParse('26011021800003').success).toBe(false);
  });

  test.each(['', '2601102180004', '260110218000471', '2601102180004A', '00000000000000'])(
    '%o is no SIRET',
    (saisie) => {
      expect(messages(Siret, saisie)).toEqual(['Saisissez les 14 chiffres du N° SIRET.']);
    },
  );
});

describe('FINESS', () => {
  test.each(finessReels)('%s of the register is right', (finess) => {
    expect(Finess.parse(finess)).toBe(finess);
  });

  test('Corsica’s numbers carry a letter, in either case', () => {
    expect(Finess.parse('2A0000014')).toBe('2A0000014');
    expect(Finess.parse('2b 000 002 0')).toBe('2B0000020');
    expect(Finess.safeParse('2B0000014').success).toBe(false);
  });

  test.each(['1A0000014', '2C0000014', '01000005', '000000000'])('%s has not the form of a FINESS', (saisie) => {
    expect(messages(Finess, saisie)).toEqual([
      'Saisissez les 9 caractères du N° FINESS : des chiffres, ou 2A et 2B en tête pour la Corse.',
    ]);
  });
});

describe('RPPS', () => {
  test('a wrong key is a warning, a wrong length an error', () => {
    expect(Rpps.parse('10003 45678 5')).toBe('10003456785');
    expect(warnRpps('10003456785', '/rpps')).toEqual([
      {
        code: 'rpps-cle-incorrecte',
        pointeur: '/rpps',
        message: 'Vérifiez le N° RPPS : sa clé de contrôle ne correspond pas.',
      },
    ]);
    expect(messages(Rpps, '1000345678')).toEqual(['Saisissez les 11 chiffres du N° RPPS.']);
  });

  test('a right key is silent', () => {
    expect(warnRpps('10003456786', '/rpps')).toEqual([]);
  });
});

describe('mail domain', () => {
  test.each([
    [' CH-Exemple.FR ', 'ch-exemple.fr'],
    ['pharmacie.ch-exemple.fr', 'pharmacie.ch-exemple.fr'],
    ['hôpital-exemple.fr', 'xn--hpital-exemple-0ob.fr'],
    ['@ch-exemple.fr', 'ch-exemple.fr'],
    ['Si.Pharmacie@ch-exemple.fr', 'ch-exemple.fr'],
  ])('%o is kept as %o', (saisie, domaine) => {
    expect(DomaineMessagerie.parse(saisie)).toBe(domaine);
  });

  test('what is kept is kept again as it is', () => {
    fc.assert(
      fc.property(fc.domain(), (domaine) => {
        fc.pre(DomaineMessagerie.safeParse(domaine).success);
        const kept = DomaineMessagerie.parse(domaine);
        expect(DomaineMessagerie.parse(kept)).toBe(kept);
      }),
    );
  });

  test.each([
    ...['', 'localhost', 'a@', 'a@b@', 'https://ch-exemple.fr', 'ch-exemple.fr/accueil'],
    ...['ch_exemple.fr', '-ch.fr', 'ch-.fr', 'ch..fr', 'ch.fr.', 'ch exemple.fr', 'ch.fr:25', '192.168.0.1', '0x7f.1'],
    ...[`${'a'.repeat(64)}.fr`, `${'a.'.repeat(130)}fr`],
  ])('%o is refused', (saisie) => {
    expect(messages(DomaineMessagerie, saisie)).toEqual([
      'Saisissez le domaine seul, tel qu’il suit le « @ » de vos adresses : ch-exemple.fr.',
    ]);
  });

  test('a public mailbox provider is warned about, a name that only ends alike is not', () => {
    expect(warnDomaineMessagerie('wanadoo.fr', '/domaine')).toEqual([
      {
        code: 'messagerie-publique',
        pointeur: '/domaine',
        message: 'wanadoo.fr est une messagerie grand public : indiquez le domaine propre à l’établissement.',
      },
    ]);
    expect(warnDomaineMessagerie('ch-free.fr', '/domaine')).toEqual([]);
  });
});

describe('postal code and commune', () => {
  test.each(communesReelles)('%s %s of the register agree', (codePostal, commune) => {
    expect(CodePostal.parse(codePostal)).toBe(codePostal);
    expect(desserteOf(codePostal, commune)).toBe('desservie');
  });

  test.each([
    ['59650', 'villeneuve-d’ascq'],
    ['59650', 'VILLENEUVE DASCQ  CEDEX'],
    ['01130', 'ST GERMAIN DE JOUX'],
    ['01120', 'Ste-Croix'],
    ['01110', 'PLATEAU D HAUTEVILLE'],
    ['01130', 'Lalleyriat'],
    ['75012', 'PARIS 12'],
    ['75012', 'Paris Cedex 12'],
    ['75116', 'PARIS 16E ARRONDISSEMENT'],
    ['69003', 'LYON 03'],
    ['13001', 'Marseille 1er arrondissement'],
    ['14113', 'CRICQUEBOEUF'],
    ['58120', 'CHATEAU CHINON'],
    ['97400', 'SAINT  DENIS'],
    ['20000', 'AJACCIO CEDEX 1'],
    ['76350', 'Oissel'],
    ['91000', 'Évry'],
    ['44500', 'La Baule'],
    ['44500', 'BAULE ESCOUBLAC (LA)'],
    ['71100', 'CHALON S/ SAONE'],
    ['43520', 'LE MAZET ST VOY CEDEX'],
    ['01400', 'CHATILLON SUR CHALARON'],
  ])('%s is served under the spelling %o', (codePostal, commune) => {
    expect(desserteOf(codePostal, commune)).toBe('desservie');
    expect(communesOf(codePostal)).not.toEqual([]);
  });

  test.each([
    ['97490', 'Sainte-Clotilde', 'incertaine'],
    ['01130', 'OYONNAX', 'incertaine'],
    ['01130', 'CEDEX', 'incertaine'],
    ['01130', 'Nantuat', 'incertaine'],
    ['01108', 'OYONNAX', 'incertaine'],
    ['01130', 'Pet', 'incertaine'],
    ['69003', 'PARIS 03', 'ailleurs'],
    ['59108', 'OYONNAX CEDEX', 'ailleurs'],
    ['20200', 'AJACCIO', 'incertaine'],
    ['01108', 'OYONNAX CEDEX', 'desservie'],
    ['92042', 'PARIS LA DEFENSE CEDEX', 'desservie'],
  ])('%s %o is %s', (codePostal, commune, desserte) => {
    expect(desserteOf(codePostal, commune)).toBe(desserte);
  });

  test('every name of the register is served by its code, cut at 26 letters or without its article', () => {
    for (const [codePostal, served] of Object.entries(communes))
      for (const commune of served)
        for (const name of [commune, commune.slice(0, 26), commune.replace(/^L[ea]s? /, '')])
          if (desserteOf(codePostal, name) !== 'desservie') expect.unreachable(`${codePostal} ${name}`);
  });

  test('a code that lost its leading zero is refused', () => {
    expect(messages(CodePostal, '1130')).toEqual(['Saisissez les 5 chiffres du code postal, zéro initial compris.']);
  });
});

describe('social security number', () => {
  test.each([
    '185057800608491',
    'patient 1 85 05 78 006 084 91 vu hier',
    '2-55-08-14-168-025-38',
    '1 85 05 2A 006 084 35',
    '285052b00608412',
    'NIR 1850578006084',
    'sécurité sociale : 1850578006084',
    '1 85 05 78 006 084',
    '1\u00a085\u00a005\u00a078\u00a0006\u00a0084\u00a091',
    '1/85/05/78/006/084/91',
    '１８５０５７８００６０８４９１',
  ])('%o is seen', (texte) => {
    expect(containsNir(texte)).toBe(true);
  });

  test.each([
    '185057800608492',
    '1 85 05 2A 006 084 34',
    'SIRET 26011021800047',
    '260 110 218 00047',
    '04 74 73 10 01',
    '3400930000000',
    'ticket 2026112800012',
    '1850578006084',
    '',
  ])('%o is let through', (texte) => {
    expect(containsNir(texte)).toBe(false);
  });
});

function messages(
  schema: { safeParse(saisie: unknown): { error?: { issues: { message: string }[] } } },
  saisie: unknown,
) {
  return schema.safeParse(saisie).error?.issues.map(({ message }) => message);
}
