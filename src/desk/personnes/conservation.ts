import type { Desk } from '../../acts/act.ts';
import { type Erasing, erase } from '../../acts/erase.ts';
import { dayOf } from '../../days.ts';
import { CALENDRIER } from '../../engine/history/corrections.ts';
import type { Identity } from '../../identity/identity.ts';
import type { TypeActe } from '../../identity/registre.ts';
import type { ActeIdentite } from '../../store/identities.ts';
import type { Anterieur, Decompte } from '../../store/persons.ts';
import type { Reglages } from '../reglages/reglages.ts';
import type { Travail } from '../work/travail.ts';
import { eraseSomebody, preview } from './effacement.ts';
import { type PersonneCherchee, recognizeAll } from './nom.ts';

/** How many months each kind is kept; null for ever. */
type Durees = Readonly<Record<keyof Anterieur, number | null>>;

/** What is taken in one turn: others have theirs between them. */
const AT_ONCE = { cases: 50, texts: 500 };

/** How many of each kind would be erased today, were they kept so long. */
function countDue({ store, clock }: Desk, durees: Durees): Promise<Decompte> {
  return store.personnes.compter(beforeOf(durees, dayOf(clock())));
}

/**
 * Erases some of what was kept long enough, and says how many of each in the journal of the administration; a dossier that cannot be is left as
 * it is. Once nothing more is due, the file is rewritten.
 */
async function eraseDue(
  { desk, travail }: { desk: Desk; travail: Pick<Travail, 'rejoindre'> },
  durees: Durees,
): Promise<Decompte> {
  const { store, clock } = desk;
  const avant = beforeOf(durees, dayOf(clock()));
  const due = await store.personnes.echus(avant, AT_ONCE.cases);
  let dossiers = 0;
  let comptes = 0;
  for (const id of due.dossiers) {
    const done = await erase(desk, { genre: 'dossier', id }, everybody, CALENDRIER);
    if (done.ok) dossiers += 1;
  }
  for (const id of due.comptes)
    if (await store.identites.eraseCompte(id, byCalendar(clock(), 'compte.efface', id))) comptes += 1;
  const notes = avant.notes === null ? 0 : await store.personnes.oublier(avant.notes, AT_ONCE.texts);
  const done = { dossiers, notes, comptes };
  if (dossiers + notes + comptes === 0) return done;
  await store.identites.note(byCalendar(clock(), 'conservation.appliquee', 'conservation', done));
  const isOver = due.dossiers.length < AT_ONCE.cases && notes < AT_ONCE.texts;
  if (!isOver) return done;
  await travail.rejoindre();
  await store.personnes.compacter();
  return done;
}

const all = recognizeAll();
const everybody: Erasing = {
  type: 'conservation.echue',
  holds: all.isIn,
  without: all.without,
  isId: (text) => /^[\da-f]{8}$/.test(text),
};

function byCalendar(le: Date, acte: TypeActe, cible: string, detail: object = {}): ActeIdentite {
  return { le: le.toISOString(), auteur: CALENDRIER, acte, cible, detail: JSON.stringify(detail) };
}

function beforeOf(durees: Durees, jour: string): Anterieur {
  const before = (mois: number | null) => (mois === null ? null : monthsBefore(jour, mois));
  return { dossiers: before(durees.dossiers), notes: before(durees.notes), comptes: before(durees.comptes) };
}

/** The same day so many months before, or the last of its month (YYYY-MM-DD). */
export function monthsBefore(jour: string, mois: number): string {
  const [year = 0, month = 0, day = 0] = jour.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - mois, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - mois, Math.min(day, last))).toISOString().slice(0, 10);
}

/** What is held of persons over a desk. */
export function createPersonnes(
  desk: Desk,
  { travail, reglages, today }: { travail: Travail; reglages: Reglages; today(): string },
) {
  return {
    /** All that is held of somebody, and what an erasure would do. */
    apercu: (cherchee: PersonneCherchee) => preview(desk, cherchee),
    /** By a superviseur, as it was previewed. */
    effacer: (par: Identity, confirmee: { cherchee: PersonneCherchee; empreinte: string }) =>
      eraseSomebody({ desk, travail }, par, confirmee),
    /** How many of each kind would be erased today, were they kept so long. */
    echus: (durees: Durees) => countDue(desk, durees),
    /** Erases some of what was kept long enough, as it is set today; gives how many of each. */
    appliquer: () => eraseDue({ desk, travail }, reglages.conservation(today())),
  };
}
