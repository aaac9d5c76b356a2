import type { Chart, Etat, Transition } from '../../chart.ts';

/** One line of what may happen in a state: transitions of one fact to one state. */
export interface Row {
  de: string;
  /** Null when no state changes. */
  vers: string | null;
  transitions: Transition[];
}

/** What may happen in each state of a region: what leads on, the furthest first, what leads back, then what changes no state. */
export function rowsOf(chart: Chart, region: Etat): ReadonlyMap<string, Row[]> {
  const etats = chart.etats.filter(({ id }) => id === region.id || isBelow(id, region.id));
  const ranks = new Map(etats.map(({ id }, rank) => [id, rank]));
  const spread = chart.transitions.filter(({ de }) => ranks.has(de)).flatMap((one) => spreadOf(one, etats));
  const grouped = Map.groupBy(spread, ({ de, vers, fait }) => [de, vers, fait].join('\n'));
  const rows = [...grouped.values()].map((transitions): Row => {
    const [{ de, vers }] = transitions as [Transition];
    return { de, vers: de === vers ? null : vers, transitions };
  });
  const rankOf = ({ de, vers }: Row) =>
    vers === null ? -1 : (ranks.get(vers) ?? 0) + (isOn(de, vers, ranks) ? etats.length : 0);
  return Map.groupBy(
    rows.sort((a, b) => rankOf(b) - rankOf(a)),
    ({ de }) => de,
  );
}

/** Whether a state stands in another, however deep. */
export function isBelow(id: string, ancestor: string): boolean {
  return id.startsWith(`${ancestor}.`);
}

function isOn(de: string, vers: string, ranks: ReadonlyMap<string, number>): boolean {
  return (ranks.get(vers) ?? 0) > (ranks.get(de) ?? 0);
}

/** What a state around two steps tells is told from each of them; around more, it stays one. */
export function spreadOf(transition: Transition, etats: readonly Etat[]): Transition[] {
  const { de, vers } = transition;
  const children = etats.filter(({ parent }) => parent === de);
  const isPair = children.length === 2 && children.every(({ acteur }) => acteur !== null);
  if (!isPair || !isBelow(vers, de)) return [transition];
  return children.map(({ id }) => ({ ...transition, de: id }));
}
