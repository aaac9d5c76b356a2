import { z } from 'zod';
import { type CreateDocumentOptions, createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { Faits } from '../../acts/reading/foresee.ts';
import { politiqueAcces, rolesOf } from '../../web/access/policy.ts';
import { PROBLEM_TYPE, type Problem } from '../../web/problem.ts';
import { factSchemas } from '../facts.ts';
import { namesIn, type Operation } from '../operation.ts';
import { CodeDeRefus, Probleme } from '../vocabulary.ts';
import { answerExamples, bodyExamples, type Examples } from './examples.ts';
import { contentsOf, headersOf, headers as known, requestHeadersOf } from './headers.ts';
import { probes, webhooks } from './outside.ts';
import { problemExample, problemsOf } from './problems.ts';
import { shared } from './shared.ts';

/** The version of the API: its first number is that of its addresses, and moves when a program that works would not any more. */
export const VERSION = '1.0.0';

const DESCRIPTION = `Une démarche vers les certificats IGC-Santé PRO, étape par étape : ce qui vient ensuite, qui doit agir, ce qui
manque et combien d’actes restent. Un fait s’envoie par POST à l’adresse que donnent les prochaines étapes ; un refus dit ce qui
l’aurait rendu possible.`;

/** What people call the first part of an operation’s id. */
export const titres: Readonly<Record<string, string>> = {
  dossiers: 'Dossiers',
  groupements: 'Groupements',
  certificats: 'Certificats',
  etablissements: 'Répertoire des établissements',
  procedures: 'Procédures',
  glossaire: 'Glossaire',
  faits: 'Faits de plusieurs dossiers',
  documents: 'Documents d’un dossier',
  courriels: 'Courriels d’un dossier',
  receptions: 'Courriels reçus, à classer',
  evenements: 'Événements',
  abonnements: 'Abonnements (webhooks)',
  'bac-a-sable': 'Bac à sable',
  session: 'Session',
  liens: 'Liens à usage unique',
  annuaire: 'Annuaire de l’établissement',
  moi: 'Moi',
  comptes: 'Comptes',
  editeurs: 'Éditeurs',
  cles: 'Clés d’API',
  delegations: 'Délégations',
  reglages: 'Délais et adresses',
  modeles: 'Modèles de courriel',
  actes: 'Actes d’administration',
  acces: 'Accès',
  sondes: 'Sondes de l’exploitant',
};

/** The whole API as OpenAPI 3.1, from the operations themselves; nothing in it changes with the day. */
export function documentOf(operations: readonly Operation[]) {
  const byPath = Map.groupBy(operations, ({ path }) => openApiPath(path));
  const paths = [...byPath].map(([path, some]) => [
    path,
    Object.fromEntries(some.map((operation) => [operation.method, describe(operation)])),
  ]);
  const tags = [...new Set(operations.map(tagOf)), 'sondes'];
  const whole = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Parcours IGC',
        version: VERSION,
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/api/v1', description: 'Le service qui donne ce document' }],
      tags: tags.map((name) => ({ name, description: titres[name] ?? name })),
      paths: { ...Object.fromEntries(paths), ...probes },
      webhooks,
      components: {
        schemas: { ...factSchemas },
        headers: known,
        securitySchemes: {
          cle: { type: 'http', scheme: 'bearer', description: 'Une clé d’API' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-session',
            description: 'La session d’un agent, depuis nos propres pages',
          },
        },
      },
    },
    { override: adjust(operations) },
  );
  return shared(whole);
}

/** `/dossiers/:id` as the document writes it. */
export function openApiPath(chemin: string): string {
  return chemin.replaceAll(/:(\w+)/g, '{$1}');
}

const tagOf = ({ id }: Pick<Operation, 'id'>) => id.split('.')[0] as string;

/** What schemas say that is no word of JSON Schema. */
const OURS = ['libelles', 'ajouter', 'numero', 'source', 'question', 'aucun'];

