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

/** What changed, in the order of places. */
export function changesBetween(before: Surface, after: Surface): Changes {
  const changes: Changes = { ruptures: [], ajouts: [], precisions: [] };
  for (const place of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const [was, is] = [before[place], after[place]];
    if (was === is) continue;
    const [, bounded, bound] = /^(.*) \((?:items\.)?(\w+)\)$/.exec(place) ?? [];
    if (bounded === undefined) changes[kindOf({ before, after }, place, was, is)].push(told(place, was, is));
    else if ([before, after].every((one) => isBoundBy(one[bounded], bound ?? '')))
      changes[isLooser(bound ?? '', was, is) ? 'ajouts' : 'ruptures'].push(toldBound(place, was, is));
  }
  return changes;
}

interface Both {
  before: Surface;
  after: Surface;
}

function kindOf(both: Both, place: string, was: string | undefined, is: string | undefined): keyof Changes {
  const isAsked = place.startsWith('entree ');
  if (is === undefined) return / [45]\d\d$/.test(place) ? 'precisions' : 'ruptures';
  if (was === undefined) return isAsked && is.endsWith('!') && wasKnown(both, place) ? 'ruptures' : 'ajouts';
  return isAsked ? ofAsked(was, is) : ofGiven(was, is);
}

/** Whether what a new place belongs to was there before: what a new operation or a new object asks for, nobody had to send. */
function wasKnown({ before, after }: Both, place: string): boolean {
  const whole = place.slice(0, place.lastIndexOf('.'));
  if (Object.hasOwn(after, whole)) return Object.hasOwn(before, whole);
  const [, operation = '', body] = /^entree ([A-Z]+ \S+) (?:(corps) )?/.exec(place) ?? [];
  const hadBody = Object.keys(before).some((one) => one.startsWith(`entree ${operation} corps `));
  return Object.hasOwn(before, operation) && !(body && hadBody);
}

const BOUNDED = { imum: 'integer|number', Length: 'string', Items: '\\[\\]', Properties: 'object' };

/** Whether a bound is of a type that is taken. */
function isBoundBy(taken: string | undefined, bound: string): boolean {
  const [, types = bound === 'multipleOf' ? BOUNDED.imum : BOUNDED.Length] =
    Object.entries(BOUNDED).find(([end]) => bound.endsWith(end)) ?? [];
  return taken !== undefined && new RegExp(types).test(taken);
}

/** Whether what is sent may be more than it was. */
function isLooser(bound: string, was: string | undefined, is: string | undefined): boolean {
  if (was === undefined || is === undefined) return is === undefined;
  if (/^(?:min|exclusiveMin)/.test(bound)) return Number(is) < Number(was);
  return /^(?:max|exclusiveMax)/.test(bound) && Number(is) > Number(was);
}

function toldBound(place: string, was = 'rien', is = 'rien'): string {
  return `\`${place}\` passe de \`${was}\` à \`${is}\``;
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

function told(place: string, was: string | undefined, is: string | undefined): string {
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
