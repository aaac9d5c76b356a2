import { procedures } from '../../../machines/index.ts';
import type { StepMeta } from '../../../machines/step.ts';
import { addDays } from '../../days.ts';
import type { AgendaQuery, AgendaStore, JourAgenda } from '../../store/desk.ts';

type Node = (typeof procedures)[number]['machine']['root'];

/** What the calendar tells on the morrow of a last day, as the machines declare it. */
const onTheMorrow = new Set(
  procedures
    .flatMap(({ machine }) => deadlinesUnder(machine.root))
    .filter(({ joursAvant = 0 }) => joursAvant < 0)
    .map(({ fait }) => fait),
);

/** The days of an account, soonest first: what ends stands on its last day, and not on the morrow, when that is told. */
export async function joursOf({ jours }: AgendaStore, query: AgendaQuery): Promise<JourAgenda[]> {
  const told = await jours({ ...query, au: addDays(query.au, 1) });
  return told
    .map((one) => (onTheMorrow.has(one.quoi) ? { ...one, jour: addDays(one.jour, -1) } : one))
    .filter(({ jour }) => jour >= query.du && jour <= query.au)
    .sort((a, b) => a.jour.localeCompare(b.jour));
}

function deadlinesUnder(node: Node): NonNullable<StepMeta['echeances']>[number][] {
  const own = (node.meta as Partial<StepMeta> | undefined)?.echeances ?? [];
  return [...own, ...(Object.values(node.states) as Node[]).flatMap(deadlinesUnder)];
}
