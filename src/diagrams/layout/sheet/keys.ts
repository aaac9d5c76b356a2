import { type Acteur, acteurs, type Nature, natures } from '../../../../machines/step.ts';
import type { Etat, Transition } from '../../chart.ts';
import type { Key } from './legend.ts';

const SAME_TIME = 'Toutes les régions avancent en même temps.';
const AT = 'AT : administrateur technique.';

/** The key of a picture of every step and fact; `buses` are lines that join. */
export function fullKey(etats: readonly Etat[], transitions: readonly Transition[], buses: boolean): Key {
  const isPaused = transitions.some(({ ouvert }) => ouvert !== null);
  const paused = ' ; que le dossier soit ouvert l’est presque toujours, et n’est pas répété';
  return {
    ...actorsOf(etats),
    natures: (Object.keys(natures) as Nature[]).filter((id) => etats.some(({ nature }) => nature === id)),
    hasFinale: etats.some(({ genre }) => genre === 'finale'),
    lignes: [['fait enregistré par qui agit', 'fait'], ...(transitions.some(({ derive }) => derive) ? DERIVED : [])],
    phrases: [
      `Point noir : départ. Boucle : fait reçu sans changer d’étape.${buses ? ' Point sur une ligne : flèches qui se rejoignent.' : ''}`,
      `Sous chaque nom : numéro, nature, formulaire, passage (§) s’il n’est pas celui du cadre. ${SAME_TIME}`,
      `[condition] : ce que le fait demande${isPaused ? paused : ''}. ${AT}`,
    ],
  };
}

const DERIVED: Key['lignes'] = [['fait qu’amène le calendrier, un autre dossier ou la fin d’un état', 'derive']];

/** The key of an overview. */
export function overviewKey(etats: readonly Etat[], hasConditions: boolean): Key {
  const asked: Key['lignes'] = [['condition : ce qu’une région doit atteindre pour que l’autre avance', 'condition']];
  return {
    ...actorsOf(etats),
    natures: [],
    hasFinale: false,
    lignes: [['fait qui mène d’une phase à une autre', 'fait'], ...(hasConditions ? asked : [])],
    phrases: [`Chaque cadre : qui y agit, combien d’étapes, ce qui est visé. ${SAME_TIME} ${AT}`],
  };
}

/** The key of paths side by side. */
export function comparisonKey(etats: readonly Etat[]): Key {
  return {
    ...actorsOf(etats),
    natures: [],
    hasFinale: false,
    lignes: [['phases qui se suivent', 'fait']],
    phrases: [
      `≠ et trait épais : ce qui diffère d’un parcours à l’autre. Cadre pointillé : sans objet. ${SAME_TIME} ${AT}`,
    ],
  };
}

function actorsOf(etats: readonly Etat[]): { acteurs: Acteur[] } {
  const present = new Set(etats.map(({ acteur }) => acteur));
  return { acteurs: (Object.keys(acteurs) as Acteur[]).filter((id) => present.has(id)) };
}
