import { z } from 'zod';
import { Courriel, Telephone, texteLibre } from '../../machines/formulaires/champs.ts';
import { Etablissement } from '../../machines/formulaires/etablissement.ts';
import { procedures } from '../../machines/index.ts';
import { FaitDit } from './parse-fact.ts';

const paths = procedures.filter(({ genre }) => genre === 'dossier').map(({ id }) => id);

/** A null FINESS declares that there is none (A3), unless what is said beside it denies that. */
const EtablissementOuvert = z.preprocess((saisie) => {
  if (typeof saisie !== 'object' || saisie === null || !('finess' in saisie) || saisie.finess !== null) return saisie;
  return 'sansFiness' in saisie ? saisie : { ...saisie, sansFiness: true };
}, Etablissement);

/** What is sent to open a dossier. */
export const DossierOuvert = z.strictObject({
  procedure: z.enum(paths, `Choisissez la procédure parmi : ${paths.join(', ')}.`),
  etablissement: EtablissementOuvert,
  groupementId: z.string().max(64).nullable().optional(),
});

export type DossierOuvert = z.output<typeof DossierOuvert>;

/** What is sent to open a groupement. */
export const GroupementOuvert = z.strictObject({
  nom: texteLibre('Nom du groupement'),
  genre: z.enum(['ght', 'groupe-prive']).meta({ title: 'Genre : GHT ou groupe privé' }),
  dsi: z
    .union([
      texteLibre('Contact de la DSI'),
      z.strictObject({
        nom: texteLibre('Nom'),
        courriel: Courriel.optional(),
        telephone: Telephone.optional(),
      }),
    ])
    .nullable()
    .optional()
    .meta({ title: 'DSI' }),
});

export type GroupementOuvert = z.output<typeof GroupementOuvert>;

/** What is sent to open a dossier, with its groupement when it is new (null when it has one already, or none), and what is already known. */
export const OuvertureEntiere = z.strictObject({
  dossier: DossierOuvert,
  groupement: GroupementOuvert.nullable(),
  faits: z.array(FaitDit),
});

/** The path that the sites of each kind of groupement follow. */
export const pathOfGenre = { ght: 'public-ght', 'groupe-prive': 'prive-groupe' } as const;
