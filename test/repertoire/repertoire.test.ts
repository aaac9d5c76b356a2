import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bilanVide, fichesOf, tellEcarts } from '../../src/repertoire/importation.ts';
import { suggestParcours } from '../../src/repertoire/parcours.ts';
import { buildRepertoire } from '../../src/store/sqlite/repertoire/build.ts';
import { openRepertoire } from '../../src/store/sqlite/repertoire/repertoire.ts';
import { namedCsv, publicCsv, samples, xml } from './sample.ts';

const LE = '2026-05-12T08:00:00.000Z';
const { clinique, hopital, ehpad, val, mont, centre } = samples;

let folder = '';
let file = '';
let repertoire: ReturnType<typeof openRepertoire>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repertoire-'));
  file = join(folder, 'base.etablissements');
  repertoire = openRepertoire(file);
});
afterEach(async () => {
  repertoire.close();
  await rm(folder, { recursive: true });
});

const load = async (text: string | Buffer) => {
  const bilan = bilanVide();
  const nombre = await buildRepertoire(file, fichesOf(Buffer.from(text), bilan), LE);
  return { nombre, bilan };
};
const found = (texte: string) => repertoire.chercher(texte, 10).map(({ finess }) => finess);

describe('an extract', () => {
  test.each([
    ['as it is downloaded', publicCsv()],
    ['as it is downloaded, in Latin letters', Buffer.from(publicCsv(), 'latin1')],
    ['in the exchange format', xml()],
    ['written again by an office tool', namedCsv()],
  ])('%s gives each establishment as letters are addressed to it', async (_, text) => {
    expect((await load(text)).nombre).toBe(6);
    const { rslongue, categorie, statut, ...numbers } = clinique;
    expect(repertoire.lire(clinique.finess)).toEqual({
      finess: numbers.finess,
      finessEj: numbers.finessEj,
      siret: numbers.siret,
      denomination: rslongue,
      codePostal: '01130',
      commune: 'Nantua',
      categorie,
      statut,
    });
    const told = { codePostal: '01117', commune: 'OYONNAX CEDEX', denomination: 'CENTRE HOSPITALIER DES SAPINS' };
    expect(repertoire.lire(hopital.finess)).toMatchObject(told);
    expect(repertoire.lire(ehpad.finess)).toMatchObject({ denomination: 'EHPAD "LES GLYCINES', statut: null });
    expect(repertoire.lire(centre.finess)).toMatchObject({ siret: null, commune: "Villeneuve-d'Ascq" });
  });

  test('leaves out what has closed, and tells the lines that cannot be read', async () => {
    expect((await load(xml())).bilan).toMatchObject({ lues: 7, fermes: 1, ecartees: 0 });
    const many = Array.from({ length: 40 }, () => clinique);
    const wrong = [
      { ...clinique, finess: '019999011' },
      { ...clinique, acheminement: 'NANTUA' },
    ];
    const { nombre, bilan } = await load(publicCsv([...many, ...wrong]));
    expect(nombre).toBe(1);
    expect(tellEcarts(bilan)).toBe(
      [
        'Ligne 42 : FINESS « 019999011 » : Vérifiez le N° FINESS : sa clé de contrôle ne correspond pas.',
        'Ligne 43 : le code postal manque.',
      ].join('\n'),
    );
  });

  test.each([
    ['rien.csv', '', /^Ce fichier est vide/],
    ['autre.csv', 'nom;prenom\na;b\n', /nomme le N° FINESS, le code postal\.$/],
    ['archive', 'PK\u0003\u0004', /^Ce fichier est une archive/],
    ['coupé', xml().slice(0, 900), /^Ce XML ne se lit plus à la ligne \d+/],
    ['tout faux', publicCsv([{ ...clinique, finess: 'X' }]), /^Lignes qui ne se lisent pas : 1 sur 1.*\nLigne 2 :/],
    ['sans fiche', 'finess;siret;nom;code postal\n', /^Ce fichier ne nomme aucun établissement/],
    ['guillemet', 'finess;nom;cp\n019999010;"A;01130\n', /^Un guillemet ouvert à la ligne 2/],
  ])('that is none (%s) is refused, and leaves the directory and its folder as they were', async (_, text, why) => {
    await load(publicCsv());
    await expect(load(text)).rejects.toThrow(why);
    expect(found('glycines')).toEqual([ehpad.finess]);
    expect(await readdir(folder)).toEqual(['base.etablissements']);
  });
});

describe('the directory', () => {
  test('has nothing before an import, and what was imported at the next look-up', async () => {
    expect([repertoire.etat(), found('clinique')]).toEqual([null, []]);
    await load(publicCsv([clinique]));
    expect([repertoire.etat(), found('clinique')]).toEqual([{ nombre: 1, importeLe: LE }, [clinique.finess]]);
    await load(publicCsv([val]));
    expect(found('clinique')).toEqual([val.finess]);
    await rm(file);
    expect([repertoire.etat(), found('clinique')]).toEqual([null, []]);
  });

  test('that is damaged is as none, until the next import', async () => {
    await writeFile(file, 'Ceci n’est pas une base SQLite, mais un texte assez long pour en avoir l’air.'.repeat(20));
    expect([repertoire.etat(), found('clinique')]).toEqual([null, []]);
    await load(publicCsv());
    expect(found('glycines')).toEqual([ehpad.finess]);
  });

  test.each([
    ['saint joseph', [clinique.finess]],
    ['ST-JOSEPH', [clinique.finess]],
    ['erables nantua clinique', [clinique.finess]],
    ['érab', [clinique.finess]],
    ['clinique 69003', [val.finess, mont.finess]],
    ['oyonnax', [hopital.finess]],
    ['ch sapins', [hopital.finess]],
    ['centre hospitalier', [hopital.finess]],
    ["villeneuve d'ascq", [centre.finess]],
    ['nantua', [ehpad.finess, clinique.finess]],
    ['01130', [clinique.finess, ehpad.finess]],
    ['809 990 013 00017', [clinique.finess]],
    ['809990021', [mont.finess, val.finess]],
    ['019999051', [ehpad.finess]],
    ['19999051', [ehpad.finess]],
    ['019999044', [hopital.finess, ehpad.finess]],
    ['01999', [centre, hopital, mont, val, clinique, ehpad].map(({ finess }) => finess)],
    ['glycines oyonnax', []],
    ['"clin* OR', []],
    ['-', []],
  ])('finds for « %s »', async (texte, wanted) => {
    await load(publicCsv());
    expect(found(texte)).toEqual(wanted);
  });
});

test('of an establishment the register says the path that it follows, as far as it does', async () => {
  await load(publicCsv());
  const parcours = ({ finess }: { finess: string }) => {
    const fiche = repertoire.lire(finess);
    if (!fiche) throw new Error(finess);
    const { dApres: _, ...said } = suggestParcours(fiche, repertoire.deLEntite(fiche.finessEj ?? ''));
    return said;
  };
  expect(parcours(clinique)).toEqual({ statut: 'prive', sites: 'un' });
  expect(parcours(val)).toEqual({ statut: 'prive', sites: 'plusieurs' });
  expect(parcours(hopital)).toEqual({ statut: 'public', ght: 'oui' });
  expect(parcours(ehpad)).toEqual({ statut: 'public', ght: 'oui' });
  expect(parcours(centre)).toEqual({});
  await load(publicCsv([{ ...ehpad, finessEj: '019999127' }]));
  expect(parcours(ehpad)).toEqual({ statut: 'public' });
});
