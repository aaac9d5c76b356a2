import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Avertissement } from '../../../machines/avertissement.ts';
import type { Desk } from '../../acts/act.ts';
import type { Cible } from '../../acts/family.ts';
import { view } from '../../acts/reading/view.ts';
import { record } from '../../acts/record.ts';
import { addDays, dayOf } from '../../days.ts';
import { type Delais, delaisUsuels } from '../../delays.ts';
import type { Suite } from '../../engine/answers/view.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import type { AgendaQuery, JourAgenda, RelanceQuery } from '../../store/desk.ts';
import type { Comptes, LigneLue, VueEnregistree } from '../../store/work.ts';
import { type Etat, Projection } from '../projection.ts';
import { isActeur, onTheMorrow, placesText } from './codes.ts';
import { type Demande, type DemandeEntiere, toAsked, toOrder, toQuery } from './demand.ts';
import { type Attente, type LineMaker, linesOf } from './line.ts';
import { AVANT_LA_FIN, EN_LISTE, type Proposition, propositionsOf } from './propositions.ts';

/** One dossier of the worklist, as it is shown. */
export interface LigneTravail extends Omit<LigneLue, 'attentes'> {
  /** The most urgent first. */
  attentes: Attente[];
}

/** A part of a tab, and how many each tab has. */
export interface PageTravail {
  /** While the list is being made for the first time, it lacks dossiers. */
  etat: Etat;
  lignes: LigneTravail[];
  comptes: Comptes;
}

/** Why a view is not kept or removed. */
type RefusVue = { code: 'nom-deja-pris' } | { code: 'vue-introuvable' };

/** What it is made by: one more whenever a line is made otherwise. */
const VERSION = 7;
const PART = 500;

/** The worklist over a desk. */
export function createTravail(desk: Desk) {
  const { store, clock } = desk;
  const { travail } = store;
  const today = () => dayOf(clock());
  const projection = new Projection(travail.projection, { rows: 40, lines: 200 }, () => {
    const delais = desk.delais?.(today()) ?? delaisUsuels;
    const maker: LineMaker = { projection: travail.projection, delais, view: viewOf };
    return { empreinte: printOf(delais), make: (numeros, nommes) => linesOf(maker, numeros, nommes) };
  });

  return {
    async lire(demande: Demande): Promise<PageTravail> {
      const etat = await projection.catchUp();
      const query = toQuery(demande, today());
      const comptes = await travail.compter(query);
      const attendus = comptes.nombres[query.onglet];
      return { etat, lignes: (await travail.lister({ ...query, attendus })).map(toLine), comptes };
    },
    /** Brings the list to the end of the journal, or as near as patience allows, and tells where it stands. */
    rattraper: () => projection.catchUp(),
    /** What dossiers await, by their ids, as far as the list has come. */
    attentes: travail.attentes,
    /** How many dossiers each tab has. */
    compter: projection.upToDate((demande: Pick<Demande, 'moi' | 'filtres'>) =>
      travail.compter(toAsked(demande, today())),
    ),
    /** How many dossiers await each step: of all, or of a procedure, or of a groupement. */
    attendues: projection.upToDate(travail.attendues),
    /** Who has how many dossiers that await something, and how many are late. */
    charges: projection.upToDate(() => travail.charges(today())),
    /** The days that count for an account, soonest first: usual limits, follow-ups, and ends, each on its last day and not on the morrow. */
    jours: projection.upToDate(async (query: AgendaQuery): Promise<JourAgenda[]> => {
      const told = await store.agenda.jours({ ...query, au: addDays(query.au, 1) });
      return told
        .map((one) => (onTheMorrow.has(one.quoi) ? { ...one, jour: addDays(one.jour, -1) } : one))
        .filter(({ jour }) => jour >= query.du && jour <= query.au)
        .sort((a, b) => a.jour.localeCompare(b.jour));
    }),
    /** Whom to call back today about a dossier, about those that an account has, or about all. */
    propositions: projection.upToDate(async (de: RelanceQuery['de']): Promise<Proposition[]> => {
      const jour = today();
      const limite = 'dossierId' in de ? jour : addDays(jour, 1 - EN_LISTE);
      const nombre = 'tous' in de ? Number.MAX_SAFE_INTEGER : PART;
      const query = { de, limite, du: jour, au: addDays(jour, AVANT_LA_FIN + 1), nombre };
      const dossiers = await store.agenda.aRelancer(query);
      const relances = await store.notes.relancesDe([...new Set(dossiers.map(({ dossierId }) => dossierId))]);
      return propositionsOf(dossiers, relances, jour);
    }),
    /** A tab whole, in its order, a part at a time. */
    async *parcourir(demande: DemandeEntiere): AsyncIterable<LigneTravail[]> {
      await projection.catchUp();
      for (let page = 1; ; page++) {
        const lignes = await travail.lister(toQuery({ ...demande, page, parPage: PART }, today()));
        yield lignes.map(toLine);
        if (lignes.length < PART) return;
        await setImmediate();
      }
    },
    /** Where a dossier stands in a tab, from 0; one that has left it, as if it still stood at `sinon`. */
    situer: projection.upToDate((demande: DemandeEntiere, id: string, sinon: number | null) =>
      travail.situer(toOrder(demande, today()), id, sinon),
    ),
    /** Gives dossiers to an account, or to nobody (null); gives the ids of those that are there. */
    affecter: (ids: readonly string[], compteId: string | null, par: string) =>
      travail.affecter(ids, { compteId, le: clock().toISOString(), par }),
    /** Who had a dossier, oldest first. */
    affectations: travail.affectations,
    /** Tells the same fact to several dossiers, each as it was shown; one answer per line, in their order. */
    enregistrer: (lignes: readonly BulkLine[], auteur: string) => recordOnAll(desk, lignes, auteur),
    /** One’s own views and everybody’s, by name. */
    vues: travail.vues,
    async ajouterVue(asked: Omit<VueEnregistree, 'id' | 'creeeLe'>): Promise<Result<VueEnregistree, RefusVue>> {
      const vue = { ...asked, id: randomUUID(), creeeLe: clock().toISOString() };
      return (await travail.ajouterVue(vue)) ? ok(vue) : err({ code: 'nom-deja-pris' });
    },
    /** One’s own; anybody’s for who `peutTout`. */
    async retirerVue(id: string, compteId: string, peutTout: boolean): Promise<Result<null, RefusVue>> {
      const vue = (await travail.vues(compteId)).find((one) => one.id === id);
      const isTheirs = vue !== undefined && (peutTout || vue.auteur === compteId);
      return isTheirs && (await travail.retirerVue(id)) ? ok(null) : err({ code: 'vue-introuvable' });
    },
    /** Brings the list to where the journal ends now. */
    rejoindre: () => projection.finish(),
    /** Keeps the list at the end of the journal from now on; the answer stops it. `onError` is told what stopped a turn. */
    suivre: (onError: (error: unknown) => void): (() => Promise<void>) => projection.followAll(store.onCommit, onError),
  };

  async function viewOf(id: string): Promise<Suite | null> {
    const found = await view(desk, { genre: 'dossier', id });
    return found.ok ? found.value.vue.suite : null;
  }
}

