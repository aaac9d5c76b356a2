import { afterAll, beforeAll } from 'vitest';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { type Shown, visitorOf } from '../visitor.ts';

const JOUR = '2026-03-10';

type Role = 'superviseur' | 'agent' | 'lecteur';

/** A server for the tests of a file, and somebody of each role in front of its pages. */
export interface Desk {
  server: TestServer;
  people: People;
  /** A dossier of the right place. */
  dossier: string;
  get(path: string, role?: Role): Promise<Shown>;
  post(path: string, fields?: Record<string, string>, role?: Role): Promise<Shown>;
  /** The page that a form led to. */
  after(shown: Shown, role?: Role): Promise<Shown>;
}

/** Opens it before the tests and forgets everything after them. */
export function openDesk(): Desk {
  const desk = {} as Desk;
  beforeAll(async () => {
    const server = await startServer(JOUR);
    const people = await peopleOf(server.services);
    const visitor = visitorOf(server);
    const etablissement = {
      denomination: 'Clinique du Lac',
      siret: '47678033300037',
      finess: '590782553',
      codePostal: '59650',
      commune: 'Villeneuve-d’Ascq',
    };
    const opened = await server.post<{ id: string }>('/api/v1/dossiers', {
      procedure: 'prive-mono-site',
      etablissement,
    });
    Object.assign(desk, {
      server,
      people,
      dossier: opened.body.id,
      get: (path: string, role: Role = 'superviseur') => visitor.get(path, people[role]),
      post: (path: string, fields: Record<string, string> = {}, role: Role = 'superviseur') =>
        visitor.post(path, fields, people[role]),
      after: ({ status, headers }: Shown, role: Role = 'superviseur') => {
        if (status !== 303) throw new Error(`A form was answered ${status}`);
        const cookies = headers.getSetCookie().map((one) => one.split(';')[0]);
        const cookie = [people[role]['Cookie'], ...cookies].join('; ');
        return visitor.get(headers.get('location') ?? '', { ...people[role], Cookie: cookie });
      },
    } satisfies Desk);
  });
  afterAll(() => desk.server.stop());
  return desk;
}

/** The words of a page, without its markup. */
export function words({ text }: Shown): string {
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text;
  return main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#38;', '&')
    .replaceAll(/\s+/g, ' ');
}

/** What a field holds that is shown once. */
export function secretOf({ text }: Shown): string {
  return /id="secret"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '';
}
