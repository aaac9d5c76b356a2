import { createHash } from 'node:crypto';
import type { Adjacencies } from '../adjacency.ts';
import { type Certificate, findings, provesToday } from '../certificate.ts';
import { wordsOf } from '../lexicon.ts';
import { type Adjacency, transitionsIn } from '../traced.ts';
import { familyInvariants } from './claims.ts';
import { type Scene, walkScene } from './scene.ts';

const methode =
  'Parcours en largeur de tous les états d’une famille, par la décision même du service : chaque fait est dit à son membre, avec tout ' +
  'ce qui s’ensuit chez les autres. Deux administrateurs techniques au plus, un certificat et son successeur, ou deux bénéficiaires. Les ' +
  'régions figées sont là où tout ce qui les lit est vrai : les libérer ne peut que refuser davantage. Ce qui n’est pas dit, et pourquoi, ' +
  'est écrit avec chaque famille.';

/** The graph of a scene, as its claims and their reader want it. */
export function sceneGraphs(scene: Scene): Adjacencies {
  return {
    ensemble: walkScene(scene),
    aPart: nothing,
    ecrit: { transitions: [], initiaux: [], refus: {}, valeurs: {} },
  };
}

/** Checks what a family promises over its graph; a claim whose words mean nothing there is a bug, and throws. */
export function certifyScene(scene: Scene, graphs: Adjacencies, sources: string): Certificate {
  const { ensemble } = graphs;
  const claimed = claimsOf(scene);
  const [states, facts] = [new Set(ensemble.etats.flat()), new Set(ensemble.faits.map(({ type }) => type))];
  const unknown = claimed.flatMap(({ id, proposition }) =>
    wordsOf(proposition)
      .filter(({ mot, est }) => (est === 'etat' && !states.has(mot)) || (est === 'fait' && !facts.has(mot)))
      .map(({ mot, est }) => `${est} ${mot} (${id})`),
  );
  if (unknown.length > 0) throw new Error(`Nothing in ${scene.id} is called: ${unknown.join('; ')}`);
  const [etats, transitions] = [ensemble.etats.length, transitionsIn(ensemble)];
  return {
    procedure: scene.id,
    version: 1,
    definition: createHash('sha256')
      .update(JSON.stringify([scene.debut, scene.figees, scene.omis]))
      .digest('hex'),
    sources,
    etats,
    transitions,
    produit: { regions: [], etats, transitions },
    methode,
    invariants: findings(claimed, graphs, 'ensemble'),
  };
}

/** Whether a certificate is of that family and of those sources, and says that it proves all that is claimed today. */
export function isSceneCurrent(scene: Scene, certificate: Certificate | null, sources: string): boolean {
  return provesToday(certificate, claimsOf(scene), sources);
}

function claimsOf({ id }: Scene) {
  return familyInvariants[id] ?? [];
}

const none = new Int32Array(0);
/** One state from which nothing leads. */
const nothing: Adjacency = {
  etats: [[]],
  faits: [],
  lots: [],
  aretes: { nombre: 0, de: none, vers: none, lot: none, dits: none, contexte: none },
  dits: [],
  contextes: [],
  explores: 1,
  complet: true,
};
