import { PARTIES } from '../../../machines/event.ts';
import { findFact } from '../../../machines/index.ts';
import { FAIT_CORRIGE, standingLines } from '../../engine/history/corrections.ts';
import { mayAct } from '../dossier/frame.ts';
import { type CaseRead, type Ligne, linesAfter, readCase } from '../dossier/read/case.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { type Refused, refusedBy, type Visit } from '../shell/screen.ts';
import {
  type Imprime,
  imprimeOf,
  isStanding,
  type Partie,
  parties,
  type Saisie,
  takes413,
  typeOfPart,
} from './catalogue.ts';
import { prefill } from './prefill.ts';

/** A draft, with who typed last. */
export interface DraftState {
  version: number;
  /** Null when nothing is kept: the form is as it is filled before anybody types. */
  par: string | null;
  modifieLe: string | null;
}

/** A form of a dossier on the desk: what it holds, and all that is needed to show it. */
export type FilledForm = Exclude<Awaited<ReturnType<typeof filledForm>>, Refused>;

/** Puts a form on the desk: as it was posted, else as its draft, else as the dossier fills it. */
export async function filledForm(visit: Visit) {
  const { id = '', formulaire = '' } = visit.params;
  const imprime = imprimeOf(formulaire);
  if (!imprime) return refusedBy(unknown);
  const read = await readCase(visit.services, { genre: 'dossier', id });
  if (!read.ok) return refusedBy(read.error);
  const affaire = read.value;
  const { etat, procedure } = affaire;
  const jour = visit.services.today();
  const lines = await linesAfter(visit.services, affaire.cible, 0);
  const own = standingLines(lines.filter(({ certificat }) => certificat === null));
  const draft = await visit.services.brouillons.find({ dossierId: id, formulaire });
  const estOuvert = etat === null || imprime.id !== 'formulaire-413' || takes413(affaire);
  const known = write(imprime.form, prefill(imprime.id, affaire, own, jour));
  const since = lines.filter(({ enregistreLe }) => enregistreLe > (draft?.modifieLe ?? ''));
  const kept = draft?.saisie ? caughtUp(draft.saisie, known, since) : null;
  const typed = (visit.body.get('version') === undefined ? null : typedOf(visit.body, imprime.form)) ?? kept ?? known;
  const name = draft?.saisie ? await visit.services.identites.nommer([draft.auteur]) : null;
  return {
    imprime,
    affaire,
    typed,
    jour,
    /** Whether the dossier still takes it: form 413 is closed while the ANS has it. */
    estOuvert,
    agit: estOuvert && mayAct(visit, affaire),
    saisie: readTyped(imprime.form, typed),
    garde: {
      version: draft?.version ?? 0,
      par: draft && name ? name(draft.auteur) : null,
      modifieLe: draft?.saisie ? draft.modifieLe : null,
    },
    /** The parts of form 413 that were recorded, as they were: the day, and what was typed. */
    enregistrees: recordedParts(imprime, affaire, own),
    /** Why the ANS returned the form that is being corrected; null when it did not. */
    retour: (imprime.id === 'formulaire-413' && etat && procedure?.retour(etat.snapshot.context)) || null,
    /** The day on which form 413 was last sent. */
    transmisLe: own.findLast(({ type }) => findFact(type)?.piece?.contenu === PARTIES)?.date ?? null,
  };
}

/** What of a draft the journal may make false: cards that end, and names that are corrected. */
const CARTES = /(?:^partie3\.carte\.|\.typeCarte$)/;
const NOMS = /\.(?:nom|prenom)$/;

/** A draft, with what became false since it was kept as the dossier knows it now. */
export function caughtUp(draft: Typed, known: Typed, since: readonly Pick<Ligne, 'type'>[]): Typed {
  const isOutdated = (nom: string) =>
    (CARTES.test(nom) && since.some(({ type }) => findFact(type)?.carte != null)) ||
    (NOMS.test(nom) && since.some(({ type }) => type === FAIT_CORRIGE));
  const now = Object.entries(known).filter(([nom]) => nom in draft && isOutdated(nom));
  return { ...draft, ...Object.fromEntries(now) };
}

function recordedParts({ form }: Imprime, affaire: CaseRead, lines: readonly Ligne[]) {
  const found = parties.flatMap((partie) => {
    const line = lines.findLast(({ type }) => type === typeOfPart(partie));
    if (!line?.saisie || !isStanding(affaire, partie)) return [];
    const told = JSON.parse(line.saisie) as Saisie;
    const value = partie === 'partie2' ? { texte: told[partie] } : told[partie];
    const typed = partOf(write(form, { [partie]: value }), partie);
    return [[partie, { date: line.date, typed }] as const];
  });
  return Object.fromEntries(found) as Partial<Record<Partie, (typeof found)[number][1]>>;
}

/** What is typed in one part of form 413. */
function partOf(typed: Typed, partie: Partie): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([nom]) => nom.startsWith(`${partie}.`)));
}

/** Whether what is typed in a part is what was recorded of it. */
export function isAsRecorded({ typed, enregistrees }: FilledForm, partie: Partie): boolean {
  const recorded = enregistrees[partie]?.typed;
  const now = partOf(typed, partie);
  const names = Object.keys(now);
  return (
    recorded !== undefined &&
    names.length === Object.keys(recorded).length &&
    names.every((nom) => now[nom]?.trim() === recorded[nom])
  );
}

const unknown = {
  status: 404,
  code: 'introuvable',
  title: 'Formulaire inconnu',
  detail: 'La procédure ne connaît pas ce formulaire : revenez au dossier.',
};
