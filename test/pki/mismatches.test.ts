import type { X509Certificate } from '@peculiar/x509';
import { describe, expect, test } from 'vitest';
import type { Certificat } from '../../src/pki/certificate.ts';
import { readFile } from '../../src/pki/file.ts';
import { type Attendu, examine, type Regles, requestMismatches } from '../../src/pki/mismatches.ts';
import {
  type Asked,
  authority,
  EC,
  type Holder,
  holder,
  keysOf,
  p7bOf,
  personnes,
  personnesDeTest,
  RSA,
  racine,
  racineDeTest,
  request,
} from './igc.ts';

const attendu: Attendu = {
  usage: 'AUTH',
  beneficiaire: { nom: 'Martin', prenom: 'Camille' },
  structure: { denomination: 'Centre hospitalier Exemple', siret: '26011021800047', finess: '010000057' },
  numeroSerie: null,
};
const regles: Regles = { jour: '2026-02-01', autorites: [], essai: false };

function read(...all: X509Certificate[]): Certificat[] {
  const found = readFile(p7bOf(...all));
  if (!found.ok || !('certificats' in found.value)) throw new Error('no certificate');
  return found.value.certificats;
}

const codesOf = (all: Certificat[], more: Partial<Regles> = {}, order: Partial<Attendu> = {}) =>
  examine(all, { ...attendu, ...order }, { ...regles, ...more })?.ecarts.map(({ code }) => code);

const held = async (told: Holder, more: Partial<Regles> = {}, order: Partial<Attendu> = {}) =>
  codesOf(read(await holder(told)), more, order);

describe('a certificate as it was ordered', () => {
  test('has nothing to be told of', async () => {
    expect(await held({})).toEqual([]);
    expect(await held({ nom: 'martin', prenom: 'CAMILLE' }, {}, { numeroSerie: '0A1B2C3D' })).toEqual([]);
  });
});

describe('a certificate', () => {
  test.each<[string, Holder, string[]]>([
    ['of somebody else', { nom: 'DURAND', prenom: 'ALIX' }, ['autre-personne']],
    ['of a name of use', { nom: 'MARTIN LEROY' }, ['nom-a-verifier']],
    ['of another structure', { structure: [{ O: ['AUTRE'] }, { OU: ['1010000040'] }] }, ['autre-structure']],
    [
      'of another number of the same structure',
      { structure: [{ O: ['CENTRE HOSPITALIER EXEMPLE'] }, { OU: ['1010000040'] }] },
      ['structure-a-verifier'],
    ],
    [
      'of another site of the same legal entity',
      { structure: [{ O: ['AUTRE'] }, { OU: ['326011021800039'] }] },
      ['structure-a-verifier'],
    ],
    ['of no structure', { structure: [] }, ['structure-absente']],
    ['for signing', { usage: 'SIGN' }, ['autre-usage']],
    ['for encryption', { usage: 'CONF' }, ['autre-usage']],
    ['that has ended', { debut: '2020-01-05', fin: '2023-01-05' }, ['certificat-termine']],
    ['that is not valid yet', { debut: '2026-03-05', fin: '2029-03-05' }, ['pas-encore-valide']],
    ['of test', { by: personnesDeTest }, ['emetteur-d-essai']],
  ])('%s is told so', async (_what, told, codes) => {
    expect(await held(told)).toEqual(codes);
  });

  test('of organisations, or of anybody, is told so', async () => {
    const others = await authority('AC IGC-SANTE ELEMENTAIRE ORGANISATIONS', racine);
    expect(await held({ by: others })).toEqual(['autre-emetteur']);
    expect(await held({ by: await authority('AC DE PERSONNE') })).toEqual(['autre-emetteur']);
  });

  test('of somebody who only shares a particle is told so', async () => {
    const order = { beneficiaire: { nom: 'de la Croix', prenom: 'Camille' } };
    expect(await held({ nom: 'DE LA TOUR', prenom: 'ALIX' }, {}, order)).toEqual(['autre-personne']);
    expect(await held({ nom: 'DE LA CROIX' }, {}, order)).toEqual([]);
  });

  test('of another number than the one withdrawn is told so', async () => {
    expect(await held({}, {}, { numeroSerie: '0B' })).toEqual(['autre-numero']);
  });

  test('whose key is short is told so', async () => {
    const keys = await keysOf({ ...RSA, modulusLength: 1024 });
    expect(await held({ keys })).toEqual(['cle-trop-courte']);
  });

  test('is chosen by what was ordered among those that came together, authorities apart', async () => {
    const [auth, sign] = [await holder(), await holder({ usage: 'SIGN', serial: '0b' })];
    const found = examine(read(personnes.certificate, sign, auth), attendu, regles);
    expect(found).toMatchObject({ autres: 1, ecarts: [], contenu: { usage: 'AUTH' } });
    expect(examine(read(personnes.certificate), attendu, regles)).toBeNull();
  });
});

