import type { Database } from 'better-sqlite3';
import type { CleApi, CleStore } from '../../identities.ts';
import { atOnce, columns, type Sync } from '../table.ts';
import type { Actes } from './actes.ts';

type CleRow = Omit<CleApi, 'portees' | 'procedures' | 'dossiers' | 'bacASable'> & {
  portees: string;
  procedures: string | null;
  dossiers: string | null;
  bacASable: 0 | 1;
};

const CLE = columns<CleApi>(
  ...(['id', 'prefixe', 'nom', 'role', 'editeurId', 'portees', 'procedures', 'dossiers', 'bacASable'] as const),
  ...(['creeLe', 'expireLe', 'utiliseeLe', 'revoqueeLe'] as const),
);

/** The API keys. */
export function cleTable(db: Database, actes: Actes): Sync<CleStore> {
  const find = db.prepare<[string], CleRow>(`SELECT ${CLE.shown} FROM cle_api WHERE empreinte = ?`);
  const all = db.prepare<[], CleRow>(`SELECT ${CLE.shown} FROM cle_api ORDER BY rowid`);
  const insert = db.prepare(`INSERT INTO cle_api (empreinte, ${CLE.names}) VALUES (@empreinte, ${CLE.values})`);
  const revoke = db.prepare('UPDATE cle_api SET revoquee_le = ? WHERE id = ? AND revoquee_le IS NULL');
  const use = db.prepare('UPDATE cle_api SET utilisee_le = ? WHERE id = ?');

  return {
    cle: (empreinte) => {
      const row = find.get(empreinte);
      return row && actes.holds('cle_api', row.id) ? toCle(row) : null;
    },
    cles: () => all.all().map(toCle),
    useCle: (id, utiliseeLe) => void use.run(utiliseeLe, id),
    ...atOnce(db, {
      addCle(cle, acte) {
        insert.run({ ...cle, ...toColumns(cle) });
        actes.add(acte, ['cle_api', cle.id]);
      },
      revokeCle(id, acte) {
        const isSealed = actes.holds('cle_api', id);
        if (revoke.run(acte.le, id).changes === 0) return false;
        if (isSealed) actes.seal('cle_api', id);
        actes.add(acte);
        return true;
      },
    } satisfies Partial<Sync<CleStore>>),
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
