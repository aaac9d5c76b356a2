import { certificat } from '../../../../machines/certificat/procedure.ts';
import type { Procedure } from '../../../../machines/procedure.ts';
import type { StepMeta } from '../../../../machines/step.ts';
import { daysBetween } from '../../../days.ts';
import type { Compte } from '../../../delays.ts';
import { chartOf } from '../../../diagrams/chart.ts';
import { descendants } from '../../../engine/graph/independence.ts';
import { pathOf } from '../../../engine/state-info.ts';
import type { Etape, Fait, Suite } from './case.ts';

/** What is shown of a case: what is to be done first, then the rest. */
export type Board = ReturnType<typeof boardOf>;

/**
 * Sets out the steps of a case: the one to be done first on the shortest way to the end, null when nothing is asked for any more; those that
 * the way asks for as well and that may be done at once; all the others by region of the machine, or by certificate.
 */
export function boardOf(procedure: Procedure, suite: Suite) {
  const { restant } = suite;
  const { etapes, autresFaits } = withChoices(suite);
  const wanted = new Set(restant.etapes.map(({ type }) => type));
  const onTheWay = restant.etapes.flatMap(({ type }) => stepWaitingFor(etapes, type));
  const found = firstOf(procedure, etapes, onTheWay);
  const first = found && isIdle(procedure, found) ? undefined : found;
  const [own, theirs] = [hearingOf(procedure), hearingOf(certificat)];
  const acteOf = (etape: Etape) => (isChoice(etape) ? null : mainFact(etape, wanted, etape.certificat ? theirs : own));
  const others = [...new Set(onTheWay)].filter((etape) => etape !== first);
  return {
    prochaine: first ? { etape: first, acte: acteOf(first) } : null,
    aussi: others.flatMap((etape) => {
      const acte = acteOf(etape);
      return acte?.accepte && wanted.has(acte.type) && etape.nature !== 'attente' ? [{ etape, acte }] : [];
    }),
    regions: regionsOf(
      procedure,
      etapes.filter((etape) => etape !== first),
    ),
    autres: autresFaits,
  };
}

/** Of each fact, who brings it and how many states take it. */
type Hearing = ReadonlyMap<string, { acteur: string | null; etats: number }>;

/** The steps that decide of what other steps take as well, each with those facts: what to do is for whoever decides, and nothing of it is advised. */
const decisions = new Map(
  descendants(certificat.machine.root).flatMap((node) => {
    const { aussi } = (node.meta ?? {}) as Partial<StepMeta>;
    return aussi ? [[pathOf(node), aussi] as const] : [];
  }),
);

/** Whether a step is a decision whose answers weigh the same. */
export function isChoice({ id }: Pick<Etape, 'id'>): boolean {
  return decisions.has(id);
}

/** The steps and other facts, what may be answered to a decision standing at its step alone. */
function withChoices({ etapes, autresFaits }: Suite): Pick<Suite, 'etapes' | 'autresFaits'> {
  const answers = etapes.filter(isChoice).flatMap(({ faits }) => faits.filter(({ accepte }) => accepte));
  const isElsewhere = (fait: Fait) => !answers.some(({ type, vers }) => type === fait.type && vers === fait.vers);
  return {
    etapes: etapes.map((etape) => {
      const aussi = decisions.get(etape.id);
      if (!aussi) return { ...etape, faits: etape.faits.filter(isElsewhere) };
      const rank = ({ type }: Fait) => Number(!aussi.includes(type));
      return { ...etape, faits: etape.faits.toSorted((a, b) => rank(a) - rank(b)) };
    }),
    autresFaits: autresFaits.filter(isElsewhere),
  };
}

/** Whether somebody does it, or answers it: what happens and what is merely found is never advised (A29). */
function isDone({ sorte }: Fait): boolean {
  return sorte === 'demarche' || sorte === 'reponse';
}

/**
 * The fact that ends a step: on the shortest way if it may be, else one that the step is asked for, else the one that fewest other states take,
 * brought by whom the step waits for; accepted if it may be, never one that leads nowhere while another waits. What is found comes where
 * nothing is to be done.
 */
function mainFact({ faits: all, acteur, exigence }: Etape, wanted: ReadonlySet<string>, hearing: Hearing): Fait | null {
  const done = all.filter(isDone);
  const faits = done.length > 0 ? done : all.filter(({ sorte }) => sorte === 'constat');
  const [accepted, refused] = [faits.filter(({ accepte }) => accepte), faits.filter(({ accepte }) => !accepte)];
  const heard = ({ type }: Fait) => hearing.get(type)?.etats ?? 0;
  const strange = ({ type }: Fait) => Number(hearing.get(type)?.acteur !== acteur);
  const sorted = accepted.toSorted((a, b) => heard(a) - heard(b) || strange(a) - strange(b) || rank(a) - rank(b));
  const leading = sorted.filter(({ restantApres }) => restantApres !== null);
  const asked = sorted.find(({ type }) => exigence.parmi.includes(type));
  return leading.find(({ type }) => wanted.has(type)) ?? asked ?? leading[0] ?? refused[0] ?? accepted[0] ?? null;
}

