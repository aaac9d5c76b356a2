import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import type { Procedure } from '../../../../machines/procedure.ts';
import { tellSource } from '../../../../machines/source.ts';
import { acteurs } from '../../../../machines/step.ts';
import type { Chart } from '../../chart.ts';
import { childrenOf, nameOf } from '../words.ts';
import { bassinOf } from './bassin.ts';
import { type Cadre, type Disposition, disposer } from './disposition.ts';
import { type Flux, holderOf, type Noeud } from './noeud.ts';
import { type Processus, processusOf } from './processus.ts';
import { recitOf } from './recit.ts';

type Made = ReadonlyMap<string, ModdleElement>;

const moddle = new BpmnModdle();

/**
 * BPMN 2.0 with its drawing: a pool per region, a task per step, an event per fact awaited. It is a reading of the machine, not the machine: what
 * it cannot say is told in its own documentation.
 */
export async function toBpmn(chart: Chart): Promise<string> {
  const processus = childrenOf(chart, null).map((region) => processusOf(chart, region));
  const dispositions = await disposer(processus);
  const shared = sharedOf(processus);
  const pools = processus.map((one) => poolOf(one, shared));
  const collaboration = moddle.create('bpmn:Collaboration', {
    id: 'collaboration',
    documentation: [
      documentation(`${chart.titre} (${tellSource(chart.source)}), version ${chart.version}.`),
      ...limites.map(documentation),
    ],
    participants: pools.map(({ participant }) => participant),
  });
  const drawn = pools.flatMap(({ participant, made }, rank) =>
    dessiner({
      participant,
      made,
      processus: processus[rank] as Processus,
      disposition: dispositions[rank] as Disposition,
    }),
  );
  const processes = pools.map(({ process }) => process);
  const { procedure: id, version, titre } = chart;
  return written({ id, version, titre }, { collaboration, processes, drawn, shared: [...shared.values()] });
}

/** What a file of BPMN holds. */
interface Written {
  collaboration: ModdleElement;
  processes: readonly ModdleElement[];
  shared: readonly ModdleElement[];
  drawn: readonly ModdleElement[];
}

