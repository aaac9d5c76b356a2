import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { explainSecret, IsoDate, texteLibre } from '../../machines/formulaires/champs.ts';
import { acteurs } from '../../machines/step.ts';
import { addDays, daysBetween } from '../days.ts';
import { fold } from '../fold.ts';
import { type Erreur, err, ok, type Result } from '../result.ts';
import type { Note, NoteStore, Relance, RelanceSituee } from '../store/desk.ts';
import type { Compte, IdentityStore } from '../store/identities.ts';

/** How far ahead a follow-up may be, in days. */
const AHEAD_DAYS = 3 * 366;
const DUES = 50;
const INVISIBLE = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;

/** A text of several lines, where no secret and no patient may slip in. */
const Texte = z
  .string()
  .overwrite((saisie) => saisie.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .min(1, { error: 'Écrivez la note.', abort: true })
  .max(4_000, { error: 'Une note fait 4 000 caractères au plus.', abort: true })
  .refine((texte) => !INVISIBLE.test(texte), 'Retirez les caractères invisibles de ce texte.')
  .superRefine((texte, { addIssue }) => {
    const message = explainSecret(texte);
    if (message !== null) addIssue(message);
  });
/** A note to write. */
export const NoteEcrite = z.strictObject({ texte: Texte });
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

/** What agents write about a case beside its journal: never told to éditeurs. */
interface Suivi {
  /** Newest first, those that were withdrawn too. */
  notes(instanceId: string): Promise<Note[]>;
  /** Tells the colleagues whom it names after an @, and gives who they are. */
  write(instanceId: string, note: z.output<typeof NoteEcrite>, auteur: string): Promise<Mentions<Compte>>;
  /** Who may be named: those who work on dossiers. */
  nommables(): Promise<Compte[]>;
  /** Writes it unless the same stands there already. */
  writeOnce(instanceId: string, note: z.output<typeof NoteEcrite>, auteur: string): Promise<void>;
  /** False unless it stands and is the author's own. */
  withdraw(instanceId: string, id: string, auteur: string): Promise<boolean>;
  /** What is to do first, soonest first; then what was done, newest first. */
  relances(instanceId: string): Promise<Relance[]>;
  plan(
    instanceId: string,
    demande: z.output<typeof RelanceDemandee>,
    auteur: string,
  ): Promise<Result<Relance, SuiviRefusal>>;
  /** Done, or to do again; false when it already was. */
  settle(instanceId: string, id: string, faite: boolean, auteur: string): Promise<boolean>;
  /** For so many days from now; false once it is done. */
  postpone(instanceId: string, id: string, jours: number): Promise<boolean>;
  /** What an account is to do by a day (YYYY-MM-DD), soonest first, the first 50 of `total`. */
  relancesDues(compteId: string, jour: string): Promise<{ lignes: RelanceSituee[]; total: number }>;
}

/** Notes and follow-ups over a store, among the accounts of `identites`; `today` is the day in France. */
export function createSuivi(
  { notes: store, identites }: { notes: NoteStore; identites: Pick<IdentityStore, 'comptes'> },
  clock: () => Date,
  today: () => string,
): Suivi {
  const now = () => clock().toISOString();

  const write: Suivi['write'] = async (instanceId, { texte }, auteur) => {
    const note = { id: randomUUID(), texte, auteur, ecriteLe: now(), retireeLe: null };
    const named = mentionsIn(texte, texte.includes('@') ? await nommables() : []);
    const told = named.comptes.map(({ id }) => id).filter((id) => auteur !== `compte:${id}`);
    await store.addNote(instanceId, note, told);
    return named;
  };
  const nommables = async () => (await identites.comptes()).filter(({ actif, role }) => actif && role !== 'lecteur');

  return {
    write,
    nommables,
    notes: (instanceId) => store.notes(instanceId),
    relances: (instanceId) => store.relances(instanceId),

    async writeOnce(instanceId, note, auteur) {
      const standing = (await store.notes(instanceId)).filter(({ retireeLe }) => retireeLe === null);
      if (!standing.some(({ texte }) => texte === note.texte)) await write(instanceId, note, auteur);
    },

    withdraw: (instanceId, id, auteur) => store.withdrawNote(instanceId, id, { auteur, le: now() }),

    async plan(instanceId, demande, auteur) {
      const wrong = wrongDay(demande.pourLe, today());
      if (wrong) return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/pourLe', message: wrong }] });
      const made = { creeeLe: now(), creeePar: auteur, faiteLe: null, faitePar: null };
      const relance = { id: randomUUID(), ...demande, ...made };
      await store.addRelance(instanceId, relance);
      return ok(relance);
    },

    settle: (instanceId, id, faite, auteur) =>
      store.settleRelance(instanceId, id, faite ? { le: now(), par: auteur } : null),
    postpone: (instanceId, id, jours) => store.postponeRelance(instanceId, id, addDays(today(), jours)),
    relancesDues: (compteId, jour) => store.relancesDues(compteId, jour, DUES),
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
