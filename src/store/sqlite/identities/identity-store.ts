import type { Database } from 'better-sqlite3';
import type {
  AgendaStore,
  Editeur,
  EditeurStore,
  IdentityStore,
  Lien,
  LienAgenda,
  LienStore,
} from '../../identities.ts';
import { atOnce, columns, promised, type Sync } from '../table.ts';
import type { Actes } from './actes.ts';
import { cleTable } from './cles.ts';
import { type Comptes, compteTable } from './comptes.ts';
import { delegationTable } from './delegations.ts';
import { externeTable } from './externes.ts';
import { sessionTable } from './sessions.ts';

/** The identities kept beside the cases; `tell` is called once a delegation changes or the end of a key is told. */
export function identityStore(db: Database, actes: Actes, tell: () => void): IdentityStore {
  const comptes = compteTable(db, actes);
  return promised<IdentityStore>({
    ...comptes.port,
    ...lienTable(db, actes, comptes),
    ...agendaTable(db, actes),
    ...sessionTable(db, actes, comptes),
    ...externeTable(db, actes, comptes),
    ...cleTable(db, actes, tell),
    ...editeurTable(db, actes),
    ...delegationTable(db, actes, tell),
    note: (acte) => actes.add(acte),
    actes: actes.actes,
    lastActes: actes.lastActes,
  });
}

const EDITEUR = columns<Editeur>('id', 'nom', 'creeLe');

/** The éditeurs, no two of the same name. */
function editeurTable(db: Database, actes: Actes): Sync<EditeurStore> {
  const find = db.prepare<[string], Editeur>(`SELECT ${EDITEUR.shown} FROM editeur WHERE id = ?`);
  const all = db.prepare<[], Editeur>(`SELECT ${EDITEUR.shown} FROM editeur ORDER BY nom`);
  const insert = db.prepare(`INSERT OR IGNORE INTO editeur ${EDITEUR.written}`);
  const rename = db.prepare('UPDATE OR IGNORE editeur SET nom = ? WHERE id = ?');

  return {
    editeur: (id) => find.get(id) ?? null,
    editeurs: () => all.all(),
    ...atOnce(db, {
      addEditeur(editeur, acte) {
        const isNew = insert.run(editeur).changes > 0;
        if (isNew) actes.add(acte);
        return isNew;
      },
      renameEditeur(id, nom, acte) {
        const isFree = rename.run(nom, id).changes > 0;
        if (isFree) actes.add(acte);
        return isFree;
      },
    } satisfies Partial<Sync<EditeurStore>>),
  };
}

const AGENDA = columns<LienAgenda>('empreinte', 'compteId', 'creeLe');

/** The links by which calendars read, one an account. */
function agendaTable(db: Database, actes: Actes): Sync<AgendaStore> {
  const find = db.prepare<[string], LienAgenda>(`SELECT ${AGENDA.shown} FROM lien_agenda WHERE empreinte = ?`);
  const ofCompte = db.prepare<[string], LienAgenda>(`SELECT ${AGENDA.shown} FROM lien_agenda WHERE compte_id = ?`);
  const put = db.prepare<[LienAgenda]>(`INSERT OR REPLACE INTO lien_agenda ${AGENDA.written}`);
  const remove = db.prepare<[string]>('DELETE FROM lien_agenda WHERE compte_id = ?');

  return {
    agenda: (empreinte) => (actes.holds('lien_agenda', empreinte) ? find.get(empreinte) : null) ?? null,
    agendaOf: (compteId) => ofCompte.get(compteId) ?? null,
    ...atOnce(db, {
      putAgenda(lien, acte) {
        put.run(lien);
        actes.add(acte, ['lien_agenda', lien.empreinte]);
      },
      removeAgenda(compteId, acte) {
        const isThere = remove.run(compteId).changes > 0;
        if (isThere) actes.add(acte);
        return isThere;
      },
    } satisfies Partial<Sync<AgendaStore>>),
  };
}

const LIEN = columns<Lien>(
  ...(['empreinte', 'objet', 'compteId', 'courriel', 'role', 'creeLe', 'creePar', 'expireLe', 'utiliseLe'] as const),
);

/** The links that are used once; each use is one transaction with what it does. */
function lienTable(db: Database, actes: Actes, comptes: Comptes): Sync<LienStore> {
  const find = db.prepare<[string], Lien>(`SELECT ${LIEN.shown} FROM lien_unique WHERE empreinte = ?`);
  const voidSame = db.prepare(
    'DELETE FROM lien_unique WHERE utilise_le IS NULL AND objet = @objet AND courriel IS @courriel',
  );
  const insert = db.prepare(`INSERT INTO lien_unique ${LIEN.written}`);
  const use = db.prepare('UPDATE lien_unique SET utilise_le = ? WHERE empreinte = ? AND utilise_le IS NULL');
  const isFirst = db
    .prepare<[string], number>(`
      SELECT objet <> 'premier-compte' OR NOT EXISTS (SELECT 1 FROM compte) FROM lien_unique WHERE empreinte = ?`)
    .pluck();
  const isTaken = db.prepare<[string], number>('SELECT 1 FROM compte WHERE courriel = ?').pluck();
  const setMotDePasse = db.prepare('UPDATE compte SET mot_de_passe = ? WHERE id = ?');
  const forgetTentatives = db.prepare('DELETE FROM tentative WHERE compte = ?');

  return {
    lien: (empreinte) => (actes.holds('lien_unique', empreinte) ? find.get(empreinte) : null) ?? null,
    ...atOnce(db, {
      addLien(lien, acte) {
        voidSame.run(lien);
        insert.run(lien);
        actes.add(acte, ['lien_unique', lien.empreinte]);
      },
      openCompte(empreinte, compte, acte) {
        if (!isFirst.get(empreinte)) return 'lien-utilise';
        if (isTaken.get(compte.courriel)) return 'courriel-pris';
        if (use.run(acte.le, empreinte).changes === 0) return 'lien-utilise';
        comptes.insert(compte);
        actes.add(acte, ['compte', compte.id], ['lien_unique', empreinte]);
        return 'fait';
      },
      resetMotDePasse(empreinte, { id, motDePasse, tentatives }, acte) {
        if (!actes.holds('compte', id) || use.run(acte.le, empreinte).changes === 0) return false;
        setMotDePasse.run(motDePasse, id);
        comptes.endSessions(id);
        forgetTentatives.run(tentatives);
        actes.add(acte, ['compte', id], ['lien_unique', empreinte]);
        return true;
      },
    } satisfies Partial<Sync<LienStore>>),
  };
}
