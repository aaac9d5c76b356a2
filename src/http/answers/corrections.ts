import { z } from 'zod';
import type { Genre } from '../../store/genre.ts';
import { prochainesEtapes } from './next-steps.ts';
import { Avertissement, Jour, Manque } from './vocabulary.ts';

const texte = z.string();
const ligne = { rang: z.int(), type: texte, libelle: texte, date: Jour };

const Retiree = z
  .strictObject({
    ...ligne,
    auteur: texte,
    derive: z.boolean().meta({ description: 'Si elle découlait d’un autre fait' }),
    cause: z.enum(['refuse', 'echeance', 'date']).meta({
      description:
        '« refuse » : le fait ne serait plus accepté ; « echeance » : sa date ne viendrait plus ; « date » : il serait daté avant « anterieur »',
    }),
    manque: z.array(Manque),
    anterieur: z
      .strictObject({ type: texte, libelle: texte, date: Jour })
      .nullable()
      .meta({ description: 'Le fait dont celui-ci dépend et qui viendrait après lui' }),
  })
  .meta({ id: 'LigneRetiree', description: 'Une ligne qui ne tiendrait plus' });

const LigneNommee = z.strictObject(ligne).meta({ id: 'LigneCorrigee' });
const EtatsChanges = z
  .strictObject({ quittes: z.array(texte), atteints: z.array(texte) })
  .meta({ id: 'EtatsChanges', description: 'Les étapes qui ne seraient plus en cours, et celles qui le seraient' });

/** What a correction would change of a case of that kind. */
export function apercuCorrection(genre: Genre) {
  return z.strictObject({
    version: z.int().meta({ description: 'À renvoyer à la confirmation' }),
    ligne: LigneNommee,
    retires: z.array(Retiree).meta({ description: 'Leurs rangs sont à renvoyer à la confirmation, dans cet ordre' }),
    etats: EtatsChanges,
    prochainesEtapes: prochainesEtapes[genre],
    avertissements: z.array(Avertissement),
  });
}

/** What became of a line that no longer stands. */
export const Corrigee = z
  .strictObject({
    par: z.int().meta({ description: 'Le rang de la correction' }),
    sort: z.enum(['retire', 'remplace', 'entraine']).meta({
      description: 'Retirée pour elle-même, remplacée, ou entraînée par la correction d’une autre',
    }),
    remplacant: z.int().nullable().meta({ description: 'Le rang de la ligne qui la remplace' }),
  })
  .meta({ id: 'Corrigee' });
