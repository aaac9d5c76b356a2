import { type AnyMachineSnapshot, type AnyStateMachine, createMachine } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Family } from '../../../src/engine/decide.ts';
import { type MachineEvent, type Step, takeStep } from '../../../src/engine/transition.ts';
import { memoOf } from '../../../src/memo.ts';
import {
  begin,
  dossierOf,
  nameOf,
  openScene,
  type Played,
  pathOfScenes,
  playScene,
  type Scene,
  type Told,
  tell,
  toldIn,
} from '../family/scene.ts';
import { type Indexed, index } from '../reach.ts';
import type { Change, Way } from './changed.ts';

/** A scene that was played, with what its dossier heard: each snapshot and fact once, and who told it. */
export interface SoundFamily extends Played {
  scene: Scene;
  indexed: Indexed;
  /** By type of fact. */
  heard: ReadonlyMap<string, Heard[]>;
}

/** A fact that a dossier heard, and the facts told to its family by which it came. */
interface Heard {
  /** What it made of the dossier, as text. */
  made(): string;
  before: AnyMachineSnapshot;
  event: MachineEvent;
  by: Attempt[];
}

interface Attempt {
  from: number;
  told: Told;
  arete: number | null;
}

/** Plays a scene once for all that may change in its path. */
export const soundFamily = memoOf((scene: Scene): SoundFamily => {
  const path = pathOfScenes();
  const recorder = new Recorder(path.machine);
  const played = playScene(scene, { ...path, machine: recorder.watched() }, (from, told, arete) =>
    recorder.attribute({ from, told, arete }),
  );
  return { ...played, scene, indexed: index(played.graph), heard: recorder.heard };
});

/** Whether a dossier of the scene may hear such a fact, or begins elsewhere on a path than it does. */
export function mayChange(scene: Scene, path: Procedure, fait: string): boolean {
  const first = openScene(scene);
  const told = scene.offerts(first).some((one) => one.a === 'dossier' && one.fait.type === fait);
  const start = begin(scene, path);
  return (
    told ||
    path.facts[fait]?.derive === true ||
    start === null ||
    saidBy(dossierOf(start).snapshot) !== saidBy(dossierOf(first).snapshot)
  );
}

class Recorder {
  readonly #machine: AnyStateMachine;
  readonly heard = new Map<string, Heard[]>();
  readonly #known = new Map<string, Heard>();
  readonly #now = new Set<Heard>();
  readonly #names = new WeakMap<AnyMachineSnapshot, number>();
  readonly #numbers = new Map<string, number>();

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;
  }

  /** The same machine, whose every step is noted. */
  watched(): AnyStateMachine {
    const { config, implementations } = this.#machine;
    const machine = createMachine(config as never, implementations as never) as AnyStateMachine;
    const { transition } = machine;
    machine.transition = (snapshot, event, scope) => {
      this.#note(snapshot as AnyMachineSnapshot, event as MachineEvent);
      return transition.call(machine, snapshot, event, scope);
    };
    return machine;
  }

  /** What was heard since the last time came of that. */
  attribute(attempt: Attempt): void {
    for (const heard of this.#now) heard.by.push(attempt);
    this.#now.clear();
  }

  #note(before: AnyMachineSnapshot, event: MachineEvent): void {
    const name = `${this.#numberOf(before)} ${numbered(JSON.stringify(event), this.#numbers)}`;
    const known = this.#known.get(name);
    let made: string | undefined;
    const heard = known ?? {
      before,
      event,
      by: [],
      made: () => {
        made ??= textOf(takeStep(movedTo(this.#machine, before), event));
        return made;
      },
    };
    this.#now.add(heard);
    if (known) return;
    this.#known.set(name, heard);
    const alike = this.heard.get(event.type) ?? [];
    alike.push(heard);
    this.heard.set(event.type, alike);
  }

  #numberOf(snapshot: AnyMachineSnapshot): number {
    const known = this.#names.get(snapshot);
    if (known !== undefined) return known;
    const number = numbered(saidBy(snapshot), this.#numbers);
    this.#names.set(snapshot, number);
    return number;
  }
}

function numbered(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

function saidBy({ value, context }: AnyMachineSnapshot): string {
  return JSON.stringify([value, context]);
}

/** What a path changes in a family, whose dossier treats one type of fact otherwise. */
export class FamilyChange implements Change {
  readonly #sound: SoundFamily;
  readonly #path: Procedure;
  readonly #odd = new Map<number, Told[]>();
  readonly #replaced = new Set<number>();
  readonly #families: Family[] = [];
  readonly #ranks = new Map<string, number>();

  constructor(sound: SoundFamily, path: Procedure, fait: string) {
    this.#sound = sound;
    this.#path = path;
    const moved = memoOf((before: AnyMachineSnapshot) => movedTo(path.machine, before));
    for (const { made, before, event, by } of sound.heard.get(fait) ?? []) {
      if (made() === textOf(takeStep(moved(before), event))) continue;
      for (const { from, told, arete } of by) {
        this.#odd.set(from, [...(this.#odd.get(from) ?? []), told]);
        if (arete !== null) this.#replaced.add(arete);
      }
    }
  }

  /** Null when the path refuses what leads to where the scene begins. */
  start(): number | null {
    const { scene, ranks, families } = this.#sound;
    const first = begin(scene, this.#path);
    if (!first) return null;
    const name = nameOf(first);
    const known = ranks.get(name);
    if (known !== undefined) return known;
    this.#ranks.set(name, families.length);
    return families.length + this.#families.push(first) - 1;
  }

  /** Whether the family stays as it is, whatever it is told. */
  isNothing(): boolean {
    return this.#odd.size === 0;
  }

  isOdd(etat: number): boolean {
    return this.#odd.has(etat);
  }

  isReplaced(arete: number): boolean {
    return this.#replaced.has(arete);
  }

  *instead(etat: number): Iterable<Way> {
    yield* this.#ways(this.#at(etat), new Set(this.#odd.get(etat)));
  }

  *from(etat: number): Iterable<Way> {
    const family = this.#at(etat);
    yield* this.#ways(family, toldIn(this.#sound.scene, family));
  }

  words(etat: number): string[] {
    return this.#sound.wordsOf(this.#at(etat));
  }

  /** A family, its dossier on the path that changed. */
  #at(etat: number): Family {
    const { families } = this.#sound;
    const family = (families[etat] ?? this.#families[etat - families.length]) as Family;
    const dossier = dossierOf(family);
    const moved = { ...dossier, procedure: this.#path, snapshot: movedTo(this.#path.machine, dossier.snapshot) };
    return { ...family, dossiers: [moved] };
  }

  *#ways(family: Family, all: Iterable<Told>): Iterable<Way> {
    const { scene, rankOf, ranks, families } = this.#sound;
    for (const told of all) {
      const after = tell(scene, family, told);
      if (!after) continue;
      const name = nameOf(after);
      yield {
        lot: rankOf(told),
        dits: 0,
        contexte: 0,
        isLate: false,
        rank: () => ranks.get(name) ?? this.#ranks.get(name),
        enter: () => {
          const rank = families.length + this.#families.push(after) - 1;
          this.#ranks.set(name, rank);
          return rank;
        },
      };
    }
  }
}

function movedTo(machine: AnyStateMachine, { value, context }: AnyMachineSnapshot): AnyMachineSnapshot {
  return machine.resolveState({ value, context }) as AnyMachineSnapshot;
}

function textOf(step: Step | null): string {
  return step === null ? '' : JSON.stringify([step.snapshot.value, step.snapshot.context, step.effects]);
}
