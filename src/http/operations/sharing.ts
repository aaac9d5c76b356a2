import { z } from 'zod';
import { addDays } from '../../days.ts';
import { err, ok } from '../../engine/refusal.ts';
import { originOf } from '../../web/access/credentials.ts';
import type { Problem } from '../../web/problem.ts';
import { type Operation, post } from '../operation.ts';
import { Jour } from '../vocabulary.ts';

const Partage = z.strictObject({
  jours: z
    .int()
    .min(1, 'Un jour au moins.')
    .max(90, 'Quatre-vingt-dix jours au plus.')
    .default(30)
    .meta({ description: 'Combien de jours le lien vaut' }),
});

/** What is told where what is played cannot be shown to anybody. */
export const nothingToShare: Problem = {
  status: 409,
  code: 'rien-a-partager',
  title: 'Rien à montrer',
  detail: 'Un dossier fictif ne se montre à personne : demandez le lien d’un dossier réel.',
};

/** A link that ends, for whoever has no account. */
export function sharingOperation(): Operation {
  return post('dossiers.partager', '/dossiers/:id/partage', {
    body: Partage,
    summary: 'Faire un lien qui montre le récit d’un dossier à qui n’a pas de compte, jusqu’à son dernier jour',
    reply: { schema: z.strictObject({ lien: z.url(), fin: Jour }).meta({ id: 'PartageDeRecit' }) },
    async answer({ services, params: { id }, body: { jours }, identite, request, apart }) {
      const found = await services.find({ genre: 'dossier', id });
      if (!found.ok) return found;
      if (apart) return err(nothingToShare);
      const fin = addDays(services.today(), jours);
      const token = await services.partages.give(identite, id, fin);
      return ok({ body: { lien: `${originOf(services, request)}/recit/${token}`, fin } });
    },
  });
}
