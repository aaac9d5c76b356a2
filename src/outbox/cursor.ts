import { z } from 'zod';

const MARK = 'evt1:';
const MESSAGE = 'Ce curseur n’est pas d’ici : reprenez tel quel celui de la dernière réponse.';

/** The place after the event `rang` of the feed, as an opaque text. */
export function cursorAt(rang: number): string {
  return Buffer.from(`${MARK}${rang}`).toString('base64url');
}

/** A cursor as it was given, read back as a rang. */
export const Cursor = z
  .string()
  .max(64, MESSAGE)
  .transform((text, context) => {
    const rang = Number(Buffer.from(text, 'base64url').toString().slice(MARK.length));
    if (Number.isSafeInteger(rang) && rang >= 0 && cursorAt(rang) === text) return rang;
    context.addIssue({ code: 'custom', message: MESSAGE });
    return z.NEVER;
  })
  .meta({ title: 'Curseur' });
