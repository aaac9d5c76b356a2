/**
 * Rewrites `machines/identifiants/communes.json` from @etalab/decoupage-administratif (INSEE and La Poste, Licence
 * Ouverte); with `--check`, only says whether it would change.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

type Commune = { code: string; nom: string; type: string; chefLieu?: string; codesPostaux?: string[] };

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const source = import.meta.resolve('@etalab/decoupage-administratif/data/communes.json');
const target = new URL('../machines/identifiants/communes.json', import.meta.url);

const generated = toJson(byCodePostal(JSON.parse(readFileSync(new URL(source), 'utf8'))));
if (!values.check) writeFileSync(target, generated);
else if (readFileSync(target, 'utf8') !== generated)
  throw new Error('communes.json is stale: node scripts/communes.ts');

/** An associated or delegated commune has the codes of its chef-lieu; an arrondissement, those of its city, is left out. */
function byCodePostal(communes: Commune[]): Map<string, Set<string>> {
  const codesOf = new Map(communes.flatMap(({ code, codesPostaux }) => (codesPostaux ? [[code, codesPostaux]] : [])));
  const nomsOf = new Map<string, Set<string>>();
  for (const { code, nom, type, chefLieu } of communes) {
    if (type === 'arrondissement-municipal') continue;
    for (const codePostal of codesOf.get(chefLieu ?? code) ?? []) {
      const noms = nomsOf.get(codePostal) ?? new Set();
      nomsOf.set(codePostal, noms.add(nom.replace(/ \(.*\)$/, '')));
    }
  }
  return nomsOf;
}

/** One line per code, so that a year's changes read well. */
function toJson(nomsOf: Map<string, Set<string>>): string {
  const lines = [...nomsOf]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, noms]) => `"${code}":${JSON.stringify([...noms].sort((a, b) => a.localeCompare(b, 'fr')))}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
