import { beforeEach, describe, expect, test } from 'vitest';
import { documentOf } from '../../src/http/openapi/document.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { isInstalled, NOT_INSTALLED } from './install.ts';

/** The rules of Redocly that the document is held to: all that it recommends, as errors; each that is left out says why. */
const REDOCLY = {
  extends: ['recommended-strict'],
  rules: {
    /** The probes refuse nothing. */
    'operation-4xx-response': 'off',
  },
} as const;

/** Those of Spectral's ruleset for OpenAPI that it is not held to, and why. */
const SPECTRAL_OFF = {
  /** Whoever runs the service is who answers: the document cannot name them. */
  'info-contact': 'off',
  /** An SPDX identifier says it, and OpenAPI takes one or the other. */
  'license-url': 'off',
  /** In the order in which people read them. */
  'openapi-tags-alphabetical': 'off',
  /** Redocly checks them; Spectral takes three minutes for the same. */
  'oas3-valid-media-example': 'off',
  'oas3-valid-schema-example': 'off',
} as const;

const text = JSON.stringify(documentOf(operationsOf({ autoriserAdressesPrivees: false })));
/** The same with a header that nobody bears, and an example that its schema refuses. */
const faulty = text
  .replace('"headers":{"X-Request-Id":{"desc', '"headers":{"Oublie":{"schema":{"type":"string"}},"X-Request-Id":{"desc')
  .replace('"value":{"statut":"pret"', '"value":{"statut":"peut-etre"');

async function byRedocly(source: string): Promise<string[]> {
  const { createConfig, lintFromString } = await import('@redocly/openapi-core');
  const config = await createConfig(REDOCLY);
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  return problems.map(({ ruleId, message, location: [where] }) => `${ruleId} ${where?.pointer} ${message}`);
}

async function bySpectral(source: string): Promise<string[]> {
  const [{ default: spectral }, { default: rulesets }] = await Promise.all([
    import('@stoplight/spectral-core'),
    import('@stoplight/spectral-rulesets'),
  ]);
  const linter = new spectral.Spectral();
  linter.setRuleset(new spectral.Ruleset({ extends: [[rulesets.oas, 'all']], rules: SPECTRAL_OFF }));
  const problems = await linter.run(JSON.parse(source));
  return problems.map(({ code, message, path }) => `${code} ${path.join('/')} ${message}`);
}

beforeEach(({ skip }) => skip(!isInstalled(), NOT_INSTALLED));

describe.each([
  ['Redocly', byRedocly, ['no-unused-components', 'no-invalid-media-type-examples']],
  ['Spectral', bySpectral, ['oas3-unused-component']],
] as const)('%s', (_name, lint, seen) => {
  test('finds nothing to say of the document', async () => {
    expect(await lint(text)).toEqual([]);
  });

  test('sees what is wrong in another', async () => {
    const rules = (await lint(faulty)).map((problem) => problem.split(' ')[0]);
    expect(seen.filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
