import { afterAll, beforeAll, expect } from 'vitest';
import { type Annuaire, type AnnuaireOptions, createAnnuaire } from '../../src/annuaire/annuaire.ts';
import { cookieOf, type Shown, visitorOf } from '../console/visitor.ts';
import { startServer, type TestServer } from '../server.ts';

/** Who we are to the directories of the tests. */
export const client = { id: 'parcours.igc', secret: 'un secret que nul ne journalise' };

/** A server, and browsers that come in by a directory. */
export interface Desk {
  server: TestServer;
  clock: { now: Date };
  visitor: ReturnType<typeof visitorOf>;
  annuaireAt(emetteur: string, more?: Partial<AnnuaireOptions>): Annuaire;
  /** Sent to the directory: what the browser keeps, and where it goes. */
  start(vers?: string): Promise<{ Cookie: string; adresse: string }>;
  /** Back from the directory. */
  comeBack(location: string, Cookie: string): Promise<Shown>;
  /** Who a session is of, as the API tells them; a problem with its status when it is nobody. */
  whoAmI(Cookie: string): Promise<{ id: string; nom: string; role: string; status?: number }>;
}

/** Opens it before the tests of a file and forgets everything after them. */
export function openDesk(): Desk {
  const desk = {} as Desk;
  beforeAll(async () => {
    const server = await startServer(new Date().toISOString().slice(0, 10));
    const visitor = visitorOf(server);
    const clock = { now: new Date() };
    Object.assign(desk, {
      server,
      clock,
      visitor,
      annuaireAt: (emetteur, more = {}) =>
        createAnnuaire({
          emetteur,
          clientId: client.id,
          clientSecret: client.secret,
          urlPublique: server.url,
          roleClaim: 'acces.roles',
          roles: { superviseur: 'pig-superviseurs', agent: 'pig-agents' },
          clock: () => clock.now,
          ...more,
        }),
      async start(vers = '/') {
        const sent = await visitor.get(`/connexion/oidc?vers=${encodeURIComponent(vers)}`);
        expect(sent.status).toBe(303);
        return { Cookie: cookieOf(sent), adresse: sent.headers.get('location') ?? '' };
      },
      comeBack: (location, Cookie) => visitor.get(location.replace(server.url, ''), { Cookie }),
      whoAmI: async (Cookie) => JSON.parse((await visitor.get('/api/v1/moi', { Cookie })).text),
    } satisfies Desk);
  });
  afterAll(() => desk.server.stop());
  return desk;
}

/** The session that was opened, as the browser sends it. */
export function sessionOf({ headers }: Shown): string {
  const [cookie = ''] = headers.getSetCookie().filter((one) => one.startsWith('__Host-session='));
  return cookie.split(';')[0] ?? '';
}
