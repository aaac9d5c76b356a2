import type { Acteur } from '../../../../machines/step.ts';

/** What a node of a process is, in the words of BPMN. */
export type Genre =
  | 'startEvent'
  | 'endEvent'
  | 'userTask'
  | 'receiveTask'
  | 'exclusiveGateway'
  | 'eventBasedGateway'
  | 'inclusiveGateway'
  | 'intermediateCatchEvent'
  | 'boundaryEvent'
  | 'subProcess';

/** A node of a process. */
export interface Noeud {
  id: string;
  genre: Genre;
  nom: string;
  notes: string[];
  acteur: Acteur | null;
  /** The fact that an event waits for, and how it comes. */
  fait: { type: string; voie: 'message' | 'signal' | 'timer' } | null;
  /** The node that holds it, or to whose border it hangs; null for the process itself. */
  hote: string | null;
}

/** The sub-process that holds a node; null for the process itself. What hangs to a border is beside it. */
export function holderOf({ genre, hote }: Noeud): string | null {
  return genre === 'boundaryEvent' ? null : hote;
}

/** What leads from one node to another. */
export interface Flux {
  id: string;
  de: string;
  vers: string;
  nom: string;
  condition: string | null;
}

/** Nodes, and what leads from them. */
export interface Part {
  noeuds: Noeud[];
  flux: Flux[];
}

/** A flow without a name. */
export function flow(de: string, vers: string): Flux {
  return { id: `${de}_vers_${vers}`, de, vers, nom: '', condition: null };
}

/** A node of which nothing more is said. */
export function node(id: string, genre: Genre, nom: string): Noeud {
  return { id, genre, nom, notes: [], acteur: null, fait: null, hote: null };
}
