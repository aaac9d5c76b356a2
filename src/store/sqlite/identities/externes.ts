import type { Database } from 'better-sqlite3';
import type { Compte, ExterneStore } from '../../identities.ts';
import type { Actes } from './actes.ts';
import { compteTable } from './comptes.ts';
import type { Sync } from './sync.ts';

/** The accounts that another directory vouches for, and their sessions. */
export function externeTable(db: Database, actes: Actes): Sync<ExterneStore> {
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
    actes.seal('compte_externe', compte.id);
    actes.seal('compte', compte.id);
    if (acte) actes.add(acte);
    return 'fait';
  };

  return {
    compteExterne,
    openExternalSession: db.transaction(openExternalSession).immediate,
    idToken: (empreinte) => idToken.get(empreinte) ?? null,
  };
}
