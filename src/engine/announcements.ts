import { z } from 'zod';
import type { OfferedFact } from '../../machines/effect.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { memoOf } from '../memo.ts';
import type { Instance } from './instance.ts';
import { seal } from './parse-fact.ts';
import { daysAfter } from './since.ts';
import { type MachineEvent, takeStep } from './transition.ts';

/** Who told what follows from it, and when (ISO instant). */
const Telling = z.strictObject({ auteur: z.string(), enregistreLe: z.string() });
export type Telling = z.output<typeof Telling>;

const Annonce = z.strictObject({
  /** Its rank among all that its case announced, from 1 on. */
  rang: z.int().min(1),
  fait: z.looseObject({ type: z.string(), date: z.string() }),
  dit: Telling,
});
type Annonce = z.output<typeof Annonce>;
const Faits = z.array(z.array(Annonce));

/**
 * What a case has announced to its children: how many times, and what; one list for each thing that it relays, in the order of `relais`.
 * Children are not written when it announces: they hear when they are read.
 */
export interface Annonces {
  nombre: number;
  faits: readonly (readonly Annonce[])[];
}

/** A fact that was heard, as a journal will say it. */
interface Heard {
  event: MachineEvent;
  saisie: string;
  dit: Telling;
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
  { date, dit }: { date: string; dit: Telling },
): Annonces {
  let rang = nombre;
  const places = Math.max(faits.length, ...[...changed.keys()].map((place) => place + 1));
  const told = Array.from({ length: places }, (_, place) => {
    const [before, fait] = [faits[place] ?? [], changed.get(place)];
    return fait ? lasting([...before, { rang: ++rang, fait: { ...fait, date }, dit }]) : before;
  });
  return { nombre: rang, faits: told };
}

/** More announcements of one thing than that are no life of an establishment, and every act writes them all. */
const MOST = 100;

/** Beyond those, the last and the first that said the same, with the one before, which said otherwise: they lead where all of them do. */
function lasting(all: readonly Annonce[]): readonly Annonce[] {
  if (all.length <= MOST) return all;
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
  return unheard.reduce((before, annonce) => heardBy(before, sealed(annonce)), from);
}

/** Sealed once for all who hear it. */
const sealed = memoOf(({ fait, dit }: Annonce): Heard => ({ ...seal(fait), dit }));

function heardBy(child: Instance, heard: Heard): Instance {
  const step = takeStep(child.snapshot, heard.event);
  if (!step) return child;
  const { snapshot } = step;
  const ouies = { ...child.ouies, faits: [...child.ouies.faits, heard] };
  return { ...child, snapshot, ...daysAfter(child.procedure, child, snapshot, heard.event), ouies };
}

/** When (ISO instant) a case announced something last; empty for never. */
export function announcedAt({ faits }: Annonces): string {
  return faits.flat().reduce((last, { dit: { enregistreLe } }) => (enregistreLe > last ? enregistreLe : last), '');
}

/** What a row keeps of it: the rank of the last announcement that a case made, or that a certificate heard, and those made, as JSON. */
export function recordAnnonces({ procedure, annonces, entendu }: Instance): { annonce: number; annonces: string } {
  const annonce = procedure.genre === 'certificat' ? entendu : annonces.nombre;
  return { annonce, annonces: JSON.stringify(annonces.faits) };
}

/** The same as a sound row kept it; null when the text is nothing of it. */
export function restoreAnnonces(
  { genre }: Procedure,
  { annonce, annonces }: { annonce: number; annonces: string },
): Pick<Instance, 'annonces' | 'entendu' | 'ouies'> | null {
  const { data: faits } = Faits.safeParse(JSON.parse(annonces));
  if (!faits) return null;
  const [nombre, entendu] = genre === 'certificat' ? [0, annonce] : [annonce, 0];
  return { annonces: { nombre, faits }, entendu, ouies: RIEN_OUI };
}

/** The version that the row of an instance has, which has not been written since it heard; 0 for one that has none yet. */
export function versionKept(instance: Pick<Instance, 'version' | 'ouies'> | undefined): number {
  return instance ? instance.version - instance.ouies.nombre : 0;
}
