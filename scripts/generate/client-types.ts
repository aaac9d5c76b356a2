import openapiTS, { astToString } from 'openapi-typescript';
import { documentOf, openApiPath } from '../../src/http/openapi/document.ts';
import type { Operation } from '../../src/http/operation.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import type { Output } from './exports.ts';

const FILE = new URL('../exemples/api.ts', import.meta.url);

/** What the types of the document are called here, and where each operation is. */
const SHORT = `
/** Les schémas du document, par leur nom. */
export type Schemas = components['schemas'];
/** Les faits qui se déclarent à un dossier, par leur type. */
export type Faits = { [Fait in Schemas['FaitDossier'] as Fait['type']]: Fait };

type Corps<Contenus> = Contenus extends { content: infer Contenu }
  ? Contenu extends { 'application/json': infer Json } ? Json : Contenu[keyof Contenu]
  : null;
type Demande<Un> = Un extends { content: { 'application/json': infer Json } } ? { corps: Json } : unknown;
type Parametres<Un> = Un extends { path: infer Chemin } ? { chemin: Chemin } : unknown;
type Requete<Un> = Un extends { query: infer Query } ? { requete: Query } : Un extends { query?: infer Query } ? { requete?: NonNullable<Query> } : unknown;
type Reussite<Reponses> = Reponses[Extract<keyof Reponses, 200 | 201 | 204>];
type Refus<Reponses> = { [Statut in keyof Reponses]: Reponses[Statut] extends { content: { 'application/problem+json': { code: infer Code } } } ? Code : never }[keyof Reponses];

/** Ce que chaque opération prend, ce qu’elle rend, les refus qu’elle annonce. */
export type Operations = {
  [Id in Exclude<keyof operations, \`\${'sondes' | 'webhooks'}.\${string}\`>]: {
    entree: Parametres<operations[Id]['parameters']> & Requete<operations[Id]['parameters']> & Demande<operations[Id]['requestBody']>;
    reponse: Corps<Reussite<operations[Id]['responses']>>;
    codes: Refus<operations[Id]['responses']>;
  };
};
`;

/** The types of the API as an éditeur's program imports them, by openapi-typescript from the OpenAPI document. */
export async function clientTypesOutput(): Promise<Output> {
  const operations = operationsOf({ autoriserAdressesPrivees: false });
  const types = astToString(
    await openapiTS(documentOf(operations) as Parameters<typeof openapiTS>[0], { defaultNonNullable: false }),
  );
  const text = `// Produit par « npm run generate » d’après le document OpenAPI : ne pas modifier à la main.
${types}${SHORT}
/** Où chaque opération se demande, et si sa réponse est gardée sous sa clé d’idempotence. */
export const adresses = {
${operations.map(addressed).join('\n')}
} as const satisfies Record<keyof Operations, { methode: string; chemin: string; seRejoue: boolean }>;
`;
  return { file: FILE, text };
}

function addressed({ id, method, path, seRejoue }: Operation): string {
  return `  '${id}': { methode: '${method.toUpperCase()}', chemin: '${openApiPath(path)}', seRejoue: ${seRejoue} },`;
}
