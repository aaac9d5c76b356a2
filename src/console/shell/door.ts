import type { Request, Response } from 'express';
import { anonyme, type Identity } from '../../identity/identity.ts';
import type { Demonstrations } from '../../sandbox/demonstration/demonstrations.ts';
import type { Services } from '../../services.ts';
import { foreign, identify, isOwn } from '../../web/access/credentials.ts';
import type { Limits } from '../../web/access/limits.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import type { Asked, Place } from '../../web/endpoint.ts';
import { Champs } from '../../web/form.ts';
import type { Html } from '../../web/html.ts';
import type { Door } from '../../web/mount.ts';
import { inDemonstration, playerOf, whyStray, within, withoutMark } from '../demonstration/side.ts';
import { askLogin } from '../entry/sessions.ts';
import { refuse, show } from './answer.ts';
import type { Screen, Visit } from './screen.ts';

/** What screens stand on. */
interface Behind {
  services: Services;
  demonstrations: Demonstrations;
  limites: Limits;
  /** How to do what is done on the page at an address. */
  help(address: string): Html | null;
}

/** The door of persons who are in, by a session, answered by pages, and of whoever reads what is for all; whoever is in a demonstration acts there. */
export function screenDoor({ services, demonstrations, limites, help }: Behind): Door<Screen> {
  const inside = within(services);

  /** Whoever is not in reads what is for all, and is asked to come in for the rest. */
  async function stranger(screen: Screen, request: Request, response: Response): Promise<Identity | null> {
    const isRead = screen.method === 'get';
    const isForAll = isRead && politiqueAcces[screen.right] === 'publique';
    response.locals['ouvert'] = isForAll;
    const late = isRead ? isForAll && limites.reader(response, request) : limites.comer(response, request);
    if (late) refuse(response, late);
    else if (!isForAll) await askLogin(screen, request, response);
    return isForAll && !late ? anonyme : null;
  }

  return {
    readsAnyQuery: true,
    services,
    refuse,
    async enter(screen, request, response) {
      const known = await identify(services, request);
      const identite = known.ok && known.value?.genre === 'compte' ? known.value : null;
      if (!identite) return stranger(screen, request, response);
      response.locals['place'] = { services, identite, apart: false } satisfies Place;
      response.locals['help'] = help(request.originalUrl);
      const late = limites.identified(response, identite);
      if (!late) return identite;
      refuse(response, late);
      return null;
    },
    async place(identite, act, { sansOuvrir }) {
      if (!(await demonstrations.has(identite.id))) return act({ services, identite, apart: false });
      if (sansOuvrir) return inDemonstration(() => act({ services, identite: playerOf(identite), apart: true }));
      await demonstrations.use(identite.id, (apart) =>
        inDemonstration(() => act({ services: inside(apart), identite: playerOf(identite), apart: true })),
      );
    },
    async answer(screen, asked, response) {
      const visit = visitOf(asked);
      const stray = whyStray(screen, visit);
      if (stray) refuse(response, stray);
      else
        await show(await screen.answer({ ...visit, body: withoutMark(visit.body) } as Visit<never, never>), response);
    },
  };
}

/** The door of whoever comes in or goes out: their forms are counted by address, and come from our own pages. */
export function entryDoor({ services, limites }: Pick<Behind, 'services' | 'limites'>): Door<Screen> {
  return {
    readsAnyQuery: true,
    services,
    refuse,
    enter({ method }, request, response) {
      const refusal = method === 'get' ? null : (limites.comer(response, request) ?? (isOwn(request) ? null : foreign));
      if (refusal) refuse(response, refusal);
      return refusal ? null : anonyme;
    },
    place: (identite, act) => act({ services, identite, apart: false }),
    answer: async (screen, asked, response) =>
      show(await screen.answer(visitOf(asked) as Visit<never, never>), response),
  };
}

/** htmx names what it replaces by its tag and its id: `div#liste`. */
function visitOf(asked: Asked): Visit<unknown, unknown> {
  const { headers } = asked.request;
  const fragment = headers['hx-request'] ? (/#(.+)$/.exec(String(headers['hx-target'] ?? ''))?.[1] ?? null) : null;
  return { ...asked, fragment, body: asked.body instanceof Champs ? asked.body : new Champs() };
}
