import type { RequestHandler } from 'express';
import { foreign, isOwn } from '../../../web/access/credentials.ts';
import { refusalPage } from '../refusals/refusal-page.ts';
import { sendPage } from '../send-page.ts';

/** Lets pass what comes from our own pages. */
export const ownPagesOnly: RequestHandler = (request, response, next) => {
  if (isOwn(request)) next();
  else sendPage(response, refusalPage(foreign));
};
