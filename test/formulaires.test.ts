import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  Carte,
  Courriel,
  choix,
  explainSecret,
  IsoDate,
  Telephone,
  texteLibre,
} from '../machines/formulaires/champs.ts';
import { Etablissement, exempleEtablissement } from '../machines/formulaires/etablissement.ts';
import { exempleFormulaire301, Formulaire301 } from '../machines/formulaires/formulaire-301.ts';
import { exempleFormulaire413, Formulaire413, Partie3, Partie4 } from '../machines/formulaires/formulaire-413.ts';
import { exempleFormulaire502, Formulaire502 } from '../machines/formulaires/formulaire-502.ts';
import { formulaires } from '../machines/formulaires/index.ts';

const etablissementsReels = [
  ['IFAS CH DU HAUT BUGEY', '26011021800096', '010003598', '01117', 'OYONNAX CEDEX'],
  ['CENTRE HOSPITALIER DU HAUT BUGEY - GEOVREISSET', '26011021800112', '010005239', '01108', 'OYONNAX CEDEX'],
  ['SERVICE DE SOINS INFIRMIERS A DOMICILE NANTUA', '26011021800120', '010007961', '01130', 'NANTUA'],
  ['EHPAD CH DU HAUT BUGEY "LE JARDIN DES SAISONS"', '26011021800054', '010786036', '01130', 'NANTUA'],
  ['EHPAD CH DU HAUT BUGEY "LE TOURNANT DES SAISONS', '26011021800138', '010786077', '01108', 'OYONNAX CEDEX'],
  ['USLD CH DE NANTUA', '26011021800062', '010786259', '01130', 'NANTUA'],
  ["USLD CH D'OYONNAX", '26011021800039', '010789717', '01108', 'OYONNAX CEDEX'],
  ["HOPITAL PRIVE DE VILLENEUVE D'ASCQ", '47678033300037', '590782553', '59650', 'VILLENEUVE D ASCQ'],
  ["HOPITAL PRIVE DE VILLENEUVE D'ASCQ 2", '47678033300037', '010009066', '59650', 'VILLENEUVE D ASCQ'],
].map(([denomination, siret, finess, codePostal, commune]) => ({
  denomination,
  siret,
  finess,
  sansFiness: false,
  codePostal,
  commune,
}));

const forms = Object.entries(formulaires).map(([id, { schema, exemple, ...fiche }]) => ({
  id,
  schema,
  exemple,
  fiche,
}));
const { partie1, partie3, partie4 } = exempleFormulaire413;
const [contact] = partie4.administrateursTechniques;

describe('every form', () => {
  test('bears its number, its title and its source', () => {
    expect(forms.map(({ id, fiche: { numero, titre, source } }) => [id, numero, titre, source])).toEqual([
      ['contrat-structure', null, 'Contrat de structure', '§4.1'],
      ['formulaire-101', '101', 'Attribution de la carte du représentant légal', '§4.1'],
      ['formulaire-301', '301', 'Carte de personnel de structure', '§4.1'],
      ['formulaire-413', '413', 'Demande de certificats logiciels', '§5'],
      ['formulaire-502', '502', 'Habilitation d’un mandataire déjà porteur d’une carte', '§4.1'],
    ]);
  });

  test.each(forms)('$id keeps its example as it is, without a warning', ({ id, schema, exemple }) => {
    expect(schema.parse(exemple)).toEqual(exemple);
    expect(warnings(id, exemple)).toEqual([]);
  });

  test.each(forms)('$id gives each field a title and each text a bound', ({ schema }) => {
    for (const [pointer, field] of fieldsOf(z.toJSONSchema(schema, { io: 'input' }))) {
      expect(field, pointer).toHaveProperty('title', expect.stringMatching(/\S/));
      if (field.type === 'string') expect(Boolean(field.maxLength ?? field.pattern ?? field.enum), pointer).toBe(true);
    }
  });

  test.each(forms)('$id refuses in French whatever is put in place of any of its values', ({ schema, exemple }) => {
    const bad = [undefined, null, '', ' ', 'x\u0000', 'é'.repeat(3000), 0, Number.NaN, true, [], Array(30).fill(0), {}];
    for (const pointer of pointersOf(exemple)) {
      for (const value of [...bad, { inconnu: 1 }]) {
        for (const message of messages(schema, put(exemple, pointer, value))) {
          expect(message, `${pointer.join('/')} = ${value}`).toMatch(/^[A-ZÀÉ].*\.$/);
          expect(message).not.toMatch(/\b(invalid|required|expected|received|must|unrecognized|too|option)\b/i);
        }
      }
    }
  });

  test.each(forms)('$id refuses what it does not know, at every depth', ({ schema, exemple }) => {
    for (const pointer of [[], ...pointersOf(exemple)].filter((place) => isRecord(at(exemple, place)))) {
      expect(messages(schema, put(exemple, [...pointer, 'codePin'], '1234'))).toEqual([
        'Retirez ce que ce formulaire ne connaît pas : codePin.',
      ]);
    }
  });
});

