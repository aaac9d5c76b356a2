import { z } from 'zod';
import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { err, ok, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import type { Problem } from '../../web/problem.ts';
import { Rien } from '../answers/identities.ts';
import { Jour } from '../answers/vocabulary.ts';
import { type Answered, type Operation, operation } from '../operation.ts';

const ANNEES = 10;
const Horloge = z.strictObject({ le: IsoDate });
const Bac = z.strictObject({ aujourdhui: Jour });

type Sandboxed = NonNullable<Services['bac']>;

/** What a sandbox key does to its sandbox as a whole. */
export function sandboxOperations({ bac, today, now }: Services): Operation[] {
  const inside = async (answer: (bac: Sandboxed) => Promise<Answered> | Answered): Promise<Answered> =>
    bac ? await answer(bac) : err(noSandbox);

  return [
    operation({
      id: 'bac-a-sable.lire',
      methode: 'get',
      chemin: '/bac-a-sable',
      resume: 'Lire l’horloge de son bac à sable',
      reponse: { schema: Bac },
      answer: () => inside(() => ok({ corps: { aujourdhui: today() } })),
    }),
    operation({
      id: 'bac-a-sable.horloge',
      methode: 'put',
      chemin: '/bac-a-sable/horloge',
      corps: Horloge,
      resume: 'Avancer l’horloge de son bac à sable : les échéances de l’intervalle sont enregistrées',
      reponse: { schema: Bac.extend({ echeances: z.int().meta({ description: 'Combien ont été enregistrées' }) }) },
      answer: ({ corps }) =>
        inside(async ({ advanceTo }) => {
          const parsed = Horloge.safeParse(corps);
          if (!parsed.success) return err({ code: 'saisie-invalide', erreurs: toErreurs(parsed.error) });
          const { le } = parsed.data;
          const dernier = `${now().getUTCFullYear() + ANNEES}-12-31`;
          if (le > dernier) return err(tooFar(dernier));
          const echeances = await advanceTo(le);
          return echeances === null ? err(backwards(today())) : ok({ corps: { aujourdhui: today(), echeances } });
        }),
    }),
    operation({
      id: 'bac-a-sable.vider',
      methode: 'delete',
      chemin: '/bac-a-sable',
      resume: 'Vider son bac à sable : ses dossiers disparaissent, son horloge revient à aujourd’hui',
      reponse: { statut: 204, schema: Rien },
      answer: () =>
        inside((one) => {
          one.forget();
          return ok({ statut: 204, corps: null });
        }),
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
