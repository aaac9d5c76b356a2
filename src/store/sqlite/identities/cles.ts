import type { Database } from 'better-sqlite3';
import type { CleApi, CleStore } from '../../identities.ts';
import type { Actes } from './actes.ts';
import type { Sync } from './sync.ts';

type CleRow = Omit<CleApi, 'portees' | 'procedures' | 'dossiers' | 'bacASable'> & {
  portees: string;
  procedures: string | null;
  dossiers: string | null;
  bacASable: 0 | 1;
};

const SELECT_CLE = `
  SELECT id, prefixe, nom, role, editeur_id AS editeurId, portees, procedures, dossiers, bac_a_sable AS bacASable,
    cree_le AS creeLe, expire_le AS expireLe, utilisee_le AS utiliseeLe, revoquee_le AS revoqueeLe
  FROM cle_api`;

/** The API keys. */
export function cleTable(db: Database, actes: Actes): Sync<CleStore> {
  const find = db.prepare<[string], CleRow>(`${SELECT_CLE} WHERE empreinte = ?`);
  const all = db.prepare<[], CleRow>(`${SELECT_CLE} ORDER BY rowid`);
  const insert = db.prepare(`
    INSERT INTO cle_api (id, empreinte, prefixe, nom, role, editeur_id, portees, procedures, dossiers, bac_a_sable, cree_le,
      expire_le, utilisee_le, revoquee_le)
    VALUES (@id, @empreinte, @prefixe, @nom, @role, @editeurId, @portees, @procedures, @dossiers, @bacASable, @creeLe,
      @expireLe, @utiliseeLe, @revoqueeLe)`);
  const revoke = db.prepare('UPDATE cle_api SET revoquee_le = ? WHERE id = ? AND revoquee_le IS NULL');
  const use = db.prepare('UPDATE cle_api SET utilisee_le = ? WHERE id = ?');

  const addCle: Sync<CleStore>['addCle'] = (cle, acte) => {
    insert.run({ ...cle, ...toColumns(cle) });
    actes.seal('cle_api', cle.id);
    actes.add(acte);
  };
  const revokeCle: Sync<CleStore>['revokeCle'] = (id, acte) => {
    const isSealed = actes.holds('cle_api', id);
    if (revoke.run(acte.le, id).changes === 0) return false;
    if (isSealed) actes.seal('cle_api', id);
    actes.add(acte);
    return true;
  };

  return {
    cle: (empreinte) => {
      const row = find.get(empreinte);
      return row && actes.holds('cle_api', row.id) ? toCle(row) : null;
    },
    cles: () => all.all().map(toCle),
    addCle: db.transaction(addCle).immediate,
    revokeCle: db.transaction(revokeCle).immediate,
    useCle: (id, utiliseeLe) => void use.run(utiliseeLe, id),
  };
}

function toColumns({ portees, procedures, dossiers, bacASable }: CleApi) {
  return {
    portees: JSON.stringify(portees),
    procedures: procedures && JSON.stringify(procedures),
    dossiers: dossiers && JSON.stringify(dossiers),
    bacASable: bacASable ? 1 : 0,
  };
}

function toCle(row: CleRow): CleApi {
  const list = (text: string | null): string[] | null => (text === null ? null : JSON.parse(text));
  return {
    ...row,
    portees: JSON.parse(row.portees),
    procedures: list(row.procedures),
    dossiers: list(row.dossiers),
    bacASable: row.bacASable === 1,
  };
}
