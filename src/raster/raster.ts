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
  | { genre: 'apercu'; largeur: number }
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
export type Answer = Result<Codes | Apercu, IllisibleCode>;

/** How long one file may be read, in milliseconds: a set of 60 scanned pages takes about 20 s on a busy machine. */
const PATIENCE_MS = 40_000;
/** The thread ends, and gives back what its readers took, once nobody has asked for so long. */
const IDLE_MS = 20_000;
/** How many files may wait; a file is 20 MB at most. */
const MOST_WAITING = 60;
const MEMORY_MB = 512;

/** The first page of a file as a WebP of that width at most, and how many pages it has. */
export async function thumbnail(
  octets: Uint8Array,
  type: string,
  largeur: number,
): Promise<Result<Apercu, IllisibleCode>> {
  if (!isRasterType(type)) return err('fichier-sans-image');
  const answer = await looker.ask({ genre: 'apercu', octets, type, largeur });
  return answer as Result<Apercu, IllisibleCode>;
}

/** The texts of the QR codes of a file, page after page, however it was scanned: turned, skewed, grey; and how many pages it has. */
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
