import { Router } from 'express';
import type { Services } from '../services.ts';
import { linkRoutes } from './links.ts';
import { sessionRoutes } from './sessions.ts';

/** The pages for persons, which work without a script. */
export function createConsole(services: Services): Router {
  return Router()
    .use(sessionRoutes(services, { locale: true, annuaire: false }))
    .use(linkRoutes(services));
}
