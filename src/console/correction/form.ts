import { z } from 'zod';
import type { Fact } from '../../../machines/event.ts';
import { texteLibre } from '../../../machines/formulaires/champs.ts';
import { type Erreur, err, ok, type Result, toErreurs } from '../../result.ts';
import { type Form, formOf } from '../forms/form.ts';
import type { Typed } from '../forms/typed.ts';

/** What may be done with a line: told otherwise, or taken away. */
export const modes = ['remplacer', 'retirer'] as const;
export type Mode = (typeof modes)[number];

const motifCorrection = texteLibre('Motif de la correction', 500).meta({
  title: 'Motif de la correction',
  description: 'Gardé dans le journal, que lisent aussi les éditeurs du dossier : ni nom de patient, ni secret.',
});
const Motif = z.object({ motifCorrection });

const known = new WeakMap<Fact, Readonly<Record<Mode, Form>>>();

/** The forms by which a fact is corrected: with its own fields, or with the reason alone. */
export function correctionForms(fact: Fact): Readonly<Record<Mode, Form>> {
  const forms = known.get(fact) ?? {
    remplacer: formOf((fact.schema as unknown as z.ZodObject).extend({ motifCorrection }), {
      sauf: ['type'],
      prefixe: 'correction',
    }),
    retirer: formOf(Motif, { prefixe: 'correction' }),
  };
  known.set(fact, forms);
  return forms;
}

/** The reason, as it was typed. */
export function motifPoste(typed: Typed): Result<string, Erreur[]> {
  const parsed = Motif.safeParse({ motifCorrection: typed['motifCorrection'] ?? '' });
  return parsed.success ? ok(parsed.data.motifCorrection) : err(toErreurs(parsed.error));
}
