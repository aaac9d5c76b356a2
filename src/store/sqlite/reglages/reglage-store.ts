import type { Database } from 'better-sqlite3';
import type { ReglageStore, ValeurDatee, VersionModele } from '../../reglages.ts';
import type { Actes } from '../identities/actes.ts';
import { promised, type Sync } from '../identities/sync.ts';

type Writes = Pick<ReglageStore, 'addValeur' | 'withdrawValeur' | 'addModele'>;
type ModeleRow = Omit<VersionModele, 'retire'> & { retire: 0 | 1 };

/** The settings kept beside the cases, read once and again after each write. */
export function reglageStore(db: Database, actes: Actes): ReglageStore {
  const allValeurs = db.prepare<[], ValeurDatee>(`
    SELECT rang, cle, valeur, du, au, motif, pose_le AS poseLe, pose_par AS posePar,
      retire_le AS retraitLe, retire_par AS retraitPar
    FROM reglage LEFT JOIN reglage_retrait ON reglage = rang ORDER BY rang`);
  const insertValeur = db.prepare(`
    INSERT INTO reglage (cle, valeur, du, au, motif, pose_le, pose_par)
    VALUES (@cle, @valeur, @du, @au, @motif, @poseLe, @posePar)`);
  const withdraw = db.prepare(`
    INSERT INTO reglage_retrait (reglage, retire_le, retire_par)
    SELECT rang, @le, @auteur FROM reglage WHERE rang = @rang
    ON CONFLICT DO NOTHING`);
  const allModeles = db.prepare<[], ModeleRow>(`
    SELECT id, version, nom, destinataire, objet, corps, retire, ecrit_le AS ecritLe, ecrit_par AS ecritPar
    FROM modele_courriel ORDER BY id, version`);
  const insertModele = db.prepare(`
    INSERT INTO modele_courriel (id, version, nom, destinataire, objet, corps, retire, ecrit_le, ecrit_par)
    VALUES (@id, @version, @nom, @destinataire, @objet, @corps, @retire, @ecritLe, @ecritPar)
    ON CONFLICT DO NOTHING`);
  let valeurs = allValeurs.all();
  let modeles = readModeles();

  const writes: Sync<Writes> = {
    addValeur: (valeur, acte) => {
      insertValeur.run(valeur);
      actes.add(acte);
      valeurs = allValeurs.all();
      return valeurs.at(-1) as ValeurDatee;
    },
    withdrawValeur: (rang, acte) => {
      if (withdraw.run({ rang, ...acte }).changes === 0) return false;
      actes.add(acte);
      valeurs = allValeurs.all();
      return true;
    },
    addModele: (modele, acte) => {
      if (insertModele.run({ ...modele, retire: modele.retire ? 1 : 0 }).changes === 0) return false;
      actes.add(acte);
      modeles = readModeles();
      return true;
    },
  };
  return {
    valeurs: () => valeurs,
    modeles: () => modeles,
    ...promised<Writes>({
      addValeur: db.transaction(writes.addValeur).immediate,
      withdrawValeur: db.transaction(writes.withdrawValeur).immediate,
      addModele: db.transaction(writes.addModele).immediate,
    }),
  };

  function readModeles(): VersionModele[] {
    return allModeles.all().map((row) => ({ ...row, retire: row.retire === 1 }));
  }
}
