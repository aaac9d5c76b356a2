import { tellSource } from '../../../../machines/source.ts';
import { type Chart, type Etat, inWords, type Transition } from '../../chart.ts';
import { childrenOf, detailsOf, entered, isWithin, labelOf, nameOf } from '../words.ts';
import {
  arrivalOf,
  type Flux,
  flow,
  labelIn,
  movesOf,
  type Noeud,
  node,
  nodeOf,
  type Part,
  parallelAround,
  wayOf,
} from './noeud.ts';

/** A region as a BPMN process. */
export interface Processus extends Part {
  id: string;
  nom: string;
  notes: string[];
}

/** A region as a process: a step is a task, a wait is an event, and a fact leads from one to the next. */
export function processusOf(chart: Chart, region: Etat): Processus {
  const within = chart.etats.filter(({ id }) => isWithin(id, region.id));
  const parts = [
    startOf(chart, region),
    ...within.filter(({ genre }) => genre === 'parallele').map((etat) => parallelOf(chart, etat)),
    ...within.filter(({ acteur }) => acteur !== null).map((etat) => stepOf(chart, etat)),
    ...restartsOf(chart, region),
  ];
  return {
    id: nameOf(region.id),
    nom: region.libelle,
    notes: [tellSource(region.source), ...staysIn(chart, region)],
    noeuds: parts.flatMap(({ noeuds }) => noeuds),
    flux: parts.flatMap(({ flux }) => flux),
  };
}

function startOf(chart: Chart, { id }: Etat): Part {
  const start = `${nameOf(id)}_debut`;
  return { noeuds: [node(start, 'startEvent', '')], flux: [flow(start, nodeOf(chart, id))] };
}

/** Which of the parts remain to be done depends on how it is entered: the gateways are inclusive. */
function parallelOf(chart: Chart, { id, libelle }: Etat): Part {
  const [opens, joins] = [nameOf(id), `${nameOf(id)}_reunion`];
  const firsts = childrenOf(chart, id).flatMap((child) => entered(chart, child.id));
  const done = chart.transitions.filter(({ de, fait }) => de === id && fait === null);
  return {
    noeuds: [node(opens, 'inclusiveGateway', libelle), node(joins, 'inclusiveGateway', '')],
    flux: [
      ...firsts.map((first) => flow(opens, nameOf(first.id))),
      ...done.map((transition) => ({ ...flowOf(chart, transition, joins), condition: null })),
    ],
  };
}

function stepOf(chart: Chart, etat: Etat): Part {
  const { id, libelle, acteur, nature, genre } = etat;
  const moves = movesOf(chart, etat);
  const own = { notes: [...detailsOf(etat), ...staysIn(chart, etat)], acteur };
  if (genre === 'finale' && parallelAround(chart, id)) return { noeuds: [], flux: [] };
  if (moves.length === 0) return { noeuds: [{ ...node(nameOf(id), 'endEvent', libelle), ...own }], flux: [] };
  const title = [libelle, detailsOf({ ...etat, nature: null }).join(' · ')].join('\n');
  if (nature === 'attente' || nature === 'acquise') return waitOf(chart, { ...etat, libelle: title }, own.notes);
  return taskOf(chart, { ...node(nameOf(id), 'userTask', title), ...own }, etat);
}

function taskOf(chart: Chart, task: Noeud, etat: Etat): Part {
  const moves = movesOf(chart, etat);
  const isTimer = ({ fait }: Transition) => fait !== null && etat.echeances.includes(fait);
  const timers = moves.filter(isTimer).map((move) => {
    const event = { ...eventOf(chart, etat, move), genre: 'boundaryEvent' as const, hote: task.id };
    return { noeuds: [event], flux: [{ ...flowOf(chart, move, event.id), nom: '' }] };
  });
  const acts = moves.filter((move) => !isTimer(move));
  const choice = acts.length > 1 ? node(`${task.id}_choix`, 'exclusiveGateway', '') : null;
  return {
    noeuds: [task, ...(choice ? [choice] : []), ...timers.flatMap(({ noeuds }) => noeuds)],
    flux: [
      ...(choice ? [flow(task.id, choice.id)] : []),
      ...acts.map((move) => ({ ...flowOf(chart, move, choice?.id ?? task.id), nom: nameAmong(acts, move) })),
      ...timers.flatMap(({ flux }) => flux),
    ],
  };
}

/** With its conditions where the fact alone does not tell which way is taken. */
function nameAmong(moves: readonly Transition[], move: Transition): string {
  return moves.filter(({ fait }) => fait === move.fait).length > 1 ? labelOf(move) : move.libelle;
}

function waitOf(chart: Chart, etat: Etat, notes: string[]): Part {
  const { id, libelle, acteur } = etat;
  const moves = movesOf(chart, etat);
  const [only] = moves;
  if (only && moves.length === 1) {
    const wait = { ...node(nameOf(id), 'receiveTask', libelle), notes, acteur };
    return { noeuds: [wait], flux: [flowOf(chart, only, wait.id)] };
  }
  const gateway = { ...node(nameOf(id), 'eventBasedGateway', libelle), notes, acteur };
  const events = moves.map((move) => ({ move, event: eventOf(chart, etat, move) }));
  return {
    noeuds: [gateway, ...events.map(({ event }) => event)],
    flux: events.flatMap(({ move, event }) => [
      flow(gateway.id, event.id),
      { ...flowOf(chart, move, event.id), nom: '', condition: null },
    ]),
  };
}

function staysIn({ transitions }: Chart, { id }: Etat): string[] {
  const stays = transitions.filter(({ de, vers, sansCible }) => de === id && (sansCible || vers === id));
  return stays.map(({ libelle }) => `Sans changer d’étape : ${libelle}`);
}

function eventOf(
  chart: Chart,
  { id, echeances }: Etat,
  { id: transition, fait, libelle, condition }: Transition,
): Noeud {
  const type = fait ?? '';
  const voie = echeances.includes(type) ? 'timer' : wayOf(chart, type);
  const notes = condition ? [`Si ${inWords(condition)}`] : [];
  return {
    ...node(`${nameOf(id)}_fait_${transition.split('#')[1]}`, 'intermediateCatchEvent', libelle),
    notes,
    fait: { type, voie },
  };
}

function flowOf(chart: Chart, { id, de, vers, fait, libelle, condition }: Transition, from: string): Flux {
  return {
    ...flow(from, nodeOf(chart, vers, de)),
    id: `${from}_flux_${id.split('#')[1]}`,
    nom: fait === null ? '' : libelle,
    condition: condition && inWords(condition),
  };
}

/** What happens whatever the step: an event sub-process, whose end says where the process goes on. */
function restartsOf(chart: Chart, region: Etat): Part[] {
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
