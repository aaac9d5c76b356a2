import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanName, natureOf } from '../src/documents/kinds.ts';

const text = (value: string) => Buffer.from(value);
const image = (format: 'png' | 'jpeg' | 'tiff') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
    .toFormat(format)
    .toBuffer();
const office = (files: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, [text(body), { level: 0 }]]))),
  );
async function pdf(): Promise<Buffer> {
  const doc = new PDFDocument();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
const mail =
  'From: ANS <ans@exemple.fr>\r\nTo: desk@exemple.fr\r\nDate: Tue, 1 Dec 2026 10:00:00 +0100\r\nSubject: 413\r\n\r\nRetour\r\n';

describe('a document is told by what it holds', () => {
  test.each([
    ['pdf', pdf],
    ['png', () => image('png')],
    ['jpeg', () => image('jpeg')],
    ['tiff', () => image('tiff')],
    ['docx', () => office({ '[Content_Types].xml': types(WORD), 'word/document.xml': '<w/>' })],
    ['odt', () => office({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })],
    ['eml', () => text(mail)],
    ['csv', () => text('nom;siret\nCLINIQUE;123\nHÔPITAL;"a;b"\n')],
    ['csv', () => Buffer.from('nom;ville\nH\u00d4PITAL;Angers\n', 'latin1')],
  ] as const)('%s', async (nature, make) => {
    expect(await natureOf(await make())).toBe(nature);
  });

  test.each([
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing that may run', text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])],
    ['an archive', office({ 'a.txt': 'a' })],
    [
      'a text of Word that runs',
      office({ '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml') }),
    ],
    [
      'a mail of more parts than a reader takes',
      text(
        `${mail.replace('Subject', 'Content-Type: multipart/mixed; boundary=b\r\nSubject')}${'--b\n\nx\n'.repeat(9_000)}`,
      ),
    ],
    ['a sentence', text('Bonjour, voici le formulaire.\nMerci.')],
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from([1, 0, 2, 0, 3])],
    ['JSON', text('{"a":1,\n"b":2}')],
    ['a log, whose lines end as those of Windows do', text(`${'INFO: une ligne\r\n'.repeat(40)}fin\r\n`)],
  ])('and %s is not kept', async (_, bytes) => {
    expect(await natureOf(bytes)).toBeNull();
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\scan 413.pdf', 'scan 413.pdf'],
    ['facture\u202efdp.exe', 'facturefdp.exe'],
    ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie x.pdf'],
    ['...', 'document'],
    ['é'.repeat(300), 'é'.repeat(120)],
    [`a${'😀'.repeat(200)}`, `a${'😀'.repeat(119)}`],
  ])('a name is made harmless: %j', (nom, clean) => {
    expect(cleanName(nom)).toBe(clean);
  });
});
