import { z } from 'zod';
import type { Identity } from '../../identity/identity.ts';
import { Cursor } from '../../outbox/cursor.ts';
import { RedeliveryRequest, subscriptionRequest } from '../../outbox/subscription-request.ts';
import { err, ok, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import * as answers from '../answers/events.ts';
import { Rien } from '../answers/identities.ts';
import { type Answered, type Operation, operation } from '../operation.ts';
import { Attente, limite } from '../query.ts';
import { holding } from '../waits.ts';

const FeedParams = z.strictObject({
  apres: Cursor.optional(),
  limite,
  attendre: Attente.optional(),
  types: z.string().max(2000).optional(),
});
const AttemptParams = z.strictObject({ evenement: z.coerce.number().int().min(0).optional(), limite });

/** Whether webhooks may reach private networks, as the configuration says. */
export interface EventRules {
  autoriserAdressesPrivees: boolean;
}

/** What has happened, asked for or sent. */
export function eventOperations(services: Services, rules: EventRules): Operation[] {
  return [feed(services), ...subscriptions(services, rules)];
}

function feed(services: Services): Operation {
  return operation({
    id: 'evenements.lire',
    methode: 'get',
    chemin: '/evenements',
    requete: FeedParams,
    resume: 'Lire le flux des événements, dans l’ordre et sans trou',
    reponse: { schema: answers.Evenements },
    async answer(asked) {
      const { apres = 0, limite: atMost, attendre = 0, types } = asked.requete;
      const query = { apres, limite: atMost, types: types?.split(',') ?? null, ...seenBy(services, asked.identite) };
      const page = await holding(attendre, (attendreMs) =>
        services.evenements({ ...query, attendreMs, signal: asked.gone() }),
      );
      return page.ok ? ok({ corps: page.value }) : page;
    },
  });
}

function subscriptions({ abonnements, abonnementsPar }: Services, rules: EventRules): Operation[] {
  const Demande = subscriptionRequest(rules);
  const path = '/abonnements/:id';
  return [
    operation({
      id: 'abonnements.lister',
      methode: 'get',
      chemin: '/abonnements',
      resume: 'Lister ses abonnements',
      reponse: { schema: answers.Abonnements },
      async answer({ identite }) {
        const all = await abonnements.list();
        return ok({ corps: { abonnements: all.filter((one) => isOwn(identite, one)) } });
      },
    }),
    operation({
      id: 'abonnements.creer',
      methode: 'post',
      chemin: '/abonnements',
      corps: Demande,
      resume: 'S’abonner : le secret qui signe n’est donné qu’une fois',
      reponse: { statut: 201, schema: answers.AbonnementCree },
      async answer({ corps, identite }) {
        if (identite.dossiers || identite.procedures) return err(limitedKey);
        const parsed = Demande.safeParse(corps);
        if (!parsed.success) return err({ code: 'saisie-invalide', erreurs: toErreurs(parsed.error) });
        const created = await abonnementsPar(identite).create(parsed.data, identite.editeurId);
        return created.ok ? ok({ statut: 201, corps: created.value }) : created;
      },
    }),
    operation({
      id: 'abonnements.lire',
      methode: 'get',
      chemin: path,
      resume: 'Lire un abonnement',
      reponse: { schema: answers.Abonnement },
      answer: ({ chemin, identite }) => own(chemin, identite, async (one) => ok({ corps: one })),
    }),
    operation({
      id: 'abonnements.supprimer',
      methode: 'delete',
      chemin: path,
      resume: 'Se désabonner',
      reponse: { statut: 204, schema: Rien },
      answer: ({ chemin, identite }) =>
        own(chemin, identite, async ({ id }) => done(await abonnementsPar(identite).remove(id), id)),
    }),
    operation({
      id: 'abonnements.secret',
      methode: 'post',
      chemin: `${path}/secret`,
      resume: 'Changer de secret : l’ancien signe aussi pendant 24 heures',
      reponse: { schema: answers.SecretNouveau },
      answer: ({ chemin, identite }) =>
        own(chemin, identite, async ({ id }) => {
          const secret = await abonnementsPar(identite).rotate(id);
          return secret ? ok({ corps: { secret } }) : unknown(id);
        }),
    }),
    operation({
      id: 'abonnements.pause',
      methode: 'post',
      chemin: `${path}/pause`,
      resume: 'Mettre un abonnement en pause',
      reponse: { statut: 204, schema: Rien },
      answer: ({ chemin, identite }) =>
        own(chemin, identite, async ({ id }) => done(await abonnementsPar(identite).pause(id), id)),
    }),
    operation({
      id: 'abonnements.reprise',
      methode: 'post',
      chemin: `${path}/reprise`,
      resume: 'Reprendre un abonnement',
      reponse: { statut: 204, schema: Rien },
      answer: ({ chemin, identite }) =>
        own(chemin, identite, async ({ id }) => done(await abonnementsPar(identite).resume(id), id)),
    }),
    operation({
      id: 'abonnements.relivraison',
      methode: 'post',
      chemin: `${path}/relivraison`,
      corps: RedeliveryRequest,
      resume: 'Livrer de nouveau un événement, ou tout depuis un instant',
      reponse: { statut: 204, schema: Rien },
      answer: ({ chemin, corps, identite }) =>
        own(chemin, identite, async ({ id }) => {
          const parsed = RedeliveryRequest.safeParse(corps);
          if (!parsed.success) return err({ code: 'saisie-invalide', erreurs: toErreurs(parsed.error) });
          return done(await abonnementsPar(identite).redeliver(id, parsed.data), id);
        }),
    }),
    operation({
      id: 'abonnements.tentatives',
      methode: 'get',
      chemin: `${path}/tentatives`,
      requete: AttemptParams,
      resume: 'Lire les dernières tentatives de livraison',
      reponse: { schema: answers.Tentatives },
      answer: ({ chemin, requete: { evenement = null, limite: atMost }, identite }) =>
        own(chemin, identite, async ({ id }) =>
          ok({ corps: { tentatives: await abonnements.attempts(id, evenement, atMost) } }),
        ),
    }),
  ];

  /** Answers about a subscription that whoever asks made, or may administer; others are not found. */
  async function own(
    { id = '' }: Readonly<Record<string, string>>,
    identite: Identity,
    answer: (one: Abonnement) => Promise<Answered>,
  ): Promise<Answered> {
    const found = await abonnements.find(id);
    return found && isOwn(identite, found) ? answer(found) : unknown(id);
  }
}

/** A subscription would outlive such limits, which it does not carry. */
export const limitedKey = {
  status: 403,
  code: 'cle-limitee',
  title: 'Clé limitée',
  detail:
    'Une clé limitée à des dossiers ou à des procédures ne s’abonne pas : lisez le flux, ou demandez une clé sans limite.',
};

type Abonnement = NonNullable<Awaited<ReturnType<Services['abonnements']['find']>>>;

function isOwn({ role, editeurId }: Identity, abonnement: Pick<Abonnement, 'editeurId'>): boolean {
  return role !== 'editeur' || abonnement.editeurId === editeurId;
}

function seenBy({ today }: Services, { role, editeurId, dossiers, procedures }: Identity) {
  return {
    dossiers: role === 'editeur' ? { delegueA: { editeurId: editeurId ?? '', jour: today() } } : ('tous' as const),
    ...(dossiers && { parmiDossiers: dossiers }),
    ...(procedures && { parmiProcedures: procedures }),
  };
}

function done(isDone: boolean, id: string): Answered {
  return isDone ? ok({ statut: 204, corps: null }) : unknown(id);
}

function unknown(id: string): Answered {
  return err({ code: 'introuvable', objet: 'abonnement', id });
}
