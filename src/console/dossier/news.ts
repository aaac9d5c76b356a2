import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { findProcedure } from '../../../machines/index.ts';
import { dayOf } from '../../days.ts';
import { A_COTE, isToldBeside } from '../../engine/history/beside.ts';
import { FAIT_CORRIGE } from '../../engine/history/corrections.ts';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, localPath, type Screen, type Visit } from '../shell/screen.ts';
import { hour, listed, longDay } from '../ui/words.ts';
import { type Cible, certificateName, factIn, type LigneSituee, linesAfter, pathOf } from './read/case.ts';

/** What happened since somebody looked, and the last line of the journal that it tells of. */
export type News = Awaited<ReturnType<typeof newsAfter>>;

/** What happened in the family of a case after a rank of the journal; what merely follows from another fact is not told. */
export async function newsAfter(
  { services, identite }: Pick<Visit, 'services' | 'identite'>,
  cible: Cible,
  vu: number,
) {
  const family = await familyOf(services, cible);
  const lines = await linesAfter(services, family, vu);
  const names = await services.identites.nommer(lines.map(({ auteur }) => auteur));
  const own = auteurOf(identite);
  const today = services.today();
  const lignes = lines.flatMap((line) => {
    const quoi = whatOf(line, family.genre);
    if (quoi === null) return [];
    const qui = line.auteur === own ? 'Vous avez' : `${names(line.auteur)} a`;
    const fait = line.type === FAIT_CORRIGE ? 'corrigé le journal' : `enregistré ${quoi}`;
    return [{ rang: line.rang, text: `${qui} ${fait}`, when: whenOf(line, today) }];
  });
  return { lines: lignes, seen: lines.at(-1)?.rang ?? vu };
}

/** The case whose page tells of a case: the dossier of a certificate. */
export async function familyOf(services: Services, cible: Cible): Promise<Cible> {
  if (cible.genre !== 'certificat') return cible;
  const found = await services.find(cible);
  const parent = found.ok ? found.value.parentId : null;
  return parent ? { genre: 'dossier', id: parent } : cible;
}

/** The last line of the journal of a case’s family; 0 when there is none. */
export async function lastSeen(services: Services, cible: Cible): Promise<number> {
  const { id } = await familyOf(services, cible);
  const moved = await services.moved(id, 0);
  return Math.max(0, ...moved.map(({ rang }) => rang));
}

/** Where one comes back to after an act, and the last line of the journal that whoever acts has seen. */
export async function comingFrom({ services, body, query }: Visit, cible: Cible) {
  const back = localPath(body.get('retour') ?? query['retour'] ?? pathOf(cible));
  const shown = Number(body.get('vu') ?? Number.NaN);
  const seen = Number.isInteger(shown) ? shown : await lastSeen(services, cible);
  return { back: back === '/' ? pathOf(cible) : back, seen };
}

/** What a line says, in quotes; null for what follows from another line. */
function whatOf({ type, certificat }: LigneSituee, genre: Cible['genre']): string | null {
  if (type === `${genre}.ouvert`) return `« Ouverture du ${genre} »`;
  if (Object.hasOwn(RATTACHEMENTS, type)) return `« ${RATTACHEMENTS[type]} »`;
  if (isToldBeside(type)) return `« ${A_COTE[type].libelle} »`;
  const bearer = certificat ? 'certificat' : genre;
  const fact = factIn(findProcedure(bearer === 'dossier' ? 'prive-mono-site' : bearer), type);
  if (fact?.derive) return null;
  const whose = certificat ? ` (${certificateName(certificat.fiche)})` : '';
  return `« ${fact?.libelle ?? type} »${whose}`;
}

function whenOf({ enregistreLe }: LigneSituee, today: string): string {
  const jour = dayOf(new Date(enregistreLe));
  return jour === today ? `à ${hour(enregistreLe)}` : `le ${longDay(jour)} à ${hour(enregistreLe)}`;
}

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

/** What happens to a case, as text/event-stream: an event per act, with its rank in the journal as its id; whoever follows it is on it. */
async function* follow(following: Following): AsyncGenerator<string> {
  const { id } = following.identite;
  const family = await familyOf(following.services, following.cible);
  open.set(id, (open.get(id) ?? 0) + 1);
  const leaves = arrive(family.id, following.identite);
  try {
    yield 'retry: 4000\n\n';
    yield* eventsOf(following, family);
  } finally {
    leaves();
    const left = (open.get(id) ?? 1) - 1;
    if (left > 0) open.set(id, left);
    else open.delete(id);
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
