import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createReader, MOST_BYTES, ReaderBusy, readMail } from '../../src/mail/reading.ts';
import { base64, from, mail, parts } from './mails.ts';

const read = (raw: Buffer) => readMail(raw, { to: [] });
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const file = (name: string) => `Content-Type: application/pdf\nContent-Disposition: attachment; ${name}\n\nx`;

describe('headers', () => {
  test('inject no line, and turn the sense of no name', async () => {
    const raw = from({
      From: `${word('Anne\r\nBcc: tous@chu.example\u202e')} <anne@clinique.example>`,
      Subject: word('Reçu\r\nBcc: tous@chu.example\r\n\r\n<script>\u2028\u202etxt.exe'),
      'In-Reply-To': '<a\u0000b@x> <vrai@chu.example>',
      'Message-ID': '<m1@x\u00a0> ',
    });
    const { subject, from: who, inReplyTo } = await read(raw);
    expect(subject).toBe('Reçu Bcc: tous@chu.example <script> txt.exe');
    expect(who).toEqual({ name: 'Anne Bcc: tous@chu.example', address: 'anne@clinique.example' });
    expect(inReplyTo).toBe('vrai@chu.example');
  });

  test.each([
    [`"ans@ans.example" <pirate@x.example>`, 'pirate@x.example'],
    [`${word('"ANS" <ans@ans.example>')} <pirate@x.example>`, 'pirate@x.example'],
    ['pas une adresse', null],
    ['<a b@c.example>, , ;', 'b@c.example'],
    ['(((((commentaire', null],
  ])('of « %s » name %s', async (value, address) => {
    expect((await read(from({ From: value }))).from?.address ?? null).toBe(address);
  });

  test.each([
    ['a thousand recipients', { To: Array.from({ length: 5_000 }, (_, rank) => `r${rank}@x.example`).join(', ') }],
    ['groups in groups', { To: 'g:'.repeat(20_000) }],
    ['comments in comments', { To: `${'('.repeat(100_000)}a@x.example` }],
    ['references without end', { References: '<a@b> '.repeat(40_000) }],
    ['a word that never ends', { Subject: `=?utf-8?Q?${'=41'.repeat(60_000)}` }],
    ['an object of many words', { Subject: `${word('é')} `.repeat(8_000) }],
    ['a boundary of a megabyte', { 'Content-Type': `multipart/mixed; boundary="${'b'.repeat(200_000)}"` }],
    [
      'parameters in pieces',
      { 'Content-Type': Array.from({ length: 5_000 }, (_, n) => `text/plain; name*${n}*=a`).join(';') },
    ],
  ])('with %s are read in bounds', async (_, headers) => {
    const { subject, references, to } = await read(from(headers as Record<string, string>));
    expect(subject.length).toBeLessThanOrEqual(1_000);
    expect(references.length).toBeLessThanOrEqual(100);
    expect(to.length).toBeLessThanOrEqual(500);
  });

  test('of a megabyte leave what can be read of them', async () => {
    const raw = mail({ From: 'anne@clinique.example', Subject: 'Long', 'X-Rien': 'r'.repeat(1_200_000) });
    expect(await read(raw)).toMatchObject({
      from: { address: 'anne@clinique.example' },
      subject: 'Long',
      manque: 'courriel-abime',
    });
  });
});

test('headers too many to be read leave the first', async () => {
  const raw = mail({
    From: 'anne@clinique.example',
    Subject: 'Beaucoup',
    Rien: Array.from({ length: 20_000 }, () => 'r'),
  });
  expect(await read(raw)).toMatchObject({ subject: 'Beaucoup', manque: 'courriel-abime' });
});