async function written(
  { id, version, titre }: Pick<Procedure, 'id' | 'version' | 'titre'>,
  { collaboration, processes, shared, drawn }: Written,
): Promise<string> {
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'plan', bpmnElement: collaboration, planeElement: drawn });
  const definitions = moddle.create('bpmn:Definitions', {
    id: nameOf(id),
    name: titre,
    targetNamespace: `urn:parcours-igc:${id}:${version}`,
    exporter: 'Parcours IGC',
    rootElements: [...shared, collaboration, ...processes],
    diagrams: [moddle.create('bpmndi:BPMNDiagram', { id: 'dessin', plane })],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

const limites = [
  'Chaque région de la machine est un participant : BPMN n’a pas d’états actifs ensemble dans un même processus.',
  'Une condition qui lit une autre région (« contrat actif ») est écrite sur le flux, mais rien dans le dessin ne la relie à cette région.',
  'Ce qui arrive à toute étape est un sous-processus événementiel ; il ne peut renvoyer à l’étape où la machine reprend : sa fin la nomme.',
  'Un fait qui ne change pas d’étape est dit dans la documentation de l’étape.',
  'Une étape acquise n’est pas une fin : le processus y attend ce qui la remettrait en cause.',
];

/** What several processes name: the facts, as messages or signals. */
function sharedOf(processus: readonly Processus[]): Map<string, ModdleElement> {
  const noeuds = processus.flatMap((one) => one.noeuds);
  const facts = noeuds.flatMap(({ fait }) => (fait && fait.voie !== 'timer' ? [fait] : []));
  return new Map(
    facts.map(({ type, voie }) => {
      const kind = voie === 'signal' ? 'bpmn:Signal' : 'bpmn:Message';
      return [type, moddle.create(kind, { id: `fait_${type.replace('.', '_')}`, name: type })];
    }),
  );
}

function poolOf({ id, nom, notes, noeuds, flux }: Processus, shared: Made) {
  const made = new Map<string, ModdleElement>();
  for (const noeud of noeuds) made.set(noeud.id, elementOf(noeud, shared));
  for (const one of flux) made.set(one.id, sequenceFlow(one, made));
  for (const { id: own, genre, hote } of noeuds)
    if (genre === 'boundaryEvent') get(made, own)['attachedToRef'] = get(made, hote ?? '');
  const inside = (host: string | null) =>
    [...noeuds, ...flux].filter((one) => hostOf(one, noeuds) === host).map((one) => get(made, one.id));
  for (const { id: own, genre } of noeuds) if (genre === 'subProcess') get(made, own)['flowElements'] = inside(own);
  const process = moddle.create('bpmn:Process', {
    id: `processus_${id}`,
    name: nom,
    isExecutable: false,
    documentation: notes.map(documentation),
    flowElements: inside(null),
  });
  return {
    made,
    process,
    participant: moddle.create('bpmn:Participant', { id: `region_${id}`, name: nom, processRef: process }),
  };
}

/** The sub-process that holds a node or a flow. */
function hostOf(one: Noeud | Flux, noeuds: readonly Noeud[]): string | null {
  const noeud = 'genre' in one ? one : noeuds.find(({ id }) => id === one.de);
  return noeud ? holderOf(noeud) : null;
}

/** Who acts is told in words: engines fail on a performer. */
function elementOf({ id, genre, nom, notes: told, acteur, fait }: Noeud, shared: Made): ModdleElement {
  const notes = acteur ? [`Qui agit : ${acteurs[acteur]}.`, ...told] : told;
  return moddle.create(`bpmn:${genre.replace(/^./, (letter) => letter.toUpperCase())}`, {
    id,
    ...(nom !== '' && { name: nom }),
    ...(notes.length > 0 && { documentation: notes.map(documentation) }),
    ...(genre === 'subProcess' && { triggeredByEvent: true }),
    ...(fait && { eventDefinitions: [triggerOf(fait, nom, shared)] }),
  });
}

function triggerOf({ type, voie }: NonNullable<Noeud['fait']>, nom: string, shared: Made): ModdleElement {
  if (voie === 'timer') return moddle.create('bpmn:TimerEventDefinition', { timeDate: expression(nom) });
  if (voie === 'signal') return moddle.create('bpmn:SignalEventDefinition', { signalRef: get(shared, type) });
  return moddle.create('bpmn:MessageEventDefinition', { messageRef: get(shared, type) });
}

function sequenceFlow({ id, de, vers, nom, condition }: Flux, made: Made): ModdleElement {
  const [sourceRef, targetRef] = [get(made, de), get(made, vers)];
  const flow = moddle.create('bpmn:SequenceFlow', {
    id,
    sourceRef,
    targetRef,
    ...(nom !== '' && { name: nom }),
    ...(condition && { conditionExpression: expression(condition) }),
  });
  for (const [end, side] of [
    [sourceRef, 'outgoing'],
    [targetRef, 'incoming'],
  ] as const) {
    end[side] = [...((end[side] as ModdleElement[] | undefined) ?? []), flow];
  }
  return flow;
}

/** In French: nobody evaluates it. */
function expression(body: string): ModdleElement {
  return moddle.create('bpmn:FormalExpression', { language: 'urn:parcours-igc:francais', body });
}

function documentation(text: string): ModdleElement {
  return moddle.create('bpmn:Documentation', { text });
}

function get(made: Made, id: string): ModdleElement {
  const found = made.get(id);
  if (!found) throw new Error(`The process holds no ${id}`);
  return found;
}

interface Pool {
  participant: ModdleElement;
  /** The elements of the process, by id. */
  made: ReadonlyMap<string, ModdleElement>;
  processus: Pick<Processus, 'noeuds' | 'flux'>;
  disposition: Disposition;
}

/** The story as BPMN 2.0 with its drawing: one pool, a lane per actor. */
export function toBpmnStory(procedure: Procedure): Promise<string> {
  const recit = recitOf(procedure);
  const { cadre, couloirs, cadres, coudes, etiquettes } = bassinOf(recit);
  const made = new Map<string, ModdleElement>();
  for (const { noeud } of recit.places) made.set(noeud.id, elementOf(noeud, new Map()));
  for (const one of recit.flux) made.set(one.id, sequenceFlow(one, made));
  const lanes = couloirs.map(({ id, titre, noeuds }) =>
    moddle.create('bpmn:Lane', { id: `couloir_${id}`, name: titre, flowNodeRef: noeuds.map((one) => get(made, one)) }),
  );
  const process = moddle.create('bpmn:Process', {
    id: 'recit',
    name: recit.titre,
    isExecutable: false,
    laneSets: [moddle.create('bpmn:LaneSet', { id: 'couloirs', lanes })],
    flowElements: [...made.values()],
  });
  const participant = moddle.create('bpmn:Participant', { id: 'bassin', name: recit.titre, processRef: process });
  const told = 'Le chemin sans incident, tel que le récit le dit ; les incidents sont dans la machine entière.';
  const collaboration = moddle.create('bpmn:Collaboration', {
    id: 'collaboration',
    documentation: [documentation(`${procedure.titre}, version ${procedure.version}. ${told}`)],
    participants: [participant],
  });
  const drawn = dessiner({
    participant,
    made,
    processus: { noeuds: recit.places.map(({ noeud }) => noeud), flux: recit.flux },
    disposition: { cadre, cadres, coudes, etiquettes },
  });
  const laneShapes = couloirs.map(({ id, cadre: bounds }, rank) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `couloir_${id}_di`,
      bpmnElement: lanes[rank],
      isHorizontal: true,
      bounds: moddle.create('dc:Bounds', bounds),
    }),
  );
  return written(procedure, { collaboration, processes: [process], drawn: [...drawn, ...laneShapes], shared: [] });
}

/** The shapes and edges of a pool, as BPMN DI. */
function dessiner({ participant, made, processus, disposition }: Pool): ModdleElement[] {
  const { cadre, cadres, etiquettes, coudes } = disposition;
  const shapes = processus.noeuds.map(({ id, genre }) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${id}_di`,
      bpmnElement: made.get(id),
      bounds: bounds(cadres.get(id)),
      ...label(id),
      ...(genre === 'subProcess' && { isExpanded: true }),
      ...(genre === 'exclusiveGateway' && { isMarkerVisible: true }),
    }),
  );
  const edges = processus.flux.map(({ id }) =>
    moddle.create('bpmndi:BPMNEdge', {
      id: `${id}_di`,
      bpmnElement: made.get(id),
      ...label(id),
      waypoint: (coudes.get(id) ?? []).map((point) => moddle.create('dc:Point', point)),
    }),
  );
  const frame = { id: `${participant.id}_di`, bpmnElement: participant, bounds: bounds(cadre), isHorizontal: true };
  return [moddle.create('bpmndi:BPMNShape', frame), ...shapes, ...edges];

  function bounds(rect: Cadre | undefined): ModdleElement {
    if (!rect) throw new Error('Every node is laid out');
    return moddle.create('dc:Bounds', rect);
  }

  function label(id: string) {
    const rect = etiquettes.get(id);
    return rect ? { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(rect) }) } : {};
  }
}
