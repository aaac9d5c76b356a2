import type { Echeance, StepMeta } from '../../machines/step.ts';
import type { Instance } from './instance.ts';
import { leaves } from './state-info.ts';

/** The facts that time will bring to an instance in its current state, with their day (YYYY-MM-DD); none while it is abandoned. */
export function deadlines({
  procedure,
  snapshot,
}: Pick<Instance, 'procedure' | 'snapshot'>): { fait: string; le: string }[] {
  if (procedure.statut(snapshot.value) === 'abandonne') return [];
  return leaves(snapshot)
    .flatMap(({ node }) => (node.meta as StepMeta).echeances ?? [])
    .flatMap(({ fait, champ, joursAvant = 0 }: Echeance) => {
      const date = champ
        .split('.')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], snapshot.context);
      return typeof date === 'string' ? [{ fait, le: addDays(date, -joursAvant) }] : [];
    });
}

/** The day (YYYY-MM-DD) so many days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
