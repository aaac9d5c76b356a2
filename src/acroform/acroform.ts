import { OneThread } from '../one-thread.ts';
import { err, type Result } from '../result.ts';
import type { ChampPdf, IllisiblePdf, Valeurs } from './types.ts';

/** What is asked of a file. */
export type Task = { octets: Uint8Array } & ({ genre: 'champs' } | { genre: 'remplir'; valeurs: Valeurs });
/** What the thread answers. */
export type Answer = Result<{ champs: ChampPdf[] } | { pdf: Uint8Array }, IllisiblePdf>;

/** A file of somebody else’s never holds the thread that answers. */
const filler = new OneThread<Task, Answer>({
  worker: new URL('./worker.ts', import.meta.url),
  memoryMb: 256,
  patienceMs: 20_000,
  idleMs: 20_000,
  mostWaiting: 30,
  tooLong: err('pdf-illisible'),
  broken: err('pdf-illisible'),
  busy: err('pdf-occupe'),
});

/** The fields of a PDF that may be filled in. */
export async function fieldsOf(octets: Uint8Array): Promise<Result<ChampPdf[], IllisiblePdf>> {
  const answer = await filler.ask({ genre: 'champs', octets });
  if (!answer.ok) return answer;
  return 'champs' in answer.value ? { ok: true, value: answer.value.champs } : err('pdf-illisible');
}

/** The same PDF with these fields filled in. */
export async function filledPdf(octets: Uint8Array, valeurs: Valeurs): Promise<Result<Buffer, IllisiblePdf>> {
  const answer = await filler.ask({ genre: 'remplir', octets, valeurs });
  if (!answer.ok) return answer;
  return 'pdf' in answer.value ? { ok: true, value: Buffer.from(answer.value.pdf) } : err('pdf-illisible');
}
