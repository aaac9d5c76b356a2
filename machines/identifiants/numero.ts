import { z } from 'zod';
import '../francais.ts';

/** Signs as wide as a Chinese one, which some programs write, as everybody else writes them. */
export function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** A number pasted with or without spaces, kept without them and in capitals; a form other than `forme` is told `error`. */
export function numero(forme: RegExp, error: string) {
  return z
    .string()
    .overwrite((saisie) => narrow(saisie).replace(/\s/g, '').toUpperCase())
    .regex(forme, { error, abort: true });
}
