import { z } from 'zod';
import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { err, ok } from '../../result.ts';
import { vies } from '../../sandbox/vies/index.ts';
import { type Interruption, stage } from '../../sandbox/vies/play.ts';
import type { Problem } from '../../web/problem.ts';
import { del, get, type Operation, post, put } from '../operation.ts';
import { Jour, Rien } from '../vocabulary.ts';

const ANNEES = 10;
const Horloge = z.strictObject({ le: IsoDate });
const Acteur = z.enum(['agent', 'editeur', 'lecteur']);
const Role = z.strictObject({
  role: Acteur.meta({ description: 'Qui la clé joue dans son bac à sable ; une clé d’éditeur joue d’abord le sien' }),
});
const Bac = z.strictObject({ aujourdhui: Jour });

type Etape = keyof typeof vies;
const Etape = z.enum(Object.keys(vies) as [Etape, ...Etape[]]);
const Scenario = z.strictObject({
  etape: Etape.meta({ description: 'Où mettre un dossier : GET /bac-a-sable/scenarios dit ce que chacune raconte' }),
  faits: z.int().min(0).optional().meta({ description: 'Combien de ses faits jouer ; tous s’il manque' }),
});
const MisEnScene = z
  .strictObject({
    etape: Etape,
    faits: z.int(),
    dossier: z.string(),
    groupement: z.string().nullable(),
    certificat: z.string().nullable().meta({ description: 'Le dernier commandé' }),
    delegueA: z.string().nullable().meta({ description: 'L’éditeur que joue la clé, à qui le dossier est délégué' }),
    liens: z.strictObject({ soi: z.string(), prochainesEtapes: z.string() }),
  })
  .meta({ id: 'MisEnScene' });
const Scenarios = z.strictObject({
  scenarios: z.array(
    z
      .strictObject({
        etape: Etape,
        titre: z.string(),
        source: z.string(),
        procedure: z.string(),
        faits: z.array(z.string()).meta({ description: 'Dans l’ordre où ils sont joués' }),
      })
      .meta({ id: 'Scenario' }),
  ),
});

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
    post('bac-a-sable.jouer', '/bac-a-sable/acteur', {
      body: Role,
      summary: 'Jouer quelqu’un d’autre dans son bac à sable, jusqu’à nouvel ordre',
      reply: { schema: Role },
      async answer({ services: { bac }, body: { role } }) {
        if (!bac) return err(noSandbox);
        await bac.jouer(role);
        return ok({ body: { role } });
      },
    }),
    get('bac-a-sable.scenarios', '/bac-a-sable/scenarios', {
      summary: 'Lire les scénarios d’un bac à sable',
      reply: { schema: Scenarios },
      answer: () => ok({ body: { scenarios: scenarios() } }),
    }),
    post('bac-a-sable.mettre-en-scene', '/bac-a-sable/scenarios', {
      body: Scenario,
      summary: 'Mettre un dossier d’essai à une étape de sa vie, délégué à l’éditeur que joue la clé',
      reply: { status: 201, schema: MisEnScene },
      async answer({ services, identite, body }) {
        const { bac } = services;
        if (!bac) return err(noSandbox);
        const played = await bac.aSonTour(() => stage(services, identite, body));
        if (!played.ok) return err(interrupted(played.error));
        const soi = `/api/v1/dossiers/${played.value.dossier}`;
        const liens = { soi, prochainesEtapes: `${soi}/prochaines-etapes` };
        const delegueA = identite.editeurId;
        return ok({ status: 201, body: { etape: body.etape, ...played.value, delegueA, liens } });
      },
    }),
    del('bac-a-sable.vider', '/bac-a-sable', {
      summary: 'Vider son bac à sable : ses dossiers disparaissent, son horloge revient à aujourd’hui',
      reply: { status: 204, schema: Rien },
      sansOuvrir: true,
      async answer({ services: { bac } }) {
        if (!bac) return err(noSandbox);
        await bac.forget();
        return ok({ status: 204, body: null });
      },
    }),
  ];
}

function scenarios(): z.output<typeof Scenarios>['scenarios'] {
  return Object.entries(vies).map(([etape, { title, source, procedure, steps }]) => ({
    etape: Etape.parse(etape),
    titre: title,
    source,
    procedure,
    faits: steps.map(({ fact }) => fact.type),
  }));
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

/** What is told of a scenario on whose dossier somebody acted while it was played. */
export function interrupted({ dossier, type, refus }: Interruption): Problem {
  return {
    status: 409,
    code: 'scenario-interrompu',
    title: 'Scénario interrompu',
    dossier,
    detail: `Quelqu’un a agi sur ce dossier pendant qu’il était mis en scène : « ${type} » y est refusé (${refus}). Il reste où il en est ; redemandez le scénario pour un autre dossier.`,
  };
}
