import type { Effacement } from '../store/persons.ts';
import type { Desk } from './act.ts';

/** What takes longer was left by a crash. */
const TAKES_MS = 600_000;

type LetGo = Pick<Effacement, 'rangs' | 'documents'>;

/** Erases lines of the journal, then what they tell of beside it: mails, and the bytes of documents. What a crash leaves is finished later. */
export async function lettingGo<Done extends { ok: boolean }>(
  desk: Desk,
  gone: LetGo,
  eraseLines: () => Promise<Done>,
): Promise<Done> {
  if (gone.rangs.length === 0) return await eraseLines();
  const { personnes } = desk.store;
  const numero = await personnes.annoncer({ ...gone, le: desk.clock().toISOString() });
  const done = await eraseLines();
  if (done.ok) await letGo(desk, gone);
  await personnes.acquitter(numero);
  return done;
}

/** Finishes what was begun and not ended, where lines were erased: asked now and then. One that fails holds back no other. */
export async function finishErasures(desk: Desk): Promise<void> {
  const { store, clock } = desk;
  const before = new Date(clock().getTime() - TAKES_MS).toISOString();
  const finish = async ({ numero, rangs, documents }: Effacement) => {
    if (rangs.length > 0) await letGo(desk, { rangs, documents });
    await store.personnes.acquitter(numero);
  };
  const failures: unknown[] = [];
  for (const one of await store.personnes.annonces(before))
    await finish(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function letGo(desk: Desk, { rangs, documents }: LetGo): Promise<void> {
  await desk.store.courriels.effacer(rangs, documents);
  await forgetDocuments(desk, documents);
}

/** Removes the bytes of documents that no line tells of any more, and puts back those of which one was told meanwhile. */
export async function forgetDocuments({ store }: Pick<Desk, 'store'>, documents: readonly string[]): Promise<void> {
  for (const document of new Set(documents)) {
    if (await store.tientDocument(document)) continue;
    const bytes = await store.documents.get(document).catch(unreadable);
    await store.documents.remove(document);
    if (bytes && (await store.tientDocument(document))) await store.documents.put(bytes);
  }
}

/** Bytes that cannot be read, or are others, are not worth putting back. */
const unreadable = () => null;
