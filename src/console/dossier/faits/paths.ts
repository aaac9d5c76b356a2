import type { Procedure } from '../../../../machines/procedure.ts';
import { type Cible, cibleOf, type Fait, pathOf } from '../read/case.ts';

/** Where the form of a fact is: `/dossiers/<id>/faits/contrat.signe`. */
export function factPath(cible: Cible, type: string): string {
  return `${pathOf(cible)}/faits/${type}`;
}

const formOfFact: Readonly<Record<string, string>> = {
  'contrat.transmis': 'contrat-structure',
  'formulaire101.transmis': 'formulaire-101',
  'carteMandataire.demandee': 'formulaire-301',
  'carteAdministrateur.demandee': 'formulaire-301',
  'mandat.demande': 'formulaire-502',
  'formulaire413.partie1Remplie': 'formulaire-413#champ-partie1',
  'formulaire413.partie2Remplie': 'formulaire-413#champ-partie2',
  'formulaire413.partie3Remplie': 'formulaire-413#champ-partie3',
  'formulaire413.partie4Remplie': 'formulaire-413#champ-partie4',
};
const partOf413 = /^formulaire413\.partie\dRemplie$/;

/** Where a form of the procedure is filled in for a dossier. */
export function formPath(cible: Cible, formulaire: string): string {
  return `${pathOf(cible)}/formulaires/${formulaire}`;
}

/** The form whose filling tells a fact: its page, and whether the fact may also be told without it. */
export function formTelling(cible: Cible, type: string): { vers: string; sansFormulaire: boolean } | null {
  if (cible.genre === 'groupement' && type === 'etatDesLieux.recu')
    return { vers: `${pathOf(cible)}/etat-des-lieux`, sansFormulaire: false };
  const formulaire = cible.genre === 'dossier' ? formOfFact[type] : undefined;
  if (formulaire === undefined) return null;
  return { vers: formPath(cible, formulaire), sansFormulaire: !partOf413.test(type) };
}

/** Whether a fact asks for nothing but its day; `asksWhom` where it must say which administrateur technique it is about. */
export function isDateOnly({ facts }: Procedure, type: string, asksWhom: boolean): boolean {
  const { champs } = facts[type] ?? { champs: null };
  return champs !== null && Object.keys(champs).every((cle) => cle === 'administrateur' && !asksWhom);
}

/** Which case a fact is told to, read from the path of the API that takes it; `here` when it says nothing else. */
export function receiverOf({ vers }: Pick<Fait, 'vers'>, here: Cible): Cible {
  return cibleOf(vers) ?? here;
}