describe('a chain', () => {
  const known = (...all: { certificate: X509Certificate }[]) => ({
    autorites: read(...all.map(({ certificate }) => certificate)),
  });

  test('is not asked for while nobody has said which authorities are trusted', async () => {
    expect(examine(read(await holder()), attendu, regles)?.chaine).toBeNull();
  });

  test('is verified up to an authority that is trusted, by way of one that came in the file', async () => {
    const auth = await holder();
    for (const [file, trusted] of [
      [read(auth), known(racine, personnes)],
      [read(auth), known(personnes)],
      [read(auth, personnes.certificate), known(racine)],
    ] as const)
      expect(examine(file, attendu, { ...regles, ...trusted })).toMatchObject({ chaine: true, ecarts: [] });
  });

  test('that lacks a link, or whose authority only bears the name, is told so', async () => {
    const forged = await authority(
      'AC IGC-SANTE ELEMENTAIRE PERSONNES',
      await authority('AC RACINE IGC-SANTE ELEMENTAIRE'),
    );
    expect(codesOf(read(await holder()), known(racine))).toEqual(['chaine-non-verifiee']);
    expect(await held({ by: forged }, known(racine, personnes))).toEqual(['chaine-non-verifiee']);
    const file = read(await holder({ by: forged }), forged.certificate);
    expect(codesOf(file, known(racine, personnes))).toEqual(['chaine-non-verifiee']);
  });

  test('does not go by a holder, nor by an authority under one that allows none', async () => {
    const name = [{ CN: ['AC IGC-SANTE ELEMENTAIRE PERSONNES'] }];
    const keys = await keysOf(EC);
    const under = await authority('AC IGC-SANTE ELEMENTAIRE PERSONNES', personnes);
    const plain = { certificate: await holder({ keys }), name, keys };
    for (const by of [under, plain]) {
      const file = read(await holder({ by }), by.certificate);
      expect(codesOf(file, known(racine, personnes))).toContain('chaine-non-verifiee');
    }
  });

  test('of test is taken in a sandbox alone, against authorities of test where there are some', async () => {
    const one = { by: personnesDeTest };
    expect(await held(one, { essai: true })).toEqual([]);
    expect(await held(one, { essai: true, ...known(racine, personnes) })).toEqual([]);
    expect(await held(one, { essai: true, ...known(racine, racineDeTest) })).toEqual(['chaine-non-verifiee']);
    expect(await held(one, { essai: true, ...known(racineDeTest, personnesDeTest) })).toEqual([]);
    expect(await held(one, known(racineDeTest, personnesDeTest))).toEqual(['emetteur-d-essai']);
    expect(await held({}, known(racineDeTest, personnesDeTest))).toEqual(['chaine-non-verifiee']);
  });
});

describe('a request', () => {
  const order = { ...attendu, numeroSerie: null };
  const codes = async (told: Asked) => {
    const read = readFile(await request(told));
    if (!read.ok || !('demande' in read.value)) return read;
    return requestMismatches(read.value.demande, order, ['ch-exemple.fr']).map(({ code }) => code);
  };

  test('as IGC-Santé takes it has nothing to be told of, with or without whom it is for', async () => {
    expect(await codes({})).toEqual([]);
    const subject = [{ O: ['Centre hospitalier Exemple'] }, { OU: ['1010000057'] }, { SN: ['Martin'], G: ['Camille'] }];
    expect(await codes({ subject })).toEqual([]);
    expect(await codes({ keys: await keysOf(EC), algorithm: EC })).toEqual([]);
  });

  test.each<[string, Asked, string[]]>([
    ['of somebody else', { subject: [{ SN: ['Durand'], G: ['Alix'] }] }, ['autre-personne']],
    ['of another structure', { subject: [{ O: ['Autre'] }, { OU: ['1010000040'] }] }, ['autre-structure']],
    ['with an address', { courriel: 'camille@mail.ch-exemple.fr' }, ['courriel-inutile']],
    ['with an address of elsewhere', { courriel: 'c@pasch-exemple.fr' }, ['courriel-inutile', 'autre-domaine']],
    ['with a UPN', { upn: true }, ['upn-inutile']],
    ['with a password', { password: 'secret' }, ['mot-de-passe-inutile']],
  ])('%s is told so', async (_what, told, expected) => {
    expect(await codes(told)).toEqual(expected);
  });

  test('whose key is short, or that another key has signed, is told so', async () => {
    const keys = await keysOf({ ...RSA, modulusLength: 1024 });
    expect(await codes({ keys })).toEqual(['cle-trop-courte']);
    const octets = await request({});
    octets[octets.length - 1] = (octets.at(-1) ?? 0) ^ 1;
    const read = readFile(octets);
    expect(read).toMatchObject({ ok: true, value: { demande: { signature: 'fausse' } } });
  });

  test('that is cut, or changed anywhere, is refused or read: nothing is thrown', async () => {
    const whole = await request({ courriel: 'c@ch-exemple.fr', password: 'secret' });
    for (let at = 0; at < whole.length; at += 3) {
      expect(readFile(Buffer.from(whole.subarray(0, at)))).toMatchObject({ ok: false });
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(typeof readFile(changed).ok).toBe('boolean');
    }
  });
});

test('what stands in the way is a sentence that says what to do', async () => {
  const [one] = examine(read(await holder({ nom: 'DURAND', prenom: 'ALIX' })), attendu, regles)?.ecarts ?? [];
  expect(one).toEqual({
    code: 'autre-personne',
    bloquant: true,
    message:
      'Le certificat nomme ALIX DURAND, et la commande nomme Camille Martin : déposez le sien, ou corrigez la commande.',
  });
});
