import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { err, ok } from '../result.ts';
import { type GreyPage, openPages, type Pages } from './pages.ts';
import type { Answer, CodeLu, Task } from './raster.ts';

/** How finely a page is drawn to look for codes; finer once, where the first finds none. */
const FINE = [200, 300] as const;
/** How many pages of a file are looked at for codes: a whole set of signed forms has fewer. */
const MOST_PAGES = 60;
const MOST_CODES = 8;
/** A file whose first pages bear no code is not read to its end: each page of ours bears one. */
const MOST_BARE = 4;

type Apercu = Extract<Task, { genre: 'apercu' }>;

const require = createRequire(import.meta.url);
let isReady = false;

/** One file after the other, as they are asked. */
parentPort?.on('message', async (task: Task) => {
  const answer = await answerTo(task);
  parentPort?.postMessage(answer, answer.ok && 'image' in answer.value ? [answer.value.image.buffer] : []);
});

async function answerTo(task: Task): Promise<Answer> {
  const opened = await openPages(task.octets, task.type);
  if (!opened.ok) return opened;
  try {
    return ok(await found(opened.value, task));
  } catch {
    return err('fichier-abime');
  } finally {
    opened.value.close();
  }
}

function found(pages: Pages, task: Task) {
  if (task.genre === 'codes') return codesOf(pages);
  return task.genre === 'pages' ? { pages: pages.count } : thumbnailOf(pages, task);
}

/** Drawn at twice its width, then made smaller: thin lines stay. */
async function thumbnailOf(pages: Pages, { largeur, page }: Pick<Apercu, 'largeur' | 'page'>) {
  const { width, height, data } = await pages.grey(Math.min(page, pages.count) - 1, Math.max(150, largeur / 5));
  const image = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ width: largeur, height: largeur * 2, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  return { image: new Uint8Array(image), pages: pages.count };
}

async function codesOf(pages: Pages) {
  await prepareReader();
  const codes: CodeLu[] = [];
  const count = Math.min(pages.count, MOST_PAGES);
  for (let rank = 0; rank < count && (codes.length > 0 || rank < MOST_BARE); rank++) {
    const texts = await textsOf(pages, rank);
    codes.push(...texts.map((texte) => ({ page: rank + 1, texte })));
  }
  return { codes, pages: pages.count };
}

async function textsOf(pages: Pages, rank: number): Promise<string[]> {
  for (const dpi of FINE) {
    const page = rgba(await pages.grey(rank, dpi));
    const read = await readBarcodes(page, { formats: ['QRCode'], maxNumberOfSymbols: MOST_CODES, tryDenoise: true });
    if (read.length > 0) return [...new Set(read.map(({ text }) => text))];
  }
  return [];
}

async function prepareReader(): Promise<void> {
  if (isReady) return;
  const wasm = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  isReady = true;
}

function rgba({ width, height, data }: GreyPage) {
  const colours = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(colours.buffer);
  for (let at = 0; at < words.length; at++) words[at] = 0xff000000 | ((data[at] ?? 255) * 0x010101);
  return { width, height, data: colours, colorSpace: 'srgb' as const };
}
