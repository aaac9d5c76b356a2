import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { IsoDate, texteLibre } from '../../machines/formulaires/champs.ts';
import { acteurs } from '../../machines/step.ts';
import { addDays, daysBetween } from '../days.ts';
import { fold } from '../fold.ts';
import { type Erreur, err, ok, type Result } from '../result.ts';
import type { NoteStore, Relance } from '../store/desk.ts';
import type { Compte, IdentityStore } from '../store/identities.ts';
import { longText } from './long-text.ts';

/** How far ahead a follow-up may be, in days. */
const AHEAD_DAYS = 3 * 366;
const DUES = 50;

/** A note to write. */
export const NoteEcrite = z.strictObject({
  texte: longText(4_000, { empty: 'Écrivez la note.', long: 'Une note fait 4 000 caractères au plus.' }),
});
type NoteAEcrire = z.output<typeof NoteEcrite>;
/** A follow-up to plan. */
export const RelanceDemandee = z.strictObject({
  pourLe: IsoDate,
  quoi: texteLibre('À faire', 300),
  acteur: z.enum(Object.keys(acteurs) as [keyof typeof acteurs], 'Choisissez qui relancer.'),
  compteId: z.string().min(1, 'Choisissez qui s’en charge.').max(100),
});

/** Why something was not written. */
interface SuiviRefusal {
  code: 'saisie-invalide';
  erreurs: Erreur[];
}

/** Notes and follow-ups over a store, among the accounts of `identites`; `today` is the day in France. */
export function createSuivi(
  { notes: store, identites }: { notes: NoteStore; identites: Pick<IdentityStore, 'comptes'> },
  clock: () => Date,
  today: () => string,
) {
  const now = () => clock().toISOString();

  const write = async (instanceId: string, { texte }: NoteAEcrire, auteur: string): Promise<Mentions<Compte>> => {
    const note = { id: randomUUID(), texte, auteur, ecriteLe: now(), retireeLe: null };
    const named = mentionsIn(texte, texte.includes('@') ? await nommables() : []);
    const told = named.comptes.map(({ id }) => id).filter((id) => auteur !== `compte:${id}`);
    await store.addNote(instanceId, note, told);
    return named;
  };
  const nommables = async () => (await identites.comptes()).filter(({ actif, role }) => actif && role !== 'lecteur');

  return {
    /** Tells the colleagues whom it names after an @, and gives who they are. */
    write,
    /** Who may be named: those who work on dossiers. */
    nommables,
    /** Newest first, those that were withdrawn too. */
    notes: store.notes,
    /** What is to do first, soonest first; then what was done, newest first. */
    relances: store.relances,

    /** Writes it unless the same stands there already. */
    async writeOnce(instanceId: string, note: NoteAEcrire, auteur: string): Promise<void> {
      const standing = (await store.notes(instanceId)).filter(({ retireeLe }) => retireeLe === null);
      if (!standing.some(({ texte }) => texte === note.texte)) await write(instanceId, note, auteur);
    },

    /** False unless it stands and is the author's own. */
    withdraw: (instanceId: string, id: string, auteur: string) =>
      store.withdrawNote(instanceId, id, { auteur, le: now() }),

    async plan(
      instanceId: string,
      demande: z.output<typeof RelanceDemandee>,
      auteur: string,
    ): Promise<Result<Relance, SuiviRefusal>> {
      const wrong = wrongDay(demande.pourLe, today());
      if (wrong) return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/pourLe', message: wrong }] });
      const made = { creeeLe: now(), creeePar: auteur, faiteLe: null, faitePar: null };
      const relance = { id: randomUUID(), ...demande, ...made };
      await store.addRelance(instanceId, relance);
      return ok(relance);
    },

    /** Done, or to do again; false when it already was. */
    settle: (instanceId: string, id: string, faite: boolean, auteur: string) =>
      store.settleRelance(instanceId, id, faite ? { le: now(), par: auteur } : null),
    /** For so many days from now; false once it is done. */
    postpone: (instanceId: string, id: string, jours: number) =>
      store.postponeRelance(instanceId, id, addDays(today(), jours)),
    /** What an account is to do by a day (YYYY-MM-DD), soonest first, the first 50 of `total`. */
    relancesDues: (compteId: string, jour: string) => store.relancesDues(compteId, jour, DUES),
  };
}

function wrongDay(pourLe: string, jour: string): string | null {
  if (pourLe < jour) return 'Choisissez aujourd’hui ou un jour à venir.';
  return daysBetween(jour, pourLe) > AHEAD_DAYS ? 'Vérifiez l’année : dans trois ans au plus.' : null;
}

/** Somebody who may be named. */
interface Nomme {
  id: string;
  nom: string;
}

/** Whom a text names after an @, each once, and the names that are nobody’s, or several people’s. */
interface Mentions<Compte extends Nomme> {
  comptes: Compte[];
  inconnus: string[];
}

const AFTER_AT = /(?<![\p{L}\p{N}.@_-])@(\p{L}[^\n@]{0,80})/gu;

/** Reads « @Camille Roy », and « @camille » where one person alone is called so; an e-mail names nobody. */
export function mentionsIn<Compte extends Nomme>(texte: string, comptes: readonly Compte[]): Mentions<Compte> {
  const known = comptes.map((compte) => ({ compte, words: fold(compte.nom).split(' ') }));
  const found = new Set<Compte>();
  const inconnus = new Set<string>();
  for (const [, after = ''] of texte.matchAll(AFTER_AT)) {
    const said = fold(after).split(' ');
    const whole = known
      .filter(({ words }) => words.every((word, rank) => said[rank] === word))
      .sort((a, b) => b.words.length - a.words.length)[0];
    const called = known.filter(({ words }) => words.includes(said[0] ?? ''));
    const one = whole ?? (called.length === 1 ? called[0] : undefined);
    if (one) found.add(one.compte);
    else inconnus.add(/^[\p{L}\p{M}’'-]+/u.exec(after)?.[0] ?? after);
  }
  return { comptes: [...found], inconnus: [...inconnus] };
}
