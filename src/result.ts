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

interface SaisieInvalide {
  code: 'saisie-invalide';
  erreurs: Erreur[];
}

/** What was sent, as its schema reads it. */
export function parse<S extends z.ZodType>(schema: S, saisie: unknown): Result<z.output<S>, SaisieInvalide> {
  const parsed = schema.safeParse(saisie);
  return parsed.success ? ok(parsed.data) : err({ code: 'saisie-invalide', erreurs: toErreurs(parsed.error) });
}

/** What was sent, as its schema reads it, then what is done of it. */
export async function parseThen<S extends z.ZodType, T, E>(
  schema: S,
  saisie: unknown,
  act: (read: z.output<S>) => Promise<Result<T, E>>,
): Promise<Result<T, E | SaisieInvalide>> {
  const parsed = parse(schema, saisie);
  return parsed.ok ? await act(parsed.value) : parsed;
}

/** zod's issues as pointers and French sentences. */
export function toErreurs(error: z.ZodError): Erreur[] {
  return error.issues.map(({ path, message }) => ({
    pointeur: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message,
  }));
}
