import { z } from 'zod';

const ecarts = z.strictObject({
  ajoutes: z.array(z.looseObject({ id: z.string() })),
  retires: z.array(z.looseObject({ id: z.string() })),
  modifies: z.array(z.looseObject({ changements: z.array(z.looseObject({ champ: z.string() })) })),
});

/** What changes from one procedure to another. */
export const Comparaison = z
  .looseObject({ identiques: z.boolean(), etats: ecarts, transitions: ecarts })
  .meta({ id: 'Comparaison' });

/** A drawing, or a machine in another format. */
export const Fichier = z.unknown().meta({ description: 'Le fichier, dans le format que dit l’extension' });
