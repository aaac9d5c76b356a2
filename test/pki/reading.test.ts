import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_CERTIFICATS, MAX_OCTETS, readFile } from '../../src/pki/file.ts';
import { derOf, holder, p7bOf, pemOf, personnes, personnesDeTest, privateKeys, racine } from './igc.ts';

const auth = await holder();
const lu = readFile(derOf(auth));
const contents = (octets: Buffer) => {
  const read = readFile(octets);
  return read.ok && 'certificats' in read.value ? read.value.certificats.map(({ contenu }) => contenu) : read;
};

describe('a certificate', () => {
  test('says whose it is, of which structure, for what, from whom, until when', () => {
    expect(contents(derOf(auth))).toEqual([
      {
        usage: 'AUTH',
        offre: 'PRO',
        titulaire: {
          nom: 'MARTIN',
          prenom: 'CAMILLE',
          titre: 'Pharmacien',
          identifiant: '899700012345',
          rpps: '99700012345',
        },
        structure: { denomination: 'CENTRE HOSPITALIER EXEMPLE', finess: '010000057', siret: null, siren: null },
        emetteur: 'AC IGC-SANTE ELEMENTAIRE PERSONNES',
        essai: false,
        politiques: [],
        numeroSerie: '0A1B2C3D',
        debut: '2026-01-05',
        fin: '2029-01-05',
        cle: { algorithme: 'rsa', bits: 2048 },
        empreinte: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test.each(['AUTH', 'SIGN', 'CONF'] as const)('for %s is told from the others by its key usages', async (usage) => {
    expect(contents(derOf(await holder({ usage })))).toMatchObject([{ usage }]);
  });

  test('of test is told from a real one', async () => {
    expect(contents(derOf(await holder({ by: personnesDeTest })))).toMatchObject([{ essai: true }]);
  });

  test.each([
    ['a FINESS', { O: ['X'] }, { OU: ['12A0001234'] }, { finess: '2A0001234', siret: null }],
    ['a SIRET', { O: ['X'] }, { OU: ['326011021800047'] }, { siret: '26011021800047', siren: '260110218' }],
    ['a SIREN', { O: ['X'] }, { OU: ['0002 260110218'] }, { siret: null, siren: '260110218' }],
  ])('names its structure by %s', async (_what, o, ou, structure) => {
    expect(contents(derOf(await holder({ structure: [o, ou] })))).toMatchObject([{ structure }]);
  });

  test('is read from PEM, from base64 alone, from a text of two bytes a sign, and from a P7B with all that is in it', () => {
    const [pem, der] = [pemOf(auth), derOf(auth)];
    const one = contents(der);
    expect(contents(Buffer.concat([Buffer.from('Bag Attributes\n    friendlyName: É\n'), pem]))).toEqual(one);
    expect(contents(Buffer.from(der.toString('base64')))).toEqual(one);
    expect(contents(Buffer.from(`\uFEFF${pem}`, 'utf16le'))).toEqual(one);
    const all = p7bOf(auth, personnes.certificate, racine.certificate);
    expect(contents(all)).toMatchObject([{ numeroSerie: '0A1B2C3D' }, {}, {}]);
    const pkcs7 = `-----BEGIN PKCS7-----\n${all.toString('base64')}\n-----END PKCS7-----\n`;
    expect(contents(Buffer.from(pkcs7))).toEqual(contents(all));
  });
});

describe('a private key', () => {
  test.each(Object.entries(privateKeys()))('in %s is refused under its own code, and wiped', (_way, octets) => {
    expect(readFile(octets)).toEqual({ ok: false, error: { code: 'cle-privee' } });
    expect(octets.every((byte) => byte === 0)).toBe(true);
  });

  test('is refused beside a certificate too, in PEM or after it in DER', () => {
    const keys = privateKeys();
    for (const both of [
      [pemOf(auth), keys['PKCS#8 in PEM'] as Buffer],
      [derOf(auth), keys['PKCS#8 in DER'] as Buffer],
    ])
      expect(readFile(Buffer.concat(both))).toEqual({ ok: false, error: { code: 'cle-privee' } });
  });

  test('is not what a certificate is taken for', () => {
    expect(lu.ok).toBe(true);
  });
});

describe('what is no certificate', () => {
  test('is told so: nothing, words, junk, a picture, another text in PEM', () => {
    const junk = ['', 'bonjour', '0', '\x89PNG\r\n', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'];
    for (const one of junk.map((text) => Buffer.from(text, 'latin1')))
      expect(readFile(one)).toEqual({ ok: false, error: { code: 'certificat-illisible' } });
  });

  test('is told so wherever a certificate or a P7B is cut', () => {
    for (const whole of [derOf(auth), p7bOf(auth, racine.certificate)])
      for (let length = 0; length < whole.length; length += 7)
        expect(readFile(Buffer.from(whole.subarray(0, length))), `${length}`).toMatchObject({ ok: false });
  });

  test('is told so, or read, whatever bytes are changed: nothing is thrown', () => {
    const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    const wholes = fc.constantFrom(derOf(auth), pemOf(auth), p7bOf(auth, personnes.certificate));
    fc.assert(
      fc.property(wholes, change, (whole, changes) => {
        const octets = Buffer.from(whole);
        for (const [at, byte] of changes) octets[at % octets.length] = byte;
        expect(typeof readFile(octets).ok).toBe('boolean');
      }),
      { numRuns: 400, seed: 17 },
    );
  });

  test('is told so when it is too large, when it holds too many, when it is nested without end', () => {
    expect(readFile(Buffer.alloc(MAX_OCTETS + 1, 0x30))).toEqual({
      ok: false,
      error: { code: 'certificat-trop-grand' },
    });
    const many = Buffer.concat(Array.from({ length: MAX_CERTIFICATS + 1 }, () => derOf(auth)));
    expect(readFile(many)).toEqual({ ok: false, error: { code: 'certificats-trop-nombreux' } });
    let nested = Buffer.alloc(0);
    while (nested.length < 30_000)
      nested = Buffer.concat([Buffer.from([0x30, 0x82, nested.length >> 8, nested.length & 0xff]), nested]);
    expect(readFile(nested)).toMatchObject({ ok: false });
    expect(readFile(Buffer.alloc(60_000, Buffer.from('3000', 'hex')))).toMatchObject({ ok: false });
  });
});
