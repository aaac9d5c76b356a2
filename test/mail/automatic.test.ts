import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/mail/reading.ts';
import { from } from './mails.ts';

type Written = Record<string, string>;

const machines: [string, Written][] = [
  [
    'the absence that Exchange tells',
    {
      Subject: 'Réponse automatique : Formulaire 413',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-MS-Exchange-Inbox-Rules-Loop': 'anne.petit@clinique.example',
      'Return-Path': '<>',
    },
  ],
  ['the same when only the server’s wish is left', { 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' }],
  [
    'the absence that Gmail tells',
    {
      Subject: 'En congés Re: Formulaire 413',
      'Auto-Submitted': 'auto-replied',
      Precedence: 'bulk',
      'X-Autoreply': 'yes',
    },
  ],
  ['the same without what RFC 3834 asks', { 'X-Autoreply': 'yes' }],
  ['the absence that Zimbra tells', { 'Auto-Submitted': 'auto-replied (zimbra; vacation)', Precedence: 'bulk' }],
  ['what vacation(1) answers behind Postfix', { 'Auto-Submitted': 'auto-replied', Precedence: 'junk' }],
  ['a mail without a return path', { 'Return-Path': '< >' }],
  ['a mail of a list', { 'List-Id': 'Actualités <actu.ans.example>', 'List-Unsubscribe': '<mailto:x@ans.example>' }],
  [
    'a mail of a list to which nobody writes',
    { 'List-Id': '<actu.ans.example>', 'List-Post': 'NO', Precedence: 'list' },
  ],
  ['a mail sent in numbers', { Precedence: 'bulk' }],
  ['a mail of the mail server', { From: 'Mail Delivery System <MAILER-DAEMON@mx.example>' }],
  [
    'the receipt of a reading',
    { Subject: 'Lu : 413', 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' },
  ],
  ...[
    ...[
      'Réponse automatique : 413',
      'Réponse automatique: 413',
      'Absence du bureau',
      'Absent du bureau : 413',
      'Absence',
    ],
    ...['Accusé de réception de votre demande', 'Automatic reply: 413', 'Out of Office: 413', 'Auto-Reply: 413'],
    ...['Non remis : 413', 'Undeliverable: 413', 'Je suis absente jusqu’au 12', 'Absent du 2 au 9 mars'],
  ].map((subject): [string, Written] => [`a mail whose object is « ${subject} »`, { Subject: encoded(subject) }]),
];

const persons: [string, Written][] = [
  ['an answer', { Subject: 'RE: Formulaire 413' }],
  ['an answer to an automatic answer', { Subject: encoded('RE: Réponse automatique : 413') }],
  ['a mail that says to be no machine’s', { 'Auto-Submitted': 'no' }],
  ['a mail that speaks of an absence', { Subject: encoded('Absence de contrat : que faire ?') }],
  ['a mail that refuses receipts alone', { 'X-Auto-Response-Suppress': 'DR, RN, NRN' }],
  [
    'a mail by a list to which persons write',
    { 'List-Id': '<igc.chu.example>', 'List-Post': '<mailto:igc@chu.example>', Precedence: 'list' },
  ],
  ['a mail of a person with a return path', { 'Return-Path': '<anne.petit@clinique.example>', Precedence: 'normal' }],
];

describe('a machine wrote', () => {
  test.each(machines)('%s', async (_, headers) => {
    const { isAutomatic, automaticSign } = await readMail(from(headers), { to: [] });
    expect({ isAutomatic, automaticSign }).toEqual({
      isAutomatic: true,
      automaticSign: expect.stringMatching(/^\p{L}/u),
    });
  });
});

describe('a person wrote', () => {
  test.each(persons)('%s', async (_, headers) => {
    const { isAutomatic, automaticSign } = await readMail(from(headers), { to: [] });
    expect({ isAutomatic, automaticSign }).toEqual({ isAutomatic: false, automaticSign: null });
  });
});

function encoded(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}
