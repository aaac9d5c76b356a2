import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Acteur } from '../../../machines/step.ts';
import { memoOf } from '../../memo.ts';
import { type Chart, chartOf, conditionsIn, type Etat, inWords, type Transition } from '../chart.ts';
import { isBelow } from '../layout/ladder/rows.ts';
import { inSentence } from '../layout/words.ts';
import { type Couloir, couloirs, lanesOf } from './lanes.ts';
import type { Moment, Prerequis, Story, Suite, Voie } from './story.ts';

/** Whose lane each stands in. */
const lanes = Object.fromEntries(
  couloirs.flatMap((couloir) => lanesOf[couloir].acteurs.map((acteur) => [acteur, couloir])),
) as Record<Acteur, Couloir>;

/** What a procedure and whatever it opens do when all goes well: by démarches and réponses, from states that say in brief what they are. */
export const tellOne = memoOf((procedure: Procedure): Story => {
  const opened = new Set(Object.values(procedure.ouvre).filter((id) => id !== procedure.id));
  const others = [...opened].flatMap((id) => findProcedure(id) ?? []);
  const stories = [procedure, ...others].map((one) => new Teller(one, one === procedure ? '' : `${one.id}:`));
  const story: Story = { simples: [], prerequis: [], suites: [], liens: [] };
  for (const teller of stories) teller.tell(story);
  story.liens.push(...linked(story, stories));
  return story;
});

/** What goes on from one suite to the next, and what is opened again. */
function linked({ suites }: Story, tellers: readonly Teller[]): Story['liens'] {
  const firsts = suites.flatMap(({ moments }) => moments[0] ?? []);
  const opening = suites
    .flatMap(({ moments }) => moments)
    .flatMap((moment) => {
      const teller = tellers.find(({ procedure }) => procedure.id === moment.procedure);
      const child = teller?.openedFrom(moment);
      const first = child === undefined ? undefined : firsts.find(({ procedure }) => procedure === child);
      return first ? [{ de: moment.id, vers: first.id, genre: 'fait' as const }] : [];
    });
  const following = suites.slice(1).flatMap(({ moments: [first] }, rank) => {
    const before = suites[rank]?.moments.at(-1);
    if (!first || !before || opening.some(({ vers, de }) => vers === first.id && de === before.id)) return [];
    const teller = tellers.find(({ procedure }) => procedure.id === first.procedure);
    return [{ de: before.id, vers: first.id, genre: teller?.isDue(first) ? ('derive' as const) : ('fait' as const) }];
  });
  return [...following, ...opening];
}

/** Tells one machine. */
class Teller {
  readonly procedure: Procedure;
  readonly prefix: string;
  private readonly chart: Chart;
  private readonly etats: ReadonlyMap<string, Etat>;

  constructor(procedure: Procedure, prefix: string) {
    this.procedure = procedure;
    this.prefix = prefix;
    this.chart = chartOf(procedure);
    this.etats = new Map(this.chart.etats.map((etat) => [etat.id, etat]));
  }

  tell(story: Story): void {
    const regions = this.chart.etats.filter(({ parent, id }) => parent === null && id !== this.procedure.pause?.region);
    for (const region of regions) {
      const passed = this.lineOf(region);
      const line = passed.filter(({ court }) => court !== null);
      const [first, ...rest] = line;
      if (!first) continue;
      const acquis = rest.find(({ nature }) => nature === 'acquise');
      const isDirect = acquis && this.leaving(first).some(({ vers }) => vers === acquis.id);
      if (rest.length === 0 && first.acteur !== null && first.initial) story.simples.push(this.simple(first));
      else if (isDirect) story.prerequis.push({ ...this.prerequis(first, acquis, rest), sinon: untold(passed) });
      else story.suites.push(this.suite(line));
    }
  }

  /** The procedure that a fact of this moment opens. */
  openedFrom({ etats }: Moment): string | undefined {
    const left = etats.flatMap((id) => this.chart.transitions.filter(({ de }) => de === id));
    return left.flatMap(({ fait }) => this.procedure.ouvre[fait ?? ''] ?? [])[0];
  }

  /** Whether nobody tells what brings it: the calendar does, or another machine. */
  isDue({ etats }: Moment): boolean {
    const due = new Set(this.chart.etats.flatMap(({ echeances }) => echeances));
    const entering = this.chart.transitions.filter(({ vers }) => etats.includes(vers));
    return entering.every(({ derive, fait }) => derive || due.has(fait ?? ''));
  }

