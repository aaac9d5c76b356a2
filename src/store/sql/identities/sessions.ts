import type { CleTentative, Session, SessionStore, Tentative } from '../../identities.ts';
import { columns } from '../columns.ts';
import { all, asked, type Engine, one, run, type Works, written } from '../work.ts';
import type { Actes } from './actes.ts';
import type { Comptes } from './comptes.ts';

type Port = Works<SessionStore>;

const SESSION = columns<Session>('empreinte', 'compteId', 'ouverteLe', 'vueLe');

const find = one<[string], Session>(`SELECT ${SESSION.shown} FROM session WHERE empreinte = ?`);
const ofCompte = all<[string], Session>(`
  SELECT ${SESSION.shown} FROM session WHERE compte_id = ? ORDER BY vue_le DESC`);
const keep = run<[Session & { verifie: string; motDePasse: string }]>(`
  UPDATE compte SET mot_de_passe = @motDePasse, connecte_le = @ouverteLe
  WHERE id = @compteId AND actif = 1 AND mot_de_passe = @verifie`);
const insert = run<[Session]>(`INSERT INTO session ${SESSION.written}`);
const see = run<[string, string]>('UPDATE session SET vue_le = ? WHERE empreinte = ?');
const end = run<[string | null]>('DELETE FROM session WHERE empreinte = ?');
const forgetTentative = run<[CleTentative]>('DELETE FROM tentative WHERE compte = @compte AND lieu = @lieu');
const forgetSessions = run<[string]>('DELETE FROM session WHERE ouverte_le < ?');
const forgetOld = run<[string]>('DELETE FROM tentative WHERE derniere_le < ?');

/** The sessions, and the attempts to open one. A session and its account are two reads and their seals, 20 µs. */
export function sessionTable(engine: Engine, actes: Actes, comptes: Comptes): SessionStore {
  return {
    ...asked(engine, {
      *session(empreinte) {
        const session = (yield* actes.holds('session', empreinte)) ? yield* find(empreinte) : null;
        const compte = session && (yield* comptes.compte(session.compteId));
        return session && compte?.actif ? { session, compte } : null;
      },
      *seeSession(empreinte, vueLe) {
        yield* see(vueLe, empreinte);
      },
      *endSession(empreinte) {
        yield* end(empreinte);
      },
      sessionsOf: ofCompte,
      ...attempts,
    } satisfies Partial<Port>),
    ...written(engine, {
      *openSession(session, { tentatives, remplace, ...preuve }) {
        if (!(yield* actes.holds('compte', session.compteId))) return false;
        if ((yield* keep({ ...session, ...preuve })) === 0) return false;
        yield* end(remplace);
        yield* insert(session);
        for (const cle of tentatives) yield* forgetTentative(cle);
        yield* actes.seal('compte', session.compteId);
        yield* actes.seal('session', session.empreinte);
        return true;
      },
      *endSessions(compteId, acte) {
        yield* comptes.endSessions(compteId);
        yield* actes.add(acte);
      },
      *forget({ sessions, tentatives }) {
        yield* forgetSessions(sessions);
        yield* forgetOld(tentatives);
      },
    } satisfies Partial<Port>),
  };
}

const TENTATIVE = columns<Tentative>('echecs', 'derniereLe', 'bloqueJusqua');

const findAttempt = one<[CleTentative], Tentative>(
  `SELECT ${TENTATIVE.shown} FROM tentative WHERE compte = @compte AND lieu = @lieu`,
);
const attemptsOf = all<[string], Tentative & { lieu: string }>(
  `SELECT lieu, ${TENTATIVE.shown} FROM tentative WHERE compte = ? ORDER BY derniere_le DESC, lieu`,
);
const replace = run<[Tentative & CleTentative & { avantEchecs: number | null; avantLe: string | null }]>(`
  INSERT INTO tentative (compte, lieu, ${TENTATIVE.names}) VALUES (@compte, @lieu, ${TENTATIVE.values})
  ON CONFLICT (compte, lieu) DO UPDATE SET ${TENTATIVE.renewed}
  WHERE tentative.echecs = @avantEchecs AND tentative.derniere_le = @avantLe`);
const forgetAll = run<[string]>('DELETE FROM tentative WHERE compte = ?');

const attempts = {
  tentative: findAttempt,
  tentativesOf: attemptsOf,
  *replaceTentative(cle, avant, apres) {
    const before = { avantEchecs: avant?.echecs ?? null, avantLe: avant?.derniereLe ?? null };
    return (yield* replace({ ...apres, ...cle, ...before })) === 1;
  },
  *forgetTentatives(compte) {
    yield* forgetAll(compte);
  },
} satisfies Partial<Port>;
