import type { Contenu, Formule, Motif, Saisie, Valeur } from './claim.ts';
import type { Fait } from './traced.ts';

/** How many cases a claim is about, and whether it holds of them all. */
export type Verdict = { cas: number; holds: boolean };

/** Whether the cuts are all the minimal sets that meet every path: then no other cut is minimal. */
export function areDual(coupes: readonly string[][], chemins: readonly string[][]): boolean {
  const meets = (set: readonly string[]) => chemins.every((chemin) => chemin.some((type) => set.includes(type)));
  const isMinimal = (set: readonly string[]) => set.every((type) => !meets(set.filter((other) => other !== type)));
  const covers = (set: readonly string[]) => coupes.some((coupe) => coupe.every((type) => set.includes(type)));
  const isComplete = (chosen: readonly string[], rest: readonly string[][]): boolean => {
    const [next, ...others] = rest.filter((chemin) => !chemin.some((type) => chosen.includes(type)));
    return covers(chosen) || next?.every((type) => isComplete([...chosen, type], others)) === true;
  };
  return coupes.every((coupe) => meets(coupe) && isMinimal(coupe)) && isComplete([], chemins);
}

export function isTrue(formule: Formule | undefined, etat: readonly string[] = []): boolean {
  if (formule === undefined) return true;
  if (typeof formule === 'string') return etat.some((held) => held === formule);
  if ('non' in formule) return !isTrue(formule.non, etat);
  return 'et' in formule
    ? !formule.et.some((part) => !isTrue(part, etat))
    : formule.ou.some((part) => isTrue(part, etat));
}

export function isOf({ faits = [], sauf = [], derive, saisie = {}, perimee }: Motif, told: Fait): boolean {
  return (
    (faits.length === 0 || faits.includes(told.type)) &&
    !sauf.includes(told.type) &&
    (derive === undefined || derive === told.derive) &&
    isSaid(saisie, told) &&
    (perimee === undefined || perimee === hasLapsed(told))
  );
}

/** A card is what has both a type and an end. */
function hasLapsed(fait: Fait): boolean {
  const { saisie } = fait;
  const flat = flatOf(fait);
  const ends = [...flat.keys()].filter((path) => path === 'fin' || path.endsWith('.fin'));
  const isCard = (path: string) => typeof flat.get(`${path.slice(0, -'fin'.length)}type`) === 'string';
  return ends.some(
    (path) => isCard(path) && typeof flat.get(path) === 'string' && `${flat.get(path)}` < `${saisie['date']}`,
  );
}

export function isSaid(said: Saisie, fait: Fait): boolean {
  const flat = flatOf(fait);
  return Object.entries(said).every(([path, value]) => flat.get(path) === value);
}

const flats = new WeakMap<Fait, Map<string, unknown>>();

export function flatOf(fait: Fait): Map<string, unknown> {
  const flat = flats.get(fait) ?? new Map(flatten(fait.saisie));
  flats.set(fait, flat);
  return flat;
}

/** Whether each path of a content leads somewhere in one thing at least. */
export function isBorne(contenu: Contenu, things: readonly unknown[]): boolean {
  return Object.keys(contenu).every((path) => things.some((thing) => at(thing, path) !== undefined));
}

export function isHeld(contenu: Contenu, thing: unknown, around: { saisie: unknown; contexte: unknown }): boolean {
  return !Object.entries(contenu).some(([path, value]) => textOf(at(thing, path)) !== textOf(meant(value, around)));
}

function meant(value: Valeur, { saisie, contexte }: { saisie: unknown; contexte: unknown }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'saisie' in value ? at(saisie, value.saisie) : at(contexte, value.contexte);
}

function at(thing: unknown, path: string): unknown {
  let here = thing;
  for (const key of path.split('.'))
    here = typeof here === 'object' && here !== null ? (here as never)[key] : undefined;
  return here;
}

/** Two things are the same when this is. */
export const textOf = (value: unknown) => JSON.stringify(value) ?? 'undefined';

function flatten(value: object, prefix = ''): [string, unknown][] {
  const size: [string, unknown][] = Array.isArray(value) ? [[`${prefix}length`, value.length]] : [];
  const inner = Object.entries(value).flatMap(([key, part]): [string, unknown][] =>
    typeof part === 'object' && part !== null ? flatten(part, `${prefix}${key}.`) : [[`${prefix}${key}`, part]],
  );
  return [...size, ...inner];
}

export const verdict = (cas: number, faults: number): Verdict => ({ cas, holds: cas > 0 && faults === 0 });
