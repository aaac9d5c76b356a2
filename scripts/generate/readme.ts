import { type Decision, decisions } from '../../machines/decisions.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { informatives, type Source, sources } from '../../machines/source.ts';
import { invariantsOf } from '../../src/engine/proof/invariants/index.ts';
import { type Citation, citations } from './citations.ts';

/** What links the machines to the text that they follow. */
export interface Coverage {
  /** `machines/README.md`, in French. */
  text: string;
  /** Passages that nothing cites and that are not set aside, or the other way round; citations of no passage. */
  faults: string[];
}

/** All that cites one passage. */
interface Passage {
  source: Source;
  parcours: string[];
  transitions: Citation[];
  invariants: string[];
  decisions: string[];
}

const openPoints: [string, Decision][] = Object.entries(decisions);

/** Reads every procedure, transition, invariant and decision for the passages that they cite, both ways. */
export function coverage(procedures: readonly Procedure[]): Coverage {
  const cited = citations(procedures);
  const passages = (Object.keys(sources) as Source[]).map((source) => passageOf(source, procedures, cited));
  const text = [
    '# La procédure, passage par passage',
    '<!-- Produit par « npm run generate » : ne pas modifier à la main. -->',
    'Chaque passage numéroté est modélisé ou informatif ; ce qu’il laisse ouvert renvoie à sa décision.',
    table(['§', 'Passage', 'Statut', 'Parcours', 'Transitions', 'Invariants', 'Décisions'], passages.map(summary)),
    '## Ce que le texte laisse ouvert',
    table(['', '§', 'Question', 'Décision'], openPoints.map(decisionRow)),
    '## Du passage aux transitions et aux invariants',
    ...passages.filter(({ source }) => !informatives[source]).map(section),
    '## De la transition aux passages',
    table(['Procédures', 'État', 'Fait', 'Vers', '§'], cited.map(transitionRow)),
  ];
  return { text: `${text.join('\n\n')}\n`, faults: [...passages.flatMap(faultsOf), ...strangers(procedures, cited)] };
}

function passageOf(source: Source, procedures: readonly Procedure[], cited: readonly Citation[]): Passage {
  const promises = procedures.flatMap((procedure) => Object.values(invariantsOf(procedure)).flat());
  return {
    source,
    parcours: procedures.filter((procedure) => procedure.source === source).map(({ id }) => id),
    transitions: cited.filter(({ sources: own }) => own.includes(source)),
    invariants: [...new Set(promises.filter((promise) => promise.source === source).map(({ enonce }) => enonce))],
    decisions: openPoints.filter(([, point]) => point.source.includes(source)).map(([id]) => id),
  };
}

function faultsOf({ source, parcours, transitions }: Passage): string[] {
  const isCited = parcours.length + transitions.length > 0;
  if (isCited && informatives[source]) return [`${source} est dit informatif, mais des transitions le citent.`];
  return isCited || informatives[source] ? [] : [`${source} n’est cité par aucune transition.`];
}

/** The type checker refuses them where they are written; this refuses those of a machine it could not see. */
function strangers(procedures: readonly Procedure[], cited: readonly Citation[]): string[] {
  const all = [
    ...procedures.map(({ id, source }) => ({ who: id, source })),
    ...cited.flatMap(({ etat, fait, sources: own }) => own.map((source) => ({ who: `${etat} ${fait}`, source }))),
    ...openPoints.flatMap(([who, point]) => point.source.map((source) => ({ who, source }))),
  ];
  const wrong = all.filter(({ source }) => !Object.hasOwn(sources, source));
  const silent = cited.filter(({ sources: own }) => own.length === 0);
  return [
    ...wrong.map(({ who, source }) => `${who} cite ${source}, qui n’existe pas.`),
    ...silent.map(({ etat, fait }) => `${etat} ${fait} ne cite aucun passage.`),
  ];
}

function summary({ source, parcours, transitions, invariants, decisions: points }: Passage): string[] {
  const reason = informatives[source];
  const status = reason ? `informatif : ${reason}` : 'modélisé';
  return [
    source,
    sources[source],
    points.length > 0 ? `${status}, en partie ambigu` : status,
    parcours.join(', '),
    `${transitions.length}`,
    `${invariants.length}`,
    points.join(', '),
  ];
}

function decisionRow([id, { source, question, decision }]: [string, Decision]): string[] {
  return [id, source.join(', '), question, decision];
}

function section({ source, parcours, transitions, invariants }: Passage): string {
  const whole = parcours.map((id) => `- tout le parcours \`${id}\``);
  const moves = transitions.map(({ etat, fait }) => `- \`${etat}\` : \`${fait}\``);
  const promises = invariants.map((enonce) => `- ${enonce}`);
  return [
    `### ${source} — ${sources[source]}`,
    [...new Set([...whole, ...moves])].join('\n'),
    ...(promises.length > 0 ? ['Prouvé :', promises.join('\n')] : []),
  ].join('\n\n');
}

function transitionRow({ procedures, etat, fait, vers, sources: own }: Citation): string[] {
  return [procedures.join(', '), `\`${etat}\``, `\`${fait}\``, vers && `\`${vers}\``, own.join(', ')];
}

function table(head: string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
