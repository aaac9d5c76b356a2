import { z } from 'zod';
import { Courriel, IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';
import type { GenreReglage } from './catalogue.ts';

const AU_PLUS = 5;

const Jours = z.coerce
  .number('Saisissez un nombre de jours.')
  .int('Saisissez un nombre entier de jours.')
  .min(1, 'Saisissez un jour au moins.')
  .max(365, 'Saisissez 365 jours au plus.')
  .meta({ title: 'Jours' });

const Mois = z.coerce
  .number('Saisissez un nombre de mois.')
  .int('Saisissez un nombre entier de mois.')
  .min(1, 'Saisissez un mois au moins.')
  .max(600, 'Saisissez 600 mois au plus.')
  .meta({ title: 'Mois' });

const Adresses = z
  .array(Courriel)
  .min(1, 'Saisissez une adresse au moins.')
  .max(AU_PLUS, `Saisissez ${AU_PLUS} adresses au plus.`);

/** One of several e-mails is a fault of their line. */
const Courriels = z.string().transform((text, context) => {
  const read = Adresses.safeParse(text.split(/[\s,;]+/).filter((part) => part !== ''));
  for (const { message } of read.error?.issues ?? []) context.addIssue(message);
  return [...new Set(read.data)].join(', ');
});

const Web = z
  .string()
  .trim()
  .max(500)
  .check(
    z.url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: 'Saisissez l’adresse entière d’une page : https://exemple.fr/page.',
    }),
  );

const valeurs = {
  jours: Jours,
  mois: Mois,
  courriels: Courriels,
  web: Web,
  texte: texteLibre('Texte', 300),
} as const satisfies Record<GenreReglage, z.ZodType>;

/** A value to set, whatever the setting: its own schema follows from `cle`. */
export const ValeurPosee = z.strictObject({
  cle: z.string().min(1).max(120).meta({ title: 'Réglage' }),
  valeur: z.union([z.number(), z.string().max(2_000)]).meta({ title: 'Valeur' }),
  du: IsoDate.meta({ title: 'À partir du' }),
  au: IsoDate.nullable().default(null).meta({ title: 'Jusqu’au', description: 'Inclus ; sans fin s’il manque.' }),
  motif: texteLibre('Motif', 300).or(z.literal('')).default('').meta({ title: 'Motif' }),
});

/** The same, of a setting of that kind. */
export function valeurPosee(genre: GenreReglage) {
  return ValeurPosee.extend({ valeur: valeurs[genre] }).refine(({ du, au }) => au === null || au >= du, {
    path: ['au'],
    message: 'La fin ne précède pas le début.',
    when: ({ issues }) => issues.length === 0,
  });
}
