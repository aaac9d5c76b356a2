import type { Compte, CompteStore } from '../../identities.ts';
import { columns } from '../columns.ts';
import { all, asked, cell, type Engine, one, run, type Work, type Works, written } from '../work.ts';
import type { Actes } from './actes.ts';

type Kept<Row extends { actif: boolean }> = Omit<Row, 'actif'> & { actif: 0 | 1 };

const COMPTE = columns<Compte>('id', 'courriel', 'nom', 'role', 'actif', 'creeLe', 'connecteLe');

const hasAny = cell<[], number>('SELECT EXISTS (SELECT 1 FROM compte)');
const byId = one<[string], Kept<Compte>>(`SELECT ${COMPTE.shown} FROM compte WHERE id = ?`);
const byCourriel = one<[string], Kept<Compte & { motDePasse: string | null }>>(
  `SELECT ${COMPTE.shown}, nullif(mot_de_passe, '') AS motDePasse FROM compte WHERE courriel = ?`,
);
const byName = all<[], Kept<Compte>>(`SELECT ${COMPTE.shown} FROM compte ORDER BY nom, courriel`);
const others = cell<[string], number>(
  "SELECT EXISTS (SELECT 1 FROM compte WHERE role = 'superviseur' AND actif = 1 AND id <> ?)",
);
const insert = run<[Kept<Compte & { motDePasse: string }>]>(`
  INSERT INTO compte (mot_de_passe, ${COMPTE.names}) VALUES (@motDePasse, ${COMPTE.values})`);
const update = run<[Kept<Compte>]>('UPDATE compte SET nom = @nom, role = @role, actif = @actif WHERE id = @id');
const replace = run<[{ id: string; ancien: string; nouveau: string }]>(
  'UPDATE compte SET mot_de_passe = @nouveau WHERE id = @id AND mot_de_passe = @ancien',
);
const endSessions = run<[string]>('DELETE FROM session WHERE compte_id = ?');
const voidMade = run<[string]>('DELETE FROM lien_unique WHERE utilise_le IS NULL AND cree_par = ?');
const voidReceived = run<[string]>(`
  DELETE FROM lien_unique WHERE utilise_le IS NULL AND courriel = (SELECT courriel FROM compte WHERE id = ?)`);

const erase = run<[string]>(`
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
].map((sql) => run<[{ id: string }]>(sql));

/** The accounts; what changes one in what it may do ends its sessions, and one that was changed outside is nobody’s. */
export function compteTable(engine: Engine, actes: Actes) {
  function* held<Row extends Kept<Compte>>(row: Row | null) {
    return row && (yield* actes.holds('compte', row.id)) ? toCompte(row) : null;
  }
  function* compte(id: string): Work<Compte | null> {
    return yield* held(yield* byId(id));
  }

  const port: CompteStore = {
    ...asked(engine, {
      *hasComptes() {
        return (yield* hasAny()) === 1;
      },
      compte,
      *compteOf(courriel) {
        return yield* held(yield* byCourriel(courriel));
      },
      *comptes() {
        return (yield* byName()).map(toCompte);
      },
    } satisfies Partial<Works<CompteStore>>),
    ...written(engine, {
      *updateCompte(id, champs, acte) {
        const before = yield* compte(id);
        if (!before) return 'introuvable';
        const after = { ...before, ...champs };
        if (supervises(before) && !supervises(after) && !(yield* others(id))) return 'dernier-superviseur';
        yield* update({ ...after, actif: after.actif ? 1 : 0 });
        if (after.role !== before.role || after.actif !== before.actif)
          for (const step of [endSessions, voidMade, voidReceived]) yield* step(id);
        yield* actes.add(acte, ['compte', id]);
        return 'fait';
      },
      *eraseCompte(id, acte) {
        if ((yield* compte(id))?.actif !== false) return false;
        for (const step of erased) yield* step({ id });
        yield* erase(id);
        yield* actes.add(acte, ['compte', id]);
        return true;
      },
      *replaceMotDePasse(id, passage, acte) {
        if (!(yield* actes.holds('compte', id)) || (yield* replace({ id, ...passage })) === 0) return false;
        for (const step of [endSessions, voidReceived]) yield* step(id);
        yield* actes.add(acte, ['compte', id]);
        return true;
      },
    } satisfies Partial<Works<CompteStore>>),
  };

  return {
    port,
    compte,
    /** Opens an account; it is sealed by the act that tells of it. */
    insert: (opened: Compte & { motDePasse: string }) => insert({ ...opened, actif: opened.actif ? 1 : 0 }),
    endSessions,
    voidMade,
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
