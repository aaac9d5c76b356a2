import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { describe, expect, test } from 'vitest';
import { redocly, spectralOff } from '../../scripts/openapi-rules.ts';
import { documentOf } from '../../src/http/openapi/document.ts';
import { operationsOf } from '../../src/http/operations/index.ts';

const text = JSON.stringify(documentOf(operationsOf({ autoriserAdressesPrivees: false })));
/** The same with a header that nobody bears, and an example that its schema refuses. */
const faulty = text
  .replace('"headers":{"X-Request-Id":{"desc', '"headers":{"Oublie":{"schema":{"type":"string"}},"X-Request-Id":{"desc')
  .replace('"value":{"statut":"pret"', '"value":{"statut":"peut-etre"');

async function byRedocly(source: string): Promise<string[]> {
  const config = await createConfig({ extends: [...redocly.extends], rules: redocly.rules });
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  return problems.map(({ ruleId, message, location: [where] }) => `${ruleId} ${where?.pointer} ${message}`);
}

async function bySpectral(source: string): Promise<string[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset(new spectral.Ruleset({ extends: [[rulesets.oas, 'all']], rules: spectralOff }));
  const problems = await linter.run(JSON.parse(source));
  return problems.map(({ code, message, path }) => `${code} ${path.join('/')} ${message}`);
}

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
