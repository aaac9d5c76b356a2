import type { Database } from 'better-sqlite3';
import type { ReglageStore, ValeurDatee, VersionModele } from '../reglages.ts';
import type { Actes } from './identities/actes.ts';
import { atOnce, columns, promised, type Sync } from './table.ts';

type Writes = Pick<ReglageStore, 'addValeur' | 'withdrawValeur' | 'addModele'>;
type ModeleRow = Omit<VersionModele, 'retire'> & { retire: 0 | 1 };

const VALEUR = columns<ValeurDatee>('cle', 'valeur', 'du', 'au', 'motif', 'poseLe', 'posePar');
const MODELE = columns<VersionModele>(
  ...(['id', 'version', 'nom', 'destinataire', 'objet', 'corps', 'retire', 'ecritLe', 'ecritPar'] as const),
);

/** The settings kept beside the cases, read once and again after each write. */
export function reglageStore(db: Database, actes: Actes): ReglageStore {
  const allValeurs = db.prepare<[], ValeurDatee>(`
    SELECT rang, ${VALEUR.shown}, retire_le AS retraitLe, retire_par AS retraitPar
    FROM reglage LEFT JOIN reglage_retrait ON reglage = rang ORDER BY rang`);
  const insertValeur = db.prepare(`INSERT INTO reglage ${VALEUR.written}`);
  const withdraw = db.prepare(`
    INSERT INTO reglage_retrait (reglage, retire_le, retire_par)
    SELECT rang, @le, @auteur FROM reglage WHERE rang = @rang
    ON CONFLICT DO NOTHING`);
  const allModeles = db.prepare<[], ModeleRow>(`SELECT ${MODELE.shown} FROM modele_courriel ORDER BY id, version`);
  const insertModele = db.prepare(`INSERT INTO modele_courriel ${MODELE.written} ON CONFLICT DO NOTHING`);
  const readModeles = () => allModeles.all().map((row): VersionModele => ({ ...row, retire: row.retire === 1 }));
  let valeurs = allValeurs.all();
  let modeles = readModeles();

  return {
    valeurs: () => valeurs,
    modeles: () => modeles,
    ...promised<Writes>(
      atOnce(db, {
        addValeur(valeur, acte) {
          const { lastInsertRowid } = insertValeur.run(valeur);
          actes.add(acte);
          valeurs = allValeurs.all();
          return { ...valeur, rang: Number(lastInsertRowid), retraitLe: null, retraitPar: null };
        },
        withdrawValeur(rang, acte) {
          if (withdraw.run({ rang, ...acte }).changes === 0) return false;
          actes.add(acte);
          valeurs = allValeurs.all();
          return true;
        },
        addModele(modele, acte) {
          if (insertModele.run({ ...modele, retire: modele.retire ? 1 : 0 }).changes === 0) return false;
          actes.add(acte);
          modeles = readModeles();
          return true;
        },
      } satisfies Sync<Writes>),
    ),
  };
}
