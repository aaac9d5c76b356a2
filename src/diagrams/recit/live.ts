import type { Procedure } from '../../../machines/procedure.ts';
import { type Acteur, acteurs, type Phase, phases } from '../../../machines/step.ts';
import { daysBetween, french } from '../../days.ts';
import type { Compte } from '../../delays.ts';
import { possibleSince } from '../../engine/chronology.ts';
import { inSentence } from '../layout/words.ts';
import { type LiveCase, whyBlocked } from '../live/standing.ts';
import type { Sample } from '../svg/caption.ts';
import type { Marks, StateMark } from '../svg/drawing.ts';
import type { Lecteur } from './lanes.ts';
import { type Avancee, avanceesOf, type Enfants } from './standing.ts';
import { isBesides, type Moment, momentsOf, neededIn, type Story } from './story.ts';

/** Of whom the story is told, and as seen on which day (YYYY-MM-DD). */
export interface Told {
  nom: string;
  jour: string;
  enfants: Enfants;
  /** The last day on which it is not late, by the delays in force. */
  limite: Compte['limite'];
}

/** The marks of a story, with what is not a reader’s faded. */
export function fadedFor(
  story: Story,
  pour: Lecteur | undefined,
  marks: ReadonlyMap<string, StateMark> = new Map(),
): ReadonlyMap<string, StateMark> {
  if (pour === undefined) return marks;
  const besides = momentsOf(story).filter((moment) => isBesides(moment, pour));
  const faded = besides.map(({ id }): [string, StateMark] => [id, { ...marks.get(id), aspect: 'estompe' }]);
  return new Map([...marks, ...faded]);
}

/** A case in the story of its procedure: what is behind with its day, where it is, since how many days, who acts, what stops it. */
export function storyMarks(story: Story, live: LiveCase, { nom, ...seen }: Told): Marks {
  const { procedure, histoire } = live;
  const avancees = avanceesOf(story, procedure.id, new Set(Object.keys(histoire.depuis)), seen.enfants);
  const read = momentsOf(story).map((moment) =>
    readingOf(moment, live, { ...seen, avancee: avancees.get(moment.id) ?? 'aVenir' }),
  );
  const here = read.filter(({ avancee }) => avancee === 'ici').toSorted((a, b) => a.rank - b.rank);
  const titre = `${nom} : ${stopped(live) ?? awaited(here, read)}`;
  return {
    etats: new Map(read.flatMap((one) => (one.mark ? [[one.moment.id, one.mark] as const] : []))),
    titre,
    description: [`${titre}.`, ...here.map(({ sentence }) => sentence), ...behind(read)].join(' '),
    legende: storySamples,
  };
}

/** « établissement fermé » : why nothing goes on; null while it does. */
function stopped({ procedure: { pause }, chart, histoire }: LiveCase): string | null {
  const found = chart.etats.find(
    ({ id, parent, initial }) => parent === pause?.region && !initial && Object.hasOwn(histoire.depuis, id),
  );
  return found ? inSentence(found.libelle) : null;
}

/** « formulaire 413 à signer, et 2 autres étapes » ; what may wait comes last. */
function awaited(here: readonly Reading[], read: readonly Reading[]): string {
  const [first, ...others] = here;
  if (!first || first.rank > 1) {
    const end = read.findLast(({ moment, avancee }) => moment.nature === 'acquise' && avancee === 'fait');
    return `${end ? `${inSentence(end.libelle)}, ` : ''}rien d’obligatoire n’est attendu`;
  }
  const count = others.filter(({ rank }) => rank === first.rank).length;
  const more = count > 0 ? `, et ${count === 1 ? 'une autre étape' : `${count} autres étapes`}` : '';
  return `${inSentence(first.libelle)}${more}`;
}

function behind(read: readonly Reading[]): string[] {
  const done = read.flatMap(({ moment, le }) => (le === null ? [] : [`${moment.lignes.join(', ')} (${french(le)})`]));
  return done.length > 0 ? [`Fait : ${done.join(', ')}.`] : [];
}

/** A moment as a case stands to it. */
interface Reading {
  moment: Moment;
  avancee: Avancee;
  libelle: string;
  /** What is asked comes first, then what is waited for, then what may wait. */
  rank: number;
  /** The day on which it was done; null while it is not, and where no day is known. */
  le: string | null;
  mark: StateMark | null;
  sentence: string;
}

