import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { playDemonstration } from '../../../src/sandbox/demonstration/play.ts';
import { browserPath, startBrowser } from '../../browser.ts';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { type Known, seed } from './seeds.ts';

/** A server whose base holds the demonstration, a browser, and whoever comes in. */
export interface World {
  server: TestServer;
  browser: Browser;
  people: People;
  /** What pages are looked at for, by name; nothing in an empty base. */
  known: Known;
  /** A browser of its own for one test, in which somebody has logged in. */
  open(role: Role | null, options?: BrowserContextOptions): Promise<Visitor>;
  stop(): Promise<void>;
}

type Role = 'superviseur' | 'agent' | 'lecteur';

/** A page, and what went wrong behind it: what the console of the browser said, what was asked from elsewhere. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  unsaid: string[];
  /** Goes to a path of this server. */
  go(path: string): Promise<void>;
  close(): Promise<void>;
  /** Another page of the same browser. */
  again(): Promise<Visitor>;
}

/** Today is the real one: the browser forgets a session by its own clock. Without the demonstration, the base is empty. */
export async function createWorld({ demonstration = true } = {}): Promise<World | null> {
  if (!browserPath) return null;
  const browser = await startBrowser();
  const server = await startServer(new Date().toISOString().slice(0, 10), undefined, 'bureau@igc.exemple.fr');
  const people = await peopleOf(server.services);
  const [compte] = await server.services.identites.comptes();
  if (demonstration) await playDemonstration(server.store, compte?.id ?? '', server.services.now());
  return {
    server,
    browser,
    people,
    known: demonstration ? await seed(server, people) : {},
    open: (role, options) => open({ server, browser, cookie: role && people[role]['Cookie'] }, options),
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}

async function open(
  { server, browser, cookie }: { server: TestServer; browser: Browser; cookie: string | null | undefined },
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, ...options });
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=');
    const kept = { domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
    await context.addCookies([{ name, value, ...kept }]);
  }
  context.setDefaultTimeout(30_000);
  return look(server, context);
}

/** A new page of a browser that somebody has logged in. */
async function look(server: TestServer, context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage();
  const unsaid: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) unsaid.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => unsaid.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) unsaid.push(`asked from elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) unsaid.push(`${response.status()}: ${response.url()}`);
  });
  const go = async (path: string) => {
    await page.goto(`${server.url}${path}`);
  };
  return { page, context, unsaid, go, close: () => context.close(), again: () => look(server, context) };
}
