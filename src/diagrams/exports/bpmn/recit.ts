import type { Procedure } from '../../../../machines/procedure.ts';
import { acteurs } from '../../../../machines/step.ts';
import type { Couloir } from '../../recit/lanes.ts';
import { tagOf } from '../../recit/places.ts';
import { type Moment, type Prerequis, type Story, type Suite, storyOf, type Voie } from '../../recit/story.ts';
import { type Flux, flow, type Noeud, node } from './noeud.ts';

/** A node in a lane of the pool, in one of its rows. */
export interface Place {
  noeud: Noeud;
  couloir: Couloir;
  ligne: number;
}

/** The story of a procedure as one process: what is done at once, what one has or asks for, what comes back. */
export interface Recit {
  titre: string;
  places: Place[];
  flux: Flux[];
}

/** The story of a procedure. */
export function recitOf(procedure: Procedure): Recit {
  const told = new Telling();
  told.tell(storyOf([procedure]));
  return { titre: procedure.titre, places: told.places, flux: told.flux };
}

/** An id as XML takes it. */
const idOf = (id: string) => id.replaceAll(/[^\w]/g, '_');

class Telling {
  readonly places: Place[] = [];
  readonly flux: Flux[] = [];
  private readonly rows = new Map<Couloir, number>();

  tell({ simples, prerequis, suites, liens }: Story): void {
    const depart = this.put(node('depart', 'startEvent', 'Départ'), 'etablissement', 0);
    const [first] = suites;
    const joined: string[] = [];
    const branches = [
      ...simples.map((moment) => () => this.simple(moment)),
      ...prerequis.map((one) => () => this.prerequis(one)),
    ];
    const starts = branches.map((branch) => {
      const { from, to } = branch();
      if (first && to !== null) joined.push(to);
      else if (to !== null) this.end(to);
      return from;
    });
    const from = this.forked(depart, 'ensemble', starts);
    if (!first) return;
    const ends = starts.length > 0 ? this.gathered('prets', joined) : from;
    const entries = new Map(suites.map((suite) => [suite, this.suite(suite)]));
    this.link(ends, entries.get(first)?.from ?? '');
    const last = new Set(suites.flatMap(({ moments }) => moments.at(-1)?.id ?? []));
    for (const { de, vers } of liens) this.link(idOf(de), entryOf(vers, entries));
    for (const id of last) if (!liens.some(({ de }) => de === id)) this.end(idOf(id));
    this.mergeAll();
  }

  /** What is only advised holds nobody back. */
  private simple(moment: Moment): { from: string; to: string | null } {
    const id = this.moment(moment, this.row(moment.couloir));
    if (moment.nature === 'obligatoire') return { from: id, to: id };
    this.end(id);
    return { from: id, to: null };
  }

  /** A question, and what a « non » takes. */
  private prerequis({ question, acquis, voies }: Prerequis): { from: string; to: string } {
    const row = this.row(question.couloir);
    const [asked, had] = [idOf(question.id), idOf(acquis.id)];
    this.put(node(asked, 'exclusiveGateway', question.lignes.join(', ')), question.couloir, row);
    this.put(named(node(had, 'intermediateThrowEvent', acquis.lignes.join(', ')), acquis), acquis.couloir, row);
    this.link(asked, had, 'oui');
    for (const voie of voies) {
      const steps = this.voie(question, voie);
      this.link(asked, steps[0] ?? had, voie.cas ?? 'non');
      for (const [at, step] of steps.entries()) this.link(step, steps[at + 1] ?? had);
    }
    if (question.nature !== 'facultative') return { from: asked, to: had };
    const past = `${had}_ou_non`;
    this.put(node(past, 'exclusiveGateway', ''), question.couloir, this.row(question.couloir));
    this.link(asked, past, 'personne');
    this.link(had, past);
    return { from: asked, to: past };
  }

  /** A form, a wait, then what one does with what came. */
  private voie(question: Moment, { formulaires, attente, ensuite }: Voie): string[] {
    const row = this.row(question.couloir);
    const steps: string[] = [];
    if (formulaires.length > 0) {
      const form = node(`${idOf(attente.id)}_formulaire`, 'userTask', `Remplir : ${tagOf(formulaires)}`);
      steps.push(this.put(named(form, question), question.couloir, row));
    }
    steps.push(this.moment(attente, this.row(attente.couloir)));
    const isBeside = ensuite?.couloir === question.couloir;
    if (ensuite) steps.push(this.moment(ensuite, isBeside ? row : this.row(ensuite.couloir)));
    return steps;
  }

