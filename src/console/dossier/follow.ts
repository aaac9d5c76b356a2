import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen } from '../shell/screen.ts';
import { listed } from '../ui/words.ts';
import { familyOf, newsAfter } from './news.ts';
import { type Cible, pathOf } from './read/case.ts';

/** Where what others do to a case is told as it happens, to pages that show it as of the line `vu` of the journal. */
export function followed(cible: Cible, vu: number): Html {
  const path = pathOf(cible);
  return html`<div class="suivi" id="suivi" role="status" aria-live="polite" data-suivi="${path}/suivi?vu=${vu}" data-voir="${path}"></div>
<p class="presence" id="presence" aria-live="polite"></p>`;
}

/** Where a page hears of what others do to its case. */
export function followScreens(genre: Cible['genre']): Screen[] {
  return [
    get(
      `/${genre}s/:id/suivi`,
      `${genre}s.prochaines-etapes`,
      async ({ services, identite, params, query, request, gone }) => {
        if (!mayFollow(identite)) return { refusal: tooMany };
        const heard = Number(request.headers['last-event-id'] ?? query['vu'] ?? 0);
        const vu = Number.isInteger(heard) ? heard : 0;
        const cible = { genre, id: params['id'] ?? '' };
        const found = await services.find(cible);
        if (!found.ok) return { refusal: found.error };
        return { events: follow({ services, identite, cible, vu, gone: gone() }) };
      },
    ),
  ];
}

const tooMany = {
  status: 503,
  code: 'trop-de-suivis',
  title: 'Trop de pages suivies',
  detail: 'Trop de pages suivent des dossiers en direct : celle-ci reste à jour en la rechargeant.',
};

/** How often a silent stream says that it still lives: proxies cut what says nothing. */
const HEARTBEAT_MS = 15_000;
/** How long a stream lasts; the browser opens the next one, whose session is then checked again. */
const LASTS_MS = 10 * 60_000;
/** How many may be open at once, in all and by one person: each looks again at every commit. */
const AT_MOST = 300;
const AT_MOST_EACH = 12;

const open = new Map<string, number>();

/** Who follows which case, from which line of the journal on, until they leave. */
interface Following {
  services: Services;
  identite: Identity;
  cible: Cible;
  vu: number;
  gone: AbortSignal;
}

/** Whether one more stream may be opened by somebody. */
function mayFollow({ id }: Identity): boolean {
  const all = [...open.values()].reduce((sum, each) => sum + each, 0);
  return all < AT_MOST && (open.get(id) ?? 0) < AT_MOST_EACH;
}

/** What happens to a case, as text/event-stream: an event per act, with its rank in the journal as its id. */
async function* follow(following: Following): AsyncGenerator<string> {
  const { id } = following.identite;
  open.set(id, (open.get(id) ?? 0) + 1);
  try {
    yield 'retry: 4000\n\n';
    yield* events(following);
  } finally {
    const left = (open.get(id) ?? 1) - 1;
    if (left > 0) open.set(id, left);
    else open.delete(id);
  }
}

/** Whoever follows a case is on it: the others are told of them as long. */
async function* events(following: Following): AsyncGenerator<string> {
  const family = await familyOf(following.services, following.cible);
  const left = arrive(family.id, following.identite);
  try {
    yield* eventsOf(following, family);
  } finally {
    left();
  }
}

/** The version is read before the journal, so that an act in between is told at the next turn. */
async function* eventsOf(following: Following, family: Cible): AsyncGenerator<string> {
  const { services, identite, gone } = following;
  const over = AbortSignal.any([gone, AbortSignal.timeout(LASTS_MS)]);
  const found = await services.find(family);
  let version = found.ok ? found.value.version : 0;
  let { vu } = following;
  let told = '';
  while (!over.aborted) {
    const news = await newsAfter(following, family, vu);
    for (const { rang, text, when } of news.lines)
      yield `id: ${rang}\nevent: acte\ndata: ${JSON.stringify({ texte: `${text}, ${when}`, vu: news.seen })}\n\n`;
    ({ seen: vu } = news);
    const move = nextMove(family.id);
    try {
      const others = othersOn(family, identite);
      if (others !== told) yield `event: presence\ndata: ${JSON.stringify({ texte: others })}\n\n`;
      told = others;
      const signal = AbortSignal.any([over, move.signal]);
      const next = await services.viewAfter(family, version, { attendreMs: HEARTBEAT_MS, signal });
      if (!next.ok) return;
      if (next.value.version === version) yield ': toujours là\n\n';
      ({ version } = next.value);
    } finally {
      move.forget();
    }
  }
}

/** Somebody who has pages of a case before them. */
interface Person {
  nom: string;
  pages: number;
}

/** One goes from page to page: whoever is not back by then has left. */
const LEAVES_AFTER_MS = 4_000;

/** Who is on which case, by its id; this process alone knows, and keeps nothing. */
const here = new Map<string, Map<string, Person>>();
const listeners = new Map<string, Set<() => void>>();

/** Somebody has a page of a case before them, until what this answers is called. */
function arrive(caseId: string, { id, nom }: Pick<Identity, 'id' | 'nom'>): () => void {
  const people = here.get(caseId) ?? new Map<string, Person>();
  here.set(caseId, people);
  const known = people.get(id);
  people.set(id, { nom, pages: (known?.pages ?? 0) + 1 });
  if (!known) tell(caseId);
  return () => void setTimeout(() => leave(caseId, id), LEAVES_AFTER_MS).unref();
}

/** « Camille Roy est sur ce dossier. », but whoever asks; empty when nobody is. */
function othersOn({ id: caseId, genre }: { id: string; genre: string }, { id }: Pick<Identity, 'id'>): string {
  const others = [...(here.get(caseId) ?? [])].flatMap(([who, { nom }]) => (who === id ? [] : [nom]));
  if (others.length === 0) return '';
  return `${listed(others)} ${others.length === 1 ? 'est' : 'sont'} sur ce ${genre}.`;
}

/** Aborted when somebody comes on a case or leaves it; to be forgotten by whoever no longer waits. */
function nextMove(caseId: string): { signal: AbortSignal; forget(): void } {
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
