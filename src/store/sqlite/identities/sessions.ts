import type { Database } from 'better-sqlite3';
import type { ActeIdentite, CleTentative, Session, SessionStore, Tentative } from '../../identities.ts';
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
  const forgetAttempts = db.prepare<[CleTentative]>('DELETE FROM tentative WHERE compte = @compte AND lieu = @lieu');
  const see = db.prepare('UPDATE session SET vue_le = ? WHERE empreinte = ?');
  const end = db.prepare('DELETE FROM session WHERE empreinte = ?');
  const endAll = db.prepare('DELETE FROM session WHERE compte_id = ?');

  const openSession: Sync<SessionStore>['openSession'] = (session, { tentatives, ...preuve }) => {
    const row = { ...session, ...preuve };
    if (!actes.holds('compte', session.compteId) || keep.run(row).changes === 0) return false;
    for (const step of [endReplaced, insert]) step.run(row);
    for (const cle of tentatives) forgetAttempts.run(cle);
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
  const columns = 'echecs, derniere_le AS derniereLe, bloque_jusqua AS bloqueJusqua';
  const find = db.prepare<[CleTentative], Tentative>(
    `SELECT ${columns} FROM tentative WHERE compte = @compte AND lieu = @lieu`,
  );
  const ofCompte = db.prepare<[string], Tentative & { lieu: string }>(
    `SELECT lieu, ${columns} FROM tentative WHERE compte = ? ORDER BY derniere_le DESC, lieu`,
  );
  const replace = db.prepare(`
    INSERT INTO tentative (compte, lieu, echecs, derniere_le, bloque_jusqua)
    VALUES (@compte, @lieu, @echecs, @derniereLe, @bloqueJusqua)
    ON CONFLICT (compte, lieu) DO UPDATE
    SET echecs = excluded.echecs, derniere_le = excluded.derniere_le, bloque_jusqua = excluded.bloque_jusqua
    WHERE tentative.echecs = @avantEchecs AND tentative.derniere_le = @avantLe`);
  const forgetOne = db.prepare('DELETE FROM tentative WHERE compte = ?');
  const forgetSessions = db.prepare('DELETE FROM session WHERE ouverte_le < ?');
  const forgetAttempts = db.prepare('DELETE FROM tentative WHERE derniere_le < ?');
  const forget = ({ sessions, tentatives }: { sessions: string; tentatives: string }) => {
    forgetSessions.run(sessions);
    forgetAttempts.run(tentatives);
  };

  return {
    tentative: (cle: CleTentative) => find.get(cle) ?? null,
    tentativesOf: (compte: string) => ofCompte.all(compte),
    replaceTentative: (cle: CleTentative, avant: Tentative | null, apres: Tentative) => {
      const before = { avantEchecs: avant?.echecs ?? null, avantLe: avant?.derniereLe ?? null };
      return replace.run({ ...apres, ...cle, ...before }).changes === 1;
    },
    forgetTentatives: (compte: string) => void forgetOne.run(compte),
    forget: db.transaction(forget).immediate,
  };
}
