import { Router } from 'express';
import type { Services } from '../services.ts';
import { directoryRoutes } from './directory.ts';
import { linkRoutes } from './links.ts';
import { sessionRoutes } from './sessions.ts';

/** The pages for persons, which work without a script; `comptesLocaux` false shows no password to fill in. */
export function createConsole(services: Services, comptesLocaux = true): Router {
  return Router().use(sessionRoutes(services, comptesLocaux)).use(directoryRoutes(services)).use(linkRoutes(services));
}
