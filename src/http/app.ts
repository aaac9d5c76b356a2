import { randomUUID, timingSafeEqual } from 'node:crypto';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import { imprint } from '../identity/tokens.ts';
import type { Sandboxes } from '../sandbox/sandboxes.ts';
import type { Services } from '../services.ts';
import type { Readiness } from '../store/store.ts';
import { bearerOf } from '../web/access/credentials.ts';
import { createLimits, type LimitRules, type Limits } from '../web/access/limits.ts';
import { refuseOnceClosing } from '../web/closing.ts';
import { mount } from '../web/mount.ts';
import { sendProblem } from '../web/problem.ts';
import { apiDoor } from './door.ts';
import { REQUEST_ID, toFailure } from './failures.ts';
import { mcpOperation } from './mcp/door.ts';
import { documentationOperations } from './operations/documentation.ts';
import type { EventRules } from './operations/events.ts';
import { operationsOf } from './operations/index.ts';

/** What is behind the interface. */
interface Behind {
  services: Services;
  /** Where sandbox keys act. */
  sandboxes: Sandboxes;
  logger: Logger;
  rules: EventRules;
  limites: LimitRules;
  /** The proxies that are believed about who asks: those of this machine unless told. */
  proxys?: string[];
  /** What a scraper of metrics bears; this very machine alone reads them unless told. */
  jetonMetriques?: string | null;
  /** Told when the service stops: what waits is answered, what comes is refused. */
  closing: AbortSignal;
  /** Whether what is acknowledged can be kept; an outage where it cannot. */
  ready(): Promise<Readiness>;
  /** Those for persons, whose forms are counted; what fails in them is told to `signaler`, `resumes` says what each operation does. */
  pages(limites: Limits, signaler: Signaler, resumes: ReadonlyMap<string, string>): RequestHandler;
}

/** Keeps what failed in an answer, under the id that the answer bears. */
type Signaler = (error: unknown, response: Response) => void;

/** The whole HTTP interface over the services. */
export function createApp({
  services,
  sandboxes,
  logger,
  rules,
  limites,
  proxys = ['loopback'],
  jetonMetriques = null,
  closing,
  ready,
  pages,
}: Behind): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('trust proxy', proxys);

  app.use((request, response, next) => {
    const start = performance.now();
    const requete = idOf(request.headers['x-request-id']);
    response.setHeader(REQUEST_ID, requete);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    response.on('finish', () => {
      const ms = Math.round(performance.now() - start);
      logger.info({ requete, methode: request.method, statut: response.statusCode, ms });
    });
    next();
  });
  app.get('/healthz', (_request, response) => response.json({ statut: 'ok' }));
  app.get('/metrics', async (request, response, next) => {
    const { metrics } = services;
    if (!metrics || !mayScrape(request, jetonMetriques)) return next();
    const text = await metrics.text();
    response.setHeader('Content-Type', metrics.contentType);
    response.end(text);
  });
  app.use(refuseOnceClosing(closing));
  app.get('/readyz', async (_request, response) => response.json({ statut: 'pret', ...(await ready()) }));
  const operations = operationsOf(rules);
  const limits = createLimits(limites);
  const door = apiDoor(services, sandboxes, limits);
  app.use('/api/v1', aliases, mount(operations, door));
  app.use(mount([...documentationOperations(operations), mcpOperation(operations, services.urlPublique)], door));
  const resumes = new Map(operations.map(({ id, summary }) => [id, summary]));
  app.use(
    pages(limits, (error, response) => logger.error({ err: error, requete: response.getHeader(REQUEST_ID) }), resumes),
  );
  app.use((_request, response) => sendProblem(response, unknownRoute));
  app.use(toFailure(logger));
  return app;
}

/** By the operator’s token; without one, from this very machine, where no proxy says that it asks for another. */
function mayScrape(request: Request, jeton: string | null): boolean {
  if (jeton !== null) return timingSafeEqual(bytesOf(bearerOf(request) ?? ''), bytesOf(jeton));
  const isForAnother = PROXIED.some((name) => request.headers[name] !== undefined);
  return !isForAnother && THIS_MACHINE.test(request.socket.remoteAddress ?? '');
}

const PROXIED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const THIS_MACHINE = /^(127\.|::1$|::ffff:127\.)/;

/** As many bytes whatever the secret. */
function bytesOf(secret: string): Buffer {
  return Buffer.from(imprint(secret));
}

/** That of whoever asked, where it is one; else a new one. */
function idOf(asked: string | string[] | undefined): string {
  return typeof asked === 'string' && /^[\w.-]{8,64}$/.test(asked) ? asked : randomUUID();
}

const unknownRoute = {
  status: 404,
  code: 'route-inconnue',
  title: 'Adresse inconnue',
  detail: 'Aucune ressource à cette adresse : les ressources sont sous /api/v1.',
};

const MEASURED = /^(\/procedures\/[^/?]+)\/diagramme\.svg(\?(?:[^#]*&)?mesure=.*)$/;

/** A diagram that is asked with a measure is answered where measures are, to whom they may be shown. */
const aliases: RequestHandler = (request, _response, next) => {
  request.url = request.url.replace(MEASURED, '$1/mesures.svg$2');
  next();
};
