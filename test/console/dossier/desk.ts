import type { Journey, Step } from '../../../src/sandbox/vies/journey.ts';
import { type Played, playOn } from '../../../src/sandbox/vies/play.ts';
import { invite } from '../../as-sent.ts';
import { enPlace, given } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { type Shown, visitorOf } from '../visitor.ts';

const motDePasse = 'sept cygnes au bord du lac';
/** The day on which every page is looked at. */
const JOUR = '2026-06-30';

/** Somebody at the console. */
export interface Person {
  cookie: string;
  get(path: string): Promise<Shown>;
  post(path: string, fields: Record<string, string>): Promise<Shown>;
}

/** A server with two agents and somebody who only reads. */
export interface Desk {
  server: TestServer;
  camille: Person;
  claire: Person;
  lecteur: Person;
  /** Opens a dossier of an establishment of its own, and tells it the first facts of a journey. */
  open(journey: Journey, steps?: readonly Step[]): Promise<Played>;
}

/** Opens a desk on the day `JOUR`, or on another; mails are sent from `adresse`, where there is one. */
export async function openDesk(jour = JOUR, adresse: string | null = null): Promise<Desk> {
  const server = await startServer(jour, undefined, adresse);
  let opened = 0;
  return {
    server,
    lecteur: personOf(server, await account(server, 'Lise Petit', 'lecteur')),
    camille: personOf(server, await account(server, 'Camille Martin', 'agent')),
    claire: personOf(server, await account(server, 'Claire Durand', 'agent')),
    open: (journey, steps = journey.steps) =>
      playOn(server.services, { ...journey, steps: [...steps] }, { finess: FINESS[opened++] }),
  };
}

/** What a form holds that is sent unseen, read from its page. */
export function hidden(page: Shown, nom: string): string {
  const [, value = ''] = new RegExp(`name="${nom}" value="([^"]*)"`).exec(page.text) ?? [];
  return value;
}

/** The words of a page, without its markup. */
export function words({ text }: Shown): string {
  return text
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([.,)])/g, '$1');
}

/** Of fictional sites, their keys right. */
const FINESS = [
  '010000206',
  '010000214',
  '010000222',
  '010000230',
  '010000248',
  '010000255',
  '010000263',
  '010000271',
  '010005239',
  '010003598',
];

/** The cookie of somebody who has just been invited. */
async function account(
  { services: { identites } }: TestServer,
  nom: string,
  role: 'agent' | 'lecteur',
): Promise<string> {
  const courriel = `${nom.split(' ')[0]?.toLowerCase()}@exemple.fr`;
  const { token: invitation } = given(await invite(identites, enPlace, { courriel, role }));
  given(await identites.useLink(invitation, { nom, motDePasse }));
  const { token } = given(await identites.login({ courriel, motDePasse }));
  return `__Host-session=${token}`;
}

function personOf(server: TestServer, cookie: string): Person {
  const visitor = visitorOf(server);
  return {
    cookie,
    get: (path) => visitor.get(path, { Cookie: cookie }),
    post: (path, fields) => visitor.post(path, fields, { Cookie: cookie }),
  };
}
