import type { Request, Response } from 'express';
import type { Identity } from '../../../identity/identity.ts';
import type { Problem } from '../../../web/problem.ts';
import type { Around } from '../layout.ts';
import { takeMessage } from '../message.ts';
import { sendPage } from '../send-page.ts';
import { refusalPage } from './refusal-page.ts';

/** The whole frame when it is known who asks; the message waiting is shown. */
export function aroundOf(request: Request, response: Response): Around | null {
  const identite = response.locals['identite'] as Identity | undefined;
  if (!identite) return null;
  const demonstration = response.locals['demonstration'] === true;
  return { identite, demonstration, message: takeMessage(request, response), ici: request.originalUrl };
}

/** Shows why not, within the frame of whoever is in. */
export function refuse(request: Request, response: Response, problem: Problem): void {
  const isIn = response.locals['identite'] !== undefined;
  sendPage(response, refusalPage(problem, isIn), aroundOf(request, response));
}
