import type { Database } from 'better-sqlite3';
import type { ActeIdentite, Lien, LienStore } from '../../identities.ts';
import type { Actes } from './actes.ts';
import type { Sync } from './sync.ts';

/** The links that are used once; each use is one transaction with what it does. */
export function lienTable(db: Database, actes: Actes): Sync<LienStore> {
  const find = db.prepare<[string], Lien>(`
    SELECT empreinte, objet, compte_id AS compteId, courriel, role, cree_le AS creeLe, cree_par AS creePar, expire_le AS expireLe,
      utilise_le AS utiliseLe
    FROM lien_unique WHERE empreinte = ?`);
  const voidSame = db.prepare(
    'DELETE FROM lien_unique WHERE utilise_le IS NULL AND objet = @objet AND courriel IS @courriel',
  );
  const insert = db.prepare(`
    INSERT INTO lien_unique (empreinte, objet, compte_id, courriel, role, cree_le, cree_par, expire_le, utilise_le)
    VALUES (@empreinte, @objet, @compteId, @courriel, @role, @creeLe, @creePar, @expireLe, @utiliseLe)`);
  const use = db.prepare('UPDATE lien_unique SET utilise_le = ? WHERE empreinte = ? AND utilise_le IS NULL');
  const isFirst = db
    .prepare<[string], number>(`
      SELECT objet <> 'premier-compte' OR NOT EXISTS (SELECT 1 FROM compte) FROM lien_unique WHERE empreinte = ?`)
    .pluck();
  const isTaken = db.prepare<[string], number>('SELECT 1 FROM compte WHERE courriel = ?').pluck();
  const insertCompte = db.prepare(`
    INSERT INTO compte (id, courriel, nom, role, actif, mot_de_passe, cree_le, connecte_le)
    VALUES (@id, @courriel, @nom, @role, @actif, @motDePasse, @creeLe, @connecteLe)`);
  const setMotDePasse = db.prepare('UPDATE compte SET mot_de_passe = @motDePasse WHERE id = @id');
  const endSessions = db.prepare('DELETE FROM session WHERE compte_id = @id');
  const forgetAttempts = db.prepare('DELETE FROM tentative WHERE compte = @tentatives');

  const addLien = (lien: Lien, acte: ActeIdentite) => {
    voidSame.run(lien);
    insert.run(lien);
    actes.seal('lien_unique', lien.empreinte);
    actes.add(acte);
  };

  const openCompte: Sync<LienStore>['openCompte'] = (empreinte, compte, acte) => {
    if (!isFirst.get(empreinte)) return 'lien-utilise';
    if (isTaken.get(compte.courriel)) return 'courriel-pris';
    if (use.run(acte.le, empreinte).changes === 0) return 'lien-utilise';
    insertCompte.run({ ...compte, actif: compte.actif ? 1 : 0 });
    actes.seal('compte', compte.id);
    actes.seal('lien_unique', empreinte);
    actes.add(acte);
    return 'fait';
  };

  const resetMotDePasse: Sync<LienStore>['resetMotDePasse'] = (empreinte, compte, acte) => {
    if (!actes.holds('compte', compte.id) || use.run(acte.le, empreinte).changes === 0) return false;
    for (const step of [setMotDePasse, endSessions, forgetAttempts]) step.run(compte);
    actes.seal('compte', compte.id);
    actes.seal('lien_unique', empreinte);
    actes.add(acte);
    return true;
  };

  return {
    lien: (empreinte) => (actes.holds('lien_unique', empreinte) ? find.get(empreinte) : null) ?? null,
    addLien: db.transaction(addLien).immediate,
    openCompte: db.transaction(openCompte).immediate,
    resetMotDePasse: db.transaction(resetMotDePasse).immediate,
  };
}
