import { findFact, procedures } from '../../../machines/index.ts';
import type { Acteur } from '../../../machines/step.ts';
import { addDays, dayOf } from '../../days.ts';
import { readFiche } from '../../engine/fiche.ts';
import type { DossierARelancer, RelanceSituee } from '../../store/desk.ts';
import { isWorkingDay, placeOf, workingDayFrom } from '../../working-days.ts';
import { coteOf, etapesConnues, isActeur, onTheMorrow } from './codes.ts';

/** Somebody to call back about a dossier: what they owe is late, or a card or a certificate of theirs ends. */
export interface Proposition {
  dossierId: string;
  denomination: string;
  sorte: 'retard' | 'fin';
  /** The step that is awaited, or the fact of the calendar. */
  objet: string;
  acteur: Acteur;
  /** The last day of the delay, of the card or of the certificate (YYYY-MM-DD). */
  jour: string;
  /** The threshold that is reached: so many days after that day, or before the end. */
  palier: number;
  /** Whether calls have had their time: somebody is to take it up. */
  aReprendre: boolean;
  /** What the follow-up says once it is noted. */
  texte: string;
}

/** From so many days of lateness on, a list proposes it; the page of the dossier does from the first. */
export const EN_LISTE = 7;
const RETARDS = [1, EN_LISTE, 15] as const;
const PERSONNE = 22;
const FINS = [90, 60, 30, 7] as const;
/** How far ahead ends are looked for, in days. */
export const AVANT_LA_FIN = FINS[0];
/** Whoever was called back is left alone for so many days. */
const REPOS = 7;

const RELANCER = 'Relancer : ';
const REPRENDRE = 'Reprendre : ';
const RENOUVELER = 'Renouveler : ';
const ofCertificates = new Set(
  procedures.filter(({ genre }) => genre === 'certificat').flatMap(({ facts }) => Object.keys(facts)),
);
const libelles = new Map(etapesConnues.map(({ id, libelle }) => [id, libelle]));

/**
 * Whom to call back on `jour`, the most pressing of each first. A threshold that was seen to is not proposed again, nor one whose follow-up
 * is planned, nor anything on a day on which its recipient does not work.
 */
export function propositionsOf(
  dossiers: readonly DossierARelancer[],
  relances: readonly RelanceSituee[],
  jour: string,
): Proposition[] {
  const planned = Map.groupBy(relances, ({ instanceId }) => instanceId);
  const reached = dossiers.flatMap((one) => {
    const theirs = planned.get(one.dossierId) ?? [];
    const found = one.sorte === 'retard' ? lateness(one, theirs, jour) : ending(one, jour);
    return found && !isSeenTo(found, theirs, jour) ? [found.proposition] : [];
  });
  const keyOf = ({ dossierId, sorte, acteur, objet }: Proposition) =>
    `${dossierId} ${sorte === 'retard' ? acteur : objet}`;
  return [...Map.groupBy(reached, keyOf).values()].flatMap(([first]) => first ?? []);
}

/** A proposition, and the day on which its threshold was reached. */
interface Reached {
  proposition: Proposition;
  depuis: string;
}

/** Nobody takes up what nobody was called for since it is late. */
function lateness(late: DossierARelancer, relances: readonly RelanceSituee[], today: string): Reached | null {
  const { dossierId, denomination, fiche, objet, acteur, jour } = late;
  if (acteur === null || !isActeur(acteur)) return null;
  const place = placeOfActeur(acteur, fiche);
  const isCalled = relances.some((one) => isOf(acteur, one) && dayDone(one) > jour);
  const palier = [...RETARDS, ...(isCalled ? [PERSONNE] : [])].findLast(
    (days) => workingDayFrom(addDays(jour, days), place) <= today,
  );
  const aReprendre = palier === PERSONNE;
  if (palier === undefined || !(aReprendre || isWorkingDay(today, place))) return null;
  const texte = `${aReprendre ? REPRENDRE : RELANCER}${libelles.get(objet) ?? objet}`;
  const known = { dossierId, denomination, sorte: 'retard', objet, acteur, jour } as const;
  return { proposition: { ...known, palier, aReprendre, texte }, depuis: addDays(jour, palier) };
}

function ending({ dossierId, denomination, fiche, objet, jour: le }: DossierARelancer, today: string): Reached | null {
  const fact = findFact(objet);
  // A19: whoever orders a certificate orders the next; the calendar tells its end for the ANS.
  const acteur = ofCertificates.has(objet) ? 'administrateurTechnique' : fact?.acteur;
  if (!fact || !acteur || !isActeur(acteur) || !onTheMorrow.has(objet)) return null;
  const fin = addDays(le, -1);
  const place = placeOfActeur(acteur, fiche);
  const palier = FINS.findLast((days) => workingDayFrom(addDays(fin, -days), place) <= today);
  if (palier === undefined || fin < today || !isWorkingDay(today, place)) return null;
  const known = { dossierId, denomination, sorte: 'fin', objet, acteur, jour: fin } as const;
  const texte = `${RENOUVELER}${fact.libelle}`;
  return { proposition: { ...known, palier, aReprendre: false, texte }, depuis: addDays(fin, -palier) };
}

/** The ANS and éditeurs keep the holidays of all of France, the others those of where the dossier is. */
function placeOfActeur(acteur: Acteur, fiche: string): string | null {
  return coteOf(acteur) === 'etablissement' ? placeOf(readFiche(fiche)) : null;
}

function isSeenTo({ proposition, depuis }: Reached, relances: readonly RelanceSituee[], jour: string): boolean {
  const { sorte, acteur, texte } = proposition;
  const isOfIt = (one: RelanceSituee) => (sorte === 'fin' ? one.quoi === texte : isOf(acteur, one));
  const isRecent = (fait: string) => fait >= depuis || fait > addDays(jour, -REPOS);
  return relances.filter(isOfIt).some((one) => one.faiteLe === null || isRecent(dayDone(one)));
}

function isOf(acteur: string, one: RelanceSituee): boolean {
  return one.acteur === acteur && !one.quoi.startsWith(RENOUVELER);
}

/** The day on which a call was made; no day where it is to make. */
function dayDone({ faiteLe }: RelanceSituee): string {
  return faiteLe === null ? '' : dayOf(new Date(faiteLe));
}

/** The canned mail by which somebody is called back about it. */
export function modeleDe({ sorte, objet, acteur }: Pick<Proposition, 'sorte' | 'objet' | 'acteur'>): string {
  if (sorte === 'fin') return ofCertificates.has(objet) ? 'renouvellement-certificat' : 'carte-bientot-expiree';
  const isOfForm = objet.startsWith('formulaire413.');
  if (acteur === 'ans') return isOfForm ? 'relance-habilitation' : 'relance-ans';
  if (acteur === 'editeur' && isOfForm) return 'relance-editeur';
  return acteur === 'representantLegal' ? 'relance-representant' : 'relance-attendue';
}
