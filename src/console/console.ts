import { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import type { Demonstrations } from '../sandbox/demonstration/demonstrations.ts';
import type { Services } from '../services.ts';
import type { Limits } from '../web/access/limits.ts';
import { mount } from '../web/mount.ts';
import { bug, outage } from '../web/problem.ts';
import type { Resumes } from './administration/acces.ts';
import { administrationScreens } from './administration/screens.ts';
import { aideScreens } from './aide/aide.ts';
import { confidentialiteScreens } from './aide/confidentialite.ts';
import { howTo } from './aide/pages.ts';
import { feedDoor, feedScreen } from './calendrier/agenda.ts';
import { calendrierScreens } from './calendrier/calendrier.ts';
import { correctionScreens } from './correction/correction.ts';
import { filingScreens } from './courriels/a-classer.ts';
import { demonstrationScreens } from './demonstration/demonstration.ts';
import { dossierScreens } from './dossier/screens.ts';
import { linkScreens } from './entry/links.ts';
import { directoryScreens, sessionScreens } from './entry/sessions.ts';
import { formulaireScreens } from './formulaires/formulaire.ts';
import { groupementScreens } from './groupement/screens.ts';
import { journalScreens } from './journal/journal.ts';
import { journeeScreens } from './journee/journee.ts';
import { moiScreens } from './moi.ts';
import { notificationScreens } from './notifications/notifications.ts';
import { ouvertureScreens } from './ouverture/ouverture.ts';
import { pilotageScreens } from './pilotage/pilotage.ts';
import { procedureScreens } from './procedure/screens.ts';
import { refuse, unknownPage } from './shell/answer.ts';
import { assetRoutes } from './shell/assets.ts';
import { entryDoor, screenDoor } from './shell/door.ts';
import type { Screen } from './shell/screen.ts';

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
