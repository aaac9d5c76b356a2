import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Anterieur, PersonStore, TexteEfface, TexteGarde, Tranche } from '../persons.ts';
import type { Seals } from '../seals.ts';
import type { RecordedLine, StoredRow } from '../store.ts';
import { compact, mergeSearch } from './file/compaction.ts';
import { orOutage } from './file/failure.ts';
import { LINE, SELECT_ROW, type SealedRow, unseal } from './reader.ts';
import { promised, type Sync } from './table.ts';

/** Lines, or rows, that are walked in one go: 3 ms and 8 ms where few answer. */
const LINES = 5_000;
const ROWS = 2_000;

const TEXTES = `
  SELECT 'note' AS lieu, n.id AS cle, i.id AS instanceId, texte, ecrite_le AS le
    FROM note AS n JOIN instance AS i ON i.numero = instance
  UNION ALL SELECT 'relance', r.id, i.id, quoi, creee_le FROM relance AS r JOIN instance AS i ON i.numero = instance
  UNION ALL SELECT 'brouillon', json_array(dossier, formulaire), dossier, saisie, modifie_le FROM brouillon
  UNION ALL SELECT 'reponse', json_array(auteur, cle), NULL, reponse, le FROM reponse
  UNION ALL SELECT 'vue', id, NULL, nom || ' ' || requete, creee_le FROM vue_enregistree
  UNION ALL SELECT 'lien', empreinte, NULL, courriel, cree_le FROM lien_unique
  UNION ALL SELECT 'acte', rang, NULL, detail, le FROM acte_identite
  UNION ALL SELECT 'reglage', rang, NULL, valeur || ' ' || motif, pose_le FROM reglage
  UNION ALL SELECT 'modele', id || ' ' || version, NULL, nom || ' ' || objet || ' ' || corps, ecrit_le FROM modele_courriel
  UNION ALL SELECT 'delegation', id, NULL, motif, accordee_le FROM delegation
  UNION ALL SELECT 'editeur', id, NULL, nom, cree_le FROM editeur
  UNION ALL SELECT 'cle', id, NULL, nom, cree_le FROM cle_api
  UNION ALL SELECT 'abonnement', id, NULL, description || ' ' || url, cree_le FROM abonnement`;

/** How each text is written over, or goes. */
const GOES = {
  note: 'DELETE FROM note WHERE id = @cle',
  relance: 'DELETE FROM relance WHERE id = @cle',
  brouillon: `UPDATE brouillon SET saisie = NULL, version = version + 1
    WHERE dossier = @cle ->> 0 AND formulaire = @cle ->> 1`,
  reponse: 'DELETE FROM reponse WHERE auteur = @cle ->> 0 AND cle = @cle ->> 1',
  vue: 'DELETE FROM vue_enregistree WHERE id = @cle',
  lien: 'DELETE FROM lien_unique WHERE empreinte = @cle',
} satisfies Record<TexteEfface['lieu'], string>;
const BECOMES = {
  relance: 'UPDATE relance SET quoi = @texte WHERE id = @cle',
  reponse: 'UPDATE reponse SET reponse = @texte WHERE auteur = @cle ->> 0 AND cle = @cle ->> 1',
} satisfies Partial<Record<TexteEfface['lieu'], string>>;

/** Closed for good: whoever acts on it again starts it anew, and the line that erased it is its last. */
const DOSSIERS = `
  FROM instance AS i WHERE genre = 'dossier' AND statut IN ('clos', 'abandonne') AND modifie_le < @dossiers
    AND (SELECT type FROM journal WHERE journal.rang = i.rang) IS NOT 'conservation.echue'
    AND NOT EXISTS (SELECT 1 FROM instance AS c WHERE c.parent = i.numero
      AND (c.statut NOT IN ('clos', 'abandonne') OR c.modifie_le >= @dossiers))`;
const COMPTES = `
  FROM compte WHERE actif = 0 AND courriel NOT LIKE 'efface-%@invalid'
    AND coalesce((SELECT le FROM acte_identite WHERE rang = compte.acte), cree_le) < @comptes`;
const OLD = {
  note: 'FROM note WHERE ecrite_le < @notes',
  relance: 'FROM relance WHERE faite_le < @notes',
  brouillon: 'FROM brouillon WHERE saisie IS NOT NULL AND modifie_le < @notes',
};

