import { type AnyStateMachine, assign, createMachine, emit } from 'xstate';
import { placeOf } from '../../machines/guard.ts';

/** A machine whose closures are watched: what they read and write of the context is noted. */
export interface Watched {
  machine: AnyStateMachine;
  /** From here on, `read` and `written` begin anew. */
  begin(): void;
  /** The fields that closures asked for; null when an action could have asked for any. */
  read(): ReadonlySet<string> | null;
  written(): ReadonlySet<string>;
  /** A context that notes what is asked of it as if a guard did. */
  show(context: object): object;
  /**
   * Every place of the context, by dotted path (`administrateurs.*.carte.fin`), that has decided something so far: read by a guard or by
   * what is told, or to write what such a place holds. Null when an action could have read any.
   */
  deciding(): ReadonlySet<string> | null;
}

type Args = { context: object; event: unknown };
type Closure = (args: Args, params: unknown) => unknown;
type Act = Closure & { type?: string; assignment?: unknown; event?: unknown };
type Transition = string | { actions?: unknown };
type Config = { on?: Record<string, unknown>; states?: Record<string, Config>; entry?: unknown; exit?: unknown };

/**
 * The same machine, with its guards and actions shown a context that notes which of its places they ask for. A machine is pure: another
 * context that says the same there is changed in the same way.
 */
export function watch(machine: AnyStateMachine): Watched {
  const notes = new Notes();
  const { guards } = machine.implementations;
  const config = rewrite(machine.config as Config, notes);
  const implementations = {
    ...machine.implementations,
    guards: mapValues(guards, (guard) => watchGuard(guard as Closure, notes)),
  };
  return {
    machine: createMachine(config as never, implementations as never) as AnyStateMachine,
    begin: () => notes.begin(),
    read: () => (notes.isBlind ? null : notes.read),
    written: () => notes.written,
    show: (context) => notes.show(context, notes.decided),
    deciding: () => notes.deciding(),
  };
}

/** What one assignment ever read and wrote. */
interface Trace {
  read: Set<string>;
  written: Set<string>;
}

/** Where a view stands, and what is noted of it. */
interface Place {
  path: string;
  paths: Set<string>;
  view(target: object, path: string): object;
}

class Notes {
  read = new Set<string>();
  written = new Set<string>();
  isBlind = false;
  readonly decided = new Set<string>();
  readonly #traces = new Map<Act, Trace>();
  readonly #targets = new WeakMap<object, object>();

  begin(): void {
    this.read = new Set();
    this.written = new Set();
  }

  traceOf(act: Act): Trace {
    const trace = this.#traces.get(act) ?? { read: new Set(), written: new Set() };
    this.#traces.set(act, trace);
    return trace;
  }

  /** The same object is always the same view within one. */
  show(context: object, paths: Set<string>): object {
    const views = new Map<object, object>();
    const view = (target: object, path: string): object => {
      const made =
        views.get(target) ?? new Proxy(target, { get: (_, field) => this.#get(target, field, { path, paths, view }) });
      views.set(target, made);
      this.#targets.set(made, target);
      return made;
    };
    return view(context, '');
  }

  #get(target: object, field: string | symbol, { path, paths, view }: Place): unknown {
    const value = Reflect.get(target, field);
    if (typeof field === 'symbol' || typeof value === 'function') return value;
    if (path === '') this.read.add(field);
    const key = Array.isArray(target) && field !== 'length' ? '*' : field;
    const inner = path === '' ? key : `${path}.${key}`;
    paths.add(inner);
    return typeof value === 'object' && value !== null ? view(value, inner) : value;
  }

  /** What a closure gives, with what it was shown in place of the views. */
  unveil(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const target = this.#targets.get(value);
    if (target) return target;
    return Array.isArray(value)
      ? value.map((part) => this.unveil(part))
      : mapValues(value, (part) => this.unveil(part));
  }

  /** What is read to write what decides decides too. */
  deciding(): ReadonlySet<string> | null {
    if (this.isBlind) return null;
    const paths = new Set(this.decided);
    for (let size = -1; size !== paths.size; ) {
      size = paths.size;
      const fields = new Set([...paths].map((path) => path.split('.')[0] as string));
      for (const { read, written } of this.#traces.values()) {
        if (!written.isDisjointFrom(fields)) for (const path of read) paths.add(path);
      }
    }
    return paths;
  }
}

function watchGuard(guard: Closure, notes: Notes): Closure {
  if (placeOf(guard) !== null) return guard;
  return (args, params) => guard({ ...args, context: notes.show(args.context, notes.decided) }, params);
}

function watchAction(act: Act, notes: Notes): unknown {
  const { type, assignment, event } = act;
  if (type === 'xstate.assign') {
    return assign((args) => {
      const trace = notes.traceOf(act);
      const shown = { ...args, context: notes.show(args.context, trace.read) };
      const changes = notes.unveil(changesOf(assignment, shown)) as object;
      for (const field of Object.keys(changes)) {
        trace.written.add(field);
        notes.written.add(field);
      }
      return changes as never;
    });
  }
  if (type !== 'xstate.emit') notes.isBlind = true;
  if (type !== 'xstate.emit' || typeof event !== 'function') return act;
  const told = event as Closure;
  return emit(((args: Args) =>
    notes.unveil(told({ ...args, context: notes.show(args.context, notes.decided) }, undefined))) as never);
}

/** What an assignment makes of the context, written whole or field by field. */
function changesOf(assignment: unknown, args: Args): object {
  const made = (value: unknown) => (typeof value === 'function' ? (value as Closure)(args, undefined) : value);
  return typeof assignment === 'function' ? (made(assignment) as object) : mapValues(assignment as object, made);
}

function rewrite({ on, states, entry, exit, ...config }: Config, notes: Notes): Config {
  const actions = (written: unknown) => [written ?? []].flat().map((act) => watchAction(act as Act, notes));
  const transitions = (written: unknown) =>
    [written].flat().map((one) => {
      const transition = one as Transition;
      return typeof transition === 'string' ? transition : { ...transition, actions: actions(transition.actions) };
    });
  return {
    ...config,
    ...(on && { on: mapValues(on, transitions) }),
    ...(states && { states: mapValues(states, (state) => rewrite(state as Config, notes)) }),
    entry: actions(entry),
    exit: actions(exit),
  };
}

function mapValues<T>(record: object, change: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
