import type { Database } from 'better-sqlite3';
import type { ActeIdentite, Session, SessionStore, Tentative } from '../../identities.ts';
import type { Actes } from './actes.ts';
import { compteTable } from './comptes.ts';
import type { Sync } from './sync.ts';

/** The sessions, and the attempts to open one. */
export function sessionTable(db: Database, actes: Actes): Sync<SessionStore> {
  return { ...openSessions(db, actes), ...attempts(db) };
}

/** A session and its account are two reads and their seals, 20 µs. */
function openSessions(db: Database, actes: Actes) {
  const comptes = compteTable(db, actes);
  const find = db.prepare<[string], Session>(`
    SELECT empreinte, compte_id AS compteId, ouverte_le AS ouverteLe, vue_le AS vueLe FROM session WHERE empreinte = ?`);
  const ofCompte = db.prepare<[string], Session>(`
    SELECT empreinte, compte_id AS compteId, ouverte_le AS ouverteLe, vue_le AS vueLe FROM session
    WHERE compte_id = ? ORDER BY vue_le DESC`);
  const keep = db.prepare(`
    UPDATE compte SET mot_de_passe = @motDePasse, connecte_le = @ouverteLe
    WHERE id = @compteId AND actif = 1 AND mot_de_passe = @verifie`);
  const insert = db.prepare(`
    INSERT INTO session (empreinte, compte_id, ouverte_le, vue_le) VALUES (@empreinte, @compteId, @ouverteLe, @vueLe)`);
  const endReplaced = db.prepare('DELETE FROM session WHERE empreinte = @remplace');
  const forgetAttempts = db.prepare('DELETE FROM tentative WHERE cle = @tentative');
  const see = db.prepare('UPDATE session SET vue_le = ? WHERE empreinte = ?');
  const end = db.prepare('DELETE FROM session WHERE empreinte = ?');
  const endAll = db.prepare('DELETE FROM session WHERE compte_id = ?');

  const openSession: Sync<SessionStore>['openSession'] = (session, preuve) => {
    const row = { ...session, ...preuve };
    if (keep.run(row).changes === 0) return false;
    for (const step of [endReplaced, insert, forgetAttempts]) step.run(row);
    actes.seal('compte', session.compteId);
    actes.seal('session', session.empreinte);
    return true;
  };
  const endSessions = (compteId: string, acte: ActeIdentite) => {
    endAll.run(compteId);
    actes.add(acte);
  };

  return {
    session: (empreinte: string) => {
      const session = actes.holds('session', empreinte) ? find.get(empreinte) : undefined;
      const compte = session ? comptes.compte(session.compteId) : null;
      return session && compte?.actif ? { session, compte } : null;
    },
    openSession: db.transaction(openSession).immediate,
    seeSession: (empreinte: string, vueLe: string) => void see.run(vueLe, empreinte),
    endSession: (empreinte: string) => void end.run(empreinte),
    sessionsOf: (compteId: string) => ofCompte.all(compteId),
    endSessions: db.transaction(endSessions).immediate,
  };
}

function attempts(db: Database) {
  const find = db.prepare<[string], Tentative>(
    'SELECT echecs, derniere_le AS derniereLe, bloque_jusqua AS bloqueJusqua FROM tentative WHERE cle = ?',
  );
  const replace = db.prepare(`
    INSERT INTO tentative (cle, echecs, derniere_le, bloque_jusqua) VALUES (@cle, @echecs, @derniereLe, @bloqueJusqua)
    ON CONFLICT (cle) DO UPDATE
    SET echecs = excluded.echecs, derniere_le = excluded.derniere_le, bloque_jusqua = excluded.bloque_jusqua
    WHERE tentative.echecs = @avantEchecs AND tentative.derniere_le = @avantLe`);
  const forgetOne = db.prepare('DELETE FROM tentative WHERE cle = ?');
  const forgetSessions = db.prepare('DELETE FROM session WHERE ouverte_le < ?');
  const forgetAttempts = db.prepare('DELETE FROM tentative WHERE derniere_le < ?');
  const forget = ({ sessions, tentatives }: { sessions: string; tentatives: string }) => {
    forgetSessions.run(sessions);
    forgetAttempts.run(tentatives);
  };

  return {
    tentative: (cle: string) => find.get(cle) ?? null,
    replaceTentative: (cle: string, avant: Tentative | null, apres: Tentative) =>
      replace.run({ ...apres, cle, avantEchecs: avant?.echecs ?? null, avantLe: avant?.derniereLe ?? null }).changes ===
      1,
    forgetTentative: (cle: string) => void forgetOne.run(cle),
    forget: db.transaction(forget).immediate,
  };
}