/** Texts that name persons in `db`; what is searched is written on `unsynced`. */
export function createPersons(db: Database, unsynced: Database, seals: Seals): PersonStore {
  const last = db.prepare<[], number>('SELECT coalesce(max(rang), 0) FROM journal').pluck();
  const lastRow = db.prepare<[], number>('SELECT coalesce(max(numero), 0) FROM instance').pluck();
  const like = (column: string) => `EXISTS (SELECT 1 FROM json_each(@motifs) WHERE ${column} LIKE value)`;
  const lines = db.prepare<[Walk], RecordedLine>(`
    SELECT journal.rang, id AS instanceId, ${LINE.shown} FROM journal JOIN instance ON numero = instance
    WHERE journal.rang > @apres AND journal.rang <= @jusqua AND saisie IS NOT NULL AND ${like('saisie')}
    ORDER BY journal.rang`);
  const rows = db.prepare<[Walk], SealedRow>(`
    ${SELECT_ROW} WHERE numero > @apres AND numero <= @jusqua AND (${like('etat')} OR ${like('fiche')}) ORDER BY numero`);
  const texts = db.prepare<[{ motifs: string }], TexteGarde>(
    `SELECT * FROM (${TEXTES}) WHERE texte IS NOT NULL AND ${like('texte')}`,
  );
  const goes = prepared(db, GOES);
  const becomes = prepared(db, BECOMES);
  const write = db.transaction((textes: readonly TexteEfface[]) =>
    textes.reduce((sum, { texte, ...one }) => sum + statementOf(one.lieu, texte).run({ ...one, texte }).changes, 0),
  );
  const counted = (sum: string) => db.prepare<[Anterieur], number>(`SELECT ${sum}`).pluck();
  const oldOnes = Object.values(OLD).map((old) => `(SELECT count(*) ${old})`);
  const counts = {
    dossiers: counted(`count(*) ${DOSSIERS}`),
    comptes: counted(`count(*) ${COMPTES}`),
    notes: counted(oldOnes.join(' + ')),
  };
  const due = {
    dossiers: db.prepare<[Due], string>(`SELECT id ${DOSSIERS} ORDER BY modifie_le LIMIT @limite`).pluck(),
    comptes: db.prepare<[Due], string>(`SELECT id ${COMPTES} LIMIT @limite`).pluck(),
  };
  const old = [
    `DELETE FROM note WHERE numero IN (SELECT numero ${OLD.note} LIMIT @limite)`,
    `DELETE FROM relance WHERE numero IN (SELECT numero ${OLD.relance} LIMIT @limite)`,
    `UPDATE brouillon SET saisie = NULL, version = version + 1
      WHERE (dossier, formulaire) IN (SELECT dossier, formulaire ${OLD.brouillon} LIMIT @limite)`,
  ].map((sql) => db.prepare<[{ notes: string; limite: number }]>(sql));
  const forget = db.transaction((notes: string, limite: number) =>
    old.reduce((sum, step) => sum + step.run({ notes, limite }).changes, 0),
  );
  const port: Sync<Omit<PersonStore, 'compacter'>> = {
    lignes: (motifs, apres) => slice(motifs, apres, { size: LINES, end: last.get() ?? 0 }, (walk) => lines.all(walk)),
    instances: (motifs, apres) =>
      slice(motifs, apres, { size: ROWS, end: lastRow.get() ?? 0 }, (walk): StoredRow[] =>
        rows.all(walk).map((row) => unseal(seals, row)),
      ),
    textes: (motifs) => texts.all({ motifs: JSON.stringify(motifs) }),
    effacer: write.immediate,
    compter: (avant) => {
      const count = (kind: keyof Anterieur) => (avant[kind] === null ? 0 : (counts[kind].get(avant) ?? 0));
      return { dossiers: count('dossiers'), notes: count('notes'), comptes: count('comptes') };
    },
    echus: (avant, limite) => {
      const some = (kind: 'dossiers' | 'comptes') => (avant[kind] === null ? [] : due[kind].all({ ...avant, limite }));
      return { dossiers: some('dossiers'), comptes: some('comptes') };
    },
    oublier: forget.immediate,
  };
  return {
    ...promised<Omit<PersonStore, 'compacter'>>(port),
    async compacter() {
      while (orOutage(() => mergeSearch(unsynced))) await setImmediate();
      return orOutage(() => compact(db));
    },
  };

  function statementOf(lieu: TexteEfface['lieu'], texte: string | null) {
    const found = texte === null ? goes.get(lieu) : becomes.get(lieu);
    if (!found) throw new Error(`A text of ${lieu} goes, and is not written over`);
    return found;
  }
}

interface Walk {
  motifs: string;
  apres: number;
  jusqua: number;
}
type Due = Anterieur & { limite: number };

function slice<T>(
  motifs: readonly string[],
  apres: number,
  { size, end }: { size: number; end: number },
  read: (walk: Walk) => T[],
): Tranche<T> {
  const jusqua = apres + size;
  const trouves = read({ motifs: JSON.stringify(motifs), apres, jusqua });
  return { trouves, suite: jusqua >= end ? null : jusqua };
}

function prepared(db: Database, sql: Readonly<Record<string, string>>) {
  return new Map(Object.entries(sql).map(([lieu, text]) => [lieu, db.prepare(text)]));
}
