import { OneThread } from '../one-thread.ts';
import { err, type Result } from '../result.ts';
import { type IllisibleCode, isRasterType, type RasterType } from './types.ts';

/** A code that was read on a page, from 1. */
export interface CodeLu {
  page: number;
  texte: string;
}

/** What is asked of a file. */
export type Task = { octets: Uint8Array; type: RasterType } & (
  | { genre: 'codes' }
  | { genre: 'pages' }
  | { genre: 'apercu'; largeur: number; page: number }
);
interface Codes {
  codes: CodeLu[];
  pages: number;
}
interface Apercu {
  image: Uint8Array<ArrayBuffer>;
  pages: number;
}
/** What the thread answers. */
export type Answer = Result<Codes | Apercu | { pages: number }, IllisibleCode>;

/** How long one file may be read, in milliseconds: a set of 60 scanned pages takes about 20 s on a busy machine. */
const PATIENCE_MS = 40_000;
/** The thread ends, and gives back what its readers took, once nobody has asked for so long. */
const IDLE_MS = 20_000;
/** How many files may wait; a file is 20 MB at most. */
const MOST_WAITING = 60;
const MEMORY_MB = 512;

/** A page of a file, from 1, as a WebP of that width at most, and how many pages it has; the last one where it has fewer. */
export async function thumbnail(
  octets: Uint8Array,
  type: string,
  { largeur, page = 1 }: { largeur: number; page?: number },
): Promise<Result<Apercu, IllisibleCode>> {
  if (!isRasterType(type)) return err('fichier-sans-image');
  const answer = await looker.ask({ genre: 'apercu', octets, type, largeur, page });
  return answer as Result<Apercu, IllisibleCode>;
}

/** How many pages a file has. */
export function countPages(octets: Uint8Array, type: string): Promise<Result<{ pages: number }, IllisibleCode>> {
  return isRasterType(type) ? looker.ask({ genre: 'pages', octets, type }) : Promise.resolve(err('fichier-sans-image'));
}

/**
 * The texts of the QR codes of a file, page after page, however it was scanned: turned, skewed, grey; and how many pages it has. A file whose first
 * four pages bear none is read no further.
 */
export async function readCodes(octets: Uint8Array, type: string): Promise<Result<Codes, IllisibleCode>> {
  if (!isRasterType(type)) return err('fichier-sans-image');
  const answer = await looker.ask({ genre: 'codes', octets, type });
  return answer as Result<Codes, IllisibleCode>;
}

/** What is drawn never holds the thread that answers, and a file that takes too long, or breaks its reader, ends that thread alone. */
const looker = new OneThread<Task, Answer>({
  worker: new URL('./worker.ts', import.meta.url),
  memoryMb: MEMORY_MB,
  patienceMs: PATIENCE_MS,
  idleMs: IDLE_MS,
  mostWaiting: MOST_WAITING,
  tooLong: err('lecture-trop-longue'),
  broken: err('fichier-abime'),
  busy: err('lecture-occupee'),
});
