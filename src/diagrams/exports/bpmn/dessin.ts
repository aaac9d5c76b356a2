import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { Cadre, Disposition } from './disposition.ts';
import type { Processus } from './processus.ts';

interface Pool {
  participant: ModdleElement;
  /** The elements of the process, by id. */
  made: ReadonlyMap<string, ModdleElement>;
  processus: Processus;
  disposition: Disposition;
}

/** The shapes and edges of a pool, as BPMN DI. */
export function dessiner(moddle: BpmnModdle, { participant, made, processus, disposition }: Pool): ModdleElement[] {
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
