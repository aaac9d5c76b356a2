import type { Database } from 'better-sqlite3';
import type { ActeIdentite, AgendaStore, LienAgenda } from '../../identities.ts';
import type { Actes } from './actes.ts';
import type { Sync } from './sync.ts';

/** The links by which calendars read, one an account. */
export function agendaTable(db: Database, actes: Actes): Sync<AgendaStore> {
  const SHOWN = 'SELECT empreinte, compte_id AS compteId, cree_le AS creeLe FROM lien_agenda';
  const find = db.prepare<[string], LienAgenda>(`${SHOWN} WHERE empreinte = ?`);
  const ofCompte = db.prepare<[string], LienAgenda>(`${SHOWN} WHERE compte_id = ?`);
  const put = db.prepare<[LienAgenda]>(
    'INSERT OR REPLACE INTO lien_agenda (empreinte, compte_id, cree_le) VALUES (@empreinte, @compteId, @creeLe)',
  );
  const remove = db.prepare<[string]>('DELETE FROM lien_agenda WHERE compte_id = ?');

  const putAgenda = (lien: LienAgenda, acte: ActeIdentite) => {
    put.run(lien);
    actes.seal('lien_agenda', lien.empreinte);
    actes.add(acte);
  };
  const removeAgenda = (compteId: string, acte: ActeIdentite): boolean => {
    if (remove.run(compteId).changes === 0) return false;
    actes.add(acte);
    return true;
  };
  return {
    agenda: (empreinte) => (actes.holds('lien_agenda', empreinte) ? find.get(empreinte) : null) ?? null,
    agendaOf: (compteId) => ofCompte.get(compteId) ?? null,
    putAgenda: db.transaction(putAgenda).immediate,
    removeAgenda: db.transaction(removeAgenda).immediate,
  };
}
