import type { Echeance, StepMeta } from '../../machines/step.ts';
import { addDays } from '../days.ts';
import type { Instance } from './instance.ts';
import { leaves } from './state-info.ts';

interface Deadline {
  fait: string;
  le: string;
}

const known = new WeakMap<Instance['snapshot'], readonly Deadline[]>();

/** The facts that time will bring to an instance in its current state, with their day (YYYY-MM-DD); none while it is abandoned or closed. */
export function deadlines({ procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>): readonly Deadline[] {
  const found = known.get(snapshot) ?? deadlinesOf(procedure, snapshot);
  known.set(snapshot, found);
  return found;
}

function deadlinesOf(procedure: Instance['procedure'], snapshot: Instance['snapshot']): Deadline[] {
  const statut = procedure.statut(snapshot.value);
  if (statut === 'abandonne' || (statut === 'clos' && procedure.genre === 'certificat')) return [];
  const all = leaves(snapshot)
    .flatMap(({ node }) => (node.meta as StepMeta).echeances ?? [])
    .flatMap(({ fait, champ, joursAvant = 0, pasAvant }: Echeance) => {
      const [earliest = ''] = pasAvant === undefined ? [] : datesAt(snapshot.context, pasAvant.split('.'));
      const days = datesAt(snapshot.context, champ.split('.')).map((date) => addDays(date, -joursAvant));
      return days.map((day) => ({ fait, le: day < earliest ? earliest : day }));
    });
  return [...new Map(all.map((one) => [`${one.fait} ${one.le}`, one])).values()];
}

/** The dates at a path of the context, `*` standing for each of a list. */
function datesAt(part: unknown, [key, ...rest]: readonly string[]): string[] {
  if (key === undefined) return typeof part === 'string' ? [part] : [];
  if (typeof part !== 'object' || part === null) return [];
  if (key === '*') return Object.values(part).flatMap((one) => datesAt(one, rest));
  return datesAt((part as Record<string, unknown>)[key], rest);
}
