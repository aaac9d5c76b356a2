import type { Database } from 'better-sqlite3';
import type { CleTentative, Session, SessionStore, Tentative } from '../../identities.ts';
import { atOnce, columns, type Sync } from '../table.ts';
import type { Actes } from './actes.ts';
import type { Comptes } from './comptes.ts';

type Port = Sync<SessionStore>;

const SESSION = columns<Session>('empreinte', 'compteId', 'ouverteLe', 'vueLe');

/** The sessions, and the attempts to open one. A session and its account are two reads and their seals, 20 µs. */
export function sessionTable(db: Database, actes: Actes, comptes: Comptes): Port {
  const find = db.prepare<[string], Session>(`SELECT ${SESSION.shown} FROM session WHERE empreinte = ?`);
  const ofCompte = db.prepare<[string], Session>(`
    SELECT ${SESSION.shown} FROM session WHERE compte_id = ? ORDER BY vue_le DESC`);
  const keep = db.prepare(`
    UPDATE compte SET mot_de_passe = @motDePasse, connecte_le = @ouverteLe
    WHERE id = @compteId AND actif = 1 AND mot_de_passe = @verifie`);
  const insert = db.prepare(`INSERT INTO session ${SESSION.written}`);
  const see = db.prepare('UPDATE session SET vue_le = ? WHERE empreinte = ?');
  const end = db.prepare('DELETE FROM session WHERE empreinte = ?');
  const forgetTentative = db.prepare<[CleTentative]>('DELETE FROM tentative WHERE compte = @compte AND lieu = @lieu');
  const forgetSessions = db.prepare('DELETE FROM session WHERE ouverte_le < ?');
  const forgetTentatives = db.prepare('DELETE FROM tentative WHERE derniere_le < ?');

  return {
    session: (empreinte) => {
      const session = actes.holds('session', empreinte) ? find.get(empreinte) : undefined;
      const compte = session ? comptes.port.compte(session.compteId) : null;
      return session && compte?.actif ? { session, compte } : null;
    },
    seeSession: (empreinte, vueLe) => void see.run(vueLe, empreinte),
    endSession: (empreinte) => void end.run(empreinte),
    sessionsOf: (compteId) => ofCompte.all(compteId),
    ...attempts(db),
    ...atOnce(db, {
      openSession(session, { tentatives, ...preuve }) {
        const row = { ...session, ...preuve };
        if (!actes.holds('compte', session.compteId) || keep.run(row).changes === 0) return false;
        end.run(preuve.remplace);
        insert.run(row);
        for (const cle of tentatives) forgetTentative.run(cle);
        actes.seal('compte', session.compteId);
        actes.seal('session', session.empreinte);
        return true;
      },
      endSessions(compteId, acte) {
        comptes.endSessions(compteId);
        actes.add(acte);
      },
      forget({ sessions, tentatives }) {
        forgetSessions.run(sessions);
        forgetTentatives.run(tentatives);
      },
    } satisfies Partial<Port>),
  };
}

const TENTATIVE = columns<Tentative>('echecs', 'derniereLe', 'bloqueJusqua');

function attempts(db: Database) {
  const find = db.prepare<[CleTentative], Tentative>(
    `SELECT ${TENTATIVE.shown} FROM tentative WHERE compte = @compte AND lieu = @lieu`,
  );
  const ofCompte = db.prepare<[string], Tentative & { lieu: string }>(
    `SELECT lieu, ${TENTATIVE.shown} FROM tentative WHERE compte = ? ORDER BY derniere_le DESC, lieu`,
  );
  const replace = db.prepare(`
    INSERT INTO tentative (compte, lieu, ${TENTATIVE.names}) VALUES (@compte, @lieu, ${TENTATIVE.values})
    ON CONFLICT (compte, lieu) DO UPDATE SET ${TENTATIVE.renewed}
    WHERE tentative.echecs = @avantEchecs AND tentative.derniere_le = @avantLe`);
  const forget = db.prepare('DELETE FROM tentative WHERE compte = ?');

  return {
    tentative: (cle) => find.get(cle) ?? null,
    tentativesOf: (compte) => ofCompte.all(compte),
    replaceTentative: (cle, avant, apres) => {
      const before = { avantEchecs: avant?.echecs ?? null, avantLe: avant?.derniereLe ?? null };
      return replace.run({ ...apres, ...cle, ...before }).changes === 1;
    },
    forgetTentatives: (compte) => void forget.run(compte),
  } satisfies Partial<Port>;
}
