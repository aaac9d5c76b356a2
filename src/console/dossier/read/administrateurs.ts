import { idOf } from '../../../../machines/etablissement/administrateurs.ts';
import type { DossierContext } from '../../../../machines/etablissement/context.ts';
import type { FactType } from '../../../../machines/index.ts';
import { namedBy } from '../../../engine/history/named.ts';
import { takeStep } from '../../../engine/transition.ts';
import { fullName } from '../../ui/words.ts';
import type { CaseRead, Ligne } from './case.ts';

/** What designates one (A18). */
export const DESIGNATION = 'administrateurTechnique.designe' satisfies FactType;

/** An administrateur technique of a dossier. */
export type Designe = ReturnType<typeof designesOf>[number];

/** Those whom a dossier has, the one in charge first. */
export function designesOf({ etat }: Pick<CaseRead, 'etat'>) {
  const { administrateurs = [], habilites = [] } = contextOf(etat);
  return administrateurs.map((one) => ({
    ...one,
    nom: fullName(one.personne),
    estHabilite: habilites.includes(one.id),
  }));
}

/** Whether a fact must say which of them it is about (A18). */
export function hasSeveral({ etat }: Pick<CaseRead, 'etat'>): boolean {
  return (contextOf(etat).administrateurs ?? []).length > 1;
}

/** The name of everybody whom a journal ever designated, by id. */
export function namesOfDesignes(lines: readonly Ligne[]): { id: string; nom: string }[] {
  const names = lines.flatMap((line) => {
    const { administrateur } = namedBy(line);
    return administrateur ? [[idOf(administrateur), fullName(administrateur)] as const] : [];
  });
  return [...new Map(names)].map(([id, nom]) => ({ id, nom }));
}

/** The facts that may be told of one of them on the day `jour`, by type. */
export function factsAbout({ procedure, etat }: CaseRead, administrateur: string, jour: string): string[] {
  if (!procedure || !etat) return [];
  const told = Object.entries(procedure.facts).filter(([, { champs }]) => Object.hasOwn(champs, 'administrateur'));
  return told.flatMap(([type, { exemples }]) => {
    const more = { type, date: jour, administrateur, empreinte: '' };
    return exemples.some((exemple) => takeStep(etat.snapshot, { ...exemple, ...more })) ? [type] : [];
  });
}

/** Whether one more may be designated on the day `jour`, beside those whom a dossier has (A18). */
export function takesAnother({ etat }: CaseRead, jour: string): boolean {
  if (!etat || (contextOf(etat).administrateurs ?? []).length === 0) return false;
  const somebody = { personne: { nom: '?', prenom: '?' }, origine: 'employe', carte: null };
  const event = { type: DESIGNATION, date: jour, empreinte: '', ...somebody };
  return takeStep(etat.snapshot, event) !== null;
}

function contextOf(etat: CaseRead['etat']): Partial<DossierContext> {
  return (etat?.snapshot.context ?? {}) as Partial<DossierContext>;
}
