import type { CodeRetour } from '../../machines/etablissement/formulaire-413-facts.ts';
import { type Dire, dementis, type FaitAns, motsFaits, motsRetour } from '../../machines/etablissement/mots-ans.ts';
import { fold } from '../fold.ts';
import type { ReceivedMail } from './received.ts';

/** The words of a mail that made it say something, as they were written: one sentence, 300 signs at most. */
interface Said {
  said: string;
}
/** What a mail may tell; the likeliest fact first. Nothing is told until a person says so. */
export interface Proposals {
  facts: (Said & { type: FaitAns })[];
  /** The likely reasons of a return, in the order of the mail. */
  reasons: (Said & { code: CodeRetour })[];
}

const MOST_SENTENCES = 400;
const MOST_SIGNS = 40_000;

/** Where the mail that is answered begins, as programs write it; what follows is not said by whoever writes. */
const QUOTE =
  /^(?:>|-{3,} ?(?:message|original|forwarded|courriel|mail)|_{10,}$|(?:de|from) ?: .*[@<]|le .{5,120} a [ée]crit ?:|on .{5,120} wrote ?:)/i;

/** What the words of a mail may tell about form 413 and the habilitation; what it answers is left out, what it forwards is not. */
export function proposalsOf({ subject, text }: Pick<ReceivedMail, 'subject' | 'text'>): Proposals {
  const isForwarded = /^(?:re ?: ?)*(?:tr|fwd?) ?:/i.test(subject);
  const sentences = [...sentencesOf(subject), ...sentencesOf(isForwarded ? text : fresh(text))];
  const facts = keysOf(motsFaits).flatMap((type) => {
    const isTold = ({ words }: Sentence) => isSaid(words, motsFaits[type]) && !holds(words, dementis[type]);
    const said = sentences.find(isTold)?.said;
    return said === undefined ? [] : [{ type, said }];
  });
  const reasons = sentences.flatMap(({ words, said }) =>
    keysOf(motsRetour)
      .filter((code) => isSaid(words, motsRetour[code]))
      .map((code) => ({ code, said })),
  );
  const firsts = reasons.filter(({ code }, rank) => reasons.findIndex((one) => one.code === code) === rank);
  return { facts, reasons: firsts };
}

interface Sentence {
  said: string;
  /** Folded, with a space at both ends. */
  words: string;
}

/** Lines go on to the next, unless it is empty or begins an item of a list. */
function sentencesOf(text: string): Sentence[] {
  const blocks = text.slice(0, MOST_SIGNS).split(/\n\s*\n|\n(?=[ \t]*(?:[-–•*·]|\d{1,2}[.)°]))/);
  const all = blocks.flatMap((block) => block.replaceAll(/\s+/g, ' ').split(/(?<=[.!?;])\s/));
  return all
    .map((said) => ({
      said: said
        .replace(/^[\s•*·–-]+/, '')
        .slice(0, 300)
        .trim(),
      words: ` ${fold(spelt(said))} `,
    }))
    .filter(({ words }) => words.trim() !== '')
    .slice(0, MOST_SENTENCES);
}

/** « n° 413 » denies nothing, nor does an invitation to call. */
function spelt(said: string): string {
  return said.replaceAll(/\bn[°ºo]\.? ?(?=\d)/gi, 'numero ').replaceAll(/n['’ ]h[ée]sitez pas/gi, '');
}

function fresh(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => QUOTE.test(line.trim().slice(0, 200)));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n');
}

function isSaid(words: string, ways: readonly Dire[]): boolean {
  return ways.some((way) => way.every((group) => holds(words, group)));
}

function holds(words: string, some: readonly string[]): boolean {
  return some.some((word) => words.includes(` ${word}`));
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}
