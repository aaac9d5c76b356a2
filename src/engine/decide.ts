import type { Avertissement } from '../../machines/avertissement.ts';
import type { CertificatOuvert, Effect, OfferedFact, SiteRef } from '../../machines/effect.ts';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { announced, attuned, RIEN_OUI, type Telling } from './announcements.ts';
import { unlocks } from './answers/unlocks.ts';
import { laterGround } from './chronology.ts';
import { warnIncoherent } from './coherence.ts';
import type { Absent } from './cohort.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { Comptes, Instance } from './instance.ts';
import { openInstance } from './instance.ts';
import { parseFact, seal } from './parse-fact.ts';
import { err, ok, type Result } from './refusal.ts';
import { daysAfter } from './since.ts';
import { stateInfo, takenFacts } from './state-info.ts';
import { type MachineEvent, takeStep } from './transition.ts';

/** A running machine with the relatives that its facts may touch. */
export interface Family {
  groupement: Instance | null;
  dossiers: readonly Instance[];
  certificats: readonly Instance[];
  /** The certificates that were not read, if any: no fact reaches them. */
  absents?: readonly Absent[];
  /** By what whoever keeps it tells whether it is still so. */
  lu?: readonly { id: string; generation: number }[] | null;
}

/** A fact that one instance took. */
interface Taken {
  id: string;
  event: MachineEvent;
  saisie: string;
  /** Who told it when, where that is not whoever decides now. */
  dit?: Telling | undefined;
}

/** What one fact makes of a family. */
export interface Decision {
  before: Family;
  family: Family;
  /** The instances that it changed or opened, each one version further. */
  changed: ReadonlySet<string>;
  taken: Taken[];
  /** Whether certificates that were not read were to hear of it: it is to be decided again with all of them. */
  atteintAbsents: boolean;
  avertissements: Avertissement[];
}

/** What a decision draws from outside: today (YYYY-MM-DD), the instant (ISO), fresh public ids, and who tells where that is written. */
export interface Surroundings {
  jour: string;
  instant: string;
  auteur?: string;
  newId(): string;
}

/** What does a family become if `input` happened to `cible`? Nothing is read, written or sent. */
export function decide(family: Family, cible: string, input: unknown, around: Surroundings): Result<Decision> {
  const instance = members(family).find(({ id }) => id === cible);
  if (!instance) throw new Error(`${cible} is not of this family`);
  const parsed = parseFact(instance.procedure, input, around);
  if (!parsed.ok) return parsed;
  const { event, saisie, avertissements } = parsed.value;
  const step = takeStep(instance.snapshot, event);
  const anterieur = step && laterGround(instance, event, step);
  if (anterieur) return err({ code: 'date-anterieure', type: event.type, date: event.date, anterieur });
  const decision = new Cascade(family, around).run([{ id: cible, event, saisie }]);
  if (decision.taken.length === 0) {
    const { procedure, snapshot } = instance;
    const { type } = event;
    const manque = explainRefusal(procedure, snapshot, event);
    const deblocages = unlocks(procedure, snapshot, type);
    return err({ code: 'fait-refuse', type, manque, deblocages, acceptes: acceptedTypes(instance) });
  }
  const doubts = [...avertissements, ...warnIncoherent(instance, event)];
  return ok({ ...decision, avertissements: doubts });
}

/** What a family becomes when `opened`, one of its members, has just been opened. */
export function welcome(family: Family, opened: Instance, around: Surroundings): Decision {
  const bearing = new Cascade(family, around);
  bearing.touch(opened);
  bearing.countIn(null, opened, around.jour);
  bearing.enter(opened, around.jour);
  return { ...bearing.run([]), avertissements: [] };
}

/** What a family becomes when a dossier enters a groupement, or leaves its own, with its history (A27); its members know each other already. */
export function move(family: Family, dossier: Instance, { vers, around }: Move): Omit<Decision, 'avertissements'> {
  const bearing = new Cascade(family, around);
  const moved = { ...dossier, parentId: vers };
  bearing.countOut(dossier, around.jour);
  bearing.touch(moved);
  bearing.countIn(null, moved, around.jour);
  bearing.enter(moved, around.jour);
  return bearing.run([]);
}

/** Where a dossier goes: the id of a groupement, or null. */
export interface Move {
  vers: string | null;
  around: Surroundings;
}

