import type { Procedure } from '../../../machines/procedure.ts';
import { chartOf } from '../chart.ts';

/** Where what a picture of `procedure` shows leads: each step of it, or of what it opens, to its own place; all else nowhere. */
export function linkOf(
  procedure: Procedure,
  lien: (procedure: string, etat: string) => string,
): (id: string) => string | null {
  const steps = new Set(chartOf(procedure).etats.flatMap(({ id, acteur }) => (acteur === null ? [] : [id])));
  return (id) => {
    const [child, etat] = id.split(':');
    if (steps.has(id)) return lien(procedure.id, id);
    return child && etat && Object.values(procedure.ouvre).includes(child) ? lien(child, etat) : null;
  };
}