/** What schemas say for our own pages stays there, but for the words of codes; facts are told by their own schemas wherever they stand. */
function adjust(operations: readonly Operation[]): NonNullable<CreateDocumentOptions['override']> {
  const codes = new Set(operations.flatMap((one) => [...problemsOf(one).values()].flat().map(({ code }) => code)));
  return ({ zodSchema, jsonSchema }) => {
    const said = jsonSchema as Record<string, unknown>;
    if (said['libelles']) said['x-libelles'] = said['libelles'];
    for (const name of OURS) Reflect.deleteProperty(said, name);
    if (said['default'] === '') Reflect.deleteProperty(said, 'default');
    if (zodSchema === CodeDeRefus) Object.assign(jsonSchema, { enum: [...codes].sort() });
    if (zodSchema === Faits.shape.faits.element) {
      for (const name of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, name);
      Object.assign(jsonSchema, { $ref: '#/components/schemas/FaitDossier' });
    }
  };
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, query, body, deprecie } = operation;
  const isPublic = politiqueAcces[operation.right] === 'publique';
  return {
    operationId: id,
    summary,
    description: descriptionOf(operation),
    tags: [tagOf(operation)],
    ...(deprecie && { deprecated: true }),
    security: isPublic ? [] : [{ cle: [] }, { session: [] }],
    requestParams: { path: pathParams(operation), query, header: requestHeadersOf(operation) },
    ...(body && {
      requestBody: {
        required: true,
        content: { [body.type]: { schema: body.schema, ...examplesOf(bodyExamples[id]) } },
      },
    }),
    responses: { ...success(operation), ...unchanged(operation), ...problems(operation) },
  };
}

/** What a role is called. */
export const nomDeRole = {
  superviseur: 'Superviseur',
  agent: 'Agent',
  editeur: 'Éditeur',
  lecteur: 'Lecteur',
} as const;

/** Who may ask, and until when. */
function descriptionOf({ summary, right, deprecie }: Operation): string {
  const regle = politiqueAcces[right];
  const who =
    typeof regle === 'object'
      ? `Rôles : ${rolesOf(regle)
          .map((role) => nomDeRole[role].toLowerCase())
          .join(', ')}. Portée d’une clé : ${regle.portee ? `« ${regle.portee} »` : 'aucune n’est demandée'}.`
      : 'Sans clé.';
  const ending = deprecie
    ? ` Dépréciée depuis le ${deprecie.depuis}, retirée à partir du ${deprecie.retrait} : préférez « ${deprecie.remplacant} ».`
    : '';
  return `${summary}. ${who}${ending}`;
}

const parametres: Readonly<Record<string, string>> = {
  dossierId: 'Le dossier, par son identifiant',
  type: 'Le type du fait : contrat.signe',
  rang: 'Le rang de la valeur, que donnent les réglages, ou de la ligne du journal',
  extension: 'Le format : png, pdf, mmd, dot, scxml, bpmn, xstate.json ou json',
};

function pathParams(operation: Operation) {
  const others = `${titres[tagOf(operation)]} : l’identifiant`;
  const described = namesIn(operation.path).map((name) => [
    name,
    z.string().meta({ description: parametres[name] ?? others }),
  ]);
  return z.object(Object.fromEntries(described));
}

function success(operation: Operation) {
  const status = operation.reply.status ?? 200;
  const examples = examplesOf(answerExamples[operation.id]?.());
  const contents = Object.entries(contentsOf(operation)).map(([type, schema], rank) => [
    type,
    { schema, ...(rank === 0 && examples) },
  ]);
  const content = contents.length > 0 ? { content: Object.fromEntries(contents) } : {};
  return { [`${status}`]: { description: 'Oui', headers: refs(operation, status), ...content } };
}

function unchanged(operation: Operation) {
  if (!operation.reply.revalidates) return {};
  return { '304': { description: 'Vous avez déjà cette version', headers: refs(operation, 304) } };
}

function problems(operation: Operation) {
  const answers = [...problemsOf(operation)].map(([status, some]) => [
    `${status}`,
    { ...refusal(some), headers: refs(operation, status) },
  ]);
  return Object.fromEntries(answers);
}

/** A refusal with the codes that it may bear here. */
function refusal(some: readonly Problem[]) {
  const codes = [...new Set(some.map(({ code }) => code))];
  const examples = Object.fromEntries(some.toReversed().map((problem) => [problem.code, problemExample(problem)]));
  const description = [...new Set(some.map(({ title }) => title))].join(' ; ');
  const narrowed = Probleme.and(z.looseObject({ code: z.enum(codes) }));
  return { description, content: { [PROBLEM_TYPE]: { schema: narrowed, examples } } };
}

function refs(operation: Operation, status: number) {
  return Object.fromEntries(
    headersOf(operation, status).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}

function examplesOf(examples: Examples | undefined) {
  return examples ? { examples } : {};
}