function hearingOf(procedure: Procedure): Hearing {
  const told = Map.groupBy(chartOf(procedure).transitions, ({ fait }) => fait ?? '');
  return new Map(
    [...told].map(([type, some]) => [
      type,
      { acteur: some[0]?.acteur ?? null, etats: new Set(some.map(({ de }) => de)).size },
    ]),
  );
}

/** How a step stands against the delays in force, which are ours (A12). */
export type Delai = ReturnType<typeof delayOf>;

/**
 * Days since a step is current, and its delay, which runs since something can be done: the last usual day (YYYY-MM-DD), that after which it
 * is late, and days beyond that one, on the day `jour`; no delay while it waits for somebody else.
 */
export function delayOf({ id, depuis, possibleDepuis, acteur }: Etape, jour: string, compte: Compte) {
  const jours = Math.max(0, daysBetween(depuis, jour));
  if (possibleDepuis === null) return { jours, delai: null, retard: 0 };
  const awaited = { acteur, etape: id };
  const limite = compte.limite(awaited, possibleDepuis);
  const delai = { usuel: compte.usuel(awaited, possibleDepuis), limite };
  return { jours, delai, retard: Math.max(0, daysBetween(limite, jour)) };
}

function regionTitle({ machine }: Procedure, id: string): string {
  const { libelle } = (machine.root.states[id]?.meta ?? {}) as { libelle?: string };
  return libelle ?? id;
}

function stepWaitingFor(etapes: readonly Etape[], type: string): Etape[] {
  const waits = (etape: Etape) => etape.faits.some((fait) => fait.type === type);
  const found = etapes.find((etape) => waits(etape) && etape.faits.some((fait) => fait.type === type && fait.accepte));
  return found ? [found] : etapes.filter(waits).slice(0, 1);
}

/**
 * The parts that a return touches come first, then what anybody must do, before what depends on it, a certificate that is begun before one
 * that is awaited; once nothing is obligatory, what is recommended: an alert, what the procedure asks for, a renewal, then the rest.
 */
function firstOf(procedure: Procedure, etapes: readonly Etape[], onTheWay: readonly Etape[]): Etape | undefined {
  const isOpen = ({ faits }: Etape) => faits.some((fait) => fait.accepte && isDone(fait));
  const isAsked = ({ nature }: Etape) => nature === 'obligatoire' || nature === 'attente';
  const isTouched = ({ id, retour }: Etape) =>
    retour?.motifs.some(({ partie }) => id.split('.').includes(`partie${partie}`)) ?? false;
  const open = onTheWay.filter(isOpen);
  const asked = open.find(isAsked) ?? etapes.find((etape) => isAsked(etape) && isOpen(etape));
  const isToDo = ({ certificat, nature }: Etape) => certificat !== null && nature === 'obligatoire';
  const begun = asked?.certificat ? etapes.find((etape) => isToDo(etape) && isOpen(etape)) : undefined;
  const advised = etapes.filter((etape) => etape.nature === 'recommandee' && isOpen(etape));
  return (
    open.find(isTouched) ??
    begun ??
    asked ??
    open[0] ??
    onTheWay[0] ??
    advised.toSorted((a, b) => weight(procedure, b) - weight(procedure, a))[0]
  );
}

/** Whether a step is help that one may ask for on the way: a dossier that needs nothing more does without. */
function isIdle(procedure: Procedure, etape: Etape): boolean {
  return procedure.genre === 'dossier' && etape.nature === 'recommandee' && weight(procedure, etape) === 0;
}

/** How much a step that is merely recommended matters. */
function weight({ machine }: Procedure, etape: Etape): number {
  if (isChoice(etape)) return 3;
  if (etape.certificat !== null) return 1;
  const node = etape.id
    .split('.')
    .reduce<Procedure['machine']['root'] | undefined>((at, key) => at?.states[key], machine.root);
  return (node?.meta as StepMeta | undefined)?.nature === 'obligatoire' ? 2 : 0;
}

function rank({ restantApres }: Fait): number {
  return restantApres ?? Number.POSITIVE_INFINITY;
}

function regionsOf(procedure: Procedure, etapes: readonly Etape[]) {
  const order = Object.keys(procedure.machine.root.states);
  const keyOf = ({ id, certificat }: Etape) => certificat ?? id.split('.')[0] ?? id;
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...Map.groupBy(etapes, keyOf)]
    .map(([id, some]) => {
      const certificat = some[0]?.certificat ?? null;
      return { id, certificat, etapes: some, titre: certificat ? certificateTitle(some) : regionTitle(procedure, id) };
    })
    .sort((a, b) => place(a.id) - place(b.id));
}

/** « Certificat à retirer (AUTH, Alix Durand) » tells whose it is between brackets. */
function certificateTitle([etape]: readonly Etape[]): string {
  const [, whose] = /\(([^()]+)\)$/.exec(etape?.libelle ?? '') ?? [];
  return whose ? `Certificat ${whose}` : 'Certificat';
}
