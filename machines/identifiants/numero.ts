import { z } from 'zod';
import '../francais.ts';

/** A number pasted with or without spaces, kept without them and in capitals; a form other than `forme` is told `error`. */
export function numero(forme: RegExp, error: string) {
  return z
    .string()
    .overwrite((saisie) => saisie.replace(/\s/g, '').toUpperCase())
    .regex(forme, { error, abort: true });
}
