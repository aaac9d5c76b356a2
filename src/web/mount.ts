import { type Request, type RequestHandler, type Response, Router } from 'express';
import { anonyme, auteurOf, type Identity } from '../identity/identity.ts';
import { err, ok, type Result, toErreurs } from '../result.ts';
import type { Services } from '../services.ts';
import type { Acces } from '../store/acces.ts';
import { stillIn } from './access/credentials.ts';
import { whyShut } from './access/guard.ts';
import { networkOf } from './access/limits.ts';
import { goneOf } from './closing.ts';
import type { Asked, Endpoint, Place } from './endpoint.ts';
import type { AnyRefusal, Problem } from './problem.ts';

/** How a door lets people in, and how it answers them. */
export interface Door<E extends Endpoint> {
  /** Who comes; null when they were told something else. */
  enter(endpoint: E, request: Request, response: Response): Promise<Identity | null> | Identity | null;
  /** Lets somebody act where they may. */
  place(identite: Identity, act: (place: Place) => Promise<void>, endpoint: E): Promise<void>;
  refuse(response: Response, refusal: AnyRefusal | Problem): void;
  /** A query string that its schema refuses is told so, or read as an empty one. */
  readsAnyQuery: boolean;
  /** Answers what was asked; its body is as it was read, before its schema. */
  answer(endpoint: E, asked: Asked, response: Response): Promise<void>;
  /** The real ones: they know who is in, and keep who asked what. */
  services: Services;
  /** What a known path answers to a method that it does not take; the next route unless told. */
  otherMethods?(methods: readonly string[]): RequestHandler;
}

/** Routes endpoints through a door. */
export function mount<E extends Endpoint>(endpoints: readonly E[], door: Door<E>): Router {
  const router = Router();
  for (const [path, some] of Map.groupBy(endpoints, (one) => one.path)) {
    const route = router.route(path);
    for (const one of some) route[one.method](through(door, one));
    if (door.otherMethods) route.all(door.otherMethods([...new Set(some.map(({ method }) => method.toUpperCase()))]));
  }
  return router;
}

function through<E extends Endpoint>(door: Door<E>, endpoint: E): RequestHandler {
  return async (request, response) => {
    measure(door, endpoint, { request, response });
    const identite = await door.enter(endpoint, request, response);
    noteAccess(door, endpoint, { request, response, identite });
    if (!identite) return;
    const act = async (place: Place) => {
      response.locals['place'] = place;
      const asked = await receive(door, endpoint, place, request);
      if (asked.ok) await door.answer(endpoint, asked.value, response);
      else door.refuse(response, asked.error);
    };
    await door.place(identite, act, endpoint);
  };
}

/** Counts an answer, and tells of it, once it has left, or its reader has. */
function measure<E extends Endpoint>(
  { services: { metrics, traces } }: Door<E>,
  endpoint: E,
  { request, response }: { request: Request; response: Response },
): void {
  if (!metrics && !traces) return;
  const [debut, start] = [Date.now(), performance.now()];
  response.once('close', () => {
    const { statusCode, writableFinished, locals } = response;
    const answered = { status: writableFinished ? statusCode : null, code: locals['refus'] ?? null };
    metrics?.http(endpoint, { ...answered, seconds: (performance.now() - start) / 1000 });
    const requete = String(response.getHeader('X-Request-Id'));
    traces?.http(endpoint, { ...answered, debut, requete, parent: request.get('traceparent') });
  });
}

/** Kept once all is told or its reader has left. Where somebody is in a sandbox or a demonstration, nothing real is asked; who is nobody is kept where he was refused, or came in. */
function noteAccess<E extends Endpoint>(
  { services: { acces, now } }: Door<E>,
  { right, method }: E,
  { request, response, identite }: { request: Request; response: Response; identite: Identity | null },
): void {
  if (!acces) return;
  response.once('close', () => {
    const { statusCode, locals } = response;
    if ((locals['place'] as Place | undefined)?.apart === true) return;
    const qui = identite && identite !== anonyme ? auteurOf(identite) : 'anonyme';
    if (qui === 'anonyme' && statusCode < 400 && method === 'get') return;
    const own: Noted = { quoi: right, objet: `${request.params['id'] ?? ''}` || null, statut: statusCode };
    const { quoi, objet, statut } = (locals['noted'] as Noted | undefined) ?? own;
    acces.note({ le: now().toISOString(), qui, quoi, objet, statut, reseau: networkOf(request.ip) });
  });
}

type Noted = Pick<Acces, 'quoi' | 'objet' | 'statut'>;

/** What is kept of a request that asked something of another endpoint: that, and how it was answered. */
export function noteInstead({ res }: Request, noted: Noted): void {
  if (res) res.locals['noted'] = noted;
}

/** What is said to an endpoint: by its address, after it, and beside it. */
interface Said {
  params: Readonly<Record<string, string>>;
  query: object;
  body(): Promise<Result<unknown, Problem>> | Result<unknown, Problem>;
}

/** What is said to an endpoint, once the policy lets it: its query as its schema reads it, empty meaning absent, its body as it was sent. */
export async function admit(
  endpoint: Endpoint,
  place: Place,
  said: Said,
  readsAnyQuery = false,
): Promise<Result<Pick<Asked, 'params' | 'query' | 'body'>, AnyRefusal | Problem>> {
  const { params } = said;
  const refusal = await whyShut(place, endpoint, params['id'] ?? '');
  if (refusal) return err(refusal);
  const body = await said.body();
  if (!body.ok) return body;
  const filled = Object.fromEntries(Object.entries(said.query).filter(([, value]) => value !== ''));
  const query = endpoint.query.safeParse(readsAnyQuery ? { ...said.query } : filled);
  if (!query.success && !readsAnyQuery) return err({ code: 'saisie-invalide', erreurs: toErreurs(query.error) });
  return ok({ params, query: query.data ?? endpoint.query.safeParse({}).data ?? {}, body: body.value });
}

async function receive<E extends Endpoint>(
  { services, readsAnyQuery }: Door<E>,
  endpoint: E,
  place: Place,
  request: Request,
): Promise<Result<Asked, AnyRefusal | Problem>> {
  const said: Said = {
    params: request.params as Readonly<Record<string, string>>,
    query: request.query,
    body: () => endpoint.body?.read(request) ?? ok(undefined),
  };
  const admitted = await admit(endpoint, place, said, readsAnyQuery);
  if (!admitted.ok) return admitted;
  let waited = false;
  const isIn = () => stillIn({ services, identite: place.identite }, request);
  const gone = () => {
    waited = true;
    return goneOf(request, isIn);
  };
  return ok({
    ...place,
    ...admitted.value,
    request,
    gone,
    isStillIn: async () => !waited || (await isIn()),
  });
}
