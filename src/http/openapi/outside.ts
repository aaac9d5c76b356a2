import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { toCloudEvent, VerificationEvent, verificationEvent } from '../../outbox/cloud-event.ts';
import { outage, PROBLEM_TYPE } from '../../web/problem.ts';
import { Sortant } from '../operations/events.ts';
import { Probleme } from '../vocabulary.ts';
import { problemExample } from './problems.ts';

const JSON_TYPE = 'application/json';
const EVENT_TYPE = 'application/cloudevents+json';
/** The probes stand at the root, not under the API. */
const root = [{ url: '/', description: 'La racine du service' }];
const requestId = { 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } };
const unavailable = {
  description: 'Le service ne peut pas garder ce qu’il acquitterait, ou s’arrête',
  headers: { ...requestId, 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
  content: { [PROBLEM_TYPE]: { schema: Probleme, examples: { [outage.code]: problemExample(outage) } } },
};

/** What an operator asks of the service: without a key of the API, outside it. */
export const probes = {
  '/healthz': {
    servers: root,
    get: probe('sante', 'Demander si le service répond', { statut: 'ok' }, z.strictObject({ statut: z.literal('ok') })),
  },
  '/readyz': {
    servers: root,
    get: probe(
      'pret',
      'Demander si ce qui est acquitté peut être gardé : écrit sur le disque',
      { statut: 'pret', octetsLibres: 12_000_000_000 },
      z.strictObject({
        statut: z.literal('pret'),
        octetsLibres: z.int().nullable().meta({
          description: 'Ce qui reste sur le disque de la base ; null où elle est sur une autre machine',
        }),
      }),
    ),
  },
  '/metrics': { servers: root, get: metrics() },
} satisfies ZodOpenApiPathsObject;

function metrics(): ZodOpenApiOperationObject {
  const summary = 'Lire ce que compte le service, pour Prometheus';
  const value =
    '# HELP parcours_actes_total Actes enregistrés\n# TYPE parcours_actes_total counter\nparcours_actes_total 12\n';
  return {
    operationId: 'sondes.metriques',
    summary,
    description: `${summary} : rien de personnel. Sous le jeton METRIQUES_JETON de l’exploitant (« Authorization: Bearer ») ; sans jeton réglé, depuis la machine du service seule. À tout autre, 404.`,
    tags: ['sondes'],
    security: [],
    responses: {
      '200': {
        description: 'Les mesures, au format texte de Prometheus',
        headers: requestId,
        content: { 'text/plain': { schema: z.string(), examples: { actes: { summary: 'Actes', value } } } },
      },
      '404': {
        description: 'Ce n’est pas l’exploitant qui demande',
        headers: requestId,
        content: { [PROBLEM_TYPE]: { schema: Probleme } },
      },
      '503': unavailable,
    },
  };
}

function probe(name: string, summary: string, value: object, schema: z.ZodType): ZodOpenApiOperationObject {
  return {
    operationId: `sondes.${name}`,
    summary,
    description: `${summary}. Sans clé.`,
    tags: ['sondes'],
    security: [],
    responses: {
      '200': {
        description: 'Oui',
        headers: requestId,
        content: { [JSON_TYPE]: { schema, examples: { oui: { summary: 'Oui', value } } } },
      },
      '503': unavailable,
    },
  };
}

const texte = z.string();
/** What signs each delivery (Standard Webhooks). */
const signed = z.object({
  'webhook-id': texte.meta({
    description: 'L’identifiant de l’événement : le même à chaque tentative, pour n’agir qu’une fois',
    examples: ['42'],
  }),
  'webhook-timestamp': texte.meta({
    description: 'Quand cette tentative est partie, en secondes depuis 1970 : refusez au-delà de 5 minutes',
    examples: ['1767225600'],
  }),
  'webhook-signature': texte.meta({
    description:
      'HMAC-SHA256, en base64, de « id.timestamp.corps » par le secret de l’abonnement ; plusieurs, séparées par une espace, quand le secret vient de changer',
    examples: ['v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4='],
  }),
  ancre: texte
    .meta({ description: 'La fin signée du journal : gardée, elle prouve qu’il n’a pas été réécrit' })
    .optional(),
});

const ligne = {
  rang: 42,
  instanceId: '7b1e',
  genre: 'dossier',
  parentId: null,
  procedure: 'public-ght',
  procedureVersion: 1,
  type: 'contrat.signe',
  date: '2026-01-05',
  enregistreLe: '2026-01-05T08:00:00.000Z',
} as const;
const evenement = toCloudEvent(ligne);
const finDeCle = toCloudEvent({
  ...ligne,
  rang: 43,
  genre: 'cle',
  instanceId: '9c2a',
  type: 'cle.finProche',
  date: '2026-02-04',
  editeurId: '3f0c',
});
const verification = verificationEvent('3f0c', ligne.enregistreLe);

/** What is sent to whoever subscribed. */
export const webhooks = {
  evenement: {
    post: sent('evenement', 'Recevoir ce qui s’est passé, au moins une fois et dans l’ordre d’un dossier', {
      schema: Sortant,
      values: { evenement, finDeCle },
    }),
  },
  verification: {
    post: sent('verification', 'Recevoir le premier message d’un abonnement, qui montre que l’adresse écoute', {
      schema: VerificationEvent.meta({ id: 'EvenementDeVerification' }),
      values: { verification },
    }),
  },
} satisfies ZodOpenApiPathsObject;

function sent(
  name: string,
  summary: string,
  { schema, values }: { schema: z.ZodType; values: Record<string, object> },
) {
  const examples = Object.fromEntries(Object.entries(values).map(([each, value]) => [each, { summary, value }]));
  return {
    operationId: `webhooks.${name}`,
    summary,
    description: `${summary}. Vérifiez la signature avant de lire le corps, et répondez en moins de 15 secondes.`,
    tags: ['abonnements'],
    security: [],
    requestParams: { header: signed },
    requestBody: {
      required: true,
      content: { [EVENT_TYPE]: { schema, examples } },
    },
    responses: {
      '2XX': { description: 'Reçu : ne sera plus envoyé' },
      '410': { description: 'Cette adresse n’existe plus : l’abonnement est mis en pause' },
      '4XX': { description: 'Refusé : sera renvoyé, de plus en plus tard' },
      '5XX': { description: 'En panne : sera renvoyé, de plus en plus tard' },
    },
  } satisfies ZodOpenApiOperationObject;
}
