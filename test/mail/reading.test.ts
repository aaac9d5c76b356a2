import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/mail/reading.ts';
import { base64, from, mail, parts } from './mails.ts';

const nobody = { to: [] };

describe('a mail', () => {
  test('is read with its thread, its correspondents, its day and its words', async () => {
    const raw = from(
      {
        From: '=?utf-8?q?H=C3=A9l=C3=A8ne_Dupr=C3=A9?= <Helene.Dupre@Clinique.example>',
        To: 'Guichet IGC <igc@chu.example>, "Nord, DSI" <dsi@ght.example>',
        Cc: 'Administrateurs: at1@clinique.example, at2@clinique.example;',
        Subject: '=?utf-8?B?UsOpcG9uc2Ugc3VyIGxlIDQxMw==?=',
        'In-Reply-To': '<envoi.1@chu.example>',
        References: '<premier@chu.example>\n <envoi.1@chu.example>',
        'Content-Type': 'text/plain; charset=utf-8',
      },
      'Bonjour,\n\nLe cachet est apposé.\n\n-- \nHélène\n> Vous écriviez',
    );
    expect(await readMail(raw, nobody)).toEqual({
      messageId: 'm1@clinique.example',
      inReplyTo: 'envoi.1@chu.example',
      references: ['premier@chu.example', 'envoi.1@chu.example'],
      from: { name: 'Hélène Dupré', address: 'helene.dupre@clinique.example' },
      to: ['igc@chu.example', 'dsi@ght.example', 'at1@clinique.example', 'at2@clinique.example'],
      date: '2026-03-03T09:12:00.000Z',
      subject: 'Réponse sur le 413',
      text: 'Bonjour,\n\nLe cachet est apposé.\n\n-- \nHélène\n> Vous écriviez',
      tokens: [],
      isAutomatic: false,
      automaticSign: null,
      bounce: null,
      attachments: [],
      manque: null,
    });
  });

  test('without headers nor end is read too', async () => {
    const { from: who, subject, text, messageId, date } = await readMail(Buffer.from('Bonjour'), nobody);
    expect({ who, subject, messageId, date }).toEqual({ who: null, subject: '', messageId: null, date: null });
    expect(text).toBe('');
    expect(await readMail(Buffer.alloc(0), nobody)).toMatchObject({ text: '', manque: null });
  });

  test.each(['jamais', 'Tue, 99 Mar 2026 10:12:00 +0100', 'Fri, 13 Sep 275760 00:00:00 +0000', ''])(
    'says no day when it says « %s »',
    async (day) => {
      expect((await readMail(from({ Date: day }), nobody)).date).toBeNull();
    },
  );

  test('that bears a header twice is read by the first', async () => {
    const raw = mail({
      From: ['a@un.example', 'b@deux.example'],
      Subject: ['Un', 'Deux'],
      'Message-ID': ['<1@x>', '<2@x>'],
    });
    expect(await readMail(raw, nobody)).toMatchObject({
      from: { address: 'a@un.example' },
      subject: 'Un',
      messageId: '1@x',
    });
  });
});

describe('what stands after +', () => {
  test('is taken from the envelope and from all who are named, each once, case kept', async () => {
    const raw = from({
      To: 'igc+AbC123@chu.example, IGC+AbC123@chu.example',
      Cc: 'autre+cde.4_5-6@chu.example',
      'Delivered-To': 'igc+livre@chu.example',
    });
    const { tokens } = await readMail(raw, { to: ['igc+enveloppe@chu.example', 'igc@chu.example'] });
    expect(tokens).toEqual(['enveloppe', 'AbC123', 'cde.4_5-6', 'livre']);
  });

  test('is nothing of a name, nor of a domain', async () => {
    const raw = from({ To: '"igc+nom@chu.example" <igc@chu.example>, igc@a+b.example, +seul@chu.example' });
    expect((await readMail(raw, nobody)).tokens).toEqual(['seul']);
  });
});

describe('a text', () => {
  test('is the plain one of two, and the HTML where it is alone', async () => {
    const both = parts('x', 'Content-Type: text/plain\n\nEn clair', 'Content-Type: text/html\n\n<b>En gras</b>');
    const raw = from({ 'Content-Type': 'multipart/alternative; boundary=x' }, both);
    expect((await readMail(raw, nobody)).text).toBe('En clair');
    const alone = from(
      { 'Content-Type': 'text/html; charset=utf-8' },
      '<p>Reçu&nbsp;: <b>oui</b></p><ul><li>cachet</li></ul>',
    );
    expect((await readMail(alone, nobody)).text).toMatch(/^Reçu : oui\n+ ?\* cachet$/);
  });

  test.each([
    ['iso-8859-1', 'quoted-printable', Buffer.from('Re=E7u, pay=E9')],
    ['windows-1252', '8bit', Buffer.from('Re\xe7u, pay\xe9', 'latin1')],
    ['utf-8', 'base64', Buffer.from(base64('Reçu, payé'))],
    ['UTF-8', '8bit', Buffer.from('Reçu, payé')],
  ])('in %s, %s, is read', async (charset, encoding, body) => {
    const head = from({ 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': encoding }, '');
    expect((await readMail(Buffer.concat([head, body]), nobody)).text).toBe('Reçu, payé');
  });

  test('of an object that was not encoded is read as Windows wrote it', async () => {
    const raw = Buffer.from('From: a@b.example\r\nSubject: Re\xe7u sign\xe9\r\n\r\nx', 'latin1');
    expect((await readMail(raw, nobody)).subject).toBe('Reçu signé');
  });
});

describe('the files of a mail', () => {
  test('are kept as they were sent, those without a name too; a picture of the text is told apart', async () => {
    const pdf = Buffer.from('%PDF-1.7 signé');
    const related = parts(
      'r',
      'Content-Type: text/html\n\n<p>Voir <img src="cid:logo"></p>',
      `Content-Type: image/png\nContent-ID: <logo>\nContent-Transfer-Encoding: base64\n\n${base64('png')}`,
    );
    const raw = from(
      { 'Content-Type': 'multipart/mixed; boundary=m' },
      parts(
        'm',
        `Content-Type: multipart/related; boundary=r\n\n${related}`,
        `Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''413%20sign%C3%A9.pdf\nContent-Transfer-Encoding: base64\n\n${base64(pdf)}`,
        `Content-Type: application/octet-stream\n\nsans nom`,
        'Content-Type: message/rfc822\n\nFrom: ans@ans.example\nSubject: Retour du 413\n\nIncomplet',
      ),
    );
    const { attachments, text } = await readMail(raw, nobody);
    expect(attachments.map(({ name, isInText }) => ({ name, isInText }))).toEqual([
      { name: 'piece-jointe-1', isInText: true },
      { name: '413 signé.pdf', isInText: false },
      { name: 'piece-jointe-3', isInText: false },
      { name: 'Retour du 413.eml', isInText: false },
    ]);
    expect(Buffer.from(attachments[1]?.bytes ?? []).equals(pdf)).toBe(true);
    expect(Buffer.from(attachments[3]?.bytes ?? []).toString()).toContain('Incomplet');
    expect(text).not.toContain('Incomplet');
  });
});
