import { z } from 'zod';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import { CaseEvent, DOMAINE, eventFacts, factOfType, KeyEvent } from '../../outbox/cloud-event.ts';
import { Cursor } from '../../outbox/feed.ts';
import { RedeliveryRequest, subscriptionChange, subscriptionRequest } from '../../outbox/subscription-request.ts';
import { err, ok } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Answered, del, get, type Operation, patch, post, type Request, told } from '../operation.ts';
import { Attente, limite } from '../query.ts';
import { Instant, ProcedureId, Rien, TypeDeLigne, TypeEvenement } from '../vocabulary.ts';
import { holding } from '../waits.ts';

const texte = z.string();

/** What happened, as it leaves, in the feed or to a webhook. */
const Evenement = CaseEvent.extend({
  type: TypeEvenement,
  data: CaseEvent.shape.data.extend({ procedure: ProcedureId, fait: TypeDeLigne }),
}).meta({ id: 'Evenement', description: 'Un CloudEvent 1.0' });

/** The end of a key comes among them. */
export const Sortant = z.union([Evenement, KeyEvent.meta({ id: 'FinDeCle' })]);

/** A page of the feed. */
const Evenements = z.strictObject({
  evenements: z.array(Sortant),
  curseur: texte.meta({ description: 'À donner en « apres » la fois suivante' }),
});

const Abonnement = z
  .strictObject({
    id: texte,
    editeurId: texte.nullable(),
    url: texte,
    description: texte,
    creeLe: Instant,
    evenements: z.union([z.literal('tous'), z.array(TypeDeLigne)]),
    pause: z.strictObject({ motif: z.enum(['demande', 'echecs', 'disparu']), le: Instant }).nullable(),
    echecs: z.strictObject({ nombre: z.int(), depuis: Instant, dernier: texte }).nullable(),
    attendJusqua: Instant.nullable().meta({ description: 'Le destinataire a demandé d’attendre (Retry-After)' }),
    avis: texte.nullable().meta({ description: 'Ce qu’il faut savoir : pause, échecs, adresse en double' }),
    enAttente: z.int(),
    abandonnes: z.int(),
  })
  .meta({ id: 'Abonnement' });
const Secret = texte.startsWith('whsec_').meta({ description: 'Donné une seule fois' });

const Tentatives = z.strictObject({
  tentatives: z.array(
    z
      .strictObject({
        rang: z.int(),
        le: Instant,
        statut: z.int().nullable(),
        dureeMs: z.number(),
        erreur: texte.nullable(),
      })
      .meta({ id: 'Tentative' }),
  ),
});

const FeedParams = z.strictObject({
  apres: Cursor.optional().meta({ description: 'Le « curseur » de la réponse précédente : du début, à défaut' }),
  limite,
  attendre: Attente.optional(),
  types: z
    .string()
    .max(5000)
    .transform((text) => text.split(',').map(factOfType))
    .pipe(z.array(z.enum(eventFacts)))
    .meta({
      description: `Des types d’événements, séparés par des virgules : « contrat.signe » ou « ${DOMAINE}contrat.signe »`,
      override: { type: 'string' },
    })
    .optional(),
});
const AttemptParams = z.strictObject({
  evenement: z.coerce.number().int().min(0).optional().meta({ description: 'Celles d’un seul événement' }),
  limite,
});

/** Whether webhooks may reach private networks, as the configuration says. */
export interface EventRules {
  autoriserAdressesPrivees: boolean;
}

/** What has happened, asked for or sent. */
export function eventOperations(rules: EventRules): Operation[] {
  return [feed(), ...subscriptions(rules)];
}

function feed(): Operation {
  return get('evenements.lire', '/evenements', {
    query: FeedParams,
    compresse: true,
    summary: 'Lire le flux des événements, dans l’ordre et sans trou',
    reply: { schema: Evenements },
    async answer({ services, query: asked, identite, gone }) {
      const { apres = 0, limite: atMost, attendre = 0, types } = asked;
      const query = {
        apres,
        limite: atMost,
        types: types ?? null,
        essai: services.bac !== null,
        ...seenBy(services, identite),
      };
      return told(
        await holding({ qui: auteurOf(identite), attendreMs: attendre }, (attendreMs) =>
          services.evenements({ ...query, attendreMs, signal: gone() }),
        ),
      );
    },
  });
}

