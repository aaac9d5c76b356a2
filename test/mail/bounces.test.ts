import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/mail/reading.ts';
import { from, parts } from './mails.ts';

const sent =
  'From: igc@chu.example\nTo: anne@clinique.example\nMessage-ID: <envoi.7@chu.example>\nSubject: Votre dossier';

/** A notification: its words, its fields, and what of the mail is sent back. */
function report(fields: string, original = `Content-Type: text/rfc822-headers\n\n${sent}`): Buffer {
  return from(
    {
      From: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
      Subject: 'Undelivered Mail Returned to Sender',
      'Return-Path': '<>',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
    },
    parts(
      'b',
      'Content-Type: text/plain\n\nLe message n’a pas pu être remis.',
      `Content-Type: message/delivery-status\n\n${fields}`,
      original,
    ),
  );
}

const bounceOf = async (raw: Buffer) => (await readMail(raw, { to: [] })).bounce;

describe('a mail that came back', () => {
  test('from Postfix tells whom it did not reach, why, and which mail it was', async () => {
    const raw = report(
      [
        ...[
          'Reporting-MTA: dns; mx.example',
          'X-Postfix-Queue-ID: 4F2',
          'Arrival-Date: Tue, 3 Mar 2026 10:12:00 +0100',
          '',
        ],
        ...['Final-Recipient: rfc822; anne@clinique.example', 'Original-Recipient: rfc822;Anne@Clinique.example'],
        ...['Action: failed', 'Status: 5.1.1', 'Remote-MTA: dns; mx.clinique.example'],
        'Diagnostic-Code: smtp; 550 5.1.1 <anne@clinique.example>: Recipient address\n    rejected: User unknown',
      ].join('\n'),
    );
    const { bounce, isAutomatic, attachments, text } = await readMail(raw, { to: ['igc+jeton@chu.example'] });
    expect(bounce).toEqual({
      recipients: [
        {
          address: 'anne@clinique.example',
          status: '5.1.1',
          isPermanent: true,
          said: '550 5.1.1 <anne@clinique.example>: Recipient address rejected: User unknown',
        },
      ],
      originalMessageId: 'envoi.7@chu.example',
    });
    expect({ isAutomatic, attachments, text }).toEqual({
      isAutomatic: true,
      attachments: [],
      text: 'Le message n’a pas pu être remis.',
    });
  });

  test('from Exchange, with the whole mail and several recipients, tells each', async () => {
    const recipient = (address: string, action: string, status: string, code: string) =>
      `\nOriginal-recipient: rfc822;${address}\nFinal-recipient: rfc822;${address}\nAction: ${action}\nStatus: ${status}\nDiagnostic-code: smtp;${code}\n`;
    const fields = [
      'Reporting-MTA: dns;PR0P264.example\n',
      recipient(
        'inconnue@chu.example',
        'failed',
        '5.1.10',
        '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found',
      ),
      recipient('pleine@chu.example', 'failed', '5.2.2', '554 5.2.2 mailbox full'),
      recipient('lente@chu.example', 'delayed', '4.4.7', '451 4.4.7 Message delayed'),
      recipient('servie@chu.example', 'delivered', '2.0.0', '250 2.0.0 OK'),
    ].join('');
    const bounce = await bounceOf(report(fields, `Content-Type: message/rfc822\n\n${sent}\n\nBonjour`));
    expect(bounce?.recipients.map(({ address, isPermanent }) => ({ address, isPermanent }))).toEqual([
      { address: 'inconnue@chu.example', isPermanent: true },
      { address: 'pleine@chu.example', isPermanent: false },
      { address: 'lente@chu.example', isPermanent: false },
    ]);
    expect(bounce?.originalMessageId).toBe('envoi.7@chu.example');
  });

  test.each([
    ['5.0.0', '550 No such user here', true],
    ['5.0.0', '550-5.1.1 The email account does not exist', true],
    ['5.7.1', '550 5.7.1 Message refused by policy: spam', false],
    ['5.3.4', '552 5.3.4 Message too big', false],
    ['5.4.4', 'Host not found', true],
    ['4.4.1', 'Connection timed out', false],
    ['5.2.1', 'The account is disabled', true],
  ])('with %s, « %s », ends the address: %s', async (status, code, isPermanent) => {
    const fields = `Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${code}`;
    expect((await bounceOf(report(fields)))?.recipients).toMatchObject([{ isPermanent }]);
  });

  test('badly written, with one group, other line ends and no original, is understood', async () => {
    const fields = 'final-recipient:RFC822;<A@B.example>\rACTION: Failed (trop tard)\rstatus:5.1.1 (inconnu)';
    expect(await bounceOf(report(fields, 'Content-Type: text/plain\n\nfin'))).toEqual({
      recipients: [{ address: 'a@b.example', status: '5.1.1', isPermanent: true, said: '' }],
      originalMessageId: null,
    });
  });

  test('told in words alone is automatic, and nothing more', async () => {
    const raw = from(
      { From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice' },
      'Hi. This is the qmail-send program.',
    );
    expect(await readMail(raw, { to: [] })).toMatchObject({ bounce: null, isAutomatic: true });
  });
});

describe('no bounce', () => {
  test('is a report of success, nor one without a recipient', async () => {
    const fields = 'Final-Recipient: rfc822; a@b.example\nAction: delivered\nStatus: 2.0.0';
    expect(await bounceOf(report(fields))).toBeNull();
    expect(await bounceOf(report('Reporting-MTA: dns; mx'))).toBeNull();
    expect(await bounceOf(report('Final-Recipient: rfc822; personne\nAction: failed'))).toBeNull();
  });

  test('is a mail to which somebody joined one', async () => {
    const raw = from(
      { 'Content-Type': 'multipart/mixed; boundary=m' },
      parts(
        'm',
        'Content-Type: text/plain\n\nVoyez',
        `Content-Type: message/rfc822\n\n${report('Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1')}`,
      ),
    );
    expect(await readMail(raw, { to: [] })).toMatchObject({ bounce: null, isAutomatic: false });
  });
});
