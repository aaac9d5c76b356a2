import type { RequestHandler } from 'express';
import { foreign, isOwn } from '../../http/credentials.ts';
import { sendPage } from './page.ts';
import { refusalPage } from './refusal-page.ts';

/** Lets pass what comes from our own pages. */
export const ownPagesOnly: RequestHandler = (request, response, next) => {
  if (isOwn(request)) next();
  else sendPage(response, refusalPage(foreign));
};
