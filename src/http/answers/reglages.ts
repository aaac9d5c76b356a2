import { z } from 'zod';
import { destinataires } from '../../desk/reglages/courriels/saisie.ts';
import { Instant, Jour } from './vocabulary.ts';

const texte = z.string();
const valeur = z.union([z.number(), texte]);

export const ValeurDatee = z
  .strictObject({
    rang: z.int(),
    cle: texte,
    valeur,
    du: Jour,
    au: Jour.nullable(),
    motif: texte,
    etat: z.enum(['en-vigueur', 'a-venir', 'remplacee', 'terminee', 'retiree']),
    poseLe: Instant,
    posePar: texte,
    retraitLe: Instant.nullable(),
    retraitPar: texte.nullable(),
  })
  .meta({ id: 'ValeurDatee', description: 'Une valeur d’un réglage et ses dates' });

export const Reglages = z.strictObject({
  le: Jour,
  reglages: z.array(
    z
      .strictObject({
        cle: texte,
        famille: z.enum(['delais', 'adresses']),
        libelle: texte,
        aide: texte,
        source: texte,
        genre: z.enum(['jours', 'courriels', 'web']),
        defaut: valeur.nullable(),
        valeur: valeur.nullable().meta({ description: 'Celle qui vaut ce jour-là ; null si aucune' }),
        histoire: z.array(ValeurDatee),
      })
      .meta({ id: 'Reglage' }),
  ),
});

export const Modele = z
  .strictObject({
    id: texte,
    nom: texte,
    objet: texte,
    corps: texte,
    destinataire: z.enum(Object.keys(destinataires) as [keyof typeof destinataires]),
    version: z.int().meta({ description: '0 tel que fourni' }),
    retire: z.boolean(),
    ecritLe: Instant.nullable(),
    ecritPar: texte.nullable(),
  })
  .meta({ id: 'ModeleDeCourriel' });
export const Modeles = z.strictObject({
  modeles: z.array(Modele),
  variables: z.record(texte, texte).meta({ description: 'Ce qui peut être écrit entre accolades' }),
});

export const Courriel = z
  .strictObject({
    a: texte.meta({ description: 'Adresses séparées par des virgules' }),
    objet: texte,
    corps: texte,
    aCompleter: z.array(texte),
  })
  .meta({ id: 'Courriel', description: 'Un courriel rempli, qui n’est pas envoyé' });
