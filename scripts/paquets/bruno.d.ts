/** What is used of Bruno’s own language, which has no types. */
declare module '@usebruno/lang' {
  interface Named {
    name: string;
    value: string;
    enabled: boolean;
  }
  interface Request {
    meta: { name: string; type: 'http'; seq: number };
    http: { method: string; url: string; body: 'none' | 'json' | 'text'; auth: 'inherit' | 'none' };
    params: (Named & { type: 'path' | 'query' })[];
    headers: Named[];
    body: { json?: string; text?: string };
    docs: string;
  }
  interface Environment {
    variables: (Named & { secret: boolean })[];
  }
  interface Collection {
    meta: { name: string; type: 'collection' };
    auth: { mode: 'bearer'; bearer: { token: string } };
    docs: string;
  }
  const language: {
    jsonToBruV2(request: Request): string;
    bruToJsonV2(text: string): Request;
    envJsonToBruV2(environment: Environment): string;
    bruToEnvJsonV2(text: string): Environment;
    jsonToCollectionBru(collection: Collection): string;
    collectionBruToJson(text: string): Collection;
  };
  export default language;
}
