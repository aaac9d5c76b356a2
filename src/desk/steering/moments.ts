import type { Jalon as JalonDit } from '../../../machines/event.ts';
import { procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Histoire } from '../../engine/history/replay.ts';
import type { Moment } from '../../store/figures.ts';

/** What marks how far a dossier has come: that it is opened, then what facts of its journal say. */
export type Jalon = 'ouvert' | JalonDit;

/** Where a certificate stands whose notice is reached, or whose revocation is to be decided. */
const TO_RENEW = ['renouvellement.du', 'alerte.aDecider'];

/** What figures are made by: one more whenever cases are counted otherwise. */
export const MOMENTS = JSON.stringify([1, ...procedures.map(nameOf)]);

/** A case whole, as it was replayed from the day `jour` (YYYY-MM-DD) of its opening. */
export interface Replayed {
  procedure: Procedure;
  jour: string;
  histoire: Histoire;
  /** What stands of its journal. */
  faits: readonly { type: string; date: string; saisie: string | null }[];
}

/** « public-ght@1 » */
export function nameOf({ id, version }: Pick<Procedure, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** All that a case did. */
export function momentsOf(replayed: Replayed): Moment[] {
  const { procedure, histoire } = replayed;
  const lasting = procedure.statut(histoire.snapshot.value) === 'abandonne' ? 'suspendu' : 'sejour';
  const sejours = histoire.sejours.map(({ etat, entree, sortie }): Moment => {
    return { quoi: sortie === null ? lasting : 'sejour', nom: etat, debut: entree, fin: sortie };
  });
  const franchies = histoire.franchies.map(({ transition, date }) => once('transition', transition, date));
  return [...sejours, ...franchies, ...marksOf(replayed), ...returnsOf(replayed), ...endOf(replayed)];
}

function once(quoi: Moment['quoi'], nom: string, debut: string): Moment {
  return { quoi, nom, debut, fin: null };
}

/** The first time that a dossier reached each mark, and what it is now. */
function marksOf({ procedure, jour, histoire, faits }: Replayed): Moment[] {
  if (procedure.genre !== 'dossier') return [];
  const reached = new Map<string, string>();
  for (const { type, date } of faits) {
    const jalon = procedure.facts[type]?.jalon;
    const known = jalon && reached.get(jalon);
    if (jalon && (!known || date < known)) reached.set(jalon, date);
  }
  const marks = [...reached].map(([nom, date]) => once('jalon', nom, date));
  const statut = procedure.statut(histoire.snapshot.value);
  return [once('statut', statut, jour), once('jalon', 'ouvert' satisfies Jalon, jour), ...marks];
}

/** « formulaire413.retourne », then « formulaire413.retourne/illisible » for each reason that it gives by a code. */
function returnsOf({ procedure, faits }: Replayed): Moment[] {
  return faits.flatMap(({ type, date, saisie }) => {
    if ((procedure.facts[type]?.refus ?? null) === null) return [];
    const { motifs = [] } = (saisie === null ? {} : JSON.parse(saisie)) as { motifs?: { code: string }[] };
    const reasons = new Set(motifs.map(({ code }) => `${type}/${code}`));
    return [type, ...reasons].map((nom) => once('retour', nom, date));
  });
}

/** The last day of a certificate in service or withdrawn, and whether it is to be renewed. */
function endOf({ procedure, histoire: { snapshot, depuis } }: Replayed): Moment[] {
  const { fin = null } = snapshot.context as { fin?: string | null };
  if (procedure.genre !== 'certificat' || fin === null || procedure.statut(snapshot.value) === 'clos') return [];
  return [once('fin', TO_RENEW.some((etat) => Object.hasOwn(depuis, etat)) ? 'aRenouveler' : 'enService', fin)];
}
