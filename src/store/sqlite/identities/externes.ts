import type { Database } from 'better-sqlite3';
import type { Compte, Externe, ExterneStore, Liaison } from '../../identities.ts';
import { atOnce, columns, type Sync } from '../table.ts';
import type { Actes } from './actes.ts';
import type { Comptes } from './comptes.ts';

type Port = Sync<ExterneStore>;

const LIAISON = columns<Liaison>('emetteur', 'sujet', 'nom', 'demandeLe');

/** The accounts that another directory vouches for, their sessions, and those that ask to be linked. */
export function externeTable(db: Database, actes: Actes, comptes: Comptes): Port {
  const vouched = db
    .prepare<[string, string], string>('SELECT compte_id FROM compte_externe WHERE emetteur = ? AND sujet = ?')
    .pluck();
  const holder = db.prepare<[string], string>('SELECT id FROM compte WHERE courriel = ?').pluck();
  const into = 'INTO compte_externe (emetteur, sujet, compte_id) VALUES (@emetteur, @sujet, @compteId)';
  const vouch = db.prepare(`INSERT ${into}`);
  const vouchAnew = db.prepare(`INSERT OR REPLACE ${into}`);
  const update = db.prepare(
    'UPDATE compte SET courriel = @courriel, nom = @nom, role = @role, connecte_le = @connecteLe WHERE id = @id',
  );
  const endReplaced = db.prepare('DELETE FROM session WHERE empreinte = ?');
  const insertSession = db.prepare(`
    INSERT INTO session (empreinte, compte_id, ouverte_le, vue_le, jeton_id)
    VALUES (@empreinte, @compteId, @ouverteLe, @vueLe, @jetonId)`);
  const idToken = db.prepare<[string], string | null>('SELECT jeton_id FROM session WHERE empreinte = ?').pluck();
  const externe = db.prepare<[string], Externe>('SELECT emetteur, sujet FROM compte_externe WHERE compte_id = ?');
  const asked = db.prepare<[string], Liaison>(`SELECT ${LIAISON.shown} FROM compte_a_relier WHERE compte_id = ?`);
  const ask = db.prepare(`
    INSERT OR REPLACE INTO compte_a_relier (compte_id, ${LIAISON.names}) VALUES (@compteId, ${LIAISON.values})`);
  const isLast = db
    .prepare<[string], number>(`
      WITH superviseur AS (SELECT id FROM compte WHERE role = 'superviseur' AND actif = 1 AND mot_de_passe <> '')
      SELECT count(*) = 1 AND ? IN (SELECT id FROM superviseur) FROM superviseur`)
    .pluck();
  const linking = [
    'DELETE FROM compte_a_relier WHERE compte_id = ?',
    "UPDATE compte SET mot_de_passe = '' WHERE id = ?",
    'DELETE FROM session WHERE compte_id = ?',
    "DELETE FROM lien_unique WHERE utilise_le IS NULL AND objet = 'mot-de-passe' AND compte_id = ?",
  ].map((sql) => db.prepare<[string]>(sql));

  const compteExterne = (emetteur: string, sujet: string): Compte | null => {
    const id = vouched.get(emetteur, sujet);
    return id !== undefined && actes.holds('compte_externe', id) ? comptes.port.compte(id) : null;
  };
  const whyNot = (known: Compte | null, { id, courriel }: Compte) => {
    if (known && known.id !== id) return 'depasse';
    if (known && !known.actif) return 'compte-ferme';
    return (holder.get(courriel) ?? id) === id ? null : 'courriel-pris';
  };

  return {
    compteExterne,
    idToken: (empreinte) => idToken.get(empreinte) ?? null,
    externeOf: (compteId) => externe.get(compteId) ?? null,
    askLiaison: (compteId, liaison) => void ask.run({ ...liaison, compteId }),
    liaison: (compteId) => asked.get(compteId) ?? null,
    ...atOnce(db, {
      openExternalSession({ session, externe: who, compte, remplace }, acte) {
        const known = compteExterne(who.emetteur, who.sujet);
        const refusal = whyNot(known, compte);
        if (refusal) return refusal;
        if (known) update.run(compte);
        else {
          comptes.insert({ ...compte, actif: true, motDePasse: '' });
          vouch.run({ ...who, compteId: compte.id });
          actes.seal('compte_externe', compte.id);
        }
        if (known && known.role !== compte.role) {
          comptes.endSessions(compte.id);
          comptes.voidMade(compte.id);
        }
        endReplaced.run(remplace);
        insertSession.run(session);
        actes.seal('session', session.empreinte);
        actes.seal('compte', compte.id);
        if (acte) actes.add(acte);
        return 'fait';
      },
      link(compteId, sujet, acte) {
        const liaison = asked.get(compteId);
        if (liaison?.sujet !== sujet || vouched.get(liaison.emetteur, sujet) !== undefined) return 'introuvable';
        if (!actes.holds('compte', compteId)) return 'introuvable';
        if (isLast.get(compteId)) return 'dernier-superviseur';
        vouchAnew.run({ ...liaison, compteId });
        for (const step of linking) step.run(compteId);
        actes.add(acte, ['compte_externe', compteId], ['compte', compteId]);
        return 'fait';
      },
    } satisfies Partial<Port>),
  };
}
