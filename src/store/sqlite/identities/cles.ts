import type { Database } from 'better-sqlite3';
import type { CleApi, CleStore, Passage } from '../../identities.ts';
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

/** The API keys; `tell` is called once the end of one is told. */
export function cleTable(db: Database, actes: Actes, tell: () => void): Sync<CleStore> {
  const find = db.prepare<[string], CleRow>(`SELECT ${CLE.shown} FROM cle_api WHERE empreinte = ?`);
  const byId = db.prepare<[string], CleRow>(`SELECT ${CLE.shown} FROM cle_api WHERE id = ?`);
  const all = db.prepare<[], CleRow>(`SELECT ${CLE.shown} FROM cle_api ORDER BY rowid`);
  const insert = db.prepare(`INSERT INTO cle_api (empreinte, ${CLE.names}) VALUES (@empreinte, ${CLE.values})`);
  const revoke = db.prepare('UPDATE cle_api SET revoquee_le = ? WHERE id = ? AND revoquee_le IS NULL');
  const current = db
    .prepare<[string], string>('SELECT empreinte FROM cle_api WHERE id = ? AND revoquee_le IS NULL')
    .pluck();
  const former = db.prepare<[string], { cleId: string; jusqua: string }>(
    'SELECT cle_id AS cleId, jusqua FROM cle_precedente WHERE empreinte = ?',
  );
  const keepFormer = db.prepare<[string, string, string]>(
    'INSERT INTO cle_precedente (empreinte, cle_id, jusqua) VALUES (?, ?, ?)',
  );
  const renewed = columns<Passage>('empreinte', 'prefixe', 'creeLe', 'expireLe');
  const replace = db.prepare<[Passage & { id: string }]>(`UPDATE cle_api SET ${renewed.set} WHERE id = @id`);
  const announce = db.prepare<[Parameters<CleStore['tellFin']>[0]]>(`
    INSERT INTO evenement_a_part (apres, cle, avis, type, date, le)
    SELECT coalesce(max(rang), 0), @cle, @avis, 'cle.finProche', @date, @le FROM journal WHERE true
    ON CONFLICT (avis) DO NOTHING`);
  const use = db.prepare('UPDATE cle_api SET utilisee_le = ? WHERE id = ?');

  return {
    cle: (empreinte) => {
      const row = find.get(empreinte);
      return row && actes.holds('cle_api', row.id) ? toCle(row) : null;
    },
    cles: () => all.all().map(toCle),
    clePrecedente(empreinte) {
      const known = former.get(empreinte);
      const row = known && actes.holds('cle_precedente', empreinte) ? byId.get(known.cleId) : undefined;
      return known && row && actes.holds('cle_api', row.id) ? { cle: toCle(row), jusqua: known.jusqua } : null;
    },
    tellFin(fin) {
      if (announce.run(fin).changes > 0) tell();
    },
    useCle: (id, utiliseeLe) => void use.run(utiliseeLe, id),
    ...atOnce(db, {
      addCle(cle, acte) {
        insert.run({ ...cle, ...toColumns(cle) });
        actes.add(acte, ['cle_api', cle.id]);
      },
      rollCle(id, passage, acte) {
        const before = current.get(id);
        if (before === undefined || !actes.holds('cle_api', id)) return false;
        keepFormer.run(before, id, passage.jusqua);
        replace.run({ ...passage, id });
        actes.add(acte, ['cle_api', id], ['cle_precedente', before]);
        return true;
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
