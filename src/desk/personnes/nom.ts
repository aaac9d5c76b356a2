import { z } from 'zod';
import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import { Courriel, texteLibre } from '../../../machines/formulaires/champs.ts';
import { fold } from '../../fold.ts';

const rien = z.literal('').default('');

/** Whom one looks for: a name and a first name, an e-mail, or all three. */
export const PersonneCherchee = z
  .strictObject({
    nom: texteLibre('Nom', 100).or(rien),
    prenom: texteLibre('Prénom', 100).or(rien),
    courriel: Courriel.or(rien),
  })
  .superRefine(({ nom, prenom, courriel }, { addIssue }) => {
    const missing = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
    if (nom === '' && prenom === '' && courriel === '')
      missing('nom', 'Saisissez un nom et un prénom, ou un courriel.');
    else if (nom === '' && prenom !== '') missing('nom', 'Saisissez aussi le nom.');
    else if (nom !== '' && prenom === '') missing('prenom', 'Saisissez aussi le prénom : un nom seul est à plusieurs.');
    else if (nom !== '' && fold(nom) === '') missing('nom', 'Saisissez un nom en lettres.');
  });
export type PersonneCherchee = z.output<typeof PersonneCherchee>;

/** What stands where somebody was named. */
const EFFACEE = { prenom: 'Personne', nom: 'effacée' } as const;
const EFFACE = `${EFFACEE.prenom} ${EFFACEE.nom}`;

/** What is known of somebody beside the name, and goes with it. */
const JOINDRE: ReadonlySet<string> = new Set(['courriel', 'telephone', 'rpps']);
/** How an establishment is called, which may be after somebody. */
const ETABLISSEMENT: ReadonlySet<string> = new Set(['denomination', 'commune', 'raisonSociale']);
const CIVILITES: ReadonlySet<string> = new Set('m mr mme mlle dr docteur pr professeur madame monsieur'.split(' '));

/** What names somebody: an object with the name and what goes with it, or a text. */
interface Mention {
  champ: string;
  extrait: unknown;
}

/** How somebody is found in what is kept, and taken out of it. */
export interface Reconnue {
  /** Patterns of LIKE: whatever holds that person answers one of them. */
  motifs: readonly string[];
  /** Whether a text, or what it says as JSON, names the person; `seul` takes the name alone too. */
  isIn(text: string, seul?: boolean): boolean;
  /** The same text without the person; `ids` are the imprints of names that are changed with it. */
  without(text: string, ids?: ReadonlyMap<string, string>): string;
  /** What some JSON says of the person, each with the outermost field under which it stands. */
  mentionsIn(text: string): Mention[];
  /** The imprints under which a case knows the person. */
  ids: readonly string[];
}

/** Recognises somebody whatever the case, accents and order of the names. */
export function recognize({ nom, prenom, courriel }: PersonneCherchee): Reconnue {
  const [last, first] = [wordsOf(nom), wordsOf(prenom)];
  const runs =
    last.length === 0
      ? []
      : [
          [...first, ...last],
          [...last, ...first],
          [first[0]?.[0] ?? '', ...last],
        ];
  const isName = (one: string, other: string) =>
    last.length > 0 &&
    ((fold(one) === last.join(' ') && fold(other) === first.join(' ')) ||
      (fold(one) === first.join(' ') && fold(other) === last.join(' ')));
  const textOf = (text: string, seul: boolean) => withoutRuns(withoutMail(text, courriel), { runs, last, seul });
  const walk = walker({ isName, textOf });

  return {
    motifs: [...(last.length > 0 ? [patternOf(last)] : []), ...(courriel ? [`%${courriel}%`] : [])],
    isIn: (text, seul = false) => walk(text, { seul }).mentions.length > 0,
    without: (text, ids) => walk(text, { ids }).text,
    mentionsIn: (text) => walk(text, {}).mentions,
    ids: last.length === 0 ? [] : [idOf({ nom, prenom }), idOf({ nom: prenom, prenom: nom })],
  };
}

/** Recognises whoever is named in the fields of some JSON, and what goes with the name. */
export function recognizeAll(): Pick<Reconnue, 'isIn' | 'without'> {
  const walk = walker({ isName: (nom) => nom !== EFFACEE.nom, textOf: (text) => text });
  return {
    isIn: (text) => walk(text, {}).mentions.length > 0,
    without: (text, ids) => walk(text, { ids }).text,
  };
}