type Seen = { avancee: Avancee } & Omit<Told, 'nom'>;

function readingOf(moment: Moment, live: LiveCase, seen: Seen): Reading {
  const { procedure, chart, histoire } = live;
  const isOwn = moment.procedure === procedure.id;
  const current = isOwn ? moment.etats.filter((id) => Object.hasOwn(histoire.depuis, id)) : [];
  const etat = chart.etats.find(({ id }) => id === current[0]);
  const rank = { obligatoire: 0, attente: 1, recommandee: 2, facultative: 3, acquise: 4 }[moment.nature];
  const libelle = etat?.libelle ?? moment.lignes.join(', ');
  const base = { moment, avancee: seen.avancee, libelle, rank, le: null, mark: null, sentence: '' };
  if (seen.avancee === 'aVenir') return base;
  if (seen.avancee === 'fait') return { ...base, ...doneOf(moment, live, { ...seen, isOwn }) };
  const acteur = etat?.acteur ?? moment.acteurs[0] ?? 'etablissement';
  return { ...base, ...hereOf(base, live, { ...seen, current, acteur }) };
}

/** What was not gone through is faded. */
function doneOf(moment: Moment, { etapes, procedure }: LiveCase, { isOwn, enfants }: Seen & { isOwn: boolean }) {
  const isMet = moment.etats.some((id) => ['passe', 'courant'].includes(etapes.get(id)?.aspect ?? ''));
  if (isOwn && !isMet && moment.finis.length === 0) return { mark: { aspect: 'estompe' as const } };
  const le = isOwn ? dayOfEnd(moment, etapes) : null;
  const pastille = le && { pastille: { texte: french(le), ton: 'fait' as const } };
  return { le, mark: { aspect: 'passe' as const, ...pastille, ...counts(moment, procedure, enfants) } };
}

function hereOf(
  { moment, libelle, rank }: Pick<Reading, 'moment' | 'libelle' | 'rank'>,
  { bloques, histoire, procedure }: LiveCase,
  { jour, enfants, limite, current, acteur }: Seen & { current: readonly string[]; acteur: Acteur },
) {
  const since = current.map((id) => histoire.depuis[id] ?? jour).toSorted()[0];
  const blocked = bloques.filter(({ etape }) => current.includes(etape));
  const isStuck = moment.faits.length > 0 && moment.faits.every((fait) => blocked.some((one) => one.fait === fait));
  const sentence = sentenceOf(libelle, acteur, { since, jour, reasons: blocked.map(whyBlocked) });
  const isFree = moment.nature === 'facultative';
  const isAsked = rank < 2;
  const possible = possibleSince({ procedure, ...histoire });
  const isLate = current.some((etape) => {
    const from = possible[etape];
    return from !== undefined && jour > limite({ acteur, etape }, from);
  });
  const how = { isStuck: isAsked && isStuck, isLate: isAsked && isLate };
  const pastille = since && !isFree && { pastille: sinceOf(since, jour, how) };
  const aspect = isFree ? null : ('courant' as const);
  return { sentence, mark: { aspect, infobulle: sentence, ...pastille, ...counts(moment, procedure, enfants) } };
}

/** When it was acquired, or left for what comes next. */
function dayOfEnd({ etats, finis, nature }: Moment, etapes: LiveCase['etapes']): string | null {
  const days = (nature === 'acquise' ? etats : finis).flatMap((id) => etapes.get(id)?.entree ?? []);
  const left = nature === 'acquise' || finis.length > 0 ? [] : etats.flatMap((id) => etapes.get(id)?.sortie ?? []);
  return [...days, ...left].toSorted().at(-1) ?? null;
}

function counts(
  { etats, procedure: own }: Moment,
  procedure: Procedure,
  { etats: known }: Enfants,
): Pick<StateMark, 'compte'> {
  if (own === procedure.id) return {};
  const compte = etats.reduce((sum, id) => sum + (known?.get(id) ?? 0), 0);
  return compte > 0 ? { compte } : {};
}

