import type { Adjacencies } from './adjacency.ts';
import type { Certificate, Finding } from './certificate.ts';
import type { But, Contenu, Formule, Motif, Proposition } from './claim.ts';
import type { Adjacency, Fait } from './traced.ts';
import { areDual, flatOf, isBorne, isHeld, isOf, isSaid, isTrue, type Verdict, verdict } from './verify-words.ts';
import { agreesWritten, formulaWords } from './verify-written.ts';

type Claim<Forme extends Proposition['forme']> = Extract<Proposition, { forme: Forme }>;
type Alternatives = NonNullable<Finding['temoin']['alternatives']>;

/**
 * What a certificate says that its graphs do not: read and searched anew, by nothing of what made it. Empty when all is right.
 */
export function verify(certificate: Certificate, graphs: Adjacencies): string[] {
  const readers = { ensemble: new Reader(graphs.ensemble), aPart: new Reader(graphs.aPart) };
  const { ensemble, aPart } = readers;
  const { produit } = certificate;
  return [
    ...(certificate.etats === ensemble.states ? [] : ['etats']),
    ...(certificate.transitions === ensemble.transitions ? [] : ['transitions']),
    ...(produit.etats === ensemble.states * aPart.states ? [] : ['produit']),
    ...(produit.transitions === ensemble.transitions * aPart.states + ensemble.states * aPart.transitions
      ? []
      : ['produit']),
    ...(ensemble.isSound() && aPart.isSound() ? [] : ['graphe']),
    ...certificate.invariants
      .filter((finding) =>
        finding.graphe === 'ecrit' ? !agreesWritten(finding, graphs.ecrit) : !readers[finding.graphe].agrees(finding),
      )
      .map(({ id }) => id),
  ];
}

/** One graph, each word of a claim read once per state or per fact. */
class Reader {
  readonly states: number;
  readonly transitions: number;
  readonly #graph: Adjacency;
  readonly #all: Int32Array;
  /** What holds where, by formula, since claims ask the same of the states. */
  readonly #held = new Map<string, Uint8Array>();
  /** How many edges bear each lot. */
  readonly #borne: Int32Array;
  readonly #words: Set<string>;