  /** The states of a region where one comes when all goes well, in the order in which they come. */
  private lineOf(region: Etat): Etat[] {
    const [start] = this.chart.etats.filter(({ parent, initial }) => parent === region.id && initial);
    const met = new Set(start ? [start.id] : []);
    for (const id of met) {
      const etat = this.etats.get(id) as Etat;
      if (etat.nature === 'acquise' && etat !== start) continue;
      for (const { vers } of this.leaving(etat)) if (isBelow(vers, region.id)) met.add(this.toldAs(vers));
    }
    return [...met].flatMap((id) => this.etats.get(id) ?? []);
  }

  /** A state inside one that is told whole is that one. */
  private toldAs(id: string): string {
    const around = this.chart.etats.find(
      ({ id: outer, court, acteur }) => court && acteur === null && isBelow(id, outer),
    );
    return around?.id ?? id;
  }

  /** What leads on from a state: what one does or is answered, and at the start what time brings; nothing that undoes or comes back. */
  private leaving({ id, nature, echeances }: Etat): Transition[] {
    return this.chart.transitions.filter(({ de, fait, sorte, refus, sansCible }) => {
      if (de !== id || sansCible) return false;
      if (fait === null) return true;
      return (sorte !== 'alea' && !refus) || (nature === 'acquise' && echeances.includes(fait));
    });
  }

  private simple(etat: Etat): Moment {
    const ends = this.ended(etat);
    return this.moment([etat], { couloir: laneOf(ends[0] ?? etat, etat), finis: ends });
  }

  /** What a state leads to that is acquired and not told. */
  private ended(etat: Etat): Etat[] {
    const targets = this.leaving(etat).flatMap(({ vers }) => this.etats.get(vers) ?? []);
    const inside = this.chart.transitions.filter(({ de }) => de === etat.parent);
    const reached = [...targets, ...inside.flatMap(({ vers }) => this.etats.get(vers) ?? [])];
    return reached.filter(({ nature, court }) => nature === 'acquise' && court === null);
  }

  private prerequis(first: Etat, end: Etat, rest: readonly Etat[]): Omit<Prerequis, 'sinon'> {
    const couloir = laneOf(end, first);
    const waits = rest.filter(({ nature }) => nature === 'attente');
    const byLane = Map.groupBy(waits, ({ acteur }) => lanes[acteur ?? 'ans']);
    const then = rest.find(({ nature }) => nature !== 'attente' && nature !== 'acquise') ?? null;
    const voies = [...byLane].map(([lane, some]): Voie => {
      const entering = this.chart.transitions.filter(
        ({ vers, de }) => some.some(({ id }) => id === vers) && isBelow(de, first.parent ?? ''),
      );
      const told = entering.filter(({ fait, de }) =>
        this.leaving(this.etats.get(de) as Etat).some((one) => one.fait === fait),
      );
      const forms = told.flatMap(({ fait }) => this.procedure.facts[fait ?? '']?.piece?.formulaire ?? []);
      const [asked] = conditionsIn(told[0]?.condition ?? null);
      const isHere = then !== null && some.some((etat) => this.leaving(etat).some(({ vers }) => vers === then.id));
      return {
        formulaires: [...new Set(forms)],
        attente: this.moment(some, { couloir: lane }),
        ensuite: isHere ? this.moment([then], { couloir }) : null,
        cas: forms.length === 0 ? (asked?.etiquette ?? null) : null,
      };
    });
    const asking = this.chart.etats.filter(
      ({ id, court, nature }) => isBelow(id, first.parent ?? '') && !court && nature === first.nature,
    );
    return {
      question: this.moment([first], { couloir, aussi: asking }),
      acquis: this.moment([end], { couloir }),
      voies,
    };
  }

  private suite(line: readonly Etat[]): Suite {
    const group = line.find(({ acteur }) => acteur === null) ?? null;
    const steps = line.filter((etat) => etat !== group);
    const merged: Etat[][] = [];
    for (const etat of steps) {
      const last = merged.at(-1);
      const isMore = etat.nature === 'attente' && last?.[0]?.nature === 'attente' && last[0].acteur === etat.acteur;
      if (isMore) last.push(etat);
      else merged.push([etat]);
    }
    const moments = merged.map((some) => {
      const [etat] = some as [Etat];
      return this.moment(some, {
        couloir: etat.nature === 'acquise' ? this.laneServed(etat) : lanes[etat.acteur ?? 'ans'],
      });
    });
    return { parties: group && this.parts(group), moments, retour: this.returned(line) };
  }

