import type { Procedure } from '../../machines/procedure.ts';
import { descendants } from '../../src/engine/graph/independence.ts';
import type { Adjacencies } from './adjacency.ts';
import type { But, Clause, Contenu, Formule, Invariant, Motif, Saisie, Valeur } from './claim.ts';
import type { Adjacency } from './traced.ts';

/** Tells the words of a claim that name nothing, so that a misspelt one is never taken for something that does not happen. */
export interface Lexicon {
  unknown(invariant: Invariant, graph: Adjacency): string[];
  unknownClause(invariant: Invariant<Clause>): string[];
}

/** Where a word stands in a claim, and what it may name. */
interface Mot {
  mot: string;
  est: 'etat' | 'fait' | 'champ' | 'contexte' | 'dit' | 'garde' | 'valeur';
  /** The facts whose payload the field is of; all of them when there is none. */
  de?: readonly string[] | undefined;
}

/** The words of a procedure: its states, its facts with what they bring, its guards, what it keeps and what it tells. */
export function lexiconOf(procedure: Procedure, { ensemble, ecrit }: Adjacencies): Lexicon {
  const { machine, facts } = procedure;
  const gardes = Object.keys(machine.implementations.guards);
  const paths = descendants(machine.root).map(({ path }) => path.join('.'));
  const statuts = ['enCours', 'enService', 'abandonne', 'clos'].map((statut) => `statut.${statut}`);
  const goals = Object.keys(procedure.objectifs).map((objectif) => `objectif.${objectif}`);
  const etats = new Set([...paths, ...gardes, ...statuts, ...goals, ...told(ensemble)]);
  const known = new Map<Adjacency, ReturnType<typeof fieldsIn>>();

  const fieldsOfGraph = (graph: Adjacency) => {
    const fields = known.get(graph) ?? fieldsIn(graph);
    known.set(graph, fields);
    return fields;
  };
  const written = {
    etat: etats,
    garde: new Set(gardes),
    fait: new Set(Object.keys(facts)),
    valeur: new Set(Object.keys(ecrit.valeurs)),
  };
  const isKnown = ({ mot, est, de }: Mot, graph: Adjacency | null): boolean => {
    if (est in written) return written[est as keyof typeof written].has(mot);
    if (graph === null) return false;
    const fields = fieldsOfGraph(graph);
    if (est === 'contexte' || est === 'dit') return fields[est].has(mot);
    const bringing = fields.champ.get(mot) ?? new Set();
    return de ? de.every((type) => bringing.has(type)) : bringing.size > 0;
  };
  const tell = (id: string, words: readonly Mot[], graph: Adjacency | null) =>
    words.filter((word) => !isKnown(word, graph)).map(({ mot, est }) => `${est} ${mot} (${id})`);
  return {
    unknown: ({ id, proposition }, graph) => (graph.complet ? tell(id, wordsOf(proposition), graph) : []),
    unknownClause: ({ id, proposition }) => tell(id, clauseWords(proposition), null),
  };
}

/** The facts that children are told somewhere, and what guards say there of a day to come. */
function told({ etats }: Adjacency): Set<string> {
  return new Set(etats.flatMap((etat) => etat.filter((word) => word.startsWith('relais.') || / le \d/.test(word))));
}

