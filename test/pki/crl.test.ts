import { describe, expect, test } from 'vitest';
import { readCrl } from '../../src/pki/crl.ts';
import { readFile } from '../../src/pki/file.ts';
import { authority, crl, derOf, holder, p7bOf, personnes, personnesDeTest, privateKeys, racine } from './igc.ts';

const known = readFile(p7bOf(racine.certificate, personnes.certificate, personnesDeTest.certificate));
const autorites = known.ok && 'certificats' in known.value ? known.value.certificats : [];
const rules = { autorites, jour: '2026-06-30', essai: false };
const codeOf = (read: ReturnType<typeof readCrl>) => (read.ok ? null : read.error.code);

describe('a list of revocations', () => {
  test('says who was revoked, when and why, from whom it comes and until when it holds', async () => {
    const octets = await crl({ serials: ['0a1b2c3d', 'f00d'], reason: 4 });
    const revocation = { le: '2026-06-20', motif: 4 };
    const read = readCrl(octets, rules);
    expect(read).toEqual({
      ok: true,
      value: {
        emetteur: 'AC IGC-SANTE ELEMENTAIRE PERSONNES',
        du: '2026-06-28',
        prochaine: '2026-07-15',
        partielle: false,
        revoques: new Map([
          ['0A1B2C3D', revocation],
          ['F00D', revocation],
        ]),
      },
    });
    const pem = `-----BEGIN X509 CRL-----\n${octets.toString('base64')}\n-----END X509 CRL-----\n`;
    expect(readCrl(Buffer.from(pem), rules)).toEqual(read);
    expect(readCrl(await crl(), rules)).toMatchObject({ ok: true, value: { revoques: new Map() } });
  });

  test('is not believed once the next one is due, nor signed by another, nor of another authority', async () => {
    expect(codeOf(readCrl(await crl({ until: '2026-06-29' }), rules))).toBe('crl-perimee');
    const forged = await authority('AC IGC-SANTE ELEMENTAIRE PERSONNES');
    expect(codeOf(readCrl(await crl({ by: personnes, signedBy: forged }), rules))).toBe('crl-non-signee');
    expect(codeOf(readCrl(await crl({ by: racine }), rules))).toBe('crl-autre-emetteur');
    expect(codeOf(readCrl(await crl(), { ...rules, autorites: [] }))).toBe('crl-sans-autorite');
  });

  test('of test is for a sandbox alone', async () => {
    const octets = await crl({ by: personnesDeTest });
    expect(codeOf(readCrl(octets, rules))).toBe('crl-autre-emetteur');
    expect(readCrl(octets, { ...rules, essai: true }).ok).toBe(true);
  });

  test('is no place for a private key either, which is wiped', () => {
    for (const octets of Object.values(privateKeys())) {
      expect(codeOf(readCrl(octets, rules))).toBe('cle-privee');
      expect(octets.every((byte) => byte === 0)).toBe(true);
    }
  });

  test('is told from what is none, cut or changed: nothing is thrown', async () => {
    const whole = await crl({ serials: ['0a', '0b'] });
    const letters = Buffer.alloc(16 * 1024 * 1024, 'a');
    for (const junk of [Buffer.alloc(0), Buffer.from('bonjour'), letters, derOf(await holder())])
      expect(codeOf(readCrl(junk, rules))).toBe('crl-illisible');
    for (let at = 0; at < whole.length; at++) {
      expect(readCrl(Buffer.from(whole.subarray(0, at)), rules).ok).toBe(false);
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(readCrl(changed, rules).ok, `${at}`).toBe(false);
    }
  });
});
