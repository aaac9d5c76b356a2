import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchesState, type StateValue } from 'xstate';
import { distanceTables } from '../../machines/distances/index.ts';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { buildDistanceTable } from '../../scripts/tables/distances.ts';
import { type Graph, walk } from '../../scripts/walk/graph.ts';
import type { DistanceTable } from '../../src/engine/graph/distance-table.ts';
import { childOf, openingDistance } from '../../src/engine/graph/distances.ts';
import { descendants, setAside } from '../../src/engine/graph/independence.ts';
import { isPlanned } from '../../src/engine/graph/planned.ts';
import { pathOf } from '../../src/engine/state-info.ts';

/** A procedure with the graph of what its regions decide together, and that of what a walk may set aside. */
interface Model {
  procedure: Procedure;
  graph: Graph;
  aside: Graph;
}

const isIn = (value: StateValue, part: StateValue) => matchesState(part, value);

/** §4, §5, §6 — what holds whenever each fact that commits the establishment is taken. */
const prerequis: Record<string, (value: StateValue) => boolean> = {
  'formulaire413.signe': (value) =>
    isIn(value, { contrat: 'actif' }) &&
    (isIn(value, { carteResponsable: 'active' }) || isIn(value, { mandataire: 'actif' })),
  'formulaire413.transmis': (value) =>
    isIn(value, { contrat: 'actif' }) &&
    isIn(value, { administrateurTechnique: 'actif' }) &&
    !isIn(value, { coordination: 'aContacter' }),
  'habilitation.accordee': (value) =>
    isIn(value, { formulaire413: 'enInstruction' }) && isIn(value, { contrat: 'actif' }),
  'certificat.demande': (value) =>
    isIn(value, { contrat: 'actif' }) &&
    isIn(value, { habilitation: 'accordee' }) &&
    isIn(value, { administrateurTechnique: 'actif' }),
  'certificat.retire': (value) => isIn(value, { administrateur: 'disponible' }),
  'certificat.installe': (value) => isIn(value, { administrateur: 'disponible' }),
  'certificat.renouvele': (value) =>
    isIn(value, { administrateur: 'disponible' }) &&
    isIn(value, { commande: 'ouverte' }) &&
    isIn(value, { vie: 'installe' }),
};

/** §5, §6, A20 — the only fact that leads into each phase. */
const entrees: [phase: StateValue, fact: string][] = [
  [{ formulaire413: 'aTransmettre' }, 'formulaire413.signe'],
  [{ formulaire413: 'attenteReception' }, 'formulaire413.transmis'],
  [{ formulaire413: 'accorde' }, 'habilitation.accordee'],
  [{ habilitation: 'accordee' }, 'habilitation.accordee'],
  [{ vie: { clos: 'renouvele' } }, 'successeur.installe'],
];

/** Declares what must hold over the whole graph of a procedure. */
export function describeModel(id: string): void {
  describe(`every state of ${id}`, { timeout: 180_000 }, () => {
    let model: Model;
    beforeAll(() => {
      model = explore(id);
      console.info(`${id} : ${sizeOf(model)}`);
    }, 180_000);

    test('is reached', () => {
      expect(neverReached(model)).toEqual([]);
    });

    test('leads to the end by acts alone', () => {
      expect(deadEnds(model)).toEqual([]);
    });

    test('is found by facts of which each is taken somewhere', () => {
      expect(neverTaken(model)).toEqual([]);
    });

    test('has what §4, §5 and §6 ask before it commits to more', () => {
      expect(breaches(model)).toEqual([]);
    });

    test('is as far from the end as the committed table says', () => {
      const committed = distanceTables.find(({ procedure }) => procedure === id) as DistanceTable;
      expect(legible(committed)).toEqual(legible(rebuild(model)));
    });
  });
}