/** The worklist, and what the desk keeps of its own: who has taken which dossier, and ways to look at the list. */
export type Travail = ReturnType<typeof createTravail>;

function printOf(delais: Delais): string {
  return JSON.stringify([VERSION, placesText, delais]);
}

function toLine({ attentes, ...ligne }: LigneLue): LigneTravail {
  return { ...ligne, attentes: attentes.flatMap(known) };
}

/** What is awaited of somebody who still acts in the procedure. */
function known({ acteur, ...one }: LigneLue['attentes'][number]): Attente[] {
  return isActeur(acteur) ? [{ ...one, acteur }] : [];
}

/** A case that was chosen, a dossier unless told, as it was shown, and what it is told. */
interface BulkLine {
  id: string;
  genre?: Cible['genre'];
  version: number;
  fait: FaitDit;
}

/** What became of it: done, with what deserves a second look, or why not. */
interface BulkResult {
  id: string;
  refus: Refusal | null;
  avertissements: readonly Avertissement[];
}

/** Told together, so that they share a commit. */
const TOGETHER = 20;

/** Tells several cases what each is told, each on its own: one that refuses it stops no other. */
async function recordOnAll(desk: Desk, lignes: readonly BulkLine[], auteur: string): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (let from = 0; from < lignes.length; from += TOGETHER) {
    const together = lignes.slice(from, from + TOGETHER).map(async ({ id, genre = 'dossier', version, fait }) => {
      const told = await record(desk, { genre, id }, fait, { auteur, version });
      return told.ok
        ? { id, refus: null, avertissements: told.value.avertissements }
        : { id, refus: told.error, avertissements: [] };
    });
    results.push(...(await Promise.all(together)));
  }
  return results;
}
