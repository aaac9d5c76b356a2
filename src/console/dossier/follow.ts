import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen } from '../shell/screen.ts';
import { familyOf, newsAfter } from './news.ts';
import { arrive, nextMove, othersOn } from './presence.ts';
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
    get(`${genre}.suivi`, `/${genre}s/:id/suivi`, {
      right: `${genre}s.prochaines-etapes`,
      async answer({ services, identite, params, query, request, gone }) {
        if (!mayFollow(identite)) return { refusal: tooMany };
        const heard = Number(request.headers['last-event-id'] ?? query['vu'] ?? 0);
        const vu = Number.isInteger(heard) ? heard : 0;
        const cible = { genre, id: params['id'] ?? '' };
        const found = await services.find(cible);
        if (!found.ok) return { refusal: found.error };
        return { events: follow({ services, identite, cible, vu, gone: gone() }) };
      },
    }),
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
