import { type Request, type RequestHandler, type Response, Router } from 'express';
import { anonyme, auteurOf, type Identity } from '../identity/identity.ts';
import { err, ok, type Result, toErreurs } from '../result.ts';
import type { Services } from '../services.ts';
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

/** Kept once all is told or its reader has left. Where somebody is in a sandbox or a demonstration, nothing real is asked; who is nobody is kept where he was refused, or came in. */
function noteAccess<E extends Endpoint>(
  { services: { acces, now } }: Door<E>,
  { right, method }: E,
  { request, response, identite }: { request: Request; response: Response; identite: Identity | null },
): void {
  if (!acces) return;
  response.once('close', () => {
    const { statusCode: statut, locals } = response;
    if ((locals['place'] as Place | undefined)?.apart === true) return;
    const qui = identite && identite !== anonyme ? auteurOf(identite) : 'anonyme';
    if (qui === 'anonyme' && statut < 400 && method === 'get') return;
    const objet = `${request.params['id'] ?? ''}` || null;
    acces.note({ le: now().toISOString(), qui, quoi: right, objet, statut, reseau: networkOf(request.ip) });
  });
}

/** A query string without its empty parameters: empty means absent. */
function saidIn(query: Request['query']): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

async function receive<E extends Endpoint>(
  { services, readsAnyQuery }: Door<E>,
  endpoint: E,
  place: Place,
  request: Request,
): Promise<Result<Asked, AnyRefusal | Problem>> {
  const params = request.params as Readonly<Record<string, string>>;
  const refusal = await whyShut(place, endpoint, params['id'] ?? '');
  if (refusal) return err(refusal);
  const body = endpoint.body ? await endpoint.body.read(request) : ok(undefined);
  if (!body.ok) return body;
  const query = endpoint.query.safeParse(readsAnyQuery ? { ...request.query } : saidIn(request.query));
  if (!query.success && !readsAnyQuery) return err({ code: 'saisie-invalide', erreurs: toErreurs(query.error) });
  let waited = false;
  const isIn = () => stillIn({ services, identite: place.identite }, request);
  const gone = () => {
    waited = true;
    return goneOf(request, isIn);
  };
  return ok({
    ...place,
    params,
    query: query.data ?? endpoint.query.safeParse({}).data ?? {},
    body: body.value,
    request,
    gone,
    isStillIn: async () => !waited || (await isIn()),
  });
}
