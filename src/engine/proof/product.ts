import type { Procedure } from '../../../machines/procedure.ts';
import type { Adjacencies, Adjacency } from './adjacency.ts';

/** How many states a phase of the pause has, and how many transitions leave them, of which so many stay in the phase. */
interface Phase {
  etats: number;
  transitions: number;
  internes: number;
}

/** The size of the whole procedure: in each phase of the pause, which both graphs hold, what stands apart multiplies the rest. */
export function wholeSize({ pause }: Procedure, graphs: Adjacencies): { etats: number; transitions: number } {
  const alone = phasesOf(graphs.aPart, pause?.region);
  const pairs = [...phasesOf(graphs.ensemble, pause?.region)].map(([phase, size]) => [size, alone.get(phase)] as const);
  return {
    etats: sum(pairs, (together, apart) => together.etats * apart.etats),
    transitions: sum(pairs, (together, apart) => together.transitions * apart.etats + together.etats * apart.internes),
  };
}

function phasesOf({ etats, aretes }: Adjacency, region = ''): Map<string, Phase> {
  const phases = new Map<string, Phase>();
  const names = etats.map((etat) => etat.find((path) => path.startsWith(`${region}.`)) ?? '');
  const phaseOf = (etat: number) => {
    const name = names[etat] as string;
    const phase = phases.get(name) ?? { etats: 0, transitions: 0, internes: 0 };
    phases.set(name, phase);
    return phase;
  };
  for (const etat of etats.keys()) phaseOf(etat).etats++;
  for (const { de, vers } of aretes) {
    phaseOf(de).transitions++;
    if (phaseOf(de) === phaseOf(vers)) phaseOf(de).internes++;
  }
  return phases;
}

function sum(
  pairs: readonly (readonly [Phase, Phase | undefined])[],
  term: (together: Phase, apart: Phase) => number,
): number {
  return pairs.reduce((total, [together, apart]) => total + (apart ? term(together, apart) : 0), 0);
}
