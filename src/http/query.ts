import { z } from 'zod';
import { toErreurs } from '../engine/parse-fact.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';

const limite = z.coerce
  .number('Indiquez une limite de 1 à 200.')
  .int('Indiquez une limite de 1 à 200.')
  .min(1, 'Indiquez une limite de 1 à 200.')
  .max(200, 'Indiquez une limite de 1 à 200.')
  .default(50);
const texte = z.string().max(200).optional();

/** What a list may be asked. */
export const ListParams = z.strictObject({
  limite,
  apres: texte,
  siret: texte,
  finess: texte,
  procedure: texte,
  statut: texte,
  groupement: texte,
  dossier: texte,
});

/** What the list of a groupement's dossiers may be asked. */
export const SiteParams = ListParams.pick({ limite: true, apres: true, statut: true });

/** What a journal may be asked: lines after a rank. */
export const JournalParams = z.strictObject({
  limite,
  apres: z.coerce.number('Indiquez le rang de la dernière ligne lue.').int().min(0).default(0),
});

const version = z.coerce
  .number('Indiquez le numéro d’une version.')
  .int('Indiquez le numéro d’une version.')
  .optional();

/** Which version of a procedure is drawn: the last one unless told. */
export const DiagramParams = z.strictObject({ version });

/** The query string against its schema. */
export function parseQuery<S extends z.ZodType>(schema: S, query: unknown): Result<z.output<S>, Refusal> {
  const parsed = schema.safeParse({ ...(query as object) });
  return parsed.success ? ok(parsed.data) : err({ code: 'saisie-invalide', erreurs: toErreurs(parsed.error) });
}