describe('free text', () => {
  const Texte = texteLibre('Texte', 40);

  test('is trimmed and its white space collapsed', () => {
    expect(Texte.parse('  EHPAD  CH\tDU \n HAUT BUGEY "LE ')).toBe('EHPAD CH DU HAUT BUGEY "LE');
  });

  test('holds no control character, no secret and no patient', () => {
    expect(messages(Texte, 'a\u0000b')).toEqual(['Retirez les caractères invisibles de ce texte.']);
    expect(messages(Texte, 'a\u202Eb')).toEqual(['Retirez les caractères invisibles de ce texte.']);
    expect(messages(Texte, 'NIR 1 85 05 78 006 084 91')).toEqual([
      'Retirez le numéro de sécurité sociale : il ne se transmet jamais ici.',
    ]);
    expect(messages(Texte, '-----BEGIN RSA PRIVATE KEY-----\nMIIE')).toEqual([
      'Retirez la clé privée : elle ne se transmet jamais.',
    ]);
  });

  test('has a length', () => {
    expect(messages(Texte, ' ')).toEqual(['À renseigner.']);
    expect(messages(Texte, 'a'.repeat(41))).toEqual(['Raccourcissez ce texte : 40 caractères au plus.']);
  });
});

describe('shared fields', () => {
  test('a date is a real day', () => {
    expect(IsoDate.parse('2028-02-29')).toBe('2028-02-29');
    for (const saisie of ['2026-02-29', '2100-02-29', '2026-04-31', '26-01-05', '05/01/2026', '2026-01-05T00:00']) {
      expect(messages(IsoDate, saisie)).toEqual(['Saisissez une date du calendrier, au format AAAA-MM-JJ.']);
    }
  });

  test.each([
    ['04 74 75 48 00', '0474754800'],
    ['04.74.75.48.00', '0474754800'],
    ['+33 (0)4 74 75 48 00', '0474754800'],
    ['0033474754800', '0474754800'],
    ['0826666900', '0826666900'],
    ['+262 262 90 50 50', '+262262905050'],
  ])('the phone number %o is kept as %o', (saisie, telephone) => {
    expect(Telephone.parse(saisie)).toBe(telephone);
  });

  test('a phone number in words is refused', () => {
    expect(messages(Telephone, 'standard')).toEqual([
      'Saisissez un numéro à 10 chiffres, ou commençant par + à l’étranger.',
    ]);
  });

  test('an e-mail address is kept in lower case', () => {
    expect(Courriel.parse(' 320prea@GSante.fr ')).toBe('320prea@gsante.fr');
    expect(messages(Courriel, ' ')).toEqual(['À renseigner.']);
    expect(messages(Courriel, 'gsante.fr')).toEqual(['Saisissez une adresse complète : nom@domaine.fr.']);
  });

  test('every card may be written down, a CPF too, with its printed end date or none', () => {
    expect(Carte.parse({ type: 'CPF', fin: null })).toEqual({ type: 'CPF', fin: null });
    expect(messages(Carte, { type: 'CPX', fin: null })).toEqual(['Choisissez parmi : CPS, CPF, CPE, CPA, CDE.']);
  });

  test('a choice bears the French label of each code', () => {
    expect(choix('Type', { DP: 'Logiciel DP' }).meta()).toEqual({ title: 'Type', libelles: { DP: 'Logiciel DP' } });
  });
});

