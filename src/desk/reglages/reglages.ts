import type { z } from 'zod';
import { dayOf } from '../../days.ts';
import { type Delais, delaisUsuels } from '../../delays.ts';
import type { IdentityRefusal } from '../../identity/identity.ts';
import { bySuperviseur, toActe } from '../../identity/registre.ts';
import { err, ok, parse, type Result } from '../../result.ts';
import type { IdentityStore } from '../../store/identities.ts';
import type { ReglageStore, ValeurDatee } from '../../store/reglages.ts';
import { cleEditeur, durees, type Reglage, reglageEditeur, reglageFixe, reglagesFixes } from './catalogue.ts';
import { createModeles } from './courriels/modeles.ts';
import { portee, readDelai, reglageDelai } from './delais.ts';
import { histoireAu, type ReglageRefusal, type Valeur, type ValeurPosee, valeurAu, valeurPosee } from './valeurs.ts';

/** A setting and its values on a day. */
interface ReglageVu extends Reglage {
  /** What rules on that day: a value, the default, or nothing. */
  valeur: number | string | null;
  /** Newest first. */
  histoire: Valeur[];
}

/** What settings need: where they and the éditeurs are kept, and the instant. */
export interface ReglageDesk {
  store: { reglages: ReglageStore; identites: Pick<IdentityStore, 'editeur' | 'editeurs'> };
  clock(): Date;
}

/** The settings over a store. */
export function createReglages(desk: ReglageDesk) {
  const { reglages: kept, identites } = desk.store;
  const of = (cle: string) => kept.valeurs().filter((one) => one.cle === cle);
  const ruling = (cle: string, jour: string) => read(valeurAu(of(cle), jour)) ?? reglageFixe(cle)?.defaut ?? null;
  const text = (cle: string, jour: string) => {
    const found = ruling(cle, jour);
    return found === null ? null : `${found}`;
  };

  return {
    ...createModeles(desk),
    /** The delays in force on `jour`: usual ones, and those after which one is late. */
    delais: keptByDay(kept),
    /** How many months each kind is kept on `jour`; null for ever. */
    conservation: (jour: string): Record<keyof typeof durees, number | null> => {
      const months = (cle: string) => {
        const found = ruling(cle, jour);
        return found === null ? null : Number(found);
      };
      return { dossiers: months(durees.dossiers), notes: months(durees.notes), comptes: months(durees.comptes) };
    },
    /** The address that rules on `jour`, from memory; null where there is none. */
    adresse: text,
    /** The e-mail of an éditeur on `jour`. */
    adresseEditeur: (editeurId: string, jour: string): string | null => text(cleEditeur(editeurId), jour),
    /** Every setting as it is on `jour`, the éditeurs’ last. */
    async reglages(jour: string): Promise<ReglageVu[]> {
      const editeurs = (await identites.editeurs()).map(reglageEditeur);
      const narrower = [...new Set(kept.valeurs().map(({ cle }) => cle))].flatMap((cle) => reglageDelai(cle) ?? []);
      const byName = narrower.sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
      return [...reglagesFixes(), ...byName, ...editeurs].map((one) => seen(one, of(one.cle), jour));
    },
    async reglage(cle: string, jour: string): Promise<ReglageVu | null> {
      const found = await find(desk, cle);
      return found && seen(found, of(cle), jour);
    },
    /** `{cle, valeur, du, au, motif}` by a superviseur; what was set before stays in the history. */
    poser: bySuperviseur(
      async (par, asked: z.output<typeof ValeurPosee>): Promise<Result<Valeur, ReglageRefusal | IdentityRefusal>> => {
        const reglage = await find(desk, asked.cle);
        if (!reglage) return err({ code: 'introuvable', objet: 'reglage', id: asked.cle });
        const parsed = parse(valeurPosee(reglage), asked);
        if (!parsed.ok) return parsed;
        const now = desk.clock();
        const { valeur, ...detail } = parsed.value;
        const acte = toActe(par, now, { acte: 'reglage.pose', cible: reglage.cle, detail: { valeur, ...detail } });
        const posee = { ...detail, valeur: JSON.stringify(valeur), poseLe: acte.le, posePar: acte.auteur };
        const { rang } = await kept.addValeur(posee, acte);
        return ok(histoireAu(of(reglage.cle), dayOf(now)).find((one) => one.rang === rang) as Valeur);
      },
    ),
    /** Gives up a value that has not begun. */
    retirer: bySuperviseur(async (par, rang: number): Promise<Result<null, ReglageRefusal | IdentityRefusal>> => {
      const unknown = err({ code: 'introuvable', objet: 'valeur', id: `${rang}` } as const);
      const found = kept.valeurs().find((one) => one.rang === rang);
      if (!found || found.retraitLe !== null) return unknown;
      const now = desk.clock();
      if (found.du <= dayOf(now)) return err({ code: 'valeur-commencee', du: found.du });
      const detail = { valeur: JSON.parse(found.valeur), du: found.du, au: found.au };
      const acte = toActe(par, now, { acte: 'reglage.retire', cible: found.cle, detail });
      return (await kept.withdrawValeur(rang, acte)) ? ok(null) : unknown;
    }),
  };
}

/** What the service is set to, day by day; days are YYYY-MM-DD. */
export type Reglages = ReturnType<typeof createReglages>;

async function find({ store }: ReglageDesk, cle: string): Promise<Reglage | null> {
  const fixe = reglageFixe(cle) ?? reglageDelai(cle);
  if (fixe || !cle.startsWith(cleEditeur(''))) return fixe;
  const editeur = await store.identites.editeur(cle.slice(cleEditeur('').length));
  return editeur && reglageEditeur(editeur);
}

function seen(reglage: Reglage, histoire: readonly ValeurDatee[], jour: string): ReglageVu {
  const valeur = read(valeurAu(histoire, jour)) ?? reglage.defaut;
  return { ...reglage, valeur, histoire: histoireAu(histoire, jour) };
}

function read(valeur: ValeurDatee | null): number | string | null {
  return valeur && JSON.parse(valeur.valeur);
}

/** What is set of delays, over those that rule where nothing is. */
function delaysOn(valeurs: readonly ValeurDatee[], jour: string): Delais {
  const set = [...Map.groupBy(valeurs, ({ cle }) => cle)].flatMap(([cle, histoire]) => {
    const key = portee(cle);
    const ruling = key === null ? null : read(valeurAu(histoire, jour));
    const delai = ruling === null ? null : readDelai(ruling);
    return key !== null && delai ? [[key, delai] as const] : [];
  });
  return set.length === 0 ? delaisUsuels : { ...delaisUsuels, ...Object.fromEntries(set) };
}

/** Told anew for another day, or when something was set. */
function keptByDay(store: ReglageStore): (jour: string) => Delais {
  let known: { jour: string; valeurs: unknown; delais: Delais } | null = null;
  return (jour) => {
    const valeurs = store.valeurs();
    if (known?.jour !== jour || known.valeurs !== valeurs) known = { jour, valeurs, delais: delaysOn(valeurs, jour) };
    return known.delais;
  };
}
