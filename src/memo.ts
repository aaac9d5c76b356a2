const KEPT = 20_000;

/** Keeps by name what takes long to make; all is forgotten once 20,000 are kept. */
export function memo<Value>(): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    return keep(known, key, make());
  };
}

/** Makes something of an object once, for as long as the object lives. */
export function memoOf<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** The same of what is promised; what fails, or is null, is not kept. */
export function promiseMemo<Value>(): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const forget = () => known.delete(key);
    const made = make();
    made.then((value) => value === null && forget(), forget);
    return keep(known, key, made);
  };
}

function keep<Kept>(known: Map<string, Kept>, key: string, made: Kept): Kept {
  if (known.size >= KEPT) known.clear();
  known.set(key, made);
  return made;
}
