import { type Chart, type Etat, inWords, type Transition } from '../../chart.ts';
import { isWithin, nameOf } from '../nesting.ts';
import { arrivalOf, labelIn, movesOf, wayOf } from './lecture.ts';
import { flow, node, type Part } from './noeud.ts';

/** What happens whatever the step: an event sub-process, whose end says where the process goes on. */
export function restartsOf(chart: Chart, region: Etat): Part[] {
  const moved = new Set(chart.etats.flatMap((etat) => movesOf(chart, etat)));
  const left = chart.transitions.filter(
    (transition) =>
      isWithin(transition.de, region.id) &&
      chart.etats.find(({ id }) => id === transition.de)?.acteur === null &&
      transition.fait !== null &&
      !transition.sansCible &&
      !moved.has(transition),
  );
  return [...Map.groupBy(left, ({ fait }) => fait as string)].map(([fait, some]) =>
    restartOf(chart, region, fait, some),
  );
}

function restartOf(chart: Chart, region: Etat, fait: string, some: readonly Transition[]): Part {
  const box = `${nameOf(region.id)}_${fait.replace('.', '_')}`;
  const libelle = some[0]?.libelle ?? fait;
  const start = {
    ...node(`${box}_debut`, 'startEvent', libelle),
    fait: { type: fait, voie: wayOf(chart, fait) },
    hote: box,
  };
  const ends = [...Map.groupBy(some, ({ de, vers }) => labelIn(chart, arrivalOf(chart, vers, de)))].map(
    ([where, ways], rank) => ({
      ...node(`${box}_fin_${rank}`, 'endEvent', `Reprise : ${where}`),
      notes: ways.map(
        (way) => `Depuis « ${labelIn(chart, way.de)} »${way.condition ? `, si ${inWords(way.condition)}` : ''}`,
      ),
      hote: box,
    }),
  );
  const split = ends.length > 1 ? { ...node(`${box}_choix`, 'inclusiveGateway', ''), hote: box } : null;
  const from = split?.id ?? start.id;
  return {
    noeuds: [node(box, 'subProcess', `À toute étape : ${libelle}`), start, ...(split ? [split] : []), ...ends],
    flux: [...(split ? [flow(start.id, split.id)] : []), ...ends.map((end) => flow(from, end.id))],
  };
}
