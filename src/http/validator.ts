import type { Request, Response } from 'express';

/** A file as it is sent. */
interface Piece {
  nom: string;
  type: string;
  corps: string | Buffer;
  /** Changes with the content. */
  empreinte: string;
}

/** Sends a file under its name, or 304 to who holds it already. */
export function sendPiece(request: Request, response: Response, { nom, type, corps, empreinte }: Piece): void {
  if (isHeld(request, response, empreinte)) return;
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `inline; filename="${nom}"`);
  response.end(corps);
}

/** Says which content this is; true when the client holds it and has been told so. */
export function isHeld(request: Request, response: Response, empreinte: string): boolean {
  const tag = `"${empreinte}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
  const held = request.headers['if-none-match']?.split(/\s*,\s*/).map((one) => one.replace(/^W\//, ''));
  if (!held?.some((one) => one === tag || one === '*')) return false;
  response.status(304).end();
  return true;
}
