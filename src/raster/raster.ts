import { Worker } from 'node:worker_threads';
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
/** What the thread is sent. */
export interface Asked {
  task: Task;
}
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

interface Job {
  task: Task;
  settle(answer: Answer): void;
}

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

/**
 * Looks at files in a thread of its own, one after the other: what is drawn never holds the thread that answers, and a file that takes too
 * long, or breaks its reader, ends that thread alone.
 */
class Looker {
  private readonly waiting: Job[] = [];
  private current: Job | null = null;
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;

  ask(task: Task): Promise<Answer> {
    if (this.waiting.length >= MOST_WAITING) return Promise.resolve(err('lecture-occupee'));
    return new Promise((resolve) => {
      this.waiting.push({ task, settle: resolve });
      this.next();
    });
  }

  private next(): void {
    if (this.current) return;
    clearTimeout(this.timer);
    this.current = this.waiting.shift() ?? null;
    if (!this.current) {
      this.timer = setTimeout(() => this.end(), IDLE_MS).unref();
      this.worker?.unref();
      return;
    }
    this.worker ??= this.begin();
    this.worker.ref();
    this.timer = setTimeout(() => this.giveUp('lecture-trop-longue'), PATIENCE_MS);
    const asked: Asked = { task: this.current.task };
    this.worker.postMessage(asked);
  }

  private begin(): Worker {
    const begun = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    begun.on('message', (answer: Answer) => this.settle(answer));
    begun.on('error', () => {});
    begun.once('exit', () => {
      if (this.worker === begun) this.giveUp('fichier-abime');
    });
    return begun;
  }

  private settle(answer: Answer): void {
    const { current } = this;
    this.current = null;
    current?.settle(answer);
    this.next();
  }

  private giveUp(code: IllisibleCode): void {
    this.end();
    this.settle(err(code));
  }

  private end(): void {
    const ending = this.worker;
    this.worker = null;
    void ending?.terminate();
  }
}

const looker = new Looker();
