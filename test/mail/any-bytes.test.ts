import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchOf } from '../../src/mail/matching.ts';
import { proposalsOf } from '../../src/mail/proposals.ts';
import { parsed } from '../../src/mail/reading/parsed.ts';
import { base64, from, parts } from './mails.ts';

/** Mails of every shape that is read, to be spoilt. */
const whole = [
  from({ Subject: '=?utf-8?B?UsOpcG9uc2U=?=', 'In-Reply-To': '<a@b>', References: '<a@b> <c@d>' }),
  from({ 'Content-Type': 'text/html; charset=iso-8859-1' }, '<p>Re&ccedil;u <a href="https://x.example">ici</a></p>'),
  from(
    { 'Content-Type': 'multipart/mixed; boundary=b', To: 'Groupe: igc+Jeton@chu.example, "N, P" <n@p.example>;' },
    parts(
      'b',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nRe=C3=A7u',
      `Content-Type: application/pdf; name*0*=utf-8''a%20; name*1=b.pdf\nContent-Transfer-Encoding: base64\n\n${base64('pdf')}`,
      'Content-Type: message/rfc822\n\nSubject: dedans\n\nx',
    ),
  ),
  from(
    { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b', 'Return-Path': '<>' },
    parts(
      'b',
      'Content-Type: text/plain\n\nNon remis',
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1',
      'Content-Type: text/rfc822-headers\n\nMessage-ID: <envoi@chu.example>',
    ),
  ),
];

/** Bytes put in the place of others, where it hurts. */
const wound = fc.record({
  at: fc.nat(1_000),
  length: fc.nat(40),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .constantFrom('\r\n', '\n\n', ':', ';', '"', '=?', '?=', '<', '>', '(', '--b', '--b--', '\0', 'é', '=', '@', '%')
      .map((one) => Buffer.from(one)),
  ),
});

const spoilt = fc.tuple(fc.constantFrom(...whole), fc.array(wound, { maxLength: 12 })).map(([raw, wounds]) =>
  wounds.reduce((bytes, { at, length, bytes: put }) => {
    const start = Math.floor((at / 1_000) * bytes.length);
    return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)]);
  }, raw),
);

const nobody = async () => [];
const finders = {
  byToken: nobody,
  byMessageId: nobody,
  byReference: nobody,
  bySiret: nobody,
  byFiness: nobody,
  bySender: nobody,
};

test('whatever its bytes, a mail is read, and what is read of it misleads nobody', async () => {
  await fc.assert(
    fc.asyncProperty(spoilt, async (raw) => {
      const mail = await parsed(raw, { to: ['igc+Z@chu.example'] });
      const lines = [mail.subject, mail.from?.name ?? '', ...mail.attachments.map(({ name }) => name)];
      expect(lines.filter((line) => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(line) || !line.isWellFormed())).toEqual([]);
      expect(/[\0\u202e]/.test(mail.text) || !mail.text.isWellFormed()).toBe(false);
      const addresses = [
        ...mail.to,
        mail.from?.address ?? 'x@y',
        ...(mail.bounce?.recipients ?? []).map(({ address }) => address),
      ];
      expect(addresses.filter((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address))).toEqual([]);
      expect(mail.tokens).toContain('Z');
      expect(mail.attachments.every(({ name }) => name !== '' && !/[/\\]/.test(name))).toBe(true);
      expect(await matchOf(mail, finders)).toEqual({ candidates: [] });
      expect(proposalsOf(mail).facts.length).toBeLessThanOrEqual(4);
    }),
    { numRuns: 400 },
  );
});