/** What a family becomes when one of its members turns out to stand elsewhere than was believed. */
export function restate(family: Family, restated: Instance, around: Surroundings): Omit<Decision, 'avertissements'> {
  const before = members(family).find(({ id }) => id === restated.id);
  if (!before) throw new Error(`${restated.id} is not of this family`);
  const bearing = new Cascade(family, around);
  bearing.touch(restated);
  bearing.countIn(before, restated, around.jour);
  bearing.relay(before, restated, around.jour);
  bearing.recount(restated.id, around.jour);
  return bearing.run([]);
}

/** The types that an instance takes now, by their own examples. */
function acceptedTypes({ procedure, snapshot }: Instance): string[] {
  return takenFacts(stateInfo(procedure, snapshot)).map(({ type }) => type);
}

/** Everyone of a family. */
export function members({ groupement, dossiers, certificats }: Family): Instance[] {
  return [...(groupement ? [groupement] : []), ...dossiers, ...certificats];
}

/** One fact and all that follows from it among relatives, until nobody has anything to say. */
class Cascade {
  readonly #now: Map<string, Instance>;
  readonly #before: Family;
  readonly #around: Surroundings;
  readonly #changed = new Set<string>();
  readonly #taken: Taken[] = [];
  readonly #queue: Taken[] = [];
  readonly #absents: ReadonlySet<string>;
  #reachesAbsents = false;

  constructor(family: Family, around: Surroundings) {
    this.#before = family;
    this.#around = around;
    this.#absents = new Set(family.absents?.map(({ id }) => id));
    this.#now = new Map(members(family).map((instance) => [instance.id, instance]));
  }

