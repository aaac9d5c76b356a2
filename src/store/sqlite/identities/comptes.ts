import type { Database } from 'better-sqlite3';
import type { Compte, CompteStore } from '../../identities.ts';
import { atOnce, columns, type Sync } from '../table.ts';
import type { Actes } from './actes.ts';

type Kept<Row extends { actif: boolean }> = Omit<Row, 'actif'> & { actif: 0 | 1 };

const COMPTE = columns<Compte>('id', 'courriel', 'nom', 'role', 'actif', 'creeLe', 'connecteLe');

/** The accounts; what changes one in what it may do ends its sessions, and one that was changed outside is nobody’s. */
export function compteTable(db: Database, actes: Actes) {
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM compte)').pluck();
  const byId = db.prepare<[string], Kept<Compte>>(`SELECT ${COMPTE.shown} FROM compte WHERE id = ?`);
  const byCourriel = db.prepare<[string], Kept<Compte & { motDePasse: string | null }>>(
    `SELECT ${COMPTE.shown}, nullif(mot_de_passe, '') AS motDePasse FROM compte WHERE courriel = ?`,
  );
  const all = db.prepare<[], Kept<Compte>>(`SELECT ${COMPTE.shown} FROM compte ORDER BY nom, courriel`);
  const others = db
    .prepare<[string], number>(
      "SELECT EXISTS (SELECT 1 FROM compte WHERE role = 'superviseur' AND actif = 1 AND id <> ?)",
    )
    .pluck();
  const insert = db.prepare(`
    INSERT INTO compte (mot_de_passe, ${COMPTE.names}) VALUES (@motDePasse, ${COMPTE.values})`);
  const update = db.prepare('UPDATE compte SET nom = @nom, role = @role, actif = @actif WHERE id = @id');
  const replace = db.prepare('UPDATE compte SET mot_de_passe = @nouveau WHERE id = @id AND mot_de_passe = @ancien');
  const endSessions = db.prepare<[string]>('DELETE FROM session WHERE compte_id = ?');
  const voidMade = db.prepare<[string]>('DELETE FROM lien_unique WHERE utilise_le IS NULL AND cree_par = ?');
  const voidReceived = db.prepare<[string]>(`
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

  const held = <Row extends Kept<Compte>>(row: Row | undefined) =>
    row && actes.holds('compte', row.id) ? toCompte(row) : null;
  const compte = (id: string): Compte | null => held(byId.get(id));

  const port = {
    hasComptes: () => any.get() === 1,
    compte,
    compteOf: (courriel) => held(byCourriel.get(courriel)),
    comptes: () => all.all().map(toCompte),
    ...atOnce(db, {
      updateCompte(id, champs, acte) {
        const before = compte(id);
        if (!before) return 'introuvable';
        const after = { ...before, ...champs };
        if (supervises(before) && !supervises(after) && !others.get(id)) return 'dernier-superviseur';
        update.run({ ...after, actif: after.actif ? 1 : 0 });
        if (after.role !== before.role || after.actif !== before.actif)
          for (const step of [endSessions, voidMade, voidReceived]) step.run(id);
        actes.add(acte, ['compte', id]);
        return 'fait';
      },
      eraseCompte(id, acte) {
        if (compte(id)?.actif !== false) return false;
        for (const step of erased) step.run({ id });
        erase.run(id);
        actes.add(acte, ['compte', id]);
        return true;
      },
      replaceMotDePasse(id, passage, acte) {
        if (!actes.holds('compte', id) || replace.run({ id, ...passage }).changes === 0) return false;
        for (const step of [endSessions, voidReceived]) step.run(id);
        actes.add(acte, ['compte', id]);
        return true;
      },
    } satisfies Partial<Sync<CompteStore>>),
  } satisfies Sync<CompteStore>;

  return {
    port,
    /** Opens an account; it is sealed by the act that tells of it. */
    insert: (one: Compte & { motDePasse: string }) => insert.run({ ...one, actif: one.actif ? 1 : 0 }),
    endSessions: (id: string) => endSessions.run(id),
    voidMade: (id: string) => voidMade.run(id),
  };
}

/** The accounts, as what opens and ends them needs them. */
export type Comptes = ReturnType<typeof compteTable>;

function supervises({ role, actif }: Compte): boolean {
  return role === 'superviseur' && actif;
}

function toCompte<Row extends { actif: 0 | 1 }>(row: Row): Omit<Row, 'actif'> & { actif: boolean } {
  return { ...row, actif: row.actif === 1 };
}