  private suite({ parties, moments, retour }: Suite): { from: string } {
    const ids = moments.map((moment) => this.moment(moment, 0));
    for (const [rank, id] of ids.slice(1).entries()) {
      const before = moments[rank] as Moment;
      this.link(
        before.id === retour?.de ? this.answered(before) : (ids[rank] ?? ''),
        id,
        before.id === retour?.de ? 'accordé' : '',
      );
    }
    const [head = ''] = ids;
    const own = parties === null ? head : this.parts(parties, head);
    const [only] = moments;
    const from = only && only.nature !== 'obligatoire' && only.nature !== 'attente' ? this.offered(only, own) : own;
    if (retour) this.link(`${idOf(retour.de)}_reponse`, from, retour.mots);
    return { from };
  }

  /** Parts that are filled in any order. */
  private parts({ cadre, moments }: NonNullable<Suite['parties']>, head: string): string {
    const ids = moments.map((moment, rank) => this.moment(moment, moment.couloir === 'etablissement' ? rank : 0));
    const fork = this.put(node(`${idOf(cadre)}_parties`, 'parallelGateway', ''), 'etablissement', 0);
    for (const id of ids) this.link(fork, id);
    this.link(this.gathered(`${idOf(cadre)}_remplies`, ids), head);
    return fork;
  }

  /** What may be left undone. */
  private offered(moment: Moment, id: string): string {
    const asked = this.put(node(`${id}_choix`, 'exclusiveGateway', `${moment.lignes.join(', ')} ?`), moment.couloir, 0);
    this.link(asked, id, 'oui');
    this.end(asked, 'non', 1);
    return asked;
  }

  private answered(moment: Moment): string {
    const id = `${idOf(moment.id)}_reponse`;
    this.put(node(id, 'exclusiveGateway', 'Réponse ?'), moment.couloir, 0);
    this.link(idOf(moment.id), id);
    return id;
  }

  /** Who does something does a task, who waits receives, and what is acquired is passed by. */
  private moment(moment: Moment, ligne: number): string {
    const genre = genres[moment.nature] ?? 'userTask';
    return this.put(named(node(idOf(moment.id), genre, moment.lignes.join(', ')), moment), moment.couloir, ligne);
  }

  private forked(de: string, id: string, starts: readonly string[]): string {
    if (starts.length < 2) {
      for (const start of starts) this.link(de, start);
      return de;
    }
    const fork = this.put(node(id, 'parallelGateway', ''), 'etablissement', 0);
    this.link(de, fork);
    for (const start of starts) this.link(fork, start);
    return fork;
  }

  private gathered(id: string, ends: readonly string[]): string {
    const [only] = ends;
    if (only !== undefined && ends.length < 2) return only;
    this.put(node(id, 'parallelGateway', ''), 'etablissement', 0);
    for (const end of ends) this.link(end, id);
    return id;
  }

  private end(id: string, nom = '', below = 0): void {
    const from = this.places.find(({ noeud }) => noeud.id === id);
    const end = node(`${id}_fin`, 'endEvent', 'Fin');
    if (from) this.put(end, from.couloir, from.ligne + below);
    this.link(id, end.id, nom);
  }

  /** Where several ways come together, a gateway says so. */
  private mergeAll(): void {
    for (const { noeud, couloir, ligne } of [...this.places]) {
      const incoming = this.flux.filter(({ vers }) => vers === noeud.id);
      const splits = this.flux.filter(({ de }) => de === noeud.id).length > 1;
      const isGateway = noeud.genre.endsWith('Gateway');
      if (incoming.length < 2 || (isGateway && !splits)) continue;
      const merge = this.put(node(`${noeud.id}_avant`, 'exclusiveGateway', ''), couloir, ligne);
      for (const one of incoming) Object.assign(one, { vers: merge, id: `${one.de}_vers_${merge}` });
      this.link(merge, noeud.id);
    }
  }

  private row(couloir: Couloir): number {
    const row = this.rows.get(couloir) ?? 0;
    this.rows.set(couloir, row + 1);
    return row;
  }

  private put(noeud: Noeud, couloir: Couloir, ligne: number): string {
    this.places.push({ noeud, couloir, ligne });
    return noeud.id;
  }

  private link(de: string, vers: string, nom = ''): void {
    this.flux.push({ ...flow(de, vers), nom });
  }
}

function entryOf(moment: string, entries: ReadonlyMap<Suite, { from: string }>): string {
  const suite = [...entries].find(([{ moments }]) => moments[0]?.id === moment);
  return suite?.[1].from ?? idOf(moment);
}

const genres: Partial<Record<Moment['nature'], Noeud['genre']>> = {
  attente: 'receiveTask',
  acquise: 'intermediateThrowEvent',
};

function named(noeud: Noeud, { acteurs: all, demandes }: Moment): Noeud {
  const [acteur = null, ...others] = all;
  const instead = others.length > 0 ? [`Ou : ${others.map((one) => acteurs[one]).join(', ')}.`] : [];
  return { ...noeud, acteur, notes: [...instead, ...(demandes.length > 0 ? [`Si : ${demandes.join(', ')}.`] : [])] };
}
