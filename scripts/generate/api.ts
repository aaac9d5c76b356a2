import { readdirSync, readFileSync } from 'node:fs';
import { documentOf, VERSION } from '../../src/http/openapi/document.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { changelog, changesBetween, type Published, whyNotVersion } from '../api/changes.ts';
import { surfaceOf } from '../api/surface.ts';
import type { Output } from './exports.ts';

const FOLDER = new URL('../api/', import.meta.url);
const FILE = new URL('../api/CHANGELOG.md', import.meta.url);

/** The changelog of the API, and why its version may not be what it says; `--publier` keeps today's document as that version. */
export function apiOutputs(publishedOn: string | null): { outputs: Output[]; faults: string[] } {
  const surface = surfaceOf(documentOf(operationsOf({ autoriserAdressesPrivees: false })));
  const kept = publishedVersions();
  const last = kept.at(-1);
  const changes = last && changesBetween(last.surface, surface);
  const fault = last && changes ? whyNotVersion(last.version, VERSION, changes) : null;
  const faults = fault === null ? [] : [fault, ...(changes?.ruptures ?? []).map((line) => `  ${line}`)];
  if (publishedOn === null || faults.length > 0)
    return { outputs: [{ file: FILE, text: changelog(kept, { version: VERSION, surface }) }], faults };
  if (last?.version === VERSION) return { outputs: [], faults: [`La version ${VERSION} est déjà publiée.`] };
  const now: Published = { version: VERSION, le: publishedOn, surface };
  const text = `${JSON.stringify(now, null, 1)}\n`;
  return {
    outputs: [
      { file: new URL(`${VERSION}.json`, FOLDER), text },
      { file: FILE, text: changelog([...kept, now], now) },
    ],
    faults,
  };
}

function publishedVersions(): Published[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  const all = names.map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Published);
  return all.sort((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }));
}
