import { z } from 'zod';
import type { OfferedFact } from '../../machines/effect.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { memoOf } from '../memo.ts';
import type { Instance } from './instance.ts';
import { seal } from './parse-fact.ts';
import { daysAfter } from './since.ts';
import { type MachineEvent, takeStep } from './transition.ts';

const Annonce = z.strictObject({
  /** Its rank among all that its case announced, from 1 on. */
  rang: z.int().min(1),
  fait: z.looseObject({ type: z.string(), date: z.string() }),
});
type Annonce = z.output<typeof Annonce>;

/**
 * What a case has announced to its children: how many times, and by what of it a child learns where it stands, whatever it heard last; one
 * list for each thing that it relays, in the order of `relais`. Children are not written when it announces: they hear when they are read.
 */
const Annonces = z.strictObject({ nombre: z.int().min(0), faits: z.array(z.array(Annonce)) });
export type Annonces = Readonly<z.output<typeof Annonces>>;

/** A fact that was heard, as a journal will say it. */
interface Heard {
  event: MachineEvent;
  saisie: string;
}

/** What an instance has heard since it was written, that its next act writes before its own line; its version counts it already. */
export interface Ouies {
  nombre: number;
  faits: readonly Heard[];
}

export const RIEN_ANNONCE: Annonces = { nombre: 0, faits: [] };
export const RIEN_OUI: Ouies = { nombre: 0, faits: [] };

/** What stands announced once the facts of some `places` of `relais` have changed. */
export function announced(
  { nombre, faits }: Annonces,
  changed: ReadonlyMap<number, OfferedFact>,
  date: string,
): Annonces {
  let rang = nombre;
  const places = Math.max(faits.length, ...[...changed.keys()].map((place) => place + 1));
  const told = Array.from({ length: places }, (_, place) => {
    const [before, fait] = [faits[place] ?? [], changed.get(place)];
    return fait ? stillTelling([...before, { rang: ++rang, fait: { ...fait, date } }]) : before;
  });
  return { nombre: rang, faits: told };
}

/** The last announcement and the first that said the same, with the one before, which said otherwise: all that leads to where they lead. */
function stillTelling(all: readonly Annonce[]): Annonce[] {
  const last = all.length - 1;
  const other = all.findLastIndex(({ fait }) => fait.type !== all[last]?.fait.type);
  return all.filter((_, place) => place === other || place === other + 1 || place === last);
}

/** A child that has heard all that its parent announced. */
export function attuned(child: Instance, { annonces }: Pick<Instance, 'annonces'>): Instance {
  const { entendu } = child;
  if (entendu >= annonces.nombre) return child;
  const unheard = annonces.faits
    .flat()
    .filter(({ rang }) => rang > entendu)
    .sort((a, b) => a.rang - b.rang);
  const count = annonces.nombre - entendu;
  const ouies = { ...child.ouies, nombre: child.ouies.nombre + count };
  const from = { ...child, version: child.version + count, entendu: annonces.nombre, ouies };
  return unheard.reduce((before, { fait }) => heardBy(before, sealed(fait)), from);
}

/** Sealed once for all who hear it. */
const sealed = memoOf((fait: Annonce['fait']): Heard => seal(fait));

function heardBy(child: Instance, heard: Heard): Instance {
  const step = takeStep(child.snapshot, heard.event);
  if (!step) return child;
  const { snapshot } = step;
  const ouies = { ...child.ouies, faits: [...child.ouies.faits, heard] };
  return { ...child, snapshot, ...daysAfter(child.procedure, child, snapshot, heard.event), ouies };
}

/** What a row keeps of it: the announcements that a case made, or how many of its parent’s a certificate heard. */
export function recordAnnonces({ procedure, annonces, entendu }: Instance): string {
  return JSON.stringify(procedure.genre === 'certificat' ? { ...RIEN_ANNONCE, nombre: entendu } : annonces);
}

/** The same as it was kept; null when the text is nothing of it. */
export function restoreAnnonces(
  { genre }: Procedure,
  kept: string,
): Pick<Instance, 'annonces' | 'entendu' | 'ouies'> | null {
  const { data: annonces } = Annonces.safeParse(JSON.parse(kept));
  if (!annonces) return null;
  const own = genre === 'certificat' ? { annonces: RIEN_ANNONCE, entendu: annonces.nombre } : { annonces, entendu: 0 };
  return { ...own, ouies: RIEN_OUI };
}

/** The version that a row of an instance has: it has not been written since it heard. */
export function versionKept({ version, ouies }: Pick<Instance, 'version' | 'ouies'>): number {
  return version - ouies.nombre;
}
