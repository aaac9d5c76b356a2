import { z } from 'zod';
import { Courriel, IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';
import type { ValeurDatee } from '../../store/reglages.ts';
import type { Reglage } from './catalogue.ts';
import { DelaiEcrit, PLUS_LARGE } from './delais.ts';

/** Where a value stands on a day. */
type EtatValeur = 'en-vigueur' | 'a-venir' | 'remplacee' | 'terminee' | 'retiree';

/** A value of a setting, read, with where it stands on the day asked. */
export interface Valeur extends Omit<ValeurDatee, 'valeur'> {
  valeur: number | string;
  etat: EtatValeur;
}

/** The value that rules on `jour` (YYYY-MM-DD): of those that hold, the one that begins last, and of these the one set last. */
export function valeurAu(histoire: readonly ValeurDatee[], jour: string): ValeurDatee | null {
  return histoire.filter((one) => holds(one, jour)).reduce<ValeurDatee | null>(later, null);
}

/** Every value of a setting, newest first, with where each stands on `jour` (YYYY-MM-DD). */
export function histoireAu(histoire: readonly ValeurDatee[], jour: string): Valeur[] {
  const ruling = valeurAu(histoire, jour);
  return histoire.map((one) => ({ ...one, valeur: JSON.parse(one.valeur), etat: etatOf(one, jour, ruling) })).reverse();
}

function later(best: ValeurDatee | null, one: ValeurDatee): ValeurDatee {
  return best === null || one.du >= best.du ? one : best;
}

function holds({ du, au, retraitLe }: ValeurDatee, jour: string): boolean {
  return retraitLe === null && du <= jour && (au === null || au >= jour);
}

function etatOf(one: ValeurDatee, jour: string, ruling: ValeurDatee | null): EtatValeur {
  if (one.retraitLe !== null) return 'retiree';
  if (one.du > jour) return 'a-venir';
  if (one === ruling) return 'en-vigueur';
  return one.au !== null && one.au < jour ? 'terminee' : 'remplacee';
}

const AU_PLUS = 5;

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
  jours: DelaiEcrit,
  mois: Mois,
  courriels: Courriels,
  web: Web,
  texte: texteLibre('Texte', 300),
  choix: z.enum(['oui', 'non'], 'Répondez par oui ou par non.'),
} as const satisfies Record<Reglage['genre'], z.ZodType>;

/** A value to set, whatever the setting: its own schema follows from `cle`. */
export const ValeurPosee = z.strictObject({
  cle: z.string().min(1).max(120).meta({
    title: 'Réglage',
    description:
      'Un délai se règle par acteur (`delai.ans`), par étape (`delai.etape.contrat.attenteDecision`), et sur un parcours (`delai.ans@public-ght`).',
  }),
  valeur: z.union([z.number(), z.string().max(2_000)]).meta({
    title: 'Valeur',
    description: `D’un délai : un nombre de jours calendaires, ou « 10 jours ouvrés, limite 15 » ; « ${PLUS_LARGE} » rend la main au délai moins précis.`,
  }),
  du: IsoDate.meta({ title: 'À partir du' }),
  au: IsoDate.nullable().default(null).meta({ title: 'Jusqu’au', description: 'Inclus ; sans fin s’il manque.' }),
  motif: texteLibre('Motif', 300).or(z.literal('')).default('').meta({ title: 'Motif' }),
});

/** The same, of that setting: the wider delay rules again in the place of a narrower one alone. */
export function valeurPosee({ genre, defaut }: Pick<Reglage, 'genre' | 'defaut'>) {
  const own: z.ZodType<number | string> = valeurs[genre];
  const valeur = own.refine((set) => set !== PLUS_LARGE || defaut === null, 'Saisissez un nombre de jours.');
  return ValeurPosee.extend({ valeur }).refine(({ du, au }) => au === null || au >= du, {
    path: ['au'],
    message: 'La fin ne précède pas le début.',
    when: ({ issues }) => issues.length === 0,
  });
}

/** Every « non » of the settings that is not one of the identities too. */
export type ReglageRefusal =
  | { code: 'introuvable'; objet: 'reglage' | 'valeur' | 'modele'; id: string }
  /** A value that has begun is followed by another, never given up. */
  | { code: 'valeur-commencee'; du: string }
  /** Somebody has written another version meanwhile. */
  | { code: 'modele-modifie'; version: number };
