import { z } from 'zod';
import { fingerprint } from '../diagrams/drawings.ts';
import { type Lecteur, lecteurs } from '../diagrams/recit/lanes.ts';
import { drawingSheet } from '../diagrams/story-sheet.ts';
import { isHeld } from '../web/ingress.ts';
import type { Answer, Request } from './operation.ts';

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

/** An SVG opened alone may style itself, and nothing else. */
const POLICY = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" };

/** One region of a machine, drawn alone. */
export const region = z.string().max(60).optional().meta({ description: 'Une seule région, par son identifiant' });
/** The colours of a drawing. */
export const theme = z
  .enum(['clair', 'sombre'], 'Indiquez un thème : clair ou sombre.')
  .optional()
  .meta({ description: 'Les couleurs : celles du lecteur, à défaut' });

/** Whose part of a story is looked at. */
export const pour = z
  .enum(Object.keys(lecteurs) as Lecteur[], `Indiquez pour qui : ${Object.keys(lecteurs).join(', ')}.`)
  .optional()
  .meta({ description: 'Pour qui : du récit, ce qui n’est pas à lui est estompé' });

/** The part of a machine that is drawn, and the colours. */
export const ViewParams = z.strictObject({
  niveau: z.enum(['recit', 'complet'], 'Indiquez un niveau : recit ou complet.').default('recit').meta({
    description: 'Raconté en une page, ou entier',
  }),
  region,
  theme,
  pour,
});

/** A drawing under its name, or 304 to who holds it already. */
export function sendDrawing(asked: Pick<Request, 'request'>, nom: string, body: string): Answer {
  const answer = sendPiece(asked, { nom, type: 'image/svg+xml; charset=utf-8', body, empreinte: fingerprint(body) });
  return { ...answer, headers: { ...answer.headers, ...POLICY } };
}

/** A drawing on paper, then in words: made when it is asked for by who does not hold it. */
export async function sendSheet(
  asked: Pick<Request, 'request'>,
  nom: string,
  { svg, texte, niveau }: { svg: string; texte?: string; niveau: 'recit' | 'complet' },
): Promise<Answer> {
  const piece = { nom, type: 'application/pdf', empreinte: fingerprint(`${svg} ${texte}`) };
  const held = sendPiece(asked, { ...piece, body: '' });
  return held.status === 304 ? held : sendPiece(asked, { ...piece, body: await drawingSheet(svg, niveau, texte) });
}
