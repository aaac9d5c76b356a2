import { z } from 'zod';
import { acteurs } from '../../machines/step.ts';

const texte = z.string();
/** A day, YYYY-MM-DD. */
export const Jour = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Jour, AAAA-MM-JJ', format: 'date' });
export const Instant = z.string().meta({ description: 'Instant ISO 8601', format: 'date-time' });
export const ActeurId = z.enum(Object.keys(acteurs) as [keyof typeof acteurs]);
/** A path under this server. */
export const Lien = z.string().startsWith('/api/v1/');

const quoi = {
  libelle: texte,
  acteur: ActeurId,
  source: texte.meta({ description: 'Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27)' }),
};
export const Acte = z.strictObject({ type: texte, ...quoi }).meta({ id: 'Acte', description: 'Un acte à faire' });
/** The same with how many times it is to be done: once for each certificate that awaits it. */
export const ActeCompte = Acte.extend({ nombre: z.int().min(1) }).meta({
  id: 'ActeCompte',
  description: 'Un acte à faire, et combien de fois : une par certificat qui l’attend',
});
export const Manque = z
  .strictObject({ code: texte, ...quoi })
  .meta({ id: 'Manque', description: 'Ce qui manque, qui l’apporte, où c’est écrit' });
export const Avertissement = z
  .strictObject({ code: texte, pointeur: texte, message: texte })
  .meta({ id: 'Avertissement', description: 'Ce qui mérite un second regard, sans rien bloquer' });
const Erreur = z
  .strictObject({ pointeur: texte, message: texte })
  .meta({ id: 'Erreur', description: 'Ce qui ne va pas dans ce qui a été envoyé, par un pointeur RFC 6901' });

/** RFC 9457. */
export const Probleme = z
  .looseObject({
    type: texte,
    status: z.int(),
    code: texte.meta({ description: 'Stable, pour les programmes' }),
    title: texte,
    detail: texte,
    erreurs: z.array(Erreur).optional(),
    manque: z.array(Manque).optional(),
    deblocages: z.array(z.array(Acte)).optional(),
    acceptes: z.array(texte).optional(),
  })
  .meta({ id: 'Probleme', description: 'Un refus, ou une panne (RFC 9457)' });

export const Rien = z.null().meta({ description: 'Rien' });
/** A drawing, a table, or a machine in another format. */
export const Fichier = z.unknown().meta({ description: 'Le fichier, dans le format que dit l’extension' });
