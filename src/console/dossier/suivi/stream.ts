import type { Identity } from '../../../identity/identity.ts';
import type { Services } from '../../../services.ts';
import type { Cible } from '../read/case.ts';
import { familyOf, newsAfter } from '../read/told.ts';

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
export function mayFollow({ id }: Identity): boolean {
  const all = [...open.values()].reduce((sum, each) => sum + each, 0);
  return all < AT_MOST && (open.get(id) ?? 0) < AT_MOST_EACH;
}

/** What happens to a case, as text/event-stream: an event per act, with its rank in the journal as its id. */
export async function* follow(following: Following): AsyncGenerator<string> {
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

/** The version is read before the journal, so that an act in between is told at the next turn. */
async function* events(following: Following): AsyncGenerator<string> {
  const { services, gone } = following;
  const over = AbortSignal.any([gone, AbortSignal.timeout(LASTS_MS)]);
  const family = await familyOf(services, following.cible);
  const found = await services.find(family);
  let version = found.ok ? found.value.version : 0;
  let { vu } = following;
  while (!over.aborted) {
    const news = await newsAfter(following, family, vu);
    for (const { rang, texte, quand } of news.lignes)
      yield `id: ${rang}\nevent: acte\ndata: ${JSON.stringify({ texte: `${texte}, ${quand}`, vu: news.vu })}\n\n`;
    ({ vu } = news);
    const next = await services.viewAfter(family, version, { attendreMs: HEARTBEAT_MS, signal: over });
    if (!next.ok) return;
    if (next.value.version === version) yield ': toujours là\n\n';
    ({ version } = next.value);
  }
}
