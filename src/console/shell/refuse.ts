import type { RequestHandler, Response } from 'express';
import { anonyme } from '../../identity/identity.ts';
import type { Place } from '../../web/endpoint.ts';
import { html } from '../../web/html.ts';
import { type AnyRefusal, type Problem, toProblem } from '../../web/problem.ts';
import type { Around } from './layout.ts';
import { takeMessage } from './message.ts';
import type { Page } from './page.ts';
import { sendPage } from './send-page.ts';

/** The whole frame when it is known who asks; the message waiting is shown. */
export function aroundOf(response: Response): Around | null {
  const place = response.locals['place'] as Place | undefined;
  if (!place || place.identite === anonyme) return null;
  const { identite, apart: demonstration } = place;
  return { identite, demonstration, message: takeMessage(response.req, response), ici: response.req.originalUrl };
}

/** Shows why not, within the frame of whoever is in. */
export function refuse(response: Response, refusal: AnyRefusal | Problem): void {
  const around = aroundOf(response);
  sendPage(response, refusalPage(toProblem(refusal), around !== null), around);
}

/** Tells a browser that there is no such page; programs are told by the API. */
export const unknownPage: RequestHandler = (request, response, next) => {
  const isRead = request.method === 'GET' && !request.path.startsWith('/api/');
  if (!isRead || request.accepts(['json', 'html']) !== 'html') return next();
  sendPage(response, refusalPage(unknown, true));
};

/** Why a page or a link has nothing to show, and where to go instead. */
function refusalPage({ status, title, detail }: Pick<Problem, 'status' | 'title' | 'detail'>, isIn: boolean): Page {
  return {
    titre: title,
    statut: status,
    corps: html`<p>${detail}</p>
<p><a class="bouton second" href="${isIn ? '/' : '/connexion'}">${isIn ? 'Revenir à ma journée' : 'Aller à la connexion'}</a></p>`,
  };
}

const unknown: Problem = {
  status: 404,
  code: 'route-inconnue',
  title: 'Page inconnue',
  detail: 'Aucune page à cette adresse : vérifiez-la, ou repartez de votre journée.',
};