describe('establishment', () => {
  test.each(etablissementsReels)('$denomination of the register is accepted', (etablissement) => {
    expect(Etablissement.parse(etablissement)).toEqual(etablissement);
  });

  test('the absence of a FINESS is said, never guessed', () => {
    const { finess: _, sansFiness: __, ...rest } = exempleEtablissement;
    const message =
      'Saisissez le N° FINESS géographique, ou cochez « La structure n’a pas de N° FINESS » : l’un ou l’autre.';
    expect(messages(Etablissement, rest)).toEqual([message]);
    expect(messages(Etablissement, { ...exempleEtablissement, sansFiness: true })).toEqual([message]);
    expect(Etablissement.parse({ ...rest, sansFiness: true })).toEqual({ ...rest, finess: null, sansFiness: true });
  });

  test('a commune of another département is refused, unless the FINESS vouches for the postal code', () => {
    const elsewhere = { ...exempleEtablissement, codePostal: '59650', commune: 'Oyonnax' };
    expect(messages(Etablissement, elsewhere)).toEqual([
      'Corrigez la commune ou le code postal : Oyonnax est dans le département 01, et le code 59650 dans le 59.',
    ]);
    expect(messages(Etablissement, { ...elsewhere, finess: '590782553' })).toEqual([]);
  });

  test.each([
    ['01130', 'Oyonnax', 'commune-a-verifier', '/partie1/commune'],
    ['01130', 'Le Martinet', 'commune-a-verifier', '/partie1/commune'],
    ['01108', 'Oyonnax', 'code-postal-inconnu', '/partie1/codePostal'],
  ])('%s %s is a warning', (codePostal, commune, code, pointeur) => {
    const partie1 = { ...exempleEtablissement, codePostal, commune };
    expect(warnings('formulaire-413', { ...exempleFormulaire413, partie1 })).toEqual([[code, pointeur]]);
  });

  test('a CEDEX under its usual name is none', () => {
    const partie1 = { ...exempleEtablissement, codePostal: '01108', commune: 'OYONNAX CEDEX' };
    expect(warnings('formulaire-413', { ...exempleFormulaire413, partie1 })).toEqual([]);
  });

  test('texts are kept composed and narrow, and what nobody sees is refused', () => {
    const typed = { ...exempleEtablissement, denomination: 'Ho\u0302pital\u00A0２', siret: '２６０ 110 218 00047' };
    expect(Etablissement.parse(typed)).toEqual({ ...exempleEtablissement, denomination: 'Hôpital 2' });
    for (const sign of ['\u200B', '\u00AD', '\u202E', '\uFE0F', '\u0007'])
      expect(messages(Etablissement, { ...exempleEtablissement, denomination: `Hôpital${sign}` })).toEqual([
        'Retirez les caractères invisibles de ce texte.',
      ]);
  });
});

describe('form 301', () => {
  test('a mandataire is designated by the box « mandat » and by the legal representative alone', () => {
    expect(messages(Formulaire301, { ...exempleFormulaire301, mandat: false })).toEqual([
      'Cochez la case « mandat » : sans elle, le porteur n’est pas désigné mandataire.',
    ]);
    expect(messages(Formulaire301, { ...exempleFormulaire301, qualite: 'mandataire' })).toEqual([
      'Faites signer le représentant légal : lui seul donne un mandat.',
    ]);
  });

  test('a mandataire may order the card of an administrateur technique', () => {
    const saisie = {
      ...exempleFormulaire301,
      role: 'administrateurTechnique',
      mandat: false,
      qualite: 'mandataire',
    } as const;
    expect(Formulaire301.parse(saisie)).toEqual(saisie);
  });

  test('a mandat for an administrateur technique and a doubtful RPPS are warned about', () => {
    const porteur = { nom: 'Martin', prenom: 'Camille', rpps: '10003456785' };
    const saisie = { ...exempleFormulaire301, role: 'administrateurTechnique', porteur } as const;
    expect(warnings('formulaire-301', saisie)).toEqual([
      ['rpps-cle-incorrecte', '/porteur/rpps'],
      ['mandat-administrateur-technique', '/mandat'],
    ]);
  });
});

describe('form 502', () => {
  test.each(['CPS', 'CPA'] as const)('a %s is let through by analogy, with a warning', (type) => {
    const saisie = { ...exempleFormulaire502, carte: { type, fin: '2035-12-31' } };
    expect(Formulaire502.parse(saisie)).toEqual(saisie);
    expect(formulaires['formulaire-502'].avertir(saisie)).toEqual([
      {
        code: 'carte-mandataire-par-analogie',
        pointeur: '/carte/type',
        message: `Faites confirmer par l’ANS : le formulaire vise une CPE, la ${type} n’est admise que par analogie.`,
      },
    ]);
  });

  test('no other card empowers a mandataire', () => {
    const saisie = { ...exempleFormulaire502, carte: { type: 'CPF', fin: null } };
    expect(messages(Formulaire502, saisie)).toEqual(['Choisissez CPE, CPS ou CPA.']);
  });
});

