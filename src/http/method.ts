import type { RequestHandler } from 'express';
import { sendProblem } from '../web/problem.ts';

/** Answers 405 and says which methods a resource takes. */
export const allowOnly =
  (...methods: readonly string[]): RequestHandler =>
  (_request, response) => {
    const allowed = methods.join(', ');
    response.setHeader('Allow', allowed);
    sendProblem(response, {
      status: 405,
      code: 'methode-non-admise',
      title: 'Méthode non admise',
      detail: `Cette ressource admet : ${allowed}.`,
    });
  };
