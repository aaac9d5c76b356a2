import type { Answer, Request } from './operation.ts';
import { isHeld } from './representation.ts';

/** A file as it is sent. */
interface Piece {
  nom: string;
  type: string;
  body: string | Buffer;
  /** The same compressed, where it is worth keeping. */
  gzip?: Buffer;
  /** Changes with the content. */
  empreinte: string;
}

/** What is declared of a file as it is sent. */
export const aPiece = { revalidates: true, headers: ['Content-Disposition'] } as const;

/** A file under its name, or 304 to who holds it already. */
export function sendPiece({ request }: Pick<Request, 'request'>, { nom, type, body, gzip, empreinte }: Piece): Answer {
  const packed = request.acceptsEncodings('gzip') === 'gzip' ? gzip : undefined;
  const tag = packed ? `"${empreinte}-gzip"` : `"${empreinte}"`;
  const encoding = gzip && { Vary: 'Accept-Encoding', ...(packed && { 'Content-Encoding': 'gzip' }) };
  const headers = { ETag: tag, 'Cache-Control': 'no-cache', ...encoding };
  if (isHeld(request.headers['if-none-match'], tag)) return { status: 304, headers, body: null };
  return { type, headers: { ...headers, 'Content-Disposition': `inline; filename="${nom}"` }, body: packed ?? body };
}
