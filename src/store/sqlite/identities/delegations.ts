import type { Database } from 'better-sqlite3';
import type { Delegation, DelegationStore } from '../../identities.ts';
import { acteTable } from './actes.ts';
import type { Sync } from './sync.ts';

const HOLDS = `editeur_id = @editeurId AND revoquee_le IS NULL AND du <= @jour AND (au IS NULL OR au >= @jour)`;

/** Selects the numero of what `@editeurId` sees on `@jour`: what was delegated, and all that stands under it. */
export const SELECT_DELEGATED = `
  WITH RECURSIVE delegue (numero) AS (
    SELECT instance FROM delegation WHERE ${HOLDS}
    UNION
    SELECT enfant.numero FROM delegue JOIN instance AS enfant ON enfant.parent = delegue.numero
  )
  SELECT numero FROM delegue`;

/** The row that `@id` names and those above it: `numero`, `parent`. */
const LIGNEE = `
  WITH RECURSIVE lignee (numero, parent) AS (
    SELECT numero, parent FROM instance WHERE id = @id
    UNION ALL
    SELECT i.numero, i.parent FROM lignee JOIN instance AS i ON i.numero = lignee.parent
  )`;

const DELEGATION = `
  delegation.id, genre, instance.id AS instanceId, editeur_id AS editeurId, du, au, motif, accordee_le AS accordeeLe,
  accordee_par AS accordeePar, revoquee_le AS revoqueeLe, revoquee_par AS revoqueePar`;

/** What éditeurs may see. */
export function delegationTable(db: Database): Sync<DelegationStore> {
  const actes = acteTable(db);
  const numero = db
    .prepare<[Delegation], number>('SELECT numero FROM instance WHERE id = @instanceId AND genre = @genre')
    .pluck();
  const overlaps = db.prepare<[Delegation & { instance: number }], number>(`
    SELECT 1 FROM delegation
    WHERE editeur_id = @editeurId AND instance = @instance AND revoquee_le IS NULL
      AND (@au IS NULL OR du <= @au) AND (au IS NULL OR au >= @du)`);
  const insert = db.prepare(`
    INSERT INTO delegation (id, instance, editeur_id, du, au, motif, accordee_le, accordee_par, revoquee_le, revoquee_par)
    VALUES (@id, @instance, @editeurId, @du, @au, @motif, @accordeeLe, @accordeePar, @revoqueeLe, @revoqueePar)`);
  const revoke = db.prepare(
    'UPDATE delegation SET revoquee_le = @le, revoquee_par = @auteur WHERE id = @id AND revoquee_le IS NULL',
  );
  const to = db.prepare<[{ editeurId: string; jour: string }], Delegation>(`
    SELECT ${DELEGATION} FROM delegation JOIN instance ON numero = instance WHERE ${HOLDS} ORDER BY delegation.rowid`);
  const of = db.prepare<[{ id: string }], Delegation>(`
    ${LIGNEE} SELECT ${DELEGATION} FROM lignee JOIN delegation ON instance = lignee.numero JOIN instance USING (numero)
    ORDER BY delegation.rowid`);
  const holds = db
    .prepare<[{ editeurId: string; id: string; jour: string }], number>(`
      ${LIGNEE} SELECT EXISTS (SELECT 1 FROM lignee JOIN delegation ON instance = numero WHERE ${HOLDS})`)
    .pluck();

  const addDelegation: Sync<DelegationStore>['addDelegation'] = (delegation, acte) => {
    const instance = numero.get(delegation);
    if (instance === undefined) return 'introuvable';
    if (overlaps.get({ ...delegation, instance })) return 'delegation-existante';
    insert.run({ ...delegation, instance });
    actes.add(acte);
    return 'fait';
  };
  const revokeDelegation: Sync<DelegationStore>['revokeDelegation'] = (id, acte) => {
    if (revoke.run({ id, ...acte }).changes === 0) return false;
    actes.add(acte);
    return true;
  };

  return {
    addDelegation: db.transaction(addDelegation).immediate,
    revokeDelegation: db.transaction(revokeDelegation).immediate,
    delegationsTo: (editeurId, jour) => to.all({ editeurId, jour }),
    delegationsOf: (id) => of.all({ id }),
    isDelegated: (editeurId, id, jour) => holds.get({ editeurId, id, jour }) === 1,
  };
}
