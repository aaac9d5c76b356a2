import type { Database } from 'better-sqlite3';
import type { ActeIdentite, Compte, Externe, ExterneStore, Liaison } from '../../identities.ts';
import type { Actes } from './actes.ts';
import { compteTable } from './comptes.ts';
import type { Sync } from './sync.ts';

/** The accounts that another directory vouches for, their sessions, and those that ask to be linked. */
export function externeTable(db: Database, actes: Actes): Sync<ExterneStore> {
  return { ...externes(db, actes), ...liaisons(db, actes) };
}

function externes(db: Database, actes: Actes) {
  const comptes = compteTable(db, actes);
  const find = db
    .prepare<[string, string], string>('SELECT compte_id FROM compte_externe WHERE emetteur = ? AND sujet = ?')
    .pluck();
  const holder = db.prepare<[string], string>('SELECT id FROM compte WHERE courriel = ?').pluck();
  const insert = db.prepare(`
    INSERT INTO compte (id, courriel, nom, role, actif, mot_de_passe, cree_le, connecte_le)
    VALUES (@id, @courriel, @nom, @role, 1, '', @creeLe, @connecteLe)`);
  const link = db.prepare('INSERT INTO compte_externe (emetteur, sujet, compte_id) VALUES (@emetteur, @sujet, @id)');
  const update = db.prepare(
    'UPDATE compte SET courriel = @courriel, nom = @nom, role = @role, connecte_le = @connecteLe WHERE id = @id',
  );
  const endAll = db.prepare('DELETE FROM session WHERE compte_id = @id');
  const voidMade = db.prepare('DELETE FROM lien_unique WHERE utilise_le IS NULL AND cree_par = @id');
  const endReplaced = db.prepare('DELETE FROM session WHERE empreinte = ?');
  const insertSession = db.prepare(`
    INSERT INTO session (empreinte, compte_id, ouverte_le, vue_le, jeton_id)
    VALUES (@empreinte, @compteId, @ouverteLe, @vueLe, @jetonId)`);
  const idToken = db.prepare<[string], string | null>('SELECT jeton_id FROM session WHERE empreinte = ?').pluck();

  const compteExterne = (emetteur: string, sujet: string): Compte | null =>
    comptes.compte(sealedId(find.get(emetteur, sujet)));

  const sealedId = (id = '') => (actes.holds('compte_externe', id) ? id : '');

  const whyNot = (known: Compte | null, { id, courriel }: Compte) => {
    if (known && known.id !== id) return 'depasse';
    if (known && !known.actif) return 'compte-ferme';
    return (holder.get(courriel) ?? id) === id ? null : 'courriel-pris';
  };

  const openExternalSession: Sync<ExterneStore>['openExternalSession'] = (
    { session, externe, compte, remplace },
    acte,
  ) => {
    const known = compteExterne(externe.emetteur, externe.sujet);
    const refusal = whyNot(known, compte);
    if (refusal) return refusal;
    const steps = known ? [update] : [insert, link];
    if (known && known.role !== compte.role) steps.push(endAll, voidMade);
    for (const step of steps) step.run({ ...compte, ...externe });
    endReplaced.run(remplace);
    insertSession.run(session);
    actes.seal('session', session.empreinte);
    if (!known) actes.seal('compte_externe', compte.id);
    actes.seal('compte', compte.id);
    if (acte) actes.add(acte);
    return 'fait';
  };

  return {
    compteExterne,
    openExternalSession: db.transaction(openExternalSession).immediate,
    idToken: (empreinte: string) => idToken.get(empreinte) ?? null,
  };
}

function liaisons(db: Database, actes: Actes) {
  const externe = db.prepare<[string], Externe>('SELECT emetteur, sujet FROM compte_externe WHERE compte_id = ?');
  const asked = db.prepare<[string], Liaison>(
    'SELECT emetteur, sujet, nom, demande_le AS demandeLe FROM compte_a_relier WHERE compte_id = ?',
  );
  const ask = db.prepare(`
    INSERT OR REPLACE INTO compte_a_relier (compte_id, emetteur, sujet, nom, demande_le)
    VALUES (@compteId, @emetteur, @sujet, @nom, @demandeLe)`);
  const isHeld = db
    .prepare<[Externe], number>('SELECT 1 FROM compte_externe WHERE emetteur = @emetteur AND sujet = @sujet')
    .pluck();
  const isLast = db
    .prepare<[string], number>(`
      WITH superviseur AS (SELECT id FROM compte WHERE role = 'superviseur' AND actif = 1 AND mot_de_passe <> '')
      SELECT count(*) = 1 AND ? IN (SELECT id FROM superviseur) FROM superviseur`)
    .pluck();
  const insert = db.prepare(`
    INSERT OR REPLACE INTO compte_externe (emetteur, sujet, compte_id) VALUES (@emetteur, @sujet, @compteId)`);
  const steps = [
    'DELETE FROM compte_a_relier WHERE compte_id = @compteId',
    "UPDATE compte SET mot_de_passe = '' WHERE id = @compteId",
    'DELETE FROM session WHERE compte_id = @compteId',
    "DELETE FROM lien_unique WHERE utilise_le IS NULL AND objet = 'mot-de-passe' AND compte_id = @compteId",
  ].map((sql) => db.prepare(sql));

  const link = (compteId: string, sujet: string, acte: ActeIdentite) => {
    const liaison = asked.get(compteId);
    if (liaison?.sujet !== sujet || isHeld.get(liaison)) return 'introuvable';
    if (!actes.holds('compte', compteId)) return 'introuvable';
    if (isLast.get(compteId)) return 'dernier-superviseur';
    insert.run({ ...liaison, compteId });
    for (const step of steps) step.run({ compteId });
    actes.seal('compte_externe', compteId);
    actes.seal('compte', compteId);
    actes.add(acte);
    return 'fait';
  };

  return {
    externeOf: (compteId: string) => externe.get(compteId) ?? null,
    askLiaison: (compteId: string, liaison: Liaison) => void ask.run({ ...liaison, compteId }),
    liaison: (compteId: string) => asked.get(compteId) ?? null,
    link: db.transaction(link).immediate,
  };
}