function sinceOf(
  since: string,
  jour: string,
  how: { isStuck: boolean; isLate: boolean },
): NonNullable<StateMark['pastille']> {
  const days = Math.max(0, daysBetween(since, jour));
  if (how.isStuck) return { texte: `bloqué : ${days} j`, ton: 'retard' };
  if (how.isLate) return { texte: `en retard : ${days} j`, ton: 'retard' };
  return { texte: days === 0 ? 'aujourd’hui' : `depuis ${days} j`, ton: 'ici' };
}

function sentenceOf(
  libelle: string,
  acteur: Acteur,
  { since, jour, reasons }: { since: string | undefined; jour: string; reasons: readonly string[] },
): string {
  const when =
    since === undefined ? '' : `, depuis le ${french(since)} (${Math.max(0, daysBetween(since, jour))} jours)`;
  return [`${libelle} : ${inSentence(acteurs[acteur])}${when}.`, ...reasons].join(' ');
}

/** How many sites of a groupement are where in the story of their path, and how far each phase is. */
export function sitesMarks(
  story: Story,
  sites: readonly { nom: string; retards: readonly string[]; avancees: ReadonlyMap<string, Avancee> }[],
): Map<string, StateMark> {
  const moments = momentsOf(story);
  const marks = moments.flatMap((moment): [string, StateMark][] => {
    const here = sites.filter(({ avancees }) => avancees.get(moment.id) === 'ici');
    if (here.length === 0) return [];
    const isAsked = moment.nature === 'obligatoire' || moment.nature === 'attente';
    const late = isAsked ? here.filter(({ retards }) => retards.some((id) => moment.etats.includes(id))) : [];
    const named = (some: typeof here) => some.map(({ nom }) => nom).join(', ');
    const told = `${moment.lignes.join(', ')} : ${here.length} sur ${sites.length} (${named(here)})`;
    const infobulle = `${told}${late.length > 0 ? `, en retard : ${named(late)}` : ''}.`;
    const teinte = isAsked && { teinte: shadeOf(here.length, sites.length) };
    const texte = `${here.length}, dont ${late.length} en retard`;
    const pill = late.length > 0 ? { pastille: { texte, ton: 'retard' as const } } : { compte: here.length };
    return [[moment.id, { aspect: null, infobulle, ...pill, ...teinte }]];
  });
  return new Map([...marks, ...phaseMarks(neededIn(story), sites)]);
}

function phaseMarks(
  needed: readonly Moment[],
  sites: readonly { avancees: ReadonlyMap<string, Avancee> }[],
): [string, StateMark][] {
  return (Object.keys(phases) as Phase[]).flatMap((phase): [string, StateMark][] => {
    const asked = needed.filter((moment) => moment.phase === phase);
    if (asked.length === 0) return [];
    const standings = sites.map(({ avancees }) => asked.map(({ id }) => avancees.get(id) ?? 'aVenir'));
    const faits = standings.filter((all) => all.every((one) => one === 'fait')).length;
    const ici = standings.filter((all) => all.some((one) => one !== 'aVenir')).length - faits;
    const done = `${faits === 0 ? 'aucun site ne l’a fait' : `${faits} ${faits > 1 ? 'sites l’ont' : 'site l’a'} fait`}`;
    const left = sites.length - faits - ici;
    const parts = [
      done,
      ...(ici > 0 ? [`${ici} en ${ici > 1 ? 'sont' : 'est'} là`] : []),
      ...(left > 0 ? [`${left} à venir`] : []),
    ];
    const infobulle = `${phases[phase]} : ${parts.join(', ')} ; sur ${sites.length}.`;
    return [[`recit:${phase}`, { aspect: null, barre: { faits, ici, total: sites.length }, infobulle }]];
  });
}

/** The shade of a part of a whole, from 1 to 5. */
export function shadeOf(part: number, whole: number): number {
  return Math.max(1, Math.ceil((5 * part) / Math.max(1, whole)));
}

const storySamples: readonly Sample[] = [
  pastille('fait', 'fait, et le jour'),
  pastille('ici', 'on en est là, depuis combien de jours'),
  pastille('retard', 'bloqué, ou plus longtemps que le délai d’usage'),
];

/** A pill over a box, and what it means. */
export function pastille(ton: 'fait' | 'ici' | 'retard', words: string): Sample {
  return { words, width: 26, markup: `<g class="p-${ton}"><rect width="26" height="14" rx="7"/></g>` };
}