function subscriptions(rules: EventRules): Operation[] {
  const path = '/abonnements/:id';
  return [
    get('abonnements.lister', '/abonnements', {
      summary: 'Lister ses abonnements',
      reply: { schema: z.strictObject({ abonnements: z.array(Abonnement) }) },
      async answer({ services: { abonnements }, identite }) {
        const all = await abonnements.list();
        return ok({ body: { abonnements: all.filter((one) => isOwn(identite, one)) } });
      },
    }),
    post('abonnements.creer', '/abonnements', {
      body: subscriptionRequest(rules),
      summary: 'S’abonner : le secret qui signe n’est donné qu’une fois',
      reply: { status: 201, schema: z.strictObject({ abonnement: Abonnement, secret: Secret }) },
      answer: async ({ services: { abonnementsPar }, body, identite }) =>
        told(await abonnementsPar(identite).create(body, identite.editeurId), 201),
    }),
    get('abonnements.lire', path, {
      summary: 'Lire un abonnement',
      reply: { schema: Abonnement },
      answer: (asked) => own(asked, async (_abonnements, one) => ok({ body: one })),
    }),
    patch('abonnements.modifier', path, {
      body: subscriptionChange(rules),
      summary: 'Changer l’adresse, les faits ou la description d’un abonnement, sans perdre ce qui attend',
      reply: { schema: Abonnement },
      answer: (asked) =>
        own(asked, async (abonnements, { id }) => {
          const changed = await abonnements.change(id, asked.body);
          return changed ? ok({ body: changed }) : unknown(id);
        }),
    }),
    del('abonnements.supprimer', path, {
      summary: 'Se désabonner',
      reply: { status: 204, schema: Rien },
      answer: (asked) => own(asked, async (abonnements, { id }) => done(await abonnements.remove(id), id)),
    }),
    post('abonnements.secret', `${path}/secret`, {
      summary: 'Changer de secret : l’ancien signe aussi pendant 24 heures',
      reply: { schema: z.strictObject({ secret: Secret }) },
      answer: (asked) =>
        own(asked, async (abonnements, { id }) => {
          const secret = await abonnements.rotate(id);
          return secret ? ok({ body: { secret } }) : unknown(id);
        }),
    }),
    post('abonnements.pause', `${path}/pause`, {
      summary: 'Mettre un abonnement en pause',
      reply: { status: 204, schema: Rien },
      answer: (asked) => own(asked, async (abonnements, { id }) => done(await abonnements.pause(id), id)),
    }),
    post('abonnements.reprise', `${path}/reprise`, {
      summary: 'Reprendre un abonnement',
      reply: { status: 204, schema: Rien },
      answer: (asked) => own(asked, async (abonnements, { id }) => done(await abonnements.resume(id), id)),
    }),
    post('abonnements.relivraison', `${path}/relivraison`, {
      body: RedeliveryRequest,
      summary: 'Livrer de nouveau un événement, ou tout depuis un instant',
      reply: { status: 204, schema: Rien },
      answer: (asked) =>
        own(asked, async (abonnements, { id }) => told(await abonnements.redeliver(id, asked.body), 204)),
    }),
    get('abonnements.tentatives', `${path}/tentatives`, {
      query: AttemptParams,
      summary: 'Lire les dernières tentatives de livraison',
      reply: { schema: Tentatives },
      answer: (asked) =>
        own(asked, async (abonnements, { id }) => {
          const { evenement = null, limite: atMost } = asked.query;
          return ok({ body: { tentatives: await abonnements.attempts(id, evenement, atMost) } });
        }),
    }),
  ];
}

/** Answers about a subscription that whoever asks made, or may administer; others are not found. */
async function own(
  { services, params: { id }, identite }: Request<{ id: string }>,
  answer: (abonnements: Services['abonnements'], one: AbonnementTenu) => Promise<Answered>,
): Promise<Answered> {
  const found = await services.abonnements.find(id);
  return found && isOwn(identite, found) ? answer(services.abonnementsPar(identite), found) : unknown(id);
}

type AbonnementTenu = NonNullable<Awaited<ReturnType<Services['abonnements']['find']>>>;

function isOwn({ role, editeurId }: Identity, abonnement: Pick<AbonnementTenu, 'editeurId'>): boolean {
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
  return isDone ? ok({ status: 204, body: null }) : unknown(id);
}

function unknown(id: string): Answered {
  return err({ code: 'introuvable', objet: 'abonnement', id });
}
