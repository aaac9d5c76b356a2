/** What is used of tools that are not installed with the rest. */
declare module '@redocly/openapi-core' {
  interface Problem {
    ruleId: string;
    message: string;
    location: { pointer?: string }[];
  }
  export function createConfig(rules: object): Promise<object>;
  export function lintFromString(asked: { source: string; absoluteRef: string; config: object }): Promise<Problem[]>;
}
declare module '@stoplight/spectral-core' {
  interface Problem {
    code: string | number;
    message: string;
    path: (string | number)[];
  }
  const core: {
    Ruleset: new (definition: { extends: [object, 'all'][]; rules: Record<string, 'off'> }) => object;
    Spectral: new () => { setRuleset(ruleset: object): void; run(document: object): Promise<Problem[]> };
  };
  export default core;
}
declare module '@stoplight/spectral-rulesets' {
  const rulesets: { oas: object };
  export default rulesets;
}
declare module '@hey-api/openapi-ts' {
  export function createClient(asked: { input: string; output: string; logs: { level: 'silent' } }): Promise<unknown>;
}
declare module 'orval' {
  export function generate(
    asked: { input: string; output: { target: string; client: 'fetch' } },
    folder: string,
  ): Promise<unknown>;
}