  /** Whom it is for: what the ANS grants, for whoever may act once another region has heard the same. */
  private laneServed(etat: Etat): Couloir {
    const granted = this.chart.transitions.filter(({ vers }) => vers === etat.id).map(({ fait }) => fait);
    const [region] = etat.id.split('.');
    const other = this.chart.transitions.find(
      ({ fait, vers }) => granted.includes(fait) && !isBelow(vers, region ?? ''),
    );
    return laneOf(etat, this.etats.get(other?.vers ?? '') ?? etat);
  }

  private parts(group: Etat): NonNullable<Suite['parties']> {
    const parts = this.chart.etats.filter(({ id, court, acteur }) => court && acteur !== null && isBelow(id, group.id));
    const formulaires = [...new Set(parts.flatMap(({ formulaire }) => formulaire ?? []))];
    const moments = parts.map((etat) => this.simple(etat));
    return { cadre: `${this.prefix}${group.id}`, titre: group.court ?? '', formulaires, moments };
  }

  /** What the ANS sends back to the beginning, in the words of the form. */
  private returned(line: readonly Etat[]): Suite['retour'] {
    const waits = line.filter(({ nature }) => nature === 'attente');
    const back = waits.flatMap(({ id }) =>
      this.chart.transitions.filter(({ de, fait }) => de === id && this.procedure.facts[fait ?? '']?.refus),
    );
    const facts = [...new Set(back.map(({ fait }) => fait ?? ''))].map((fait) => this.procedure.facts[fait]);
    const words = facts.map((fact) => inSentence(fact?.piece?.libelle ?? ''));
    const [first] = waits;
    return first && words.every(Boolean) && words.length > 0
      ? { de: `${this.prefix}${first.id}`, mots: words.join(', ') }
      : null;
  }

  private moment(
    etats: readonly Etat[],
    { couloir, aussi = [], finis = [] }: { couloir: Couloir; aussi?: readonly Etat[]; finis?: readonly Etat[] },
  ): Moment {
    const [first] = etats as [Etat];
    return {
      id: `${this.prefix}${first.id}`,
      procedure: this.procedure.id,
      etats: [...etats, ...aussi].map(({ id }) => id),
      finis: finis.map(({ id }) => id),
      lignes: [...new Set(etats.flatMap(({ court }) => court ?? []))],
      phase: first.phase ?? 'equiper',
      couloir,
      nature: first.nature ?? 'obligatoire',
      acteurs: first.acteurs,
      faits: this.leaving(first).flatMap(({ fait }) => fait ?? []),
      demandes: first.nature === 'acquise' ? [] : this.asked(first),
      seulement: [],
      lettres: '',
    };
  }

  /** What leaving a state asks of other regions, as they are told. */
  private asked(etat: Etat): string[] {
    const trees = this.leaving(etat).flatMap(({ condition, vers }) =>
      condition && this.etats.get(vers)?.court ? [condition] : [],
    );
    const words = trees
      .flatMap((tree) => ('et' in tree ? tree.et : [tree]))
      .flatMap((part) => {
        const told = conditionsIn(part).filter(
          ({ etat: other, nie }) => other !== null && !nie && this.isTold(other, etat),
        );
        return told.length > 0 ? [told.map((one) => inWords(one)).join(' ou ')] : [];
      });
    return [...new Set(words)];
  }

  /** Whether another region is told to reach that state. */
  private isTold(id: string, from: Etat): boolean {
    const other = this.etats.get(id);
    const [region] = id.split('.');
    return other?.nature === 'acquise' && !isBelow(from.id, region ?? '') && other.phase !== null;
  }
}

/** What one has to do on the way that the story does not tell. */
function untold(passed: readonly Etat[]): string[] {
  return passed.filter(({ court, nature }) => court === null && nature !== 'acquise').map(({ id }) => id);
}

/** Whom it is for; what the ANS grants is for who asked. */
function laneOf({ acteur }: Etat, asking: Etat): Couloir {
  return lanes[(acteur === 'ans' ? asking.acteur : acteur) ?? 'etablissement'];
}
