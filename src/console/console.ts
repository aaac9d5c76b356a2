import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { Demonstrations } from '../sandbox/demonstration/demonstrations.ts';
import type { Services } from '../services.ts';
import type { Limits } from '../web/access/limits.ts';
import { bug, outage } from '../web/problem.ts';
import { administrationScreens } from './administration/screens.ts';
import { aideScreens } from './aide/screens.ts';
import { correctionScreens } from './correction/screens.ts';
import { lieuOf } from './demonstration/place.ts';
import { demonstrationScreens } from './demonstration/screens.ts';
import { dossierScreens } from './dossier/screens.ts';
import { directoryRoutes } from './entry/directory.ts';
import { linkRoutes } from './entry/links.ts';
import { sessionRoutes } from './entry/sessions.ts';
import { formulaireScreens } from './formulaires/screens.ts';
import { groupementScreens } from './groupement/screens.ts';
import { journalScreens } from './journal/screens.ts';
import { journeeScreens } from './journee/screens.ts';
import { moiScreens } from './moi/screens.ts';
import { ouvertureScreens } from './ouverture/screens.ts';
import { pilotageScreens } from './pilotage/screens.ts';
import { procedureScreens } from './procedure/screens.ts';
import { assetRoutes } from './shell/assets.ts';
import { refuse } from './shell/refusals/refuse.ts';
import { unknownPage } from './shell/refusals/unknown.ts';
import { screenRoutes } from './shell/routes.ts';
import type { Screen } from './shell/screen.ts';
import { suiviScreens } from './suivi/screens.ts';

/** What the console stands on. */
export interface ConsoleParts {
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
export function screensOf(demonstrations: Demonstrations, rules: Regles = PUBLIC_ONLY): Screen[] {
  return [
    ...journeeScreens(),
    ...demonstrationScreens(demonstrations),
    ...aideScreens(),
    ...ouvertureScreens(),
    ...formulaireScreens(),
    ...dossierScreens(),
    ...journalScreens(),
    ...correctionScreens(),
    ...suiviScreens(),
    ...groupementScreens(),
    ...procedureScreens(),
    ...pilotageScreens(),
    ...administrationScreens(rules),
    ...moiScreens(),
  ];
}

type Pages = (limites: Limits, signaler: (error: unknown) => void) => RequestHandler;

/** The pages for persons, which work without a script. */
export function createConsole({
  services,
  demonstrations,
  comptesLocaux = true,
  rules = PUBLIC_ONLY,
}: ConsoleParts): Pages {
  const lieu = lieuOf(services, demonstrations);
  return (limites, signaler) =>
    Router()
      .use(assetRoutes())
      .use(screenRoutes(screensOf(demonstrations, rules), { services, limites, lieu }))
      .use(limitForms(limites))
      .use(sessionRoutes(services, comptesLocaux))
      .use(directoryRoutes(services))
      .use(linkRoutes(services))
      .use(unknownPage)
      .use(toPage(signaler));
}

/** Forms are how persons come in: counted as such by address. */
function limitForms(limites: Limits): RequestHandler {
  return (request, response, next) => {
    const late = request.method === 'POST' ? limites.comer(response, request) : null;
    if (late) refuse(request, response, late);
    else next();
  };
}

/** What no screen foresaw: signalled whole, told as a page that says nothing of it. */
function toPage(signaler: (error: unknown) => void): ErrorRequestHandler {
  return (error, request, response, next) => {
    const { status = 500, name } = error as { status?: number; name?: string };
    if (response.headersSent || status < 500) return next(error);
    signaler(error);
    refuse(request, response, name === 'StoreOutage' ? outage : bug);
  };
}