describe('a mail', () => {
  test('of more than 25 MB is read by its headers', async () => {
    const raw = Buffer.concat([from({ Subject: 'Énorme' }), Buffer.alloc(MOST_BYTES, 'a\n')]);
    expect(await read(raw)).toMatchObject({
      messageId: 'm1@clinique.example',
      text: '',
      manque: 'courriel-trop-grand',
    });
  });

  test('of many parts, or of many folds, is read by its headers', async () => {
    const many = parts('b', ...Array.from({ length: 400 }, () => 'Content-Type: text/plain\n\nx'));
    const wide = from({ 'Content-Type': 'multipart/mixed; boundary=b' }, many);
    expect(await read(wide)).toMatchObject({ messageId: 'm1@clinique.example', manque: 'parties-trop-nombreuses' });
    const folds = Array.from(
      { length: 5_000 },
      (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n`,
    );
    const deep = from({ 'Content-Type': 'multipart/mixed; boundary=b0' }, folds.join('\n'));
    expect(await read(deep)).toMatchObject({ messageId: 'm1@clinique.example', manque: 'parties-trop-nombreuses' });
  });

  test('inside a mail inside a mail, a thousand times, is one file', async () => {
    const inside = 'Content-Type: message/rfc822\n\n'.repeat(1_000);
    const { attachments } = await read(
      from({ 'Content-Type': 'multipart/mixed; boundary=b' }, parts('b', `${inside}fin`)),
    );
    expect(attachments.map(({ name }) => name)).toEqual(['courriel-1.eml']);
  });

  test('that takes its reader longer than it may is read by its headers, and the next is read whole', async () => {
    const hasty = createReader(6_000);
    const html = '<li><p>'.repeat(140_000);
    const [slow, next] = await Promise.all([
      hasty(from({ 'Content-Type': 'text/html' }, html), { to: [] }),
      hasty(from({}), { to: [] }),
    ]);
    expect(slow).toMatchObject({ messageId: 'm1@clinique.example', text: '', manque: 'lecture-trop-longue' });
    expect(next).toMatchObject({ text: 'Bonjour.', manque: null });
  });

  test('without an end, with parts of no boundary, or of noise, is read', async () => {
    const noise = Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 256));
    for (const raw of [
      from({ 'Content-Type': 'multipart/mixed' }, 'x'),
      from({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\nContent-Type: text/plain'),
      Buffer.concat([from({ 'Content-Type': 'text/plain' }, ''), noise]),
      noise,
    ])
      expect(await read(raw)).toMatchObject({ isAutomatic: false });
  });

  test('holds nobody up while it is read, and too many at once are to be brought again', async () => {
    const html = `<table><tr><td>${'<p>a<a href="https://x.example">b</a>'.repeat(30_000)}`;
    const raw = from({ 'Content-Type': 'text/html' }, html);
    let last = performance.now();
    let longest = 0;
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const all = await Promise.allSettled(Array.from({ length: 16 }, () => read(raw)));
    clearInterval(watch);
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused.every((one) => one.status === 'rejected' && one.reason instanceof ReaderBusy)).toBe(true);
    expect(longest).toBeLessThan(1_000);
  });
});

describe('HTML', () => {
  test('is text and nothing else: nothing runs, nothing is fetched', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked++;
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const html = `<html><head><title>Titre</title><link rel=stylesheet href="${url}/a.css"><style>@import url(${url}/b.css); p { color: red }</style>
      <meta http-equiv=refresh content="0; url=${url}/c"><script src="${url}/d.js"></script><script>fetch('${url}/e')</script></head>
      <body onload="alert('f')" background="${url}/g.png"><img src="${url}/h.gif" width=1 height=1 onerror="alert(1)">
      <iframe src="${url}/i"></iframe><object data="${url}/j"></object><video poster="${url}/k" src="${url}/l"></video>
      <form action="${url}/m"><input name=a></form><p>Le cachet manque.</p></body></html>`;
    const { text, attachments } = await read(from({ 'Content-Type': 'text/html' }, html));
    await new Promise((resolve) => server.close(resolve));
    expect(text).toContain('Le cachet manque.');
    expect(text).not.toMatch(/fetch|alert|@import|color: red|<\w/);
    expect({ asked, attachments }).toEqual({ asked: 0, attachments: [] });
  });

  test.each([
    ['nested two hundred thousand times', '<b>'.repeat(200_000)],
    ['of a megabyte and a half', '<p>a</p>'.repeat(200_000)],
  ])('%s is said not to be read', async (_, html) => {
    const raw = from({ 'Content-Type': 'text/html' }, html);
    expect(await read(raw)).toMatchObject({ subject: 'Formulaire 413', manque: 'texte-incomplet' });
  });

  test('of tags that never end, of entities, of attributes, is read in its time', async () => {
    for (const piece of ['<', '<!--', '<a href="', '&amp', '<a b ', '</', '<![CDATA[', '<td colspan=99999>'])
      expect(await read(from({ 'Content-Type': 'text/html' }, piece.repeat(60_000)))).not.toMatchObject({
        manque: 'lecture-trop-longue',
      });
  });
});

describe('an encoding', () => {
  test.each([
    ['utf-7', '8bit', '+ADw-script+AD4-'],
    ['x-inconnu', 'base64', base64('Bonjour')],
    ['\u0000', 'x-rien', 'Bonjour'],
    ['utf-8', 'base64', 'Qm9u*****am91\u00e9cg===='],
    ['utf-16', 'quoted-printable', '=GZ=4=\n=41=zz'],
  ])('that lies (%s, %s) gives a text that a base takes', async (charset, encoding, body) => {
    const raw = from({ 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': encoding }, body);
    const { text, manque } = await read(raw);
    expect(manque).toBeNull();
    expect(text).not.toContain('<script');
    expect(text.isWellFormed()).toBe(true);
  });

  test('hides no control character, and turns no line', async () => {
    const raw = from({ 'Content-Type': 'text/plain; charset=utf-8' }, 'a\u0000b\u001b[31mc\u202ed\u2066e\rf\u0085g\th');
    expect((await read(raw)).text).toBe('ab[31mcde\nfg\th');
  });

  test('of a text without end is cut, and it is said', async () => {
    const { text, manque } = await read(from({}, 'mot '.repeat(100_000)));
    expect({ length: text.length, manque }).toEqual({ length: 200_000, manque: 'texte-incomplet' });
  });
});

test.each([
  ['filename="../../etc/passwd"', 'passwd'],
  ['filename="C:\\\\Windows\\\\system.ini"', 'system.ini'],
  [`filename="${word('413\u202efdp.exe')}"`, '413fdp.exe'],
  [`filename*=utf-8''a%00b%0D%0AX-Injecte%3A%20oui.pdf`, 'abX-Injecte oui.pdf'],
  ['filename=""', 'piece-jointe-1'],
  ['filename="   "', 'piece-jointe-1'],
  ['filename="..."', 'document'],
  [`filename="${'n'.repeat(3_000)}.pdf"`, 'n'.repeat(120)],
])('the file named %# bears a name that misleads nobody', async (name, clean) => {
  const { attachments } = await read(from({ 'Content-Type': 'multipart/mixed; boundary=b' }, parts('b', file(name))));
  expect(attachments.map((one) => one.name)).toEqual([clean]);
});
