import { tellSource } from '../../../machines/source.ts';
import { type Chart, type Etat, inWords, type Transition } from '../chart.ts';
import { givenAs } from './graphe.ts';
import { childrenOf } from './words.ts';

/** A state as `createMachine` takes it. */
interface Config {
  id: string;
  description: string;
  type?: 'parallel' | 'final';
  initial?: string;
  meta: object;
  on?: Record<string, Way[]>;
  onDone?: Way[];
  states?: Record<string, Config>;
}

interface Way {
  target?: string[];
  guard?: {
    type: 'condition';
    params: { texte: string; exige: ReturnType<typeof givenAs>; ouvert: string | null; suspendu: string | null };
  };
  description: string;
}

/**
 * The configuration of a machine for XState 5 and Stately, as JSON. What a transition asks stands in the parameters of one guard, `condition`, in
 * words and as the graph says it: who plays the machine provides that guard. What a transition keeps or sends is left out.
 */
export function toXstate(chart: Chart): string {
  const regions = childrenOf(chart, null);
  const config = {
    id: chart.procedure,
    description: `${chart.titre} (${tellSource(chart.source)}), version ${chart.version}`,
    type: 'parallel',
    states: Object.fromEntries(regions.map((region) => [nameIn(region), state(chart, region)])),
  };
  return `${JSON.stringify(config, null, 1)}\n`;
}

function state(chart: Chart, etat: Etat): Config {
  const { id, genre, libelle, acteur, nature, formulaire, source } = etat;
  const children = childrenOf(chart, id);
  const leaving = Map.groupBy(
    chart.transitions.filter(({ de }) => de === id),
    ({ fait }) => fait,
  );
  const { [DONE]: done, ...on } = Object.fromEntries(
    [...leaving].map(([fait, all]) => [fait ?? DONE, ways(chart.procedure, all)]),
  );
  const [first] = children.filter(({ initial }) => initial);
  const config: Config = {
    id: `${chart.procedure}.${id}`,
    description: libelle,
    meta: { acteur, nature, formulaire, source },
  };
  if (genre === 'parallele') config.type = 'parallel';
  if (genre === 'finale') config.type = 'final';
  if (genre === 'sequence' && first) config.initial = nameIn(first);
  if (Object.keys(on).length > 0) config.on = on;
  if (done) config.onDone = done;
  if (children.length > 0)
    config.states = Object.fromEntries(children.map((child) => [nameIn(child), state(chart, child)]));
  return config;
}

const DONE = '';

/** Each transition once, whatever it enters together; the first that is allowed is taken. */
function ways(procedure: string, transitions: readonly Transition[]): Way[] {
  return [...Map.groupBy(transitions, ({ id }) => id).values()].map((entered) => {
    const [{ sansCible, exacte, ouvert, suspendu, libelle }] = entered as [Transition];
    const asked = exacte ?? ((ouvert ?? suspendu) ? { et: [] } : null);
    return {
      description: libelle,
      ...(!sansCible && { target: entered.map(({ vers }) => `#${procedure}.${vers}`) }),
      ...(asked && {
        guard: {
          type: 'condition',
          params: { texte: inWords(asked), exige: givenAs(asked), ouvert, suspendu },
        } as const,
      }),
    };
  });
}

function nameIn({ id }: Etat): string {
  return id.split('.').at(-1) ?? id;
}
