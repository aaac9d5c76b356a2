import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { ContratStructure, exempleContratStructure, warnContratStructure } from './contrat-structure.ts';
import { exempleFormulaire101, Formulaire101, warnFormulaire101 } from './formulaire-101.ts';
import { exempleFormulaire301, Formulaire301, warnFormulaire301 } from './formulaire-301.ts';
import { exempleFormulaire413, Formulaire413, warnFormulaire413 } from './formulaire-413.ts';
import { exempleFormulaire502, Formulaire502, warnFormulaire502 } from './formulaire-502.ts';

const Fiche = z
  .object({ title: z.string(), numero: z.string().nullable(), source: z.string() })
  .transform(({ title, numero, source }) => ({ titre: title, numero, source }));

/** A form of the procedure: how it is called, what it accepts, and what `avertir` finds doubtful in what it accepted. */
export interface Formulaire<Schema extends z.ZodType = z.ZodType> extends z.output<typeof Fiche> {
  schema: Schema;
  exemple: z.output<Schema>;
  avertir(saisie: z.output<Schema>): Avertissement[];
}

/** Every form of the procedure by id. */
export const formulaires = {
  'contrat-structure': formulaire(ContratStructure, exempleContratStructure, warnContratStructure),
  'formulaire-101': formulaire(Formulaire101, exempleFormulaire101, warnFormulaire101),
  'formulaire-301': formulaire(Formulaire301, exempleFormulaire301, warnFormulaire301),
  'formulaire-413': formulaire(Formulaire413, exempleFormulaire413, warnFormulaire413),
  'formulaire-502': formulaire(Formulaire502, exempleFormulaire502, warnFormulaire502),
} satisfies Record<string, Formulaire>;

/** What a state's `meta.formulaire` may name. */
export type FormulaireId = keyof typeof formulaires;

function formulaire<Schema extends z.ZodType>(
  schema: Schema,
  exemple: z.output<Schema>,
  avertir: (saisie: z.output<Schema>) => Avertissement[],
): Formulaire<Schema> {
  return { ...Fiche.parse(schema.meta()), schema, exemple, avertir };
}
