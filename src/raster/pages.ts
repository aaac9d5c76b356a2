import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type PDFiumDocument, type PDFiumLibrary, PDFiumLibrary as Pdfium } from '@hyzyla/pdfium';
import sharp, { type Metadata } from 'sharp';
import { err, ok, type Result } from '../result.ts';
import { type IllisibleCode, isRasterType, type RasterType } from './types.ts';

/** A page in grey, one byte a pixel, row after row from the top. */
export interface GreyPage {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A file whose pages can be looked at, one by one, until it is closed. */
export interface Pages {
  count: number;
  /** A page as it would be printed so many pixels to the inch, fewer where that is too many. */
  grey(rank: number, dpi: number): Promise<GreyPage>;
  close(): void;
}

/** Points to the inch: the unit of a PDF. */
const POINTS = 72;
/** How many pixels a page may have once drawn: A4 at 300 to the inch has 8.7 million. */
const MOST_DRAWN = 12_000_000;
/** How many a picture may have in its file, before anything is decoded: A3 at 400 to the inch has 31 million. */
const MOST_STORED = 80_000_000;
/** How large a sheet may be, in points: A0. */
const LONGEST = 3400;

const require = createRequire(import.meta.url);
let library: Promise<PDFiumLibrary> | null = null;

// What is blocked is so for the whole process: nothing else of it may read another kind of picture.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadTiffBuffer'],
});

/** Opens a PDF or a picture, or says why nobody can. */
export function openPages(octets: Uint8Array, type: RasterType): Promise<Result<Pages, IllisibleCode>> {
  if (!isRasterType(type)) return Promise.resolve(err('fichier-sans-image'));
  return type === 'application/pdf' ? openPdf(octets) : openPicture(octets);
}

async function openPdf(octets: Uint8Array): Promise<Result<Pages, IllisibleCode>> {
  library ??= readFile(require.resolve('@hyzyla/pdfium/pdfium.wasm')).then((wasm) =>
    Pdfium.init({ wasmBinary: new Uint8Array(wasm).buffer }),
  );
  const reader = await library;
  let document: PDFiumDocument;
  try {
    document = await reader.loadDocument(octets);
  } catch (error) {
    const isLocked = error instanceof Error && /password|security/i.test(error.message);
    return err(isLocked ? 'fichier-chiffre' : 'fichier-abime');
  }
  return ok({
    count: document.getPageCount(),
    async grey(rank, dpi) {
      const page = document.getPage(rank);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const longest = Math.max(originalWidth, originalHeight, 1);
      const area = Math.max(originalWidth * originalHeight, 1);
      const scale = Math.min(dpi / POINTS, Math.sqrt(MOST_DRAWN / area), (LONGEST / longest) * (dpi / POINTS));
      const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', renderFormFields: true });
      return { width, height, data };
    },
    close: () => document.destroy(),
  });
}

async function openPicture(octets: Uint8Array): Promise<Result<Pages, IllisibleCode>> {
  const options = { limitInputPixels: MOST_STORED, failOn: 'error', sequentialRead: true } as const;
  let known: Metadata;
  try {
    known = await sharp(octets, { ...options, pages: 1 }).metadata();
  } catch (error) {
    const isHuge = error instanceof Error && /pixel limit/i.test(error.message);
    return err(isHuge ? 'fichier-trop-grand' : 'fichier-abime');
  }
  const { pages = 1, density = 0 } = known;
  return ok({
    count: pages,
    async grey(rank, dpi) {
      const read = sharp(octets, { ...options, page: rank, pages: 1 });
      const { width, height } = await read.metadata();
      const shrink = density > dpi ? dpi / density : 1;
      const fit = Math.min(shrink, Math.sqrt(MOST_DRAWN / (width * height)));
      const { data, info } = await read
        .autoOrient()
        .flatten({ background: '#fff' })
        .resize({ width: Math.max(1, Math.round(width * fit)), withoutEnlargement: true })
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, data };
    },
    close() {},
  });
}
