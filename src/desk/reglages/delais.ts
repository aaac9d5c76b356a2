import { z } from 'zod';
import { findProcedure } from '../../../machines/index.ts';
import { acteurs } from '../../../machines/step.ts';
import type { Delai } from '../../delays.ts';
import { etapesConnues } from '../work/codes.ts';
import type { Reglage } from './catalogue.ts';

const PREFIXE = 'delai.';
const ETAPE = 'etape.';

/** The key of the delay of somebody (`ans`) or of a step (`etape.…`), on one path or on all. */
export function cleDelai(quoi: string, parcours?: string): string {
  return `${PREFIXE}${quoi}${parcours ? `@${parcours}` : ''}`;
}

/** What a key of a delay sets it for, as delays in force are found; null for any other key. */
export function portee(cle: string): string | null {
  return cle.startsWith(PREFIXE) ? cle.slice(PREFIXE.length) : null;
}

/** The setting of a delay narrower than that of somebody everywhere: of a step, of a path, or of both; null where there is none of that key. */
export function reglageDelai(cle: string): Reglage | null {
  const [quoi = '', parcours = null, ...more] = portee(cle)?.split('@') ?? [];
  const path = parcours === null ? null : findProcedure(parcours);
  const nom = nameOf(quoi);
  if (nom === null || more.length > 0 || (parcours !== null && path?.genre !== 'dossier')) return null;
  if (path === null && !quoi.startsWith(ETAPE)) return null;
  return {
    cle,
    famille: 'delais',
    libelle: path ? `${nom} – ${path.titre}` : nom,
    aide: 'Délai plus précis que celui de l’acteur : il vaut à sa place. Le plus précis l’emporte : étape sur un parcours, étape, acteur sur un parcours, acteur.',
    genre: 'jours',
    defaut: null,
    source: 'A12',
  };
}

function nameOf(quoi: string): string | null {
  if (Object.hasOwn(acteurs, quoi)) return acteurs[quoi as keyof typeof acteurs];
  const etape = etapesConnues.find(({ id }) => `${ETAPE}${id}` === quoi);
  return etape ? `${etape.libelle} (${acteurs[etape.acteur]})` : null;
}

/** What a narrower delay is set to so that the wider one rules again. */
export const PLUS_LARGE = 'plus large';
const ECRIT =
  /^(?<usuel>[^ ,]*)(?: jours?)?(?: (?<unite>ouvr[ée]s?|calendaires?))?(?: ?, ?limite (?<limite>[^ ,]*)(?: jours?)?)?$/iu;

const jours = (quoi: string) =>
  z.coerce
    .number(`Saisissez un nombre de jours${quoi}.`)
    .int(`Saisissez un nombre entier de jours${quoi}.`)
    .min(1, `Saisissez un jour au moins${quoi}.`)
    .max(365, `Saisissez 365 jours au plus${quoi}.`);
const Ecrit = z
  .object({ usuel: jours(''), unite: z.string().optional(), limite: jours(' pour la limite').optional() })
  .refine(({ usuel, limite = usuel }) => limite >= usuel, {
    path: ['limite'],
    message: 'La limite ne précède pas le délai usuel : saisissez autant de jours, ou plus.',
  });

/**
 * A delay as it is kept: a number of calendar days, or « 10 jours ouvrés, limite 15 ». Read from either, however it is typed; a narrower
 * one may give way to the wider.
 */
export const DelaiEcrit = z
  .union([z.number(), z.string().overwrite((text) => text.replace(/\s+/g, ' ').trim())])
  .transform((ecrit, context): number | string => {
    if (ecrit === PLUS_LARGE) return PLUS_LARGE;
    const read = Ecrit.safeParse(ECRIT.exec(`${ecrit}`)?.groups ?? { usuel: Number.NaN });
    if (read.success) return written(read.data);
    for (const { message } of read.error.issues) context.addIssue(message);
    return z.NEVER;
  })
  .meta({ title: 'Jours' });

function written({ usuel, unite = '', limite = usuel }: z.output<typeof Ecrit>): number | string {
  const isOuvres = /^ouvr/i.test(unite);
  if (!isOuvres && limite === usuel) return usuel;
  return `${usuel} jours${isOuvres ? ' ouvrés' : ''}${limite === usuel ? '' : `, limite ${limite}`}`;
}

/** A delay that was kept; null where the wider one rules. */
export function readDelai(valeur: number | string): Delai | null {
  const { usuel, limite, unite } = ECRIT.exec(`${valeur}`)?.groups ?? {};
  if (valeur === PLUS_LARGE || !usuel) return null;
  return { usuel: Number(usuel), limite: Number(limite ?? usuel), ouvres: /^ouvr/i.test(unite ?? '') };
}