/** What was set aside multiplies the rest; while it pauses the rest, only derived facts move that one. */
export function wholeSize({ procedure: { facts, pause }, graph, aside }: Model) {
  const isPaused = (value: StateValue) => pause !== null && !isIn(value, { [pause.region]: 'ouvert' });
  const paused = aside.values.filter(isPaused).length;
  const derived = graph.edges.filter(({ event }) => facts[event.type]?.derive).length;
  return {
    etats: graph.keys.length * aside.keys.length,
    transitions:
      graph.keys.length * aside.edges.length + (aside.keys.length - paused) * graph.edges.length + paused * derived,
  };
}

/** Walks a procedure, and apart what a walk may set aside. */
export function explore(id: string): Model {
  const procedure = findProcedure(id);
  if (!procedure) throw new Error(`No procedure is called ${id}`);
  const set = setAside(procedure);
  const others = new Set(Object.keys(procedure.facts).filter((type) => !set.has(type)));
  return { procedure, graph: walk(procedure, set), aside: walk(procedure, others) };
}

function sizeOf(model: Model): string {
  const { graph, aside } = model;
  const { etats, transitions } = wholeSize(model);
  const walked = `${graph.keys.length} états, ${graph.edges.length} transitions`;
  return aside.keys.length === 1 ? walked : `${walked} ; avec ce qui est indépendant, ${etats} et ${transitions}`;
}

function neverReached({ procedure, graph, aside }: Model): string[] {
  const reached = new Set([...graph.values, ...aside.values].flatMap((value) => leavesOf(value)));
  const leaves = descendants(procedure.machine.root).filter(({ states }) => Object.keys(states).length === 0);
  return leaves.map(pathOf).filter((path) => !reached.has(path));
}

function leavesOf(value: StateValue): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part ?? {}).map((leaf) => `${key}.${leaf}`));
}

/** The states from which no step and no answer leads on to the last fact, or to a complete or closed state (A29). */
function deadEnds({ procedure, graph }: Model): string[] {
  const { facts, objectifs, statut, terme } = procedure;
  const incoming = graph.keys.map((): number[] => []);
  for (const { from, to, event } of graph.edges) if (isPlanned(facts[event.type])) incoming[to]?.push(from);
  const ends = graph.values.flatMap((value, rank) =>
    objectifs.complet(value) || statut(value) === 'clos' ? [rank] : [],
  );
  const last = graph.edges.flatMap(({ from, event }) => (event.type === terme ? [from] : []));
  const leading = new Set([...ends, ...last]);
  for (const rank of leading) for (const from of incoming[rank] ?? []) leading.add(from);
  return graph.keys.filter((_, rank) => !leading.has(rank));
}

function neverTaken({ procedure, graph, aside }: Model): string[] {
  const taken = new Set([...graph.edges, ...aside.edges].map(({ event }) => event.type));
  return procedure.machine.events.filter((type) => procedure.facts[type]?.derive === false && !taken.has(type));
}

function breaches({ graph }: Model): string[] {
  const found = graph.edges.flatMap(({ from, to, event: { type } }) => {
    const [before, after] = [graph.values[from] as StateValue, graph.values[to] as StateValue];
    const isBare = prerequis[type]?.(before) === false;
    const isForced = entrees.some(([phase, fact]) => type !== fact && isIn(after, phase) && !isIn(before, phase));
    return isBare || isForced ? [`${type} from ${graph.keys[from]}`] : [];
  });
  return [...new Set(found)];
}

function rebuild({ procedure, graph }: Model) {
  const costOf = (type: string) => {
    const child = childOf(procedure, type);
    return child && child !== procedure ? openingDistance(child) : 0;
  };
  return buildDistanceTable(procedure, costOf, graph);
}

/** Without what depends on who runs: zlib's own bytes, and the definition, which « generate --check » compares. */
function legible({
  definition: _definition,
  distances,
  ...table
}: Partial<DistanceTable> & ReturnType<typeof rebuild>) {
  const imprints = Object.entries(distances).map(([objectif, text]) => [
    objectif,
    hash('sha256', gunzipSync(Buffer.from(text, 'base64'))),
  ]);
  return { ...table, distances: Object.fromEntries(imprints) };
}
