import { expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { tellSource } from '../../machines/source.ts';
import { texte } from '../../machines/texte/index.ts';
import type { Phrase } from '../../machines/texte/phrase.ts';
import { faultsOf } from '../../scripts/generate/carriers.ts';
import { coverage } from '../../scripts/generate/readme.ts';

const monoSite = procedures.findIndex(({ id }) => id === 'prive-mono-site');

test('every sentence is carried or asks nothing, and what cites a passage is said there', () => {
  expect(coverage(procedures).faults).toEqual([]);
});

test('a sentence that nothing carries is named, and one out of its place', () => {
  expect(faultsOf({ ...texte, '§5-2': { dit: 'Rien.' } }, procedures)).toEqual(['§5-2 n’est portée par rien.']);
  const { '§5-2': moved, ...others } = texte;
  expect(faultsOf({ ...others, '§5-2': moved as Phrase }, procedures)).toEqual(['§5-2 n’est pas à sa place.']);
});

test('a carrier that does not exist on the path of its sentence is named', () => {
  const carriers = {
    faits: ['editeur.contacte', 'dsi.contactee'],
    champs: ['formulaire-413.rien'],
    invariants: ['rien'],
  };
  const phrase = { ...texte['§4.3.1-2'], ...carriers } as Phrase;
  expect(faultsOf({ ...texte, '§4.3.1-2': phrase }, procedures)).toEqual([
    '§4.3.1-2 est portée par dsi.contactee, qui n’existe pas.',
    '§4.3.1-2 est portée par formulaire-413.rien, qui n’existe pas.',
    '§4.3.1-2 est portée par rien, qui n’existe pas.',
  ]);
});

test.each([
  ['contrat.refuse', '§4.1', 'contrat.refuse cite §4.1, dont aucune phrase ne le dit.'],
  ['editeur.contacte', '§4.2', 'editeur.contacte cite §4.2, dont aucune phrase ne le dit.'],
  ['contrat.absent', 'A27', 'contrat.absent se dit hors texte (A27), mais §4.1-3 le porte.'],
  ['contrat.refuse', '§9', 'contrat.refuse cite §9, qui n’existe pas.'],
])('%s that cites %s is named', (type, source, fault) => {
  const procedure = procedures[monoSite] as (typeof procedures)[number];
  const facts = { ...procedure.facts, [type]: { ...procedure.facts[type], source } };
  const moved = procedures.with(monoSite, { ...procedure, facts } as typeof procedure);
  expect(faultsOf(texte, moved)).toEqual([`prive-mono-site : ${fault}`]);
});

test('no private path cites the passage of the GHT, and none of them that of another', () => {
  const paths = procedures.filter(({ genre }) => genre === 'dossier');
  const own = paths.map(({ id, facts }) => [id, tellSource(facts['editeur.contacte']?.source ?? '')]);
  expect(own).toEqual([
    ['public-ght', '§4.2'],
    ['prive-mono-site', '§4.3.1'],
    ['prive-groupe', '§4.3.2'],
  ]);
});
