import { politique } from '../machines/decisions.ts';
import { addDays } from './days.ts';
import { addWorkingDays } from './working-days.ts';

/** How long an act usually takes, and after how many days it is late: calendar days, or working ones. */
export interface Delai {
  usuel: number;
  limite: number;
  ouvres: boolean;
}

/** The delays in force on a day, by whom or by what they are set for: `ans`, `ans@public-ght`, `etape.contrat.…`, `etape.contrat.…@public-ght`. */
export type Delais = Readonly<Record<string, Delai>>;

/** Who is awaited, at which step; null where it is not known. */
export interface Attendu {
  acteur: string;
  etape: string | null;
}

/** Where days are counted: the path of the dossier, and its département, whose holidays are. */
export interface Lieu {
  parcours: string | null;
  departement: string | null;
}

/** Those that rule where nothing was set (A12). */
export const delaisUsuels: Delais = Object.fromEntries(
  Object.entries(politique.delaisJours).map(([acteur, jours]) => [
    acteur,
    { usuel: jours, limite: jours, ouvres: false },
  ]),
);

const AUCUN: Delai = { usuel: 0, limite: 0, ouvres: false };

/** The narrowest that is set: that of the step on the path, of the step, of who acts on the path, of who acts. */
export function delaiOf(delais: Delais, { acteur, etape }: Attendu, parcours: string | null): Delai {
  const own = etape === null ? undefined : (delais[`etape.${etape}@${parcours}`] ?? delais[`etape.${etape}`]);
  return own ?? delais[`${acteur}@${parcours}`] ?? delais[acteur] ?? AUCUN;
}

/** How delays are counted in one place: the last day (YYYY-MM-DD) of what begins on a day. */
export interface Compte {
  usuel(attendu: Attendu, depuis: string): string;
  limite(attendu: Attendu, depuis: string): string;
}

/** By the delays in force, in a place. */
export function compteOf(delais: Delais, { parcours, departement }: Lieu): Compte {
  const end = (attendu: Attendu, depuis: string, which: 'usuel' | 'limite') => {
    const delai = delaiOf(delais, attendu, parcours);
    return (delai.ouvres ? addWorkingDays : addDays)(depuis, delai[which], departement);
  };
  return {
    usuel: (attendu, depuis) => end(attendu, depuis, 'usuel'),
    limite: (attendu, depuis) => end(attendu, depuis, 'limite'),
  };
}
