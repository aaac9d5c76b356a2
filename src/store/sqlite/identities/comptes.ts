import type { Database } from 'better-sqlite3';
import type { ActeIdentite, Compte, CompteStore } from '../../identities.ts';
import type { Actes } from './actes.ts';
import type { Sync } from './sync.ts';

type CompteRow = Omit<Compte, 'actif'> & { actif: 0 | 1 };

const COMPTE = 'id, courriel, nom, role, actif, cree_le AS creeLe, connecte_le AS connecteLe';

/** The accounts; what changes one in what it may do ends its sessions, and one that was changed outside is nobody’s. */
export function compteTable(db: Database, actes: Actes): Sync<CompteStore> {
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM compte)').pluck();
  const byId = db.prepare<[string], CompteRow>(`SELECT ${COMPTE} FROM compte WHERE id = ?`);
  const byCourriel = db.prepare<[string], CompteRow & { motDePasse: string | null }>(
    `SELECT ${COMPTE}, nullif(mot_de_passe, '') AS motDePasse FROM compte WHERE courriel = ?`,
  );
  const all = db.prepare<[], CompteRow>(`SELECT ${COMPTE} FROM compte ORDER BY nom, courriel`);
  const others = db
    .prepare<[string], number>(
      "SELECT EXISTS (SELECT 1 FROM compte WHERE role = 'superviseur' AND actif = 1 AND id <> ?)",
    )
    .pluck();
  const update = db.prepare('UPDATE compte SET nom = @nom, role = @role, actif = @actif WHERE id = @id');
  const setMotDePasse = db.prepare(
    'UPDATE compte SET mot_de_passe = @nouveau WHERE id = @id AND mot_de_passe = @ancien',
  );
  const endSessions = db.prepare('DELETE FROM session WHERE compte_id = ?');
  const voidMade = db.prepare('DELETE FROM lien_unique WHERE utilise_le IS NULL AND cree_par = ?');
  const voidReceived = db.prepare(`
    DELETE FROM lien_unique WHERE utilise_le IS NULL AND courriel = (SELECT courriel FROM compte WHERE id = ?)`);

  const erase = db.prepare(`
    UPDATE compte SET nom = 'Personne effacée', courriel = 'efface-' || id || '@invalid', mot_de_passe = ''
    WHERE id = ? AND actif = 0`);
  const erased = [
    'DELETE FROM lien_unique WHERE courriel = (SELECT courriel FROM compte WHERE id = @id) OR compte_id = @id',
    'DELETE FROM compte_externe WHERE compte_id = @id',
    'DELETE FROM compte_a_relier WHERE compte_id = @id',
    'DELETE FROM session WHERE compte_id = @id',
    'DELETE FROM notification WHERE compte_id = @id',
    'DELETE FROM lien_agenda WHERE compte_id = @id',
    'DELETE FROM vue_enregistree WHERE auteur = @id AND partagee = 0',
  ].map((sql) => db.prepare<[{ id: string }]>(sql));

  const compte = (id: string): Compte | null => {
    const row = byId.get(id);
    return row && actes.holds('compte', row.id) ? toCompte(row) : null;
  };

  const updateCompte: Sync<CompteStore>['updateCompte'] = (id, champs, acte) => {
    const before = compte(id);
    if (!before) return 'introuvable';
    const after = { ...before, ...champs };
    if (supervises(before) && !supervises(after) && !others.get(id)) return 'dernier-superviseur';
    update.run({ ...after, actif: after.actif ? 1 : 0 });
    actes.seal('compte', id);
    if (after.role !== before.role || after.actif !== before.actif)
      for (const step of [endSessions, voidMade, voidReceived]) step.run(id);
    actes.add(acte);
    return 'fait';
  };

  const eraseCompte = (id: string, acte: ActeIdentite): boolean => {
    if (compte(id)?.actif !== false) return false;
    for (const step of erased) step.run({ id });
    erase.run(id);
    actes.seal('compte', id);
    actes.add(acte);
    return true;
  };

  const replaceMotDePasse = (id: string, passage: { ancien: string; nouveau: string }, acte: ActeIdentite) => {
    if (!actes.holds('compte', id) || setMotDePasse.run({ id, ...passage }).changes === 0) return false;
    actes.seal('compte', id);
    for (const step of [endSessions, voidReceived]) step.run(id);
    actes.add(acte);
    return true;
  };

  return {
    hasComptes: () => any.get() === 1,
    compte,
    compteOf: (courriel) => {
      const row = byCourriel.get(courriel);
      return row && actes.holds('compte', row.id) ? toCompte(row) : null;
    },
    comptes: () => all.all().map(toCompte),
    updateCompte: db.transaction(updateCompte).immediate,
    eraseCompte: db.transaction(eraseCompte).immediate,
    replaceMotDePasse: db.transaction(replaceMotDePasse).immediate,
  };
}

function supervises({ role, actif }: Compte): boolean {
  return role === 'superviseur' && actif;
}

function toCompte<Row extends { actif: 0 | 1 }>(row: Row): Omit<Row, 'actif'> & { actif: boolean } {
  return { ...row, actif: row.actif === 1 };
}
