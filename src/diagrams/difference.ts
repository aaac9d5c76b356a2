import { type Chart, type Etat, inWords, type Transition } from './chart.ts';

/** What one chart has and another has not, and what both have otherwise. */
export interface Difference {
  identiques: boolean;
  etats: Ecarts<Etat>;
  transitions: Ecarts<Transition>;
}

/** What was added, taken away, and changed. */
export interface Ecarts<T> {
  ajoutes: T[];
  retires: T[];
  modifies: { avant: T; apres: T; changements: Changement[] }[];
}

/** One thing that is said otherwise. */
interface Changement {
  champ: string;
  avant: Valeur;
  apres: Valeur;
}
type Valeur = string | boolean | null;

/** What changes from `avant` to `apres`, less the passage that each cites as its own: states by their path; transitions by the state that they leave and their fact, as near as may be. */
export function differenceOf(avant: Chart, apres: Chart): Difference {
  const isOwn: Same = (before, after) => before === avant.source && after === apres.source;
  const etats = ecarts([avant.etats, apres.etats], ({ id }) => id, changesIn(saidOfEtat, isOwn));
  const transitions = ecarts(
    [avant.transitions, apres.transitions],
    ({ de, fait }) => `${de} ${fait}`,
    changesIn(saidOfTransition, isOwn),
  );
  const all = [etats, transitions].flatMap(({ ajoutes, retires, modifies }) => [...ajoutes, ...retires, ...modifies]);
  return { identiques: all.length === 0, etats, transitions };
}

function saidOfEtat({ libelle, parent, genre, initial, acteur, nature, formulaire, source, echeances }: Etat) {
  return { libelle, parent, genre, initial, acteur, nature, formulaire, source, echeances: echeances.join(', ') };
}

function saidOfTransition({ vers, libelle, acteur, source, derive, sansCible, ...asked }: Transition) {
  const { ouvert, suspendu, exacte } = asked;
  const condition = exacte && inWords(exacte);
  return { vers, condition, libelle, acteur, source, derive, sansCible, ouvert, suspendu };
}

/** Whether the sources of both sides are each the passage of its own chart. */
type Same = (avant: Valeur, apres: Valeur) => boolean;
type Changes<T> = (avant: T, apres: T) => Changement[];

/** What bears the same name is compared: first what says the same, then the nearest. */
function ecarts<T>([before, after]: readonly [T[], T[]], nameOf: (one: T) => string, changes: Changes<T>): Ecarts<T> {
  const left = Map.groupBy(before, nameOf);
  const ajoutes: T[] = [];
  const modifies: Ecarts<T>['modifies'] = [];
  for (const [name, some] of Map.groupBy(after, nameOf)) {
    const old = left.get(name) ?? [];
    for (const apres of some.toSorted((a, b) => nearest(a, old, changes).length - nearest(b, old, changes).length)) {
      const [avant] = old.toSorted((a, b) => changes(a, apres).length - changes(b, apres).length);
      if (avant === undefined) ajoutes.push(apres);
      else {
        old.splice(old.indexOf(avant), 1);
        modifies.push({ avant, apres, changements: changes(avant, apres) });
      }
    }
  }
  return {
    ajoutes,
    retires: [...left.values()].flat(),
    modifies: modifies.filter(({ changements }) => changements.length > 0),
  };
}

function nearest<T>(apres: T, old: readonly T[], changes: Changes<T>): Changement[] {
  const all = old.map((avant) => changes(avant, apres));
  return all.reduce((best, some) => (some.length < best.length ? some : best), all[0] ?? []);
}

function changesIn<T>(said: (one: T) => Record<string, Valeur>, isOwn: Same): Changes<T> {
  return (avant, apres) => {
    const [before, after] = [said(avant), said(apres)];
    return Object.keys(before)
      .map((champ) => ({ champ, avant: before[champ] ?? null, apres: after[champ] ?? null }))
      .filter((one) => one.avant !== one.apres && !(one.champ === 'source' && isOwn(one.avant, one.apres)));
  };
}
