import type { z } from 'zod';

/** What is wrong in what was sent: an RFC 6901 pointer and what to do, in French. */
export interface Erreur {
  pointeur: string;
  message: string;
}

/** A « oui » with what it gives, or a « non » with why. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** A « oui ». */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A « non » that says why. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** What was sent, as its schema reads it. */
export function parse<S extends z.ZodType>(
  schema: S,
  saisie: unknown,
): Result<z.output<S>, { code: 'saisie-invalide'; erreurs: Erreur[] }> {
  const parsed = schema.safeParse(saisie);
  return parsed.success ? ok(parsed.data) : err({ code: 'saisie-invalide', erreurs: toErreurs(parsed.error) });
}

/** zod's issues as pointers and French sentences. */
export function toErreurs(error: z.ZodError): Erreur[] {
  return error.issues.map(({ path, message }) => ({
    pointeur: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message,
  }));
}
