import { z } from 'zod';
import { ok } from '../../result.ts';
import { get, type Operation } from '../operation.ts';

const texte = z.string();
const AU_PLUS = 'Indiquez une limite de 1 à 50.';

const Etablissements = z.strictObject({
  repertoire: z
    .strictObject({ nombre: z.int(), importeLe: z.iso.datetime() })
    .nullable()
    .meta({ description: 'null tant qu’aucune extraction FINESS n’a été importée : rien ne se trouve alors' }),
  etablissements: z.array(
    z
      .strictObject({
        finess: texte.meta({ description: 'Celui du site' }),
        finessEj: texte.nullable().meta({ description: 'Celui de l’entité juridique' }),
        siret: texte.nullable(),
        denomination: texte,
        codePostal: texte,
        commune: texte,
        categorie: texte.nullable(),
        statut: texte.nullable().meta({ description: 'Sa participation au service public hospitalier' }),
      })
      .meta({ id: 'EtablissementDuRepertoire' }),
  ),
});

/** Finding establishments in the national register, whether they have a dossier or not. */
export function etablissementOperation(): Operation {
  return get('etablissements.chercher', '/etablissements', {
    query: z.strictObject({
      recherche: z
        .string('Indiquez un nom, un SIRET, un FINESS ou une commune.')
        .min(2, 'Indiquez au moins 2 caractères.')
        .max(200, 'Indiquez au plus 200 caractères.')
        .meta({
          description: 'Des mots du nom ou de la commune, dans n’importe quel ordre, ou un numéro ou son début',
        }),
      limite: z.coerce.number(AU_PLUS).int(AU_PLUS).min(1, AU_PLUS).max(50, AU_PLUS).default(20).meta({
        description: 'Combien au plus, de 1 à 50',
      }),
    }),
    summary: 'Chercher un établissement dans le répertoire FINESS',
    reply: { schema: Etablissements },
    answer({ services: { repertoire }, query: { recherche, limite } }) {
      return ok({
        body: { repertoire: repertoire.etat(), etablissements: repertoire.chercher(recherche, limite) },
      });
    },
  });
}