  run(facts: Taken[]): Omit<Decision, 'avertissements'> {
    this.#queue.unshift(...facts);
    for (let fact = this.#queue.shift(); fact; fact = this.#queue.shift()) this.#take(fact);
    const all = [...this.#now.values()];
    const groupement = all.find(({ procedure }) => procedure.genre === 'groupement') ?? null;
    const dossiers = all.filter(({ procedure }) => procedure.genre === 'dossier');
    const certificats = all.filter(({ procedure }) => procedure.genre === 'certificat');
    return {
      before: this.#before,
      family: { ...this.#before, groupement, dossiers, certificats },
      changed: this.#changed,
      taken: this.#taken,
      atteintAbsents: this.#reachesAbsents,
    };
  }

  /** Keeps what an instance has become; a certificate's dossier shows it, so it moves on with it. */
  touch(instance: Instance): void {
    const isFirst = !this.#changed.has(instance.id);
    this.#changed.add(instance.id);
    this.#now.set(instance.id, isFirst ? { ...instance, version: instance.version + 1 } : instance);
    const parent = instance.parentId === null ? undefined : this.#now.get(instance.parentId);
    if (isFirst && parent && instance.procedure.genre === 'certificat' && !this.#changed.has(parent.id))
      this.touch(parent);
  }

  /** Tells the parent that a child has come in. */
  enter({ id, parentId }: Instance, date: string): void {
    const parent = parentId === null ? undefined : this.#now.get(parentId);
    if (parent?.procedure.entree) this.offer([parent.id], { type: parent.procedure.entree, id }, date);
  }

  /** Tells the parent when the statut of a child changes. */
  countIn(before: Instance | null, after: Instance, date: string): void {
    this.#count(after.parentId, { left: before && statutOf(before), entered: statutOf(after) }, date);
  }

  /** Tells the parent that a child is no longer its own. */
  countOut(child: Instance, date: string): void {
    this.#count(child.parentId, { left: statutOf(child), entered: null }, date);
  }

  #count(parentId: string | null, { left, entered }: { left: Statut | null; entered: Statut | null }, date: string) {
    const parent = parentId === null ? undefined : this.#now.get(parentId);
    if (!parent || left === entered) return;
    const comptes = { ...parent.comptes };
    if (left && left in comptes) comptes[left as keyof Comptes] -= 1;
    if (entered && entered in comptes) comptes[entered as keyof Comptes] += 1;
    this.touch({ ...parent, comptes });
    const type = parent.procedure.bilan(comptes.enCours, comptes.enService);
    this.offer([parent.id], { type }, date);
  }

  /** Announces to the children what changes of what they depend on; none of them is written. */
  relay(before: Instance, after: Instance, date: string): void {
    const [was = [], is = []] = [before, after].map(({ procedure, snapshot }) => procedure.relais(snapshot));
    const changed = [...is.entries()].filter(([place, fait]) => JSON.stringify(fait) !== JSON.stringify(was[place]));
    const parent = this.#now.get(after.id);
    if (!parent || changed.length === 0) return;
    const { auteur = '', instant: enregistreLe } = this.#around;
    const annonces = announced(parent.annonces, new Map(changed), { date, dit: { auteur, enregistreLe } });
    const told = { ...parent, annonces };
    this.touch(told);
    for (const child of this.#childrenOf(told)) this.#now.set(child.id, attuned(child, told));
  }

  offer(ids: readonly string[], fait: OfferedFact, date: string): void {
    const sealed = seal({ ...fait, date });
    for (const id of ids) {
      if (this.#absents.has(id)) this.#reachesAbsents = true;
      else this.#queue.push({ id, ...sealed });
    }
  }

  #take(fact: Taken): void {
    const before = this.#now.get(fact.id);
    const step = before && takeStep(before.snapshot, fact.event);
    if (!step) return;
    const { snapshot, effects } = step;
    const { date } = fact.event;
    const heard = this.#sayHeard(before);
    this.#taken.push(fact);
    const after = { ...heard, snapshot, ...daysAfter(before.procedure, before, snapshot, fact.event) };
    this.touch(after);
    for (const effect of effects) this.#spread(before, effect, date);
    this.relay(before, after, date);
    this.countIn(before, this.#now.get(fact.id) as Instance, date);
    this.recount(fact.id, date);
  }

  /** An instance whose journal says all that it has heard. */
  #sayHeard(instance: Instance): Instance {
    const { id, ouies } = instance;
    if (ouies.nombre === 0) return instance;
    this.#taken.push(...ouies.faits.map((heard) => ({ id, ...heard })));
    return { ...instance, ouies: RIEN_OUI };
  }

  /** Tells an instance how many children it has, which it may not have been listening to when it was told. */
  recount(id: string, date: string): void {
    const { procedure, comptes } = this.#now.get(id) as Instance;
    this.offer([id], { type: procedure.bilan(comptes.enCours, comptes.enService) }, date);
  }

  #spread(from: Instance, effect: Effect, date: string): void {
    if (effect.type === 'certificat') this.#openCertificat(from, effect.certificat, date);
    else if (effect.type === 'fiche') this.#rewrite(from.id, effect.champs);
    else if (effect.vers === 'predecesseur') this.#tellPredecessor(from, effect.fait, date);
    else this.#tellChildren(from, effect.fait, date, 'site' in effect ? effect.site : undefined);
  }

  #tellPredecessor({ fiche }: Instance, fait: OfferedFact, date: string): void {
    if (fiche.remplace) this.offer([fiche.remplace], fait, date);
  }

  #tellChildren(from: Instance, fait: OfferedFact, date: string, site?: SiteRef): void {
    const absents = this.#before.absents?.filter(({ parentId }) => parentId === from.id) ?? [];
    const meant = this.#childrenOf(from).filter((child) => isMeant(child, site));
    this.offer(
      [...meant, ...absents].map(({ id }) => id),
      fait,
      date,
    );
  }

  #childrenOf({ id }: Instance): Instance[] {
    return [...this.#now.values()].filter(({ parentId }) => parentId === id);
  }

  #openCertificat(from: Instance, certificat: CertificatOuvert, date: string): void {
    const procedure = findProcedure('certificat');
    if (!procedure) throw new Error('No procedure is published for certificates');
    const remplace = from.procedure === procedure ? from.id : certificat.remplace;
    const parentId = from.procedure === procedure ? from.parentId : from.id;
    const opening = { id: this.#around.newId(), parentId, fiche: { ...certificat, remplace } };
    const entendu = (parentId === null ? undefined : this.#now.get(parentId))?.annonces.nombre ?? 0;
    const opened = openInstance(procedure, opening, { jour: date, instant: this.#around.instant, entendu });
    this.touch(opened);
    this.countIn(null, opened, date);
  }

  #rewrite(id: string, champs: Readonly<Record<string, string | null>>): void {
    const instance = this.#now.get(id) as Instance;
    this.touch({ ...instance, fiche: { ...instance.fiche, ...champs } });
  }
}

type Statut = ReturnType<Procedure['statut']>;

function statutOf({ procedure, snapshot }: Instance): Statut {
  return procedure.statut(snapshot.value);
}

/** Whether an instance is the site that a fact names, or one of all. */
export function isMeant({ id, fiche }: Instance, site: SiteRef | undefined): boolean {
  if (!site) return true;
  if ('id' in site) return site.id === id;
  const { siret, finess } = fiche;
  return site.finess === null ? finess === null && site.siret === siret : site.finess === finess;
}