  constructor(graph: Adjacency) {
    this.#graph = graph;
    this.states = graph.etats.length;
    this.#all = Int32Array.from({ length: graph.aretes.nombre }, (_, edge) => edge);
    this.#borne = new Int32Array(graph.lots.length);
    for (const lot of graph.aretes.lot) this.#borne[lot] = (this.#borne[lot] as number) + 1;
    this.transitions = graph.lots.reduce((sum, facts, lot) => sum + facts.length * (this.#borne[lot] as number), 0);
    this.#words = new Set(graph.etats.flat());
  }

  /** Every state is reached from the first one. */
  isSound(): boolean {
    return this.#spread([0], this.#all, 'forward').every((mark) => mark === 1);
  }

  agrees({ proposition, verdict: said, temoin }: Finding): boolean {
    if (said === 'inconnu') return !this.#graph.complet;
    const claim = proposition as Proposition;
    const { cas, holds } = this.#judge(claim, temoin);
    const isMeant = !this.#graph.complet || this.#means(claim);
    return isMeant && cas === temoin.cas && holds === (said === 'prouvé') && (said === 'réfuté' || this.#graph.complet);
  }

  /** Every state and every fact that a claim names is met, and each field brought by some fact. */
  #means(claim: Proposition): boolean {
    if (claim.forme === 'couvre') return true;
    const text: unknown[] = [claim];
    for (const part of text) {
      if (typeof part !== 'object' || part === null) continue;
      for (const [key, inner] of Object.entries(part)) if (!this.#isNamed(key, inner, text)) return false;
    }
    return true;
  }

  #isNamed(key: string, inner: unknown, text: unknown[]): boolean {
    const { faits, contextes, dits } = this.#graph;
    if (key === 'contexte' && typeof inner === 'object') return isBorne(inner as Contenu, contextes);
    if (key === 'dits') return (inner as Contenu[]).every((contenu) => isBorne(contenu, dits.flat()));
    if (['si', 'depuis', 'vers', 'alors', 'sauf', 'etat', 'puis'].includes(key) && !Array.isArray(inner)) {
      return formulaWords(inner as Formule).every((word) => this.#words.has(word));
    }
    if (key === 'faits' || key === 'sauf')
      return (inner as string[]).every((type) => faits.some((fait) => fait.type === type));
    if (key === 'saisie' && typeof inner === 'object') {
      return Object.keys(inner ?? {}).every((path) => faits.some((fait) => flatOf(fait).has(path)));
    }
    if (typeof inner === 'object' && inner !== null && key !== 'saisies') text.push(inner);
    return true;
  }

  #judge(claim: Proposition, { alternatives }: Finding['temoin']): Verdict {
    const { aretes } = this.#graph;
    switch (claim.forme) {
      case 'chaque':
        return this.#judgeEach(claim);
      case 'conduit': {
        const taken = Map.groupBy(this.#edges(claim.fait), (edge: number) => aretes.de[edge] as number);
        const isThere = this.#holding(claim.vers);
        const concerned = this.#ranks(claim.si);
        const right = concerned.filter((rank) =>
          taken.get(rank)?.every((edge) => isThere[aretes.vers[edge] as number] === 1),
        );
        return verdict(concerned.length, concerned.length - right.length);
      }
      case 'jamais':
        return verdict(
          this.#graph.faits.filter((told) => isOf(claim.fait, told)).length,
          this.#edges(claim.fait).length,
        );
      case 'toujours': {
        const isRight = this.#holding(claim.alors);
        const concerned = this.#ranks(claim.si);
        return verdict(concerned.length, concerned.filter((rank) => !isRight[rank]).length);
      }
      case 'passe':
        return this.#judgePassage(claim);
      case 'mene': {
        const usable = this.#edges({ derive: false }, claim.sans);
        const marks = this.#spread(this.#ranks(claim.vers), usable.reverse(), 'backward');
        const concerned = this.#ranks(claim.si);
        return verdict(concerned.length, concerned.filter((rank) => marks[rank] !== 1).length);
      }
      case 'vivant': {
        const alive = new Set(this.#edges({ derive: false }).map((edge) => aretes.de[edge] as number));
        const concerned = claim.sauf ? this.#ranks({ non: claim.sauf }) : this.#ranks(undefined);
        return verdict(concerned.length, concerned.filter((rank) => !alive.has(rank)).length);
      }
      case 'couvre': {
        const met = this.#graph.lots.filter((_, lot) => this.#borne[lot] !== 0);
        const seen = new Set([...this.#words, ...met.flat().map((fait) => this.#graph.faits[fait]?.type)]);
        const expected = [...claim.etats, ...claim.faits];
        return verdict(expected.length, expected.filter((name) => !seen.has(name)).length);
      }
      case 'indifferent':
        return this.#judgeLikeness(claim);
      case 'obligatoires':
        return this.#judgeTheorem(claim, alternatives ?? { coupes: [], chemins: [] });
      case 'retient':
        return this.#judgeFacts(claim.fait, claim.si, undefined, ({ contexte, saisie }) =>
          isHeld(claim.contexte, contexte, { contexte, saisie }),
        );
      case 'dit':
        return this.#judgeFacts(claim.fait, claim.si, claim.puis, ({ dits, contexte, saisie }) => {
          const isSaid = (wanted: Contenu) => dits.some((one) => isHeld(wanted, one, { contexte, saisie }));
          return dits.length === claim.dits.length && !claim.dits.some((wanted) => !isSaid(wanted));
        });
    }
  }

  #judgeEach({ fait, si, depuis, vers, saisies }: Claim<'chaque'>): Verdict {
    const { aretes, lots } = this.#graph;
    const [isConcerned, isFrom, isTo] = [this.#holding(si), this.#holding(depuis), this.#holding(vers)];
    const told = lots.map((_, lot) => this.#told(lot, fait));
    const unsaid = told.map(
      (facts) => facts.filter((one) => saisies?.some((saisie) => isSaid(saisie, one)) === false).length,
    );
    const shown = new Set<number>();
    let [cas, faults] = [0, 0];
    for (const edge of this.#edges(fait)) {
      if (!isConcerned[aretes.de[edge] as number]) continue;
      const lot = aretes.lot[edge] as number;
      const isRight = isFrom[aretes.de[edge] as number] && isTo[aretes.vers[edge] as number];
      shown.add(lot);
      cas += told[lot]?.length ?? 0;
      faults += (isRight ? unsaid[lot] : told[lot]?.length) ?? 0;
    }
    const met = [...shown].flatMap((lot) => told[lot] ?? []);
    const missing = (saisies ?? []).filter((saisie) => !met.some((one) => isSaid(saisie, one)));
    return verdict(cas, faults + missing.length);
  }

  #judgePassage({ but, par, apres }: Claim<'passe'>): Verdict {
    const { vers } = this.#graph.aretes;
    const others = this.#edges({}, par);
    const starts = apres ? this.#edges(apres).map((edge) => vers[edge] as number) : Int32Array.of(0);
    const marks = this.#spread(starts, others, 'forward');
    const broken = [...this.#goals(but, par)].filter((rank) => marks[rank] === 1);
    return verdict(starts.length > 0 ? this.#goals(but).size : 0, broken.length);
  }

  #judgeLikeness({ gardes, si }: Claim<'indifferent'>): Verdict {
    const { etats, aretes } = this.#graph;
    const likes = etats.map((etat) => etat.filter((held) => !gardes.includes(held)).toString());
    const numbers = new Map([...new Set(likes)].map((like, rank) => [like, rank]));
    const futures = etats.map(() => new Set<number>());
    for (const edge of this.#all) {
      const end = numbers.get(likes[aretes.vers[edge] as number] as string) as number;
      for (const fait of this.#graph.lots[aretes.lot[edge] as number] ?? []) {
        futures[aretes.de[edge] as number]?.add(end * this.#graph.faits.length + fait);
      }
    }
    const groups = [...Map.groupBy(this.#ranks(si), (rank) => likes[rank]).values()];
    const split = groups.filter(([first = 0, ...rest]) => {
      const future = futures[first] as Set<number>;
      return rest.some((other) => future.symmetricDifference(futures[other] as Set<number>).size !== 0);
    });
    return verdict(groups.length, split.length);
  }

  #judgeTheorem({ but, sans }: Claim<'obligatoires'>, { coupes, chemins }: Alternatives): Verdict {
    const { faits, lots, aretes } = this.#graph;
    const usable = this.#bearing({}, sans);
    const leads = (isTaken: (type: string) => boolean) => {
      const open = usable.map((isUsable, lot) =>
        isUsable && isTaken(faits[lots[lot]?.[0] ?? -1]?.type ?? '') ? 1 : 0,
      );
      const marks = this.#spread([0], this.#among(open), 'forward');
      if ('etat' in but) return this.#ranks(but.etat).some((rank) => marks[rank] === 1);
      const bearing = this.#bearing(but.fait);
      const ends = this.#among(open.map((isOpen, lot) => isOpen & (bearing[lot] as number)));
      return ends.some((edge) => marks[aretes.de[edge] as number] === 1);
    };
    const faults = [
      ...coupes.filter((coupe) => leads((type) => !coupe.includes(type))),
      ...chemins.filter((chemin) => !leads((type) => chemin.includes(type))),
      ...(areDual(coupes, chemins) ? [] : [[]]),
    ];
    return verdict(coupes.length, faults.length);
  }

  #judgeFacts(
    fait: Motif,
    si: Formule | undefined,
    puis: Formule | undefined,
    isRight: (label: { contexte: unknown; dits: readonly unknown[]; saisie: unknown }) => boolean,
  ): Verdict {
    const { aretes, contextes, dits } = this.#graph;
    const [isConcerned, isAfter] = [this.#holding(si), this.#holding(puis)];
    const known = new Map<string, readonly [number, number]>();
    const count = (lot: number, label: { contexte: unknown; dits: readonly unknown[] }) => {
      const told = this.#told(lot, fait);
      return [told.length, told.filter(({ saisie }) => !isRight({ ...label, saisie })).length] as const;
    };
    let [cas, faults] = [0, 0];
    for (const edge of this.#edges(fait)) {
      if (!isConcerned[aretes.de[edge] as number] || !isAfter[aretes.vers[edge] as number]) continue;
      const [lot, said, kept] = [
        aretes.lot[edge] as number,
        aretes.dits[edge] as number,
        aretes.contexte[edge] as number,
      ];
      const name = `${lot} ${said} ${kept}`;
      const counts = known.get(name) ?? count(lot, { contexte: contextes[kept], dits: dits[said] ?? [] });
      known.set(name, counts);
      cas += counts[0];
      faults += counts[1];
    }
    return verdict(cas, faults);
  }

  #told(lot: number, motif: Motif): Fait[] {
    const facts = this.#graph.lots[lot] ?? [];
    return facts.map((fait) => this.#graph.faits[fait] as Fait).filter((told) => isOf(motif, told));
  }

  /** The edges that bear a fact of one kind that is not of another, in order. */
  #edges(motif: Motif, sans?: Motif): Int32Array {
    return this.#among(this.#bearing(motif, sans));
  }

  /** 1 for each lot that holds such a fact. */
  #bearing(motif: Motif, sans?: Motif): Uint8Array {
    const { faits, lots } = this.#graph;
    const fitting = faits.map((told) => isOf(motif, told) && !(sans && isOf(sans, told)));
    return Uint8Array.from(lots, (lot) => (lot.some((fait) => fitting[fait]) ? 1 : 0));
  }

  /** The edges that bear one of the lots marked, in order. */
  #among(marked: Uint8Array): Int32Array {
    const { lot } = this.#graph.aretes;
    const edges = new Int32Array(marked.reduce((sum, mark, rank) => sum + mark * (this.#borne[rank] as number), 0));
    let last = 0;
    for (let edge = 0; last < edges.length; edge++) if (marked[lot[edge] as number] === 1) edges[last++] = edge;
    return edges;
  }

  #goals(but: But, sans?: Motif): Set<number> {
    if ('etat' in but) return new Set(this.#ranks(but.etat));
    return new Set(Array.from(this.#edges(but.fait, sans), (edge) => this.#graph.aretes.de[edge] as number));
  }

  #holding(formule: Formule | undefined): Uint8Array {
    const name = JSON.stringify(formule) ?? '';
    const held = this.#held.get(name) ?? Uint8Array.from(this.#graph.etats, (etat) => (isTrue(formule, etat) ? 1 : 0));
    this.#held.set(name, held);
    return held;
  }

  #ranks(formule: Formule | undefined): number[] {
    const ranks: number[] = [];
    for (const [rank, holds] of this.#holding(formule).entries()) if (holds === 1) ranks.push(rank);
    return ranks;
  }

  /** Marks what the edges lead to from `starts`, over and over until nothing changes. */
  #spread(starts: Iterable<number>, edges: Int32Array, way: 'forward' | 'backward'): Uint8Array {
    const { de, vers } = this.#graph.aretes;
    const [from, to] = way === 'forward' ? [de, vers] : [vers, de];
    const marks = new Uint8Array(this.states);
    for (const start of starts) marks[start] = 1;
    for (let changed = true; changed; ) {
      changed = false;
      for (const edge of edges) {
        const [start, end] = [from[edge] as number, to[edge] as number];
        if (marks[start] !== 1 || marks[end] === 1) continue;
        marks[end] = 1;
        changed = true;
      }
    }
    return marks;
  }
}
