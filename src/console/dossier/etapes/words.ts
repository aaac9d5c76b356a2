import { plural } from '../../ui/words.ts';
import { type Delai, isChoice } from '../read/board.ts';
import type { Etape } from '../read/case.ts';

const degres = {
  obligatoire: 'Obligatoire',
  conditionnelle: 'Si besoin',
  recommandee: 'Recommandée',
  facultative: 'Facultative',
} as const;

/** How far a step is asked for, in a word; a wait says for whom. */
export function degreeWords(etape: Etape): string {
  const { nature, acteurLibelle, exigence } = etape;
  if (isChoice(etape)) return 'À décider';
  if (nature === 'attente') return acteurLibelle === 'ANS' ? 'En attente de l’ANS' : `En attente : ${acteurLibelle}`;
  if (isSuspended({ nature, exigence })) return 'En suspens';
  return degres[nature === 'recommandee' ? 'recommandee' : exigence.degre];
}

/** The same in a sentence; null when the word says it all. */
export function exigenceWords(etape: Etape, libelleOf: (fait: string) => string): string | null {
  const { nature, exigence } = etape;
  if (isChoice(etape)) return 'Jusque-là, ce certificat ne peut être ni retiré, ni installé, ni renouvelé.';
  if (isSuspended({ nature, exigence })) return 'Attend que soit levé, ailleurs, ce qui la bloque.';
  const { degre, parmi, seulementSi } = exigence;
  if (degre === 'obligatoire') return parmi.length > 1 ? 'L’un ou l’autre des actes proposés suffit.' : null;
  if (nature === 'recommandee') return 'Conseillée par la procédure, ne bloque rien.';
  if (degre === 'facultative') return 'Sans effet sur la suite.';
  const uses = seulementSi.map(
    ({ fait, quand }) => `« ${libelleOf(fait)} »${quand === null ? '' : `, ${whenWords(quand)}`}`,
  );
  return uses.length > 0 ? `Seulement si l’on veut ${listed(uses)}.` : null;
}

/** « si le mandataire signe », « avec contrat actif ». */
function whenWords(quand: string): string {
  return /^(?:le|la|les|l’)(?: |\b)/.test(quand) ? `si ${quand}` : `avec ${quand}`;
}

/** What must be done, where no way to the end is open. */
function isSuspended({ nature, exigence }: Pick<Etape, 'nature' | 'exigence'>): boolean {
  return nature === 'obligatoire' && exigence.degre === 'facultative';
}

/** « depuis aujourd’hui », « depuis hier », « depuis 12 jours ». */
export function sinceWords({ jours }: Delai): string {
  if (jours === 0) return 'depuis aujourd’hui';
  return jours === 1 ? 'depuis hier' : `depuis ${jours} jours`;
}

/** « aujourd’hui », « hier », « il y a 12 jours ». */
export function agoWords({ jours }: Delai): string {
  if (jours === 0) return 'aujourd’hui';
  return jours === 1 ? 'hier' : `il y a ${jours} jours`;
}

/** « en retard de 3 jours »; null when it is not. */
export function lateWords({ retard }: Delai): string | null {
  return retard > 0 ? `En retard de ${plural(retard, 'jour')}` : null;
}

/** « a, b et c ». */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} et ${last}` : last;
}
