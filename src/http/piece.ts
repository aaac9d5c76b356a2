import type { Answer, Asked } from './operation.ts';

/** A file as it is sent. */
interface Piece {
  nom: string;
  type: string;
  corps: string | Buffer;
  /** Changes with the content. */
  empreinte: string;
}

/** A file under its name, or 304 to who holds it already. */
export function sendPiece({ entete }: Asked, { nom, type, corps, empreinte }: Piece): Answer {
  const tag = `"${empreinte}"`;
  const entetes = { ETag: tag, 'Cache-Control': 'no-cache' };
  const held = entete('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (held.some((one) => one === '*' || one.replace(/^W\//, '') === tag)) return { statut: 304, entetes, corps: null };
  return { type, entetes: { ...entetes, 'Content-Disposition': `inline; filename="${nom}"` }, corps };
}
