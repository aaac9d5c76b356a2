import { type Decision, decisions } from '../../machines/decisions.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { type Section, type Source, sections, sectionsOf, tellSource } from '../../machines/source.ts';
import { sectionOf, texte } from '../../machines/texte/index.ts';
import type { Phrase, Phrases } from '../../machines/texte/phrase.ts';
import { invariantsOf } from '../proof/invariants/index.ts';
import { carriersOf, type Element, elementsOf, faultsOf } from './carriers.ts';
import { type Citation, citations } from './citations.ts';

/** What links the machines to the text that they follow. */
export interface Coverage {
  /** `machines/README.md`, in French. */
  text: string;
  /** Sentences that nothing carries, carriers that do not exist, sources that do not say what they are cited for. */
  faults: string[];
}

/** All that concerns one passage. */
interface Passage {
  section: Section;
  phrases: [string, Phrase][];
  parcours: string[];
  transitions: Citation[];
  invariants: string[];
  decisions: string[];
}

const openPoints: [string, Decision][] = Object.entries(decisions);

/** Reads every procedure, sentence, transition, invariant and decision for what they say of one another, both ways. */
export function coverage(procedures: readonly Procedure[], phrases: Phrases = texte): Coverage {
  const cited = citations(procedures);
  const passages = (Object.keys(sections) as Section[]).map((section) =>
    passageOf(section, phrases, procedures, cited),
  );
  const text = [
    '# La procédure, phrase par phrase',
    '<!-- Produit par « npm run generate » : ne pas modifier à la main. -->',
    'Chaque phrase du texte est portée par la machine, ou ne demande rien et dit pourquoi. Ce qu’aucune phrase ne porte est hors texte et renvoie à la décision qui l’ajoute.',
    table(
      ['§', 'Passage', 'Phrases', 'Portées', 'Parcours', 'Transitions', 'Invariants', 'Décisions'],
      passages.map(summary),
    ),
    '## De la phrase à ce qui la porte',
    table(['Phrase', 'Ce qu’elle dit', 'Portée par'], Object.entries(phrases).map(phraseRow)),
    '## Hors texte',
    table(['', 'Décision', 'Faits', 'Conditions', 'États'], besideText(procedures)),
    '## Ce que le texte laisse ouvert ou ne dit pas',
    table(['', '§', 'Question', 'Décision'], openPoints.map(decisionRow)),
    '## Du passage aux transitions et aux invariants',
    ...passages
      .filter(({ parcours, transitions, invariants }) => [parcours, transitions, invariants].flat().length > 0)
      .map(passageText),
    '## De la transition aux passages',
    table(['Procédures', 'État', 'Fait', 'Vers', 'Source'], cited.map(transitionRow)),
  ];
  return { text: `${text.join('\n\n')}\n`, faults: [...faultsOf(phrases, procedures), ...silences(cited)] };
}

function passageOf(
  section: Section,
  phrases: Phrases,
  procedures: readonly Procedure[],
  cited: readonly Citation[],
): Passage {
  const promises = procedures.flatMap((procedure) => Object.values(invariantsOf(procedure)).flat());
  const isHere = (source: Source) => sectionsOf(source).includes(section);
  return {
    section,
    phrases: Object.entries(phrases).filter(([id]) => sectionOf(id) === section),
    parcours: procedures.filter(({ source }) => isHere(source)).map(({ id }) => id),
    transitions: cited.filter(({ sources }) => sources.some(isHere)),
    invariants: [...new Set(promises.filter(({ source }) => isHere(source)).map(({ enonce }) => enonce))],
    decisions: openPoints.filter(([, point]) => point.source.includes(section)).map(([id]) => id),
  };
}

function silences(cited: readonly Citation[]): string[] {
  const silent = cited.filter(({ sources }) => sources.length === 0);
  return silent.map(({ etat, fait }) => `${etat} ${fait} ne cite rien.`);
}

function summary({ section, phrases, parcours, transitions, invariants, decisions: points }: Passage): string[] {
  const carried = phrases.filter(([, phrase]) => carriersOf(phrase).length > 0);
  return [
    section,
    sections[section],
    `${phrases.length}`,
    carried.length > 0 ? `${carried.length}` : 'informatif',
    parcours.join(', '),
    `${transitions.length}`,
    `${invariants.length}`,
    points.join(', '),
  ];
}

function phraseRow([id, phrase]: [string, Phrase]): string[] {
  if ('informe' in phrase) return [id, phrase.dit, `informative : ${phrase.informe}`];
  const titres = { faits: 'faits', gardes: 'conditions', etats: 'états', champs: 'champs', invariants: 'prouvé' };
  const groups = Object.entries(Object.groupBy(carriersOf(phrase), ({ genre }) => genre));
  const told = groups.map(
    ([genre, names]) => `${titres[genre as keyof typeof titres]} ${names.map(({ nom }) => code(nom)).join(', ')}`,
  );
  return [id, phrase.dit, told.join(' ; ')];
}

/** What each decision adds, by kind; a decision that adds none of them is left out. */
function besideText(procedures: readonly Procedure[]): string[][] {
  const elements = procedures.flatMap(elementsOf);
  return openPoints.flatMap(([id, { question }]) => {
    const own = elements.filter(({ source }) => source === id);
    const namesOf = (genre: Element['genre']) =>
      [...new Set(own.filter((one) => one.genre === genre).map(({ nom }) => code(nom)))].join(', ');
    return own.length > 0 ? [[id, question, namesOf('faits'), namesOf('gardes'), namesOf('etats')]] : [];
  });
}

function decisionRow([id, { source, question, decision }]: [string, Decision]): string[] {
  return [id, source.join(', '), question, decision];
}

function passageText({ section, parcours, transitions, invariants }: Passage): string {
  const whole = parcours.map((id) => `- tout le parcours ${code(id)}`);
  const moves = transitions.map(({ etat, fait }) => `- ${code(etat)} : ${code(fait)}`);
  const promises = invariants.map((enonce) => `- ${enonce}`);
  return [
    `### ${section} — ${sections[section]}`,
    ...(whole.length + moves.length > 0 ? [[...new Set([...whole, ...moves])].join('\n')] : []),
    ...(promises.length > 0 ? ['Prouvé :', promises.join('\n')] : []),
  ].join('\n\n');
}

function transitionRow({ procedures, etat, fait, vers, sources }: Citation): string[] {
  return [procedures.join(', '), code(etat), code(fait), vers && code(vers), sources.map(tellSource).join(', ')];
}

function code(name: string): string {
  return `\`${name}\``;
}

function table(head: string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
