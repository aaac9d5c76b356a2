import type { CleApi, CleStore, Passage } from '../../identities.ts';
import { columns } from '../columns.ts';
import { all, asked, cell, type Engine, one, run, type Works, written } from '../work.ts';
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

const find = one<[string], CleRow>(`SELECT ${CLE.shown} FROM cle_api WHERE empreinte = ?`);
const byId = one<[string], CleRow>(`SELECT ${CLE.shown} FROM cle_api WHERE id = ?`);
const inOrder = all<[], CleRow>(`SELECT ${CLE.shown} FROM cle_api ORDER BY rowid`);
const insert = run<[CleRow & { empreinte: string }]>(
  `INSERT INTO cle_api (empreinte, ${CLE.names}) VALUES (@empreinte, ${CLE.values})`,
);
const revoke = run<[string, string]>('UPDATE cle_api SET revoquee_le = ? WHERE id = ? AND revoquee_le IS NULL');
const current = cell<[string], string>('SELECT empreinte FROM cle_api WHERE id = ? AND revoquee_le IS NULL');
const former = one<[string], { cleId: string; jusqua: string }>(
  'SELECT cle_id AS cleId, jusqua FROM cle_precedente WHERE empreinte = ?',
);
const keepFormer = run<[string, string, string]>(
  'INSERT INTO cle_precedente (empreinte, cle_id, jusqua) VALUES (?, ?, ?)',
);
const renewed = columns<Passage>('empreinte', 'prefixe', 'creeLe', 'expireLe');
const replace = run<[Passage & { id: string }]>(`UPDATE cle_api SET ${renewed.set} WHERE id = @id`);
const announce = run<[Parameters<CleStore['tellFin']>[0]]>(`
  INSERT INTO evenement_a_part (numero, apres, cle, avis, type, date, le)
  SELECT (SELECT coalesce(max(numero), 0) + 1 FROM evenement_a_part),
    coalesce(max(rang), 0), @cle, @avis, 'cle.finProche', @date, @le FROM journal WHERE true
  ON CONFLICT (avis) DO NOTHING`);
const use = run<[string, string]>('UPDATE cle_api SET utilisee_le = ? WHERE id = ?');

/** The API keys; `tell` is called once the end of one is told. */
export function cleTable(engine: Engine, actes: Actes, tell: () => void): CleStore {
  const tellEnd = written(engine, { announce });

  return {
    ...asked(engine, {
      *cle(empreinte) {
        const row = yield* find(empreinte);
        return row && (yield* actes.holds('cle_api', row.id)) ? toCle(row) : null;
      },
      *cles() {
        return (yield* inOrder()).map(toCle);
      },
      *clePrecedente(empreinte) {
        const known = yield* former(empreinte);
        const row = known && (yield* actes.holds('cle_precedente', empreinte)) ? yield* byId(known.cleId) : null;
        return known && row && (yield* actes.holds('cle_api', row.id))
          ? { cle: toCle(row), jusqua: known.jusqua }
          : null;
      },
      *useCle(id, utiliseeLe) {
        yield* use(utiliseeLe, id);
      },
    } satisfies Partial<Works<CleStore>>),
    async tellFin(fin) {
      if ((await tellEnd.announce(fin)) > 0) tell();
    },
    ...written(engine, {
      *addCle(cle, acte) {
        yield* insert({ ...cle, ...toColumns(cle) });
        yield* actes.add(acte, ['cle_api', cle.id]);
      },
      *rollCle(id, passage, acte) {
        const before = yield* current(id);
        if (before === null || !(yield* actes.holds('cle_api', id))) return false;
        yield* keepFormer(before, id, passage.jusqua);
        yield* replace({ ...passage, id });
        yield* actes.add(acte, ['cle_api', id], ['cle_precedente', before]);
        return true;
      },
      *revokeCle(id, acte) {
        const isSealed = yield* actes.holds('cle_api', id);
        if ((yield* revoke(acte.le, id)) === 0) return false;
        if (isSealed) yield* actes.seal('cle_api', id);
        yield* actes.add(acte);
        return true;
      },
    } satisfies Partial<Works<CleStore>>),
  };
}

function toColumns({ portees, procedures, dossiers, bacASable }: CleApi) {
  return {
    portees: JSON.stringify(portees),
    procedures: procedures && JSON.stringify(procedures),
    dossiers: dossiers && JSON.stringify(dossiers),
    bacASable: bacASable ? 1 : 0,
  } as const;
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
