import type { Identity } from '../../identity/identity.ts';

/** Somebody who has pages of a case before them. */
interface Person {
  nom: string;
  pages: number;
}

/** One goes from page to page: whoever is not back by then has left. */
const LEAVES_AFTER_MS = 4_000;
const ET = new Intl.ListFormat('fr-FR');

/** Who is on which case, by its id; this process alone knows, and keeps nothing. */
const here = new Map<string, Map<string, Person>>();
const listeners = new Map<string, Set<() => void>>();

/** Somebody has a page of a case before them, until what this answers is called. */
export function arrive(caseId: string, { id, nom }: Pick<Identity, 'id' | 'nom'>): () => void {
  const people = here.get(caseId) ?? new Map<string, Person>();
  here.set(caseId, people);
  const known = people.get(id);
  people.set(id, { nom, pages: (known?.pages ?? 0) + 1 });
  if (!known) tell(caseId);
  return () => void setTimeout(() => leave(caseId, id), LEAVES_AFTER_MS).unref();
}

/** « Camille Roy est sur ce dossier. », but whoever asks; empty when nobody is. */
export function othersOn({ id: caseId, genre }: { id: string; genre: string }, { id }: Pick<Identity, 'id'>): string {
  const others = [...(here.get(caseId) ?? [])].flatMap(([who, { nom }]) => (who === id ? [] : [nom]));
  if (others.length === 0) return '';
  return `${ET.format(others)} ${others.length === 1 ? 'est' : 'sont'} sur ce ${genre}.`;
}

/** Aborted when somebody comes on a case or leaves it; to be forgotten by whoever no longer waits. */
export function nextMove(caseId: string): { signal: AbortSignal; forget(): void } {
  const moved = new AbortController();
  const heard = () => moved.abort();
  const all = listeners.get(caseId) ?? new Set();
  listeners.set(caseId, all.add(heard));
  const forget = () => {
    all.delete(heard);
    if (all.size === 0 && listeners.get(caseId) === all) listeners.delete(caseId);
  };
  return { signal: moved.signal, forget };
}

function leave(caseId: string, id: string): void {
  const people = here.get(caseId);
  const person = people?.get(id);
  if (!people || !person) return;
  person.pages -= 1;
  if (person.pages > 0) return;
  people.delete(id);
  if (people.size === 0) here.delete(caseId);
  tell(caseId);
}

function tell(caseId: string): void {
  for (const heard of [...(listeners.get(caseId) ?? [])]) heard();
}
