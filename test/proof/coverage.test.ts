import { expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { coverage } from '../../scripts/generate/readme.ts';

test('every numbered passage is cited, and every citation is of a passage', () => {
  expect(coverage(procedures).faults).toEqual([]);
});

test('a passage that no transition cites is named', () => {
  const withoutCertificat = procedures.filter(({ genre }) => genre !== 'certificat');
  const moved = withoutCertificat.map((procedure) => ({ ...procedure, source: '§4' as const }));
  expect(coverage(moved).faults).toEqual([
    '§4.3.1 n’est cité par aucune transition.',
    '§4.3.2 n’est cité par aucune transition.',
  ]);
});

test('a citation of no passage is named', () => {
  const [first] = procedures;
  const faults = coverage(procedures.with(0, { ...first, source: '§9' } as never)).faults;
  expect(faults).toEqual(['public-ght cite §9, qui n’existe pas.']);
});
