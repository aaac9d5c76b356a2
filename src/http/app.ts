import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Sandboxes } from '../sandbox/sandboxes.ts';
import type { Services } from '../services.ts';
import type { Readiness } from '../store/store.ts';
import { createLimits, type LimitRules, type Limits } from '../web/access/limits.ts';
import { refuseOnceClosing } from '../web/closing.ts';
import { mount } from '../web/mount.ts';
import { sendProblem } from '../web/problem.ts';
import { aliases } from './aliases.ts';
import { apiDoor } from './door.ts';
import { toFailure } from './failures.ts';
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
  /** Told when the service stops: what waits is answered, what comes is refused. */
  closing: AbortSignal;
  /** Whether what is acknowledged can be kept; an outage where it cannot. */
  ready(): Promise<Readiness>;
  /** Those for persons, whose forms are counted; what fails in them is told to `signaler`. */
  pages(limites: Limits, signaler: (error: unknown) => void): RequestHandler;
}

/** The whole HTTP interface over the services. */
export function createApp({ services, sandboxes, logger, rules, limites, closing, ready, pages }: Behind): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('trust proxy', 'loopback');

  app.use((request, response, next) => {
    const start = performance.now();
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    response.on('finish', () => {
      const ms = Math.round(performance.now() - start);
      logger.info({ methode: request.method, statut: response.statusCode, ms });
    });
    next();
  });
  app.get('/healthz', (_request, response) => response.json({ statut: 'ok' }));
  app.use(refuseOnceClosing(closing));
  app.get('/readyz', async (_request, response) => response.json({ statut: 'pret', ...(await ready()) }));
  const operations = operationsOf(rules);
  const limits = createLimits(limites);
  const door = apiDoor(services, sandboxes, limits);
  app.use('/api/v1', aliases, mount(operations, door));
  app.use(mount(documentationOperations(operations), door));
  app.use(pages(limits, (error) => logger.error({ err: error })));
  app.use((_request, response) => sendProblem(response, unknownRoute));
  app.use(toFailure(logger));
  return app;
}

const unknownRoute = {
  status: 404,
  code: 'route-inconnue',
  title: 'Adresse inconnue',
  detail: 'Aucune ressource à cette adresse : les ressources sont sous /api/v1.',
};
