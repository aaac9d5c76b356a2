import { crc32 } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { readCodes, thumbnail } from '../../src/raster/raster.ts';
import { illisibles } from '../../src/raster/types.ts';

const TEXT = 'PIG1:413:abcdef01:7:0123456789abcdef';

describe('a code on a page is read', () => {
  test('from a PDF, on the page where it stands', async () => {
    const pdf = await pdfOf([null, TEXT]);
    expect(await readCodes(pdf, 'application/pdf')).toEqual({
      ok: true,
      value: { codes: [{ page: 2, texte: TEXT }], pages: 2 },
    });
  });

  test.each([3, 90, 178])('from a grey JPEG, turned by %i degrees', async (angle) => {
    const scan = await scanned(angle).jpeg({ quality: 50 }).toBuffer();
    expect(await readCodes(scan, 'image/jpeg')).toEqual({
      ok: true,
      value: { codes: [{ page: 1, texte: TEXT }], pages: 1 },
    });
  });

  test('from a TIFF in black and white', async () => {
    const scan = await scanned(2).tiff({ compression: 'lzw' }).toBuffer();
    expect(await readCodes(scan, 'image/tiff')).toMatchObject({ ok: true, value: { codes: [{ texte: TEXT }] } });
  });
});

describe('a thumbnail', () => {
  test('of a PDF is a WebP of the width that was asked for', async () => {
    const made = await thumbnail(await pdfOf([TEXT, null, null]), 'application/pdf', { largeur: 160 });
    if (!made.ok) throw new Error(made.error);
    sharp.unblock({ operation: ['VipsForeignLoadWebpBuffer'] });
    const { format, width, height } = await sharp(made.value.image).metadata();
    expect({ format, width, height, pages: made.value.pages }).toEqual({
      format: 'webp',
      width: 160,
      height: 226,
      pages: 3,
    });
  });
});

describe('a file that nobody can look at says why, and the next one is read', () => {
  test.each([
    ['fichier-abime', 'application/pdf', Buffer.from('%PDF-1.7\nnothing of the kind')],
    ['fichier-abime', 'image/jpeg', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['fichier-sans-image', 'text/csv', Buffer.from('a;b')],
    ['fichier-sans-image', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('%s: %s', async (code, type, bytes) => {
    expect(await thumbnail(bytes, type, { largeur: 160 })).toEqual({ ok: false, error: code });
  });

  test('a picture disguised as another type is not decoded by another reader', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
    expect(await thumbnail(svg, 'image/png', { largeur: 160 })).toEqual({ ok: false, error: 'fichier-abime' });
  });

  test('one of ten thousand million pixels is refused before it is decoded', async () => {
    expect(await thumbnail(hugePng(), 'image/png', { largeur: 160 })).toEqual({
      ok: false,
      error: 'fichier-trop-grand',
    });
  });

  test('in one French sentence that says what to do', () => {
    expect(Object.values(illisibles).filter((text) => !/^\p{Lu}[^.]* : [^.]*\.$/u.test(text))).toEqual([]);
  });

  test('one behind a password', async () => {
    const locked = await pdfOf([TEXT], { userPassword: 'secret' });
    expect(await readCodes(locked, 'application/pdf')).toEqual({ ok: false, error: 'fichier-chiffre' });
    expect(await readCodes(await pdfOf([TEXT]), 'application/pdf')).toMatchObject({ ok: true });
  });
});

/** A PNG of 100,000 pixels by 100,000, of which it holds none. */
function hugePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const [length, sum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.from('000186a0000186a00800000000', 'hex');
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A sheet with a code at the bottom, as a scanner would give it. */
function scanned(angle: number) {
  const { data, size } = encode(TEXT, { ecc: 'M', border: 4 });
  const side = size * 6;
  const pixels = Buffer.alloc(side * side, 255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) if (data[Math.floor(y / 6)]?.[Math.floor(x / 6)]) pixels[y * side + x] = 40;
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .extend({ top: 900, left: 500, right: 300, bottom: 150, background: '#eee' })
    .rotate(angle, { background: '#eee' })
    .greyscale();
}

async function pdfOf(codes: readonly (string | null)[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (const code of codes) {
    doc.addPage();
    doc.text('Une page');
    if (code !== null) drawCode(doc, code);
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawCode(doc: PDFKit.PDFDocument, text: string): void {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries()) if (isDark) doc.rect(400 + x * 2.4, 650 + y * 2.4, 2.4, 2.4);
  doc.fill('#000');
}
