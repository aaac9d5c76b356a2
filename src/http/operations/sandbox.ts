import { z } from 'zod';
import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { err, ok } from '../../result.ts';
import type { Problem } from '../../web/problem.ts';
import { del, get, type Operation, put } from '../operation.ts';
import { Jour, Rien } from '../vocabulary.ts';

const ANNEES = 10;
const Horloge = z.strictObject({ le: IsoDate });
const Bac = z.strictObject({ aujourdhui: Jour });

/** What a sandbox key does to its sandbox as a whole. */
export function sandboxOperations(): Operation[] {
  return [
    get('bac-a-sable.lire', '/bac-a-sable', {
      summary: 'Lire l’horloge de son bac à sable',
      reply: { schema: Bac },
      answer: ({ services: { bac, today } }) => (bac ? ok({ body: { aujourdhui: today() } }) : err(noSandbox)),
    }),
    put('bac-a-sable.horloge', '/bac-a-sable/horloge', {
      body: Horloge,
      summary: 'Avancer l’horloge de son bac à sable : les échéances de l’intervalle sont enregistrées',
      reply: { schema: Bac.extend({ echeances: z.int().meta({ description: 'Combien ont été enregistrées' }) }) },
      async answer({ services: { bac, now, today }, body: { le } }) {
        if (!bac) return err(noSandbox);
        const dernier = `${now().getUTCFullYear() + ANNEES}-12-31`;
        if (le > dernier) return err(tooFar(dernier));
        const echeances = await bac.advanceTo(le);
        return echeances === null ? err(backwards(today())) : ok({ body: { aujourdhui: today(), echeances } });
      },
    }),
    del('bac-a-sable.vider', '/bac-a-sable', {
      summary: 'Vider son bac à sable : ses dossiers disparaissent, son horloge revient à aujourd’hui',
      reply: { status: 204, schema: Rien },
      sansOuvrir: true,
      answer({ services: { bac } }) {
        if (!bac) return err(noSandbox);
        bac.forget();
        return ok({ status: 204, body: null });
      },
    }),
  ];
}

/** What is told to whoever acts on the real dossiers. */
export const noSandbox: Problem = {
  status: 409,
  code: 'hors-bac-a-sable',
  title: 'Hors du bac à sable',
  detail: 'Vous agissez sur les vrais dossiers : demandez à un superviseur une clé de bac à sable.',
};

function tooFar(dernier: string): Problem {
  const message = `Choisissez une date jusqu’au ${dernier}.`;
  const erreurs = [{ pointeur: '/le', message }];
  return { status: 422, code: 'saisie-invalide', title: 'Saisie invalide', detail: message, erreurs };
}

/** What is told of a day that is past. */
export function backwards(aujourdhui: string): Problem {
  return {
    status: 409,
    code: 'horloge-en-arriere',
    title: 'Horloge en arrière',
    aujourdhui,
    detail: `Ce bac à sable en est au ${aujourdhui} et n’avance que vers l’avant : videz-le pour repartir d’aujourd’hui.`,
  };
}