/** Every word of a claim, with what it may name. */
export function wordsOf(claim: Invariant['proposition']): Mot[] {
  switch (claim.forme) {
    case 'chaque': {
      const { fait, si, depuis, vers, saisies = [] } = claim;
      return [
        ...inMotif(fait),
        ...[si, depuis, vers].flatMap(inFormule),
        ...saisies.flatMap((saisie) => inSaisie(saisie, fait.faits)),
      ];
    }
    case 'conduit':
      return [...inFormule(claim.si), ...inMotif(claim.fait), ...inFormule(claim.vers)];
    case 'jamais':
      return inMotif(claim.fait);
    case 'toujours':
      return [claim.si, claim.alors].flatMap(inFormule);
    case 'passe':
      return [...inBut(claim.but), ...inMotif(claim.par), ...(claim.apres ? inMotif(claim.apres) : [])];
    case 'mene':
      return [...[claim.si, claim.vers].flatMap(inFormule), ...(claim.sans ? inMotif(claim.sans) : [])];
    case 'vivant':
      return inFormule(claim.sauf);
    case 'couvre':
      return [...claim.etats.map((mot): Mot => ({ mot, est: 'etat' })), ...inMotif({ faits: claim.faits })];
    case 'indifferent':
      return [...claim.gardes.map((mot): Mot => ({ mot, est: 'garde' })), ...inFormule(claim.si)];
    case 'obligatoires':
      return [...inBut(claim.but), ...inMotif(claim.sans)];
    case 'retient':
      return [
        ...inMotif(claim.fait),
        ...inFormule(claim.si),
        ...inContenu(claim.contexte, 'contexte', claim.fait.faits),
      ];
    case 'dit': {
      const { fait, si, puis, dits } = claim;
      return [
        ...inMotif(fait),
        ...[si, puis].flatMap(inFormule),
        ...dits.flatMap((dit) => inContenu(dit, 'dit', fait.faits)),
      ];
    }
  }
}

function clauseWords(claim: Clause): Mot[] {
  switch (claim.forme) {
    case 'fige':
      return [
        { mot: claim.etat, est: 'etat' },
        ...inMotif({ faits: [claim.par, ...(claim.leve === null ? [] : [claim.leve])] }),
      ];
    case 'demande':
      return [...inMotif({ faits: claim.faits }), ...inFormule(claim.si)];
    case 'agit':
    case 'exige':
      return inMotif({ faits: claim.faits });
    case 'vaut':
      return Object.keys(claim.valeurs).map((mot) => ({ mot, est: 'valeur' }));
  }
}

function inFormule(formule: Formule | undefined): Mot[] {
  if (formule === undefined) return [];
  if (typeof formule === 'string') return [{ mot: formule, est: 'etat' }];
  if ('non' in formule) return inFormule(formule.non);
  return ('et' in formule ? formule.et : formule.ou).flatMap(inFormule);
}

function inMotif({ faits = [], sauf = [], saisie = {} }: Motif): Mot[] {
  const types = [...faits, ...sauf].map((mot): Mot => ({ mot, est: 'fait' }));
  return [...types, ...inSaisie(saisie, faits.length > 0 ? faits : undefined)];
}

function inSaisie(saisie: Saisie, de: readonly string[] | undefined): Mot[] {
  return Object.keys(saisie).map((mot) => ({ mot, est: 'champ', de }));
}

function inBut(but: But): Mot[] {
  return 'etat' in but ? inFormule(but.etat) : inMotif(but.fait);
}

function inContenu(contenu: Contenu, est: 'contexte' | 'dit', de: readonly string[] | undefined): Mot[] {
  return Object.entries(contenu).flatMap(([mot, value]) => [{ mot, est }, ...inValeur(value, de)]);
}

function inValeur(value: Valeur, de: readonly string[] | undefined): Mot[] {
  if (value === null || typeof value !== 'object') return [];
  return 'saisie' in value ? [{ mot: value.saisie, est: 'champ', de }] : [{ mot: value.contexte, est: 'contexte' }];
}

/** Every dotted path of what a graph shows: of payloads, by the types that bring it, of contexts and of what is told. */
function fieldsIn({ faits, contextes, dits }: Adjacency) {
  const brought = new Map<string, Set<string>>();
  for (const { type, saisie } of faits) {
    for (const path of fieldsOf(saisie)) brought.set(path, (brought.get(path) ?? new Set<string>()).add(type));
  }
  return {
    champ: brought,
    contexte: new Set(contextes.flatMap((one) => fieldsOf(one))),
    dit: new Set(dits.flat().flatMap((one) => fieldsOf(one))),
  };
}

function fieldsOf(part: unknown, prefix = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const size = Array.isArray(part) ? [`${prefix}length`] : [];
  const inner = Object.entries(part).flatMap(([key, one]) => [`${prefix}${key}`, ...fieldsOf(one, `${prefix}${key}.`)]);
  return [...size, ...inner];
}
