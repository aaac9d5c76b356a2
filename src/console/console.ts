import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { anonyme, type Identity } from '../identity/identity.ts';
import type { Demonstrations } from '../sandbox/demonstration/demonstrations.ts';
import type { Services } from '../services.ts';
import { foreign, identify, isOwn } from '../web/access/credentials.ts';
import type { Limits } from '../web/access/limits.ts';
import { politiqueAcces } from '../web/access/policy.ts';
import type { Asked, Place } from '../web/endpoint.ts';
import { Champs } from '../web/form.ts';
import type { Html } from '../web/html.ts';
import { type Door, mount } from '../web/mount.ts';
import { bug, outage } from '../web/problem.ts';
import type { Resumes } from './administration/acces.ts';
import { administrationScreens } from './administration/screens.ts';
import { aideScreens } from './aide/aide.ts';
import { confidentialiteScreens } from './aide/confidentialite.ts';
import { howTo } from './aide/pages.ts';
import { feedDoor, feedScreen } from './calendrier/agenda.ts';
import { calendrierScreens } from './calendrier/calendrier.ts';
import { filingScreens } from './classement.ts';
import { correctionScreens } from './correction/correction.ts';
import { demonstrationScreens } from './demonstration/demonstration.ts';
import { inDemonstration, playerOf, whyStray, within, withoutMark } from './demonstration/side.ts';
import { dossierScreens } from './dossier/screens.ts';
import { linkScreens } from './entry/links.ts';
import { askLogin, directoryScreens, sessionScreens } from './entry/sessions.ts';
import { formulaireScreens } from './formulaires/formulaire.ts';
import { groupementScreens } from './groupement/groupement.ts';
import { journalScreens } from './journal/journal.ts';
import { journeeScreens } from './journee/journee.ts';
import { moiScreens } from './moi.ts';
import { notificationScreens } from './notifications/notifications.ts';
import { ouvertureScreens } from './ouverture/ouverture.ts';
import { pilotageScreens } from './pilotage/pilotage.ts';
import { procedureScreens } from './procedure/procedure.ts';
import { refuse, show, unknownPage } from './shell/answer.ts';
import { assetRoutes } from './shell/assets.ts';
import type { Screen, Visit } from './shell/screen.ts';

/** What the console stands on. */
interface ConsoleParts {
  services: Services;
  demonstrations: Demonstrations;
  /** False shows no password to fill in. */
  comptesLocaux?: boolean;
  /** Where webhooks may go; nowhere private unless told. */
  rules?: Regles;
}

type Regles = Parameters<typeof administrationScreens>[0];
const PUBLIC_ONLY: Regles = { autoriserAdressesPrivees: false };

/** Every screen of the console. */
export function screensOf(
  demonstrations: Demonstrations,
  rules: Regles = PUBLIC_ONLY,
  resumes: Resumes = new Map(),
): Screen[] {
  return [
    ...journeeScreens(),
    ...demonstrationScreens(demonstrations),
    ...aideScreens(),
    ...ouvertureScreens(),
    ...formulaireScreens(),
    ...dossierScreens(),
    ...journalScreens(),
    ...correctionScreens(),
    ...groupementScreens(),
    ...procedureScreens(),
    ...pilotageScreens(),
    ...administrationScreens(rules, resumes),
    ...notificationScreens(),
    ...filingScreens(),
    ...calendrierScreens(),
    ...moiScreens(),
  ];
}

type Signaler = (error: unknown, response: Response) => void;
type Pages = (limites: Limits, signaler: Signaler, resumes: Resumes) => RequestHandler;

/** The pages for persons, which work without a script. */
export function createConsole({
  services,
  demonstrations,
  comptesLocaux = true,
  rules = PUBLIC_ONLY,
}: ConsoleParts): Pages {
  const entries = [
    ...sessionScreens(comptesLocaux),
    ...directoryScreens(),
    ...linkScreens(),
    ...confidentialiteScreens(),
  ];
  return (limites, signaler, resumes) =>
    Router()
      .use(assetRoutes())
      .use(
        mount(
          screensOf(demonstrations, rules, resumes),
          screenDoor({ services, demonstrations, limites, help: howTo }),
        ),
      )
      .use(mount(entries, entryDoor({ services, limites })))
      .use(mount([feedScreen], feedDoor({ services, limites })))
      .use(unknownPage)
      .use(toPage(signaler));
}

/** What no screen foresaw: signalled whole, told as a page that says nothing of it. */
function toPage(signaler: Signaler): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const { status = 500, name } = error as { status?: number; name?: string };
    if (response.headersSent || status < 500) return next(error);
    signaler(error, response);
    refuse(response, name === 'StoreOutage' ? outage : bug);
  };
}

/** What screens stand on. */
interface Behind {
  services: Services;
  demonstrations: Demonstrations;
  limites: Limits;
  /** How to do what is done on the page at an address. */
  help(address: string): Html | null;
}

/** The door of persons who are in, by a session, answered by pages, and of whoever reads what is for all; whoever is in a demonstration acts there. */
function screenDoor({ services, demonstrations, limites, help }: Behind): Door<Screen> {
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
function entryDoor({ services, limites }: Pick<Behind, 'services' | 'limites'>): Door<Screen> {
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
