import { hash, randomUUID } from 'node:crypto';
import type { Desk } from '../../acts/act.ts';
import { type Erasing, erase } from '../../acts/erase.ts';
import { CALENDRIER } from '../../engine/history/corrections.ts';
import { fold } from '../../fold.ts';
import { auteurOf } from '../../identity/identity.ts';
import { bySuperviseur, type TypeActe, toActe } from '../../identity/registre.ts';
import { imprint } from '../../identity/tokens.ts';
import { err, ok } from '../../result.ts';
import type { Anterieur, Decompte, TexteEfface } from '../../store/persons.ts';
import type { Reglages } from '../reglages/reglages.ts';
import type { Travail } from '../work/travail.ts';
import { type PersonneCherchee, type Reconnue, recognize, recognizeAll } from './nom.ts';
import { type CasTenu, type Charge, search, type Tenu, type TexteTenu } from './recherche.ts';

/** How many months each kind is kept; null for ever. */
type Durees = Readonly<Record<keyof Anterieur, number | null>>;

/** What is taken in one turn: others have theirs between them. */
const AT_ONCE = { cases: 50, texts: 500 };

/** What still holds a person, and where: null for an account. */
interface ChargeSituee extends Charge {
  cas: Pick<CasTenu, 'cible' | 'denomination'> | null;
}

/** What an erasure would do, before it is confirmed; nothing is erased while somebody is still in charge somewhere. */
export interface Apercu {
  tenu: Tenu;
  charges: ChargeSituee[];
  /** Of what was shown: another outcome is shown again first. */
  empreinte: string;
}

/** What is held of persons over a desk. */
export function createPersonnes(
  desk: Desk,
  { travail, reglages, today }: { travail: Travail; reglages: Reglages; today(): string },
) {
  const { personnes, identites } = desk.store;
  const byCalendar = (acte: TypeActe, cible: string, detail?: object) =>
    toActe(CALENDRIER, desk.clock(), { acte, cible, detail });
  const eraseDossier = async (id: string) => (await erase(desk, { genre: 'dossier', id }, everybody, CALENDRIER)).ok;

  return {
    /** All that is held of somebody, and what an erasure would do; nothing is written. */
    apercu: (cherchee: PersonneCherchee) => preview(desk, cherchee),

    /** By a superviseur, as it was previewed; the journal of the administration keeps who did and how much, under an imprint of the name. */
    effacer: bySuperviseur(async (par, { cherchee, empreinte }: { cherchee: PersonneCherchee; empreinte: string }) => {
      const apercu = await preview(desk, cherchee);
      const { tenu, charges } = apercu;
      if (charges.length > 0 || apercu.empreinte !== empreinte) return err({ code: 'a-revoir', apercu });
      const known = recognize(cherchee);
      let lignes = 0;
      for (const { cible } of tenu.cas) {
        const done = await erase(desk, cible, erasingOf(known), auteurOf(par));
        if (done.ok) lignes += done.value;
      }
      const textes = await personnes.effacer(tenu.textes.map((one) => withoutThem(one, known)));
      for (const { id } of tenu.comptes)
        await identites.eraseCompte(id, toActe(par, desk.clock(), { acte: 'compte.efface', cible: id }));
      for (const cle of tenu.tentatives) await identites.forgetTentatives(cle);
      const done = { cas: tenu.cas.length, lignes, textes, comptes: tenu.comptes.length };
      const cible = randomUUID();
      const detail = { empreinte: imprint(`${cible}:${toldName(cherchee)}`), ...done };
      await identites.note(toActe(par, desk.clock(), { acte: 'personne.effacee', cible, detail }));
      await travail.rejoindre();
      const reecrit = await personnes.compacter();
      return ok({ ...done, reecrit, reste: await search(desk, cherchee) });
    }),

    /** How many of each kind would be erased today, were they kept so long. */
    echus: (durees: Durees): Promise<Decompte> => personnes.compter(beforeOf(durees, today())),

    /**
     * Erases some of what was kept long enough, as it is set today, and says how many of each in the journal of the administration; a dossier
     * that cannot be is left as it is. Once nothing more is due, the file is rewritten.
     */
    async appliquer(): Promise<Decompte> {
      const avant = beforeOf(reglages.conservation(today()), today());
      const due = await personnes.echus(avant, AT_ONCE.cases);
      const done = {
        dossiers: await howMany(due.dossiers, eraseDossier),
        notes: avant.notes === null ? 0 : await personnes.oublier(avant.notes, AT_ONCE.texts),
        comptes: await howMany(due.comptes, (id) => identites.eraseCompte(id, byCalendar('compte.efface', id))),
      };
      if (done.dossiers + done.notes + done.comptes === 0) return done;
      await identites.note(byCalendar('conservation.appliquee', 'conservation', done));
      const isOver = due.dossiers.length < AT_ONCE.cases && done.notes < AT_ONCE.texts;
      if (!isOver) return done;
      await travail.rejoindre();
      await personnes.compacter();
      return done;
    },
  };
}

/** One after the other; gives how many were. */
async function howMany(ids: readonly string[], act: (id: string) => Promise<boolean>): Promise<number> {
  let done = 0;
  for (const id of ids) if (await act(id)) done += 1;
  return done;
}

const all = recognizeAll();
const everybody: Erasing = {
  type: 'conservation.echue',
  documents: true,
  holds: all.isIn,
  without: all.without,
  isId: (text) => /^[\da-f]{8}$/.test(text),
};

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

/** What an erasure of somebody would do; nothing is written. */
async function preview(desk: Desk, cherchee: PersonneCherchee): Promise<Apercu> {
  const tenu = await search(desk, cherchee);
  const { cas, textes, comptes, tentatives } = tenu;
  const shown = [
    cas.map(({ cible, lignes, lieux }) => [cible.id, lieux, lignes.map(({ rang }) => rang)]),
    textes.map(({ lieu, cle, texte }) => [lieu, cle, texte]),
    comptes.map(({ id, actif }) => [id, actif]),
    tentatives,
  ];
  return { tenu, charges: chargesOf(tenu), empreinte: hash('sha256', JSON.stringify(shown)) };
}

/** What is imprinted of somebody: the same for the same person, however typed. */
function toldName({ nom, prenom, courriel }: PersonneCherchee): string {
  return `${fold(`${prenom} ${nom}`)}:${courriel}`;
}

function erasingOf({ isIn, without, ids }: Reconnue): Erasing {
  return {
    type: 'personne.effacee',
    documents: false,
    holds: (saisie) => isIn(saisie),
    without,
    isId: (text) => ids.includes(text),
  };
}

/** A follow-up that is to be done and a kept answer stay, without the name; all else goes. */
function withoutThem({ lieu, cle, texte }: TexteTenu, known: Reconnue): TexteEfface {
  if (lieu !== 'relance' && lieu !== 'reponse') return { lieu, cle, texte: null };
  const left = known.without(texte);
  return { lieu, cle, texte: known.isIn(left, lieu === 'relance') ? null : left };
}

function chargesOf({ cas, comptes }: Tenu): ChargeSituee[] {
  const inCases = cas.flatMap(({ charges, ...one }) => charges.map((charge) => ({ ...charge, cas: one })));
  const open = comptes.filter(({ actif }) => actif);
  const remede = 'Fermez d’abord ce compte ; si l’annuaire l’ouvre, retirez-y son rôle à cette personne.';
  return [...inCases, ...open.map(({ nom }) => ({ cas: null, quoi: `Compte ouvert : ${nom}`, remede }))];
}
