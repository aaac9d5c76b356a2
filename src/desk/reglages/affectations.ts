import { z } from 'zod';
import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { dayOf } from '../../days.ts';
import { auteurOf, type Identity, type IdentityRefusal } from '../../identity/identity.ts';
import { bySuperviseur, requireRole, toActe } from '../../identity/registre.ts';
import { err, ok, type Result } from '../../result.ts';
import type { IdentityStore } from '../../store/identities.ts';
import type { ValeurDatee } from '../../store/reglages.ts';
import type { ReglageDesk } from './reglages.ts';
import { valeurAu } from './valeurs.ts';

/** By what a dossier goes to somebody, the most telling first. */
export const criteres = { groupement: 'Groupement', editeur: 'Éditeur', departement: 'Département' } as const;
export type Critere = keyof typeof criteres;

/** Dossiers of such a groupement, éditeur or département go to somebody when they are opened; days are YYYY-MM-DD. */
interface Regle {
  sur: Critere;
  /** An id, or the number of a département. */
  valeur: string;
  compteId: string;
  du: string;
  posePar: string;
}

/** Somebody is away, from a day to another, both included. */
interface Absence {
  compteId: string;
  du: string;
  au: string;
}

const compteId = z.string('Choisissez quelqu’un.').min(1, 'Choisissez quelqu’un.').max(100);
const departement = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(?:\d{2}|2[AB]|9[78]\d)$/, 'Saisissez le numéro d’un département : 01, 2A, 974.');

/** A rule to follow from today on; nobody (`compteId` empty) ends it. */
export const RegleDemandee = z.discriminatedUnion(
  'sur',
  [
    z.strictObject({ sur: z.literal('departement'), valeur: departement, compteId: compteId.or(z.literal('')) }),
    z.strictObject({
      sur: z.enum(['editeur', 'groupement']),
      valeur: z.string().min(1, 'Choisissez lequel.').max(100),
      compteId: compteId.or(z.literal('')),
    }),
  ],
  'Choisissez ce qui décide.',
);

/** An absence to tell; it says no reason, which is nobody’s business. */
export const AbsenceDemandee = z
  .strictObject({ compteId, du: IsoDate, au: IsoDate })
  .refine(({ du, au }) => au >= du, { path: ['au'], message: 'La fin ne précède pas le début.' });

/** Both are settings with their days, so that they have a history and nothing is overwritten. */
const REGLE = 'affectation.';
const ABSENCE = 'absence.';
const AWAY = 'absent';

/** Rules and absences over the settings. */
export function createAffectations(desk: ReglageDesk & { store: { identites: Pick<IdentityStore, 'compte'> } }) {
  const kept = desk.store.reglages;
  const byKey = (prefix: string) =>
    Map.groupBy(
      kept.valeurs().filter(({ cle }) => cle.startsWith(prefix)),
      ({ cle }) => cle.slice(prefix.length),
    );
  const today = () => dayOf(desk.clock());
  const isHere = async (id: string) => (await desk.store.identites.compte(id))?.actif === true;
  const absences = (jour: string) =>
    [...byKey(ABSENCE)]
      .flatMap(([id, histoire]) => awayIn(id, histoire, jour))
      .sort((a, b) => a.du.localeCompare(b.du));

  return {
    regles: (jour: string): Regle[] =>
      [...byKey(REGLE)].flatMap(([cle, histoire]) => ruleIn(cle, histoire, jour)).sort(inOrder),
    /** Whoever follows the dossiers of a département, éditeur or groupement on `jour`; null for nobody. */
    regle: (sur: Critere, valeur: string, jour: string): string | null => {
      const cle = `${sur}.${valeur}`;
      return ruleIn(cle, byKey(REGLE).get(cle) ?? [], jour)[0]?.compteId ?? null;
    },
    /** By a superviseur. */
    poserRegle: bySuperviseur(async (par, { sur, valeur, compteId: given }: z.output<typeof RegleDemandee>) => {
      if (given !== '' && !(await isHere(given))) return unknown(given);
      return await set(desk, par, { cle: `${REGLE}${sur}.${valeur}`, valeur: given, du: today(), au: null });
    }),
    /** Those of today and to come, by their beginning. */
    absences,
    /** Until when those who are away on `jour` are, by their ids. */
    absents: (jour: string): ReadonlyMap<string, string> =>
      new Map(absences(jour).flatMap(({ compteId: id, du, au }) => (du <= jour ? [[id, au]] : []))),
    /** One’s own by an agent, anybody’s by a superviseur. */
    async poserAbsence(
      par: Identity,
      { compteId: id, du, au }: z.output<typeof AbsenceDemandee>,
    ): Promise<Result<null, IdentityRefusal>> {
      const allowed = mayTell(par, id);
      if (!allowed.ok) return allowed;
      if (!(await isHere(id))) return unknown(id);
      return await set(desk, par, { cle: `${ABSENCE}${id}`, valeur: AWAY, du, au });
    },
    /** Somebody is back, or did not go: what is left of that absence does not count. */
    async finirAbsence(par: Identity, { compteId: id, du, au }: Absence): Promise<Result<null, IdentityRefusal>> {
      const allowed = mayTell(par, id);
      if (!allowed.ok) return allowed;
      const from = du > today() ? du : today();
      if (from > au) return ok(null);
      return await set(desk, par, { cle: `${ABSENCE}${id}`, valeur: '', du: from, au });
    },
  };
}

/** Who is given what is opened, and who is away. */
export type Affectations = ReturnType<typeof createAffectations>;

function unknown(id: string): Result<never, IdentityRefusal> {
  return err({ code: 'introuvable', objet: 'compte', id });
}

function mayTell(par: Identity, id: string): Result<null, IdentityRefusal> {
  return par.genre === 'compte' && par.id === id && par.role === 'agent' ? ok(null) : requireRole(par, 'superviseur');
}

async function set(
  desk: ReglageDesk,
  par: Identity,
  { valeur, ...posee }: Pick<ValeurDatee, 'cle' | 'valeur' | 'du' | 'au'>,
): Promise<Result<null, IdentityRefusal>> {
  const now = desk.clock();
  const acte = toActe(par, now, { acte: 'reglage.pose', cible: posee.cle, detail: { valeur, ...posee } });
  const told = { ...posee, valeur: JSON.stringify(valeur), motif: '', poseLe: acte.le, posePar: auteurOf(par) };
  await desk.store.reglages.addValeur(told, acte);
  return ok(null);
}

function ruleIn(cle: string, histoire: readonly ValeurDatee[], jour: string): Regle[] {
  const ruling = valeurAu(histoire, jour);
  const given = ruling && JSON.parse(ruling.valeur);
  if (!ruling || typeof given !== 'string' || given === '') return [];
  const [sur = '', ...valeur] = cle.split('.');
  const { du, posePar } = ruling;
  return isCritere(sur) ? [{ sur, valeur: valeur.join('.'), compteId: given, du, posePar }] : [];
}

function awayIn(id: string, histoire: readonly ValeurDatee[], jour: string): Absence[] {
  return histoire.flatMap((one) => {
    const { du, au, valeur } = one;
    if (au === null || au < jour || JSON.parse(valeur) !== AWAY) return [];
    return valeurAu(histoire, du > jour ? du : jour) === one ? [{ compteId: id, du, au }] : [];
  });
}

function inOrder(one: Regle, other: Regle): number {
  const ranks = Object.keys(criteres);
  return ranks.indexOf(one.sur) - ranks.indexOf(other.sur) || one.valeur.localeCompare(other.valeur);
}

function isCritere(sur: string): sur is Critere {
  return Object.hasOwn(criteres, sur);
}
