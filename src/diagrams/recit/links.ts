import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { chartOf } from '../chart.ts';
import type { Lien } from '../svg/drawing.ts';

/** Where what a picture of `procedure` shows leads: each step of it, or of what it opens, to its own place; all else nowhere. */
export function linkOf(
  procedure: Procedure,
  placeOf: (procedure: string, etat: string) => string,
): (id: string) => Lien | null {
  return (id) => {
    const [child = '', etat] = id.split(':');
    if (etat === undefined) return linkTo(procedure, id, placeOf);
    const opened = Object.values(procedure.ouvre).includes(child) ? findProcedure(child) : null;
    return opened && linkTo(opened, etat, placeOf);
  };
}

function linkTo(procedure: Procedure, etat: string, placeOf: (procedure: string, etat: string) => string): Lien | null {
  const step = chartOf(procedure).etats.find(({ id, acteur }) => id === etat && acteur !== null);
  return step ? { href: placeOf(procedure.id, etat), nom: step.libelle } : null;
}