interface Telling {
  isName(nom: string, prenom: string): boolean;
  textOf(text: string, seul: boolean): string;
}
interface How {
  seul?: boolean;
  ids?: ReadonlyMap<string, string> | undefined;
}

function walker({ isName, textOf }: Telling) {
  return (text: string, { seul = false, ids }: How): { text: string; mentions: Mention[] } => {
    const mentions: Mention[] = [];
    const told = ofText(text, '');
    return { text: told, mentions };

    function ofText(one: string, place: string): string {
      const json = parsed(one);
      if (json !== null) return JSON.stringify(ofValue(json, place));
      const id = ids?.get(one);
      if (id !== undefined) return id;
      const other = textOf(one, seul);
      if (other !== one) mentions.push({ champ: place, extrait: one });
      return other;
    }

    function ofValue(value: unknown, place: string): unknown {
      if (typeof value === 'string') return ofText(value, place);
      if (Array.isArray(value)) return value.map((part) => ofValue(part, place));
      return typeof value === 'object' && value !== null ? ofObject(value, place) : value;
    }

    function ofObject(value: object, place: string): object {
      const isWhole = place === '' && !('prenom' in value);
      const isContact = !isWhole && isCalled(value, (nom) => textOf(nom, seul) !== nom);
      const isThem = isContact || isNamed(value, isName) || isTyped(value, isName);
      const isKept = (name: string) => ETABLISSEMENT.has(name) || (isWhole && name === 'nom');
      if (isThem) mentions.push({ champ: place, extrait: value });
      const kept = Object.entries(value).filter(([name]) => !isThem || !JOINDRE.has(name));
      const told = Object.fromEntries(
        kept.map(([name, part]) => [name, isKept(name) ? part : ofValue(part, place || name)]),
      );
      return isThem && 'prenom' in told ? { ...told, ...EFFACEE } : told;
    }
  };
}

function isNamed(value: object, isName: Telling['isName']): boolean {
  const { nom, prenom } = value as { nom?: unknown; prenom?: unknown };
  return typeof nom === 'string' && typeof prenom === 'string' && isName(nom, prenom);
}

/** A contact whose only name is whole: « Alix Durand, DSI ». */
function isCalled(value: object, isThem: (nom: string) => boolean): boolean {
  const { nom, prenom } = value as { nom?: unknown; prenom?: unknown };
  return typeof nom === 'string' && prenom === undefined && isThem(nom);
}

/** A draft: what was typed under flat names, « partie4.contacts.0.nom ». */
function isTyped(value: object, isName: Telling['isName']): boolean {
  return Object.entries(value).some(([name, nom]) => {
    const prenom = name.endsWith('.nom') && (value as Record<string, unknown>)[name.replace(/nom$/, 'prenom')];
    return typeof nom === 'string' && typeof prenom === 'string' && isName(nom, prenom);
  });
}

/** What a text says as JSON; null for a text. */
function parsed(text: string): object | null {
  if (!/^[{[]/.test(text)) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function withoutRuns(
  text: string,
  { runs, last, seul }: { runs: readonly string[][]; last: readonly string[]; seul: boolean },
): string {
  if (last.length === 0) return text;
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: fold(word),
    index,
    length: word.length,
  }));
  const isAt = (run: readonly string[], at: number) => run.every((word, i) => words[at + i]?.word === word);
  const lengthAt = (at: number): number => {
    const run = runs.find((one) => isAt(one, at));
    if (run) return run.length;
    if (CIVILITES.has(words[at]?.word ?? '') && isAt(last, at + 1)) return last.length + 1;
    return seul && isAt(last, at) ? last.length : 0;
  };
  let told = '';
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const length = lengthAt(at);
    const [start, end] = [words[at], words[at + length - 1]];
    if (length === 0 || !start || !end) continue;
    told += text.slice(from, start.index) + EFFACE;
    from = end.index + end.length;
    at += length - 1;
  }
  return told + text.slice(from);
}

function withoutMail(text: string, courriel: string): string {
  if (courriel === '') return text;
  const escaped = courriel.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<![\\w.+-])${escaped}(?![\\w-])`, 'giu'), EFFACE);
}

function wordsOf(name: string): string[] {
  return fold(name).split(' ').filter(Boolean);
}

/** Letters that may bear a mark, or be part of a ligature, match whatever stands there. */
function patternOf(words: readonly string[]): string {
  const letters = words.map((word) => word.replaceAll(/oe|ae/g, '%').replaceAll(/[^bdfghjklmpqrtvwx%\d]/g, '_'));
  return `%${letters.join('%')}%`;
}
