import { Finess } from '../../machines/identifiants/finess.ts';
import { Siret } from '../../machines/identifiants/siret.ts';
import type { ReceivedMail } from './received.ts';

/** A dossier that a mail may be about, and what says so: the token, Message-ID, number or word that it was found by. */
interface Found {
  id: string;
  by: string;
}

/** What is asked of the dossiers; each finder answers those that hold one of what is asked, nobody's for none. */
export interface DossierFinders {
  /** Case is of no account: servers change it. */
  byToken(tokens: readonly string[]): Promise<Found[]>;
  /** Of mails that this service sent, or filed; without angle brackets. */
  byMessageId(ids: readonly string[]): Promise<Found[]>;
  /** Ids of dossiers, whole, or what follows « réf. ». */
  byReference(references: readonly string[]): Promise<Found[]>;
  bySiret(sirets: readonly string[]): Promise<Found[]>;
  byFiness(finess: readonly string[]): Promise<Found[]>;
  /** Those where somebody has that address, at most one more than `most`. */
  bySender(address: string, most: number): Promise<Found[]>;
}

/** A dossier and why, as a French phrase. */
interface Candidate {
  id: string;
  why: string;
}
/** To which dossier a mail belongs: one, or those among which a person chooses, the likeliest first. */
export type Match = { certain: string; why: string } | { candidates: Candidate[] };

type Clues = Pick<ReceivedMail, 'tokens' | 'inReplyTo' | 'references' | 'bounce' | 'subject' | 'text' | 'from'>;

const MOST_CANDIDATES = 10;
const MOST_NUMBERS = 50;
const SPACE = '[ .\\u00a0\\u202f-]?';
const SIRETS = new RegExp(`(?<![\\d+])\\d(?:${SPACE}\\d){13}(?!${SPACE}\\d)`, 'g');
const FINESSES = new RegExp(`(?<![\\d+A-Z])\\d${SPACE}[\\dAB](?:${SPACE}\\d){7}(?!${SPACE}\\d)`, 'g');
const UUIDS = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const REFERENCES = /\br[ée]f(?:[ée]rence)?[ .:]{1,4}([\w-]{6,40})/gi;

/**
 * Looks for the dossier of a mail by what tells it best first: its token, what it answers, then what its object and its text name, then who
 * writes. The first that leads to one dossier alone settles it; what leads to several is narrowed by what follows.
 */
export async function matchOf(mail: Clues, finders: DossierFinders): Promise<Match> {
  let candidates: Candidate[] = [];
  for (const look of looks(mail, finders)) {
    const found = await look();
    const among = candidates.length === 0 ? found : found.filter(({ id }) => candidates.some((one) => one.id === id));
    const [only, ...others] = among;
    if (only && others.length === 0) return { certain: only.id, why: only.why };
    if (candidates.length === 0 || others.length > 0) candidates = among;
  }
  return { candidates: candidates.slice(0, MOST_CANDIDATES) };
}

type Look = () => Promise<Candidate[]>;

function looks(mail: Clues, finders: DossierFinders): Look[] {
  const answered = [mail.inReplyTo, ...mail.references.toReversed(), mail.bounce?.originalMessageId ?? null];
  const ids = answered.filter((id) => id !== null);
  const address = mail.from?.address ?? '';
  return [
    look(mail.tokens, finders.byToken, () => 'Il est écrit à l’adresse propre à ce dossier.'),
    look(ids, finders.byMessageId, () => 'Il répond à un courriel de ce dossier.'),
    ...numbersIn(mail.subject, 'objet'),
    ...numbersIn(mail.text, 'texte'),
    look(address === '' ? [] : [address], ofSender, () => `${address} n’est connu que dans ce dossier.`),
  ];

  function numbersIn(text: string, where: 'objet' | 'texte'): Look[] {
    const { references, sirets, finess } = numbersOf(text);
    return [
      look(references, finders.byReference, (by) => `Son ${where} porte la référence ${by}.`),
      look(sirets, finders.bySiret, (by) => `Son ${where} porte le SIRET ${by}.`),
      look(finess, finders.byFiness, (by) => `Son ${where} porte le FINESS ${by}.`),
    ];
  }

  async function ofSender([sender = '']: readonly string[]): Promise<Found[]> {
    const found = await finders.bySender(sender, MOST_CANDIDATES);
    return found.length > MOST_CANDIDATES ? [] : found;
  }
}

/** Each dossier once, by the first of what leads to it. */
function look(
  clues: readonly string[],
  find: (clues: readonly string[]) => Promise<Found[]>,
  why: (by: string) => string,
): Look {
  return async () => {
    if (clues.length === 0) return [];
    const found = await find(clues);
    const firsts = found.filter(({ id }, rank) => found.findIndex((one) => one.id === id) === rank);
    return firsts.map(({ id, by }) => ({ id, why: why(by) }));
  };
}

/** What a text names that a dossier may be found by: numbers whose key holds, written with spaces or without. */
export function numbersOf(text: string): { references: string[]; sirets: string[]; finess: string[] } {
  const sirets = valid(text.match(SIRETS), Siret);
  const finess = valid(text.toUpperCase().replaceAll(SIRETS, ' ').match(FINESSES), Finess);
  const named = [...text.matchAll(REFERENCES)].map(([, reference = '']) => reference);
  const references = [...(text.match(UUIDS) ?? []), ...named].map((one) => one.toLowerCase());
  return { references: [...new Set(references)].slice(0, MOST_NUMBERS), sirets, finess };
}

function valid(found: readonly string[] | null, schema: typeof Siret): string[] {
  const numbers = (found ?? []).slice(0, MOST_NUMBERS).map((one) => one.replaceAll(/[^\dAB]/g, ''));
  return [...new Set(numbers)].filter((one) => schema.safeParse(one).success);
}
