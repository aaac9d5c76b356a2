import type { Surface } from './surface.ts';

/** What changed from one document to another: `ruptures` are what may stop a program that works. */
export interface Changes {
  ruptures: string[];
  ajouts: string[];
  precisions: string[];
}

/** A published version of the API. */
export interface Published {
  version: string;
  /** The day of its publication, YYYY-MM-DD. */
  le: string;
  surface: Surface;
}

/** One place, before and after; undefined where it is not there. */
interface Change {
  place: string;
  was: string | undefined;
  is: string | undefined;
}

/** What changed, in the order of places. */
export function changesBetween(before: Surface, after: Surface): Changes {
  const changes: Changes = { ruptures: [], ajouts: [], precisions: [] };
  for (const place of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const change = { place, was: before[place], is: after[place] };
    if (change.was === change.is) continue;
    const limit = limitOf(place);
    // What comes or goes is told once, without its limits.
    if (limit && ![before, after].every((one) => isLimited(one[limit.place], limit.name))) continue;
    if (limit) changes[ofLimit(limit.name, change)].push(toldOfLimit(change));
    else changes[kindOf(change, before, after)].push(told(change));
  }
  return changes;
}

function kindOf({ place, was, is }: Change, before: Surface, after: Surface): keyof Changes {
  const isAsked = place.startsWith('entree ');
  if (is === undefined) return / [45]\d\d$/.test(place) ? 'precisions' : 'ruptures';
  if (was === undefined) return isAsked && is.endsWith('!') && wasAsked(place, before, after) ? 'ruptures' : 'ajouts';
  return isAsked ? ofAsked(was, is) : ofGiven(was, is);
}

/** Whether programs already sent what a new place is a member of: the longest beginning of it that is a place too. */
function wasAsked(place: string, before: Surface, after: Surface): boolean {
  for (let end = place.length - 1; end > 0; end--) {
    const beginning = place.slice(0, end);
    const isPart = /[.:[ ]/.test(place[end] ?? '');
    const holder = [beginning, beginning.replace('entree ', '')].find((one) => isPart && after[one] !== undefined);
    if (holder === undefined) continue;
    const held = before[holder] ?? '';
    return held === 'opération' || wordsOf(held).some((word) => word.split('&').includes('object'));
  }
  return false;
}

/** « entree Dossier.nom (maxLength) » limits « entree Dossier.nom ». */
function limitOf(line: string): { place: string; name: string } | null {
  const [, place, name] = /^(.+) \((\w+)\)$/.exec(line) ?? [];
  return place !== undefined && name !== undefined ? { place, name } : null;
}

/** The types that a limit is of, by how it ends; the others are of texts. */
const LIMITED = {
  imum: ['integer', 'number'],
  multipleOf: ['integer', 'number'],
  Items: ['array'],
  Properties: ['object'],
} as const;
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** Whether a limit says something of what is taken or given: some type that it is of, or what a name stands for. */
function isLimited(type: string | undefined, limit: string): boolean {
  const found = Object.entries(LIMITED).find(([end]) => limit.endsWith(end));
  const types: readonly string[] = found?.[1] ?? ['string'];
  const isPlain = (word: string) => TYPES.includes(word) || word.startsWith('"');
  return type !== undefined && wordsOf(type).some((word) => types.includes(word) || !isPlain(word));
}

/** What is asked may be narrowed no further; what is given is read by its format, and as long as it comes. */
function ofLimit(name: string, { place, was, is }: Change): keyof Changes {
  if (!place.startsWith('entree ')) return name === 'format' && was !== undefined ? 'ruptures' : 'precisions';
  if (was === undefined || is === undefined) return is === undefined ? 'ajouts' : 'ruptures';
  const wider = /^(min|exclusiveMin)/.test(name) ? Number(is) < Number(was) : Number(is) > Number(was);
  return wider && /^(min|max|exclusiveM)/.test(name) ? 'ajouts' : 'ruptures';
}

/** What is asked may take more, and ask for less. */
function ofAsked(was: string, is: string): keyof Changes {
  const isStricter = was.endsWith('?') && is.endsWith('!');
  return isStricter || missing(was, is).length > 0 ? 'ruptures' : 'ajouts';
}

/** What is given may say more words of a list, which programs take for unknown, and be there always. */
function ofGiven(was: string, is: string): keyof Changes {
  const isLost = was.endsWith('!') && is.endsWith('?');
  const isOther =
    missing(is, was).some((word) => !word.startsWith('"')) || missing(was, is).some((word) => !word.startsWith('"'));
  if (isLost || isOther) return 'ruptures';
  return missing(is, was).length > 0 ? 'ajouts' : 'precisions';
}

/** The words of one that the other lacks. */
function missing(one: string, other: string): string[] {
  const words = new Set(wordsOf(other));
  return wordsOf(one).filter((word) => !words.has(word));
}

const wordsOf = (type: string) => type.slice(0, -1).split('|');

function toldOfLimit({ place, was, is }: Change): string {
  if (was === undefined) return `\`${place}\` : ${is}`;
  return `\`${place}\` ${is === undefined ? 'n’est plus là' : `était ${was}, et devient ${is}`}`;
}

function told({ place, was, is }: Change): string {
  if (was === undefined) return `\`${place}\``;
  if (is === undefined) return `\`${place}\` n’est plus là`;
  const [more, less] = [missing(is, was), missing(was, is)];
  const parts = [
    ...(more.length > 0 ? [`prend \`${more.join(' | ')}\``] : []),
    ...(less.length > 0 ? [`perd \`${less.join(' | ')}\``] : []),
    ...(was.at(-1) === is.at(-1) ? [] : [is.endsWith('!') ? 'est toujours là' : 'peut manquer']),
  ];
  return `\`${place}\` ${parts.join(', ')}`;
}

/** Why a version may not be what changed into it; null when it may. */
export function whyNotVersion(published: string, version: string, { ruptures }: Changes): string | null {
  const [major = 0, now = 0] = [published, version].map((one) => Number(one.split('.')[0]));
  if (ruptures.length === 0 || now > major) return null;
  return `${ruptures.length} ruptures depuis la version ${published} : passez VERSION à ${major + 1}.0.0, ou gardez ce qui était là.`;
}

/** The changelog of the API, the newest first; `now` is what is not published yet. */
export function changelog(all: readonly Published[], now: { version: string; surface: Surface }): string {
  const versions = [...all.map(({ version, le, surface }) => ({ titre: `${version}, le ${le}`, surface }))];
  const last = versions.at(-1);
  const isSame = last && JSON.stringify(last.surface) === JSON.stringify(now.surface);
  if (!isSame) versions.push({ titre: `${now.version}, à paraître`, surface: now.surface });
  const parts = versions.map(({ titre, surface }, rank) => {
    const before = versions[rank - 1];
    const body = before ? listed(changesBetween(before.surface, surface)) : 'Première version décrite en entier.\n';
    return `## ${titre}\n\n${body}`;
  });
  return `# Changements de l’API

Produit par « npm run generate » d’après la différence des documents OpenAPI : ne pas modifier à la main. « entree » est ce qu’un
programme envoie, « sortie » ce qu’il reçoit.

${parts.toReversed().join('\n')}`;
}

const titres = { ruptures: 'Ruptures', ajouts: 'Ajouts', precisions: 'Précisions' } as const;

function listed(changes: Changes): string {
  const parts = (['ruptures', 'ajouts', 'precisions'] as const).flatMap((kind) => {
    const lines = changes[kind];
    return lines.length > 0 ? [`### ${titres[kind]}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`] : [];
  });
  return parts.join('\n');
}
