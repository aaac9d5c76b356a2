import type { ReglageStore, ValeurDatee, VersionModele } from '../reglages.ts';
import { columns } from './columns.ts';
import type { Actes } from './identities/actes.ts';
import { all, cell, type Engine, run, type Work } from './work.ts';

type ModeleRow = Omit<VersionModele, 'retire'> & { retire: 0 | 1 };

/** All that the service is set to. */
export interface Reglages {
  valeurs: readonly ValeurDatee[];
  modeles: readonly VersionModele[];
}

const VALEUR = columns<ValeurDatee>('cle', 'valeur', 'du', 'au', 'motif', 'poseLe', 'posePar');
const MODELE = columns<VersionModele>(
  ...(['id', 'version', 'nom', 'destinataire', 'objet', 'corps', 'retire', 'ecritLe', 'ecritPar'] as const),
);

const allValeurs = all<[], ValeurDatee>(`
  SELECT rang, ${VALEUR.shown}, retire_le AS retraitLe, retire_par AS retraitPar
  FROM reglage LEFT JOIN reglage_retrait ON reglage = rang ORDER BY rang`);
const insertValeur = cell<[Omit<ValeurDatee, 'rang' | 'retraitLe' | 'retraitPar'>], number>(
  `INSERT INTO reglage ${VALEUR.written} RETURNING rang`,
);
const withdraw = run<[{ rang: number; le: string; auteur: string }]>(`
  INSERT INTO reglage_retrait (reglage, retire_le, retire_par)
  SELECT rang, @le, @auteur FROM reglage WHERE rang = @rang
  ON CONFLICT DO NOTHING`);
const allModeles = all<[], ModeleRow>(`SELECT ${MODELE.shown} FROM modele_courriel ORDER BY id, version`);
const insertModele = run<[ModeleRow]>(`INSERT INTO modele_courriel ${MODELE.written} ON CONFLICT DO NOTHING`);

/** What the service is set to, as last written. */
export function* readReglages(): Work<Reglages> {
  const valeurs = yield* allValeurs();
  return { valeurs, modeles: (yield* allModeles()).map((row) => ({ ...row, retire: row.retire === 1 })) };
}

/** The settings kept beside the cases, read once and again after each write; `refresh` takes in what others wrote. */
export function reglageStore(
  engine: Engine,
  actes: Actes,
  initial: Reglages,
): { store: ReglageStore; refresh(): Promise<void> } {
  let kept = initial;
  const take = (read: Reglages) => {
    if (extentOf(read) >= extentOf(kept)) kept = read;
  };
  const renewing =
    <Args extends unknown[], T>(write: (...args: Args) => Work<T>) =>
    async (...args: Args): Promise<T> => {
      const [answer, read] = await engine.write(function* () {
        return [yield* write(...args), yield* readReglages()] as const;
      });
      take(read);
      return answer;
    };

  const store: ReglageStore = {
    valeurs: () => kept.valeurs,
    modeles: () => kept.modeles,
    addValeur: renewing(function* (valeur, acte) {
      const rang = yield* insertValeur(valeur);
      if (rang === null) throw new Error('An INSERT gives the rang of what it wrote');
      yield* actes.add(acte);
      return { ...valeur, rang, retraitLe: null, retraitPar: null };
    }),
    withdrawValeur: renewing(function* (rang, acte) {
      if ((yield* withdraw({ rang, ...acte })) === 0) return false;
      yield* actes.add(acte);
      return true;
    }),
    addModele: renewing(function* (modele, acte) {
      if ((yield* insertModele({ ...modele, retire: modele.retire ? 1 : 0 })) === 0) return false;
      yield* actes.add(acte);
      return true;
    }),
  };
  const refresh = async () => take(await engine.ask(readReglages()));
  return { store, refresh };
}

/** Nothing of the settings is ever taken away: of two readings, the one that has more is the later one, whichever arrives last. */
function extentOf({ valeurs, modeles }: Reglages): number {
  return valeurs.length + valeurs.filter(({ retraitLe }) => retraitLe !== null).length + modeles.length;
}