describe('form 413', () => {
  test('the details need neither the box’s oversight nor its default text', () => {
    const { precisionUsage, offreProAuthSignConf: _, ...rest } = partie4;
    expect(Partie4.parse({ ...rest, offreProAuthSignConf: true })).toEqual({ ...partie4, precisionUsage });
    expect(messages(Partie4, rest)).toEqual([
      'Cochez l’offre PRO usage AUTH, SIGN, CONF : c’est la seule que le DP accepte.',
    ]);
  });

  test('the visa needs the stamp', () => {
    expect(messages(Partie3, { ...partie3, cachet: false })).toEqual(['Apposez le cachet de la structure.']);
  });

  test('at least one software and one administrateur technique', () => {
    expect(messages(Partie4, { ...partie4, logiciels: [], administrateursTechniques: [] })).toEqual([
      'Indiquez-en au moins 1.',
      'Indiquez-en au moins 1.',
    ]);
  });

  test('part 2 is kept as written', () => {
    const saisie = { ...exempleFormulaire413, partie2: 'Selon la notice' };
    expect(Formulaire413.parse(saisie)).toEqual(saisie);
  });

  test('another purpose, a public mailbox and doubtful contacts are warned about', () => {
    const saisie = {
      partie1,
      partie3,
      partie4: {
        ...partie4,
        precisionUsage: 'autre',
        domaineMessagerie: 'orange.fr',
        administrateursTechniques: [
          { ...contact, nom: 'Lefèvre', courriel: 'clefevre@ch-exemple.fr' },
          { ...contact, rattachement: 'editeur' },
          { ...contact, rattachement: 'dsiGroupe', typeCarte: 'CPA' },
        ],
      },
    };
    const contacts = '/partie4/administrateursTechniques';
    expect(warnings('formulaire-413', saisie)).toEqual([
      ['precision-usage-modifiee', '/partie4/precisionUsage'],
      ['messagerie-publique', '/partie4/domaineMessagerie'],
      ['boite-nominative', `${contacts}/0/courriel`],
      ['carte-inattendue', `${contacts}/1/typeCarte`],
      ['carte-inattendue', `${contacts}/2/typeCarte`],
      ['dsi-du-groupe', `${contacts}/2/rattachement`],
    ]);
  });
});

type Place = (string | number)[];
type Field = z.core.JSONSchema.BaseSchema;

function messages(schema: z.ZodType, saisie: unknown): string[] {
  return schema.safeParse(saisie).error?.issues.map(({ message }) => message) ?? [];
}

function warnings(id: string, saisie: unknown): string[][] {
  const form = Object.entries(formulaires).find(([key]) => key === id)?.[1];
  const avertir = form?.avertir as (saisie: unknown) => { code: string; pointeur: string }[];
  return avertir(form?.schema.parse(saisie)).map(({ code, pointeur }) => [code, pointeur]);
}

function fieldsOf(field: Field, pointer = ''): [string, Field][] {
  const below = Object.entries(field.properties ?? {}) as [string, Field][];
  const items = field.items ? fieldsOf(field.items as Field, `${pointer}/0`) : [];
  return [[pointer, field], ...items, ...below.flatMap(([key, child]) => fieldsOf(child, `${pointer}/${key}`))];
}

function pointersOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[key], ...pointersOf(at(value, [key])).map((place) => [key, ...place])]);
}

function at(value: unknown, place: Place): unknown {
  return place.reduce((inner, key) => Reflect.get(inner as object, key), value);
}

function put(value: unknown, place: Place, inner: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return inner;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy, key, put(Reflect.get(copy, key), rest, inner));
  return copy;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('what must not be kept is seen', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1') =>
    key.export({ type: type as 'pkcs8', format: 'der' }).toString('base64');
  test.each([
    ['a key in base64, without its head', der(privateKey, 'pkcs8')],
    ['the same as PKCS #1', `voici : ${der(privateKey, 'pkcs1')}`],
    ['one of an elliptic curve', der(ec.privateKey, 'sec1')],
    ['a key whose PEM is in base64', Buffer.from('-----BEGIN PRIVATE KEY-----\nMIIB').toString('base64')],
    ['a NIR in base64', Buffer.from('patient 185057800608491').toString('base64')],
  ])('%s', (_, texte) => {
    expect(explainSecret(texte)).toMatch(/^Retirez/);
  });

  test('and what may be is let through: a public key, an address, a word', () => {
    const publique = ec.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    for (const texte of [publique, 'https://igc.exemple.fr/dossiers/4841731b-264f-469a', 'anticonstitutionnellement'])
      expect(explainSecret(texte)).toBeNull();
  });
});
