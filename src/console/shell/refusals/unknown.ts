import type { RequestHandler } from 'express';
import type { Problem } from '../../../web/problem.ts';
import { sendPage } from '../send-page.ts';
import { refusalPage } from './refusal-page.ts';

/** Tells a browser that there is no such page; programs are told by the API. */
export const unknownPage: RequestHandler = (request, response, next) => {
  const isRead = request.method === 'GET' && !request.path.startsWith('/api/');
  if (!isRead || request.accepts(['json', 'html']) !== 'html') return next();
  sendPage(response, refusalPage(unknown, true));
};

const unknown: Problem = {
  status: 404,
  code: 'route-inconnue',
  title: 'Page inconnue',
  detail: 'Aucune page à cette adresse : vérifiez-la, ou repartez de votre journée.',
};
