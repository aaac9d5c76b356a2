import type { Anterieur, EffacableLieu, PersonStore, TexteGarde, Tranche } from '../persons.ts';
import type { Seals } from '../seals.ts';
import type { RecordedLine } from '../store.ts';
import { LINE, SELECT_ROW, type SealedRow, unseal } from './reader.ts';
import { all, asked, cell, column, type Engine, one, run, type Work, type Works, written } from './work.ts';

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
  UNION ALL SELECT 'courriel', c.id, i.id, coalesce(c.de, '') || ' ' || coalesce(c.objet, ''), recu_le
    FROM courriel_recu AS c LEFT JOIN instance AS i ON i.numero = instance
  UNION ALL SELECT 'adresse', adresse, NULL, adresse || ' ' || dit, depuis FROM adresse_refusee
  UNION ALL SELECT 'acte', CAST(rang AS TEXT), NULL, detail, le FROM acte_identite
  UNION ALL SELECT 'reglage', CAST(rang AS TEXT), NULL, valeur || ' ' || motif, pose_le FROM reglage
  UNION ALL SELECT 'modele', id || ' ' || version, NULL, nom || ' ' || objet || ' ' || corps, ecrit_le FROM modele_courriel
  UNION ALL SELECT 'delegation', id, NULL, motif, accordee_le FROM delegation
  UNION ALL SELECT 'editeur', id, NULL, nom, cree_le FROM editeur
  UNION ALL SELECT 'cle', id, NULL, nom, cree_le FROM cle_api
  UNION ALL SELECT 'abonnement', id, NULL, description || ' ' || url, cree_le FROM abonnement`;

const REPONSE = "auteur = json_extract(@cle, '$[0]') AND cle = json_extract(@cle, '$[1]')";

/** How each text is written over, or goes. */
const GOES: Readonly<Record<EffacableLieu, string>> = {
  note: 'DELETE FROM note WHERE id = @cle',
  relance: 'DELETE FROM relance WHERE id = @cle',
  brouillon: `UPDATE brouillon SET saisie = NULL, version = version + 1
    WHERE dossier = json_extract(@cle, '$[0]') AND formulaire = json_extract(@cle, '$[1]')`,
  reponse: `DELETE FROM reponse WHERE ${REPONSE}`,
  vue: 'DELETE FROM vue_enregistree WHERE id = @cle',
  lien: 'DELETE FROM lien_unique WHERE empreinte = @cle',
  courriel: `UPDATE courriel_recu SET de = NULL, objet = NULL, message_id = NULL,
    etat = CASE WHEN etat IN ('arrive', 'a-classer') THEN 'ecarte' ELSE etat END WHERE id = @cle`,
  adresse: 'DELETE FROM adresse_refusee WHERE adresse = @cle',
};
const BECOMES: Readonly<Partial<Record<EffacableLieu, string>>> = {
  relance: 'UPDATE relance SET quoi = @texte WHERE id = @cle',
  reponse: `UPDATE reponse SET reponse = @texte WHERE ${REPONSE}`,
};

/** Closed for good: whoever acts on it again starts it anew, and the line that erased it is its last. */
const DOSSIERS = `
  FROM instance AS i WHERE genre = 'dossier' AND statut IN ('clos', 'abandonne') AND modifie_le < @dossiers
    AND (SELECT type FROM journal WHERE journal.rang = i.rang) IS DISTINCT FROM 'conservation.echue'
    AND NOT EXISTS (SELECT 1 FROM instance AS c WHERE c.parent = i.numero
      AND (c.statut NOT IN ('clos', 'abandonne') OR c.modifie_le >= @dossiers))`;
const COMPTES = `
  FROM compte WHERE actif = 0 AND courriel NOT LIKE 'efface-%@invalid'
    AND coalesce((SELECT le FROM acte_identite WHERE rang = compte.acte), cree_le) < @comptes`;
const OLD = {
  note: 'FROM note WHERE ecrite_le < @notes',
  relance: 'FROM relance WHERE faite_le < @notes',
  brouillon: 'FROM brouillon WHERE saisie IS NOT NULL AND modifie_le < @notes',
  courriel: "FROM courriel_recu WHERE etat = 'a-classer' AND recu_le < @notes",
};

const like = (text: string) => `EXISTS (SELECT 1 FROM json_each(@motifs) AS m WHERE ${text} LIKE m.value)`;
const lastLine = cell<[], number>('SELECT coalesce(max(rang), 0) FROM journal');
const lastRow = cell<[], number>('SELECT coalesce(max(numero), 0) FROM instance');
const lines = all<[Walk], RecordedLine>(`
  SELECT journal.rang, id AS instanceId, ${LINE.shown} FROM journal JOIN instance ON numero = instance
  WHERE journal.rang > @apres AND journal.rang <= @jusqua AND saisie IS NOT NULL AND ${like('saisie')}
  ORDER BY journal.rang`);
const rows = all<[Walk], SealedRow>(`
  ${SELECT_ROW} WHERE numero > @apres AND numero <= @jusqua AND (${like('etat')} OR ${like('fiche')}) ORDER BY numero`);
const texts = all<[{ motifs: string }], TexteGarde>(
  `SELECT * FROM (${TEXTES}) AS t WHERE texte IS NOT NULL AND ${like('texte')}`,
);
const counted = (sum: string) => cell<[Anterieur], number>(`SELECT ${sum}`);
const counts = {
  dossiers: counted(`count(*) ${DOSSIERS}`),
  comptes: counted(`count(*) ${COMPTES}`),
  notes: counted(
    Object.values(OLD)
      .map((old) => `(SELECT count(*) ${old})`)
      .join(' + '),
  ),
};
const due = {
  dossiers: column<[Due], string>(`SELECT id ${DOSSIERS} ORDER BY modifie_le LIMIT @limite`),
  comptes: column<[Due], string>(`SELECT id ${COMPTES} ORDER BY id LIMIT @limite`),
};
const forgetting = [
  `DELETE FROM note WHERE numero IN (SELECT numero ${OLD.note} LIMIT @limite)`,
  `DELETE FROM relance WHERE numero IN (SELECT numero ${OLD.relance} LIMIT @limite)`,
  `UPDATE brouillon SET saisie = NULL, version = version + 1
    WHERE (dossier, formulaire) IN (SELECT dossier, formulaire ${OLD.brouillon} LIMIT @limite)`,
  `UPDATE courriel_recu SET de = NULL, objet = NULL, message_id = NULL, etat = 'ecarte'
    WHERE numero IN (SELECT numero ${OLD.courriel} LIMIT @limite)`,
].map((sql) => run<[{ notes: string; limite: number }]>(sql));

const begin = one<[object], { numero: number }>(
  'INSERT INTO effacement (rangs, documents, le) VALUES (@rangs, @documents, @le) RETURNING numero',
);
const begun = all<[string], Record<'rangs' | 'documents' | 'le', string> & { numero: number }>(
  'SELECT numero, rangs, documents, le FROM effacement WHERE le < ? ORDER BY numero',
);
const erasedAmong = column<[string], number>(`
  SELECT rang FROM journal WHERE saisie IS NULL AND rang IN (SELECT CAST(j.value AS BIGINT) FROM json_each(?) AS j)`);
const end = run<[number]>('DELETE FROM effacement WHERE numero = ?');

/** Texts that name persons; `compacter` lets go, in the files of the base, of what was erased. */
export function createPersons(engine: Engine, seals: Seals, compacter: () => Promise<boolean>): PersonStore {
  return {
    ...asked(engine, {
      lignes: (motifs, apres) => slice(motifs, apres, { size: LINES, end: lastLine, read: lines }),
      instances: (motifs, apres) =>
        slice(motifs, apres, {
          size: ROWS,
          end: lastRow,
          *read(walk) {
            return (yield* rows(walk)).map((row) => unseal(seals, row));
          },
        }),
      textes: (motifs) => texts({ motifs: JSON.stringify(motifs) }),
      *compter(avant) {
        const count = function* (kind: keyof Anterieur): Work<number> {
          return avant[kind] === null ? 0 : ((yield* counts[kind](avant)) ?? 0);
        };
        return { dossiers: yield* count('dossiers'), notes: yield* count('notes'), comptes: yield* count('comptes') };
      },
      *echus(avant, limite) {
        const some = function* (kind: keyof typeof due): Work<string[]> {
          return avant[kind] === null ? [] : yield* due[kind]({ ...avant, limite });
        };
        return { dossiers: yield* some('dossiers'), comptes: yield* some('comptes') };
      },
      *annonces(avant) {
        const found = [];
        for (const { rangs, documents, ...one } of yield* begun(avant))
          found.push({ ...one, rangs: yield* erasedAmong(rangs), documents: JSON.parse(documents) as string[] });
        return found;
      },
    } satisfies Partial<Works<PersonStore>>),
    ...written(engine, {
      *effacer(textes) {
        let sum = 0;
        for (const { lieu, cle, texte } of textes) sum += yield* run<[object]>(sqlOf(lieu, texte))({ cle, texte });
        return sum;
      },
      *annoncer({ rangs, documents, le }) {
        const texts = { rangs: JSON.stringify(rangs), documents: JSON.stringify(documents), le };
        return (yield* begin(texts))?.numero ?? 0;
      },
      acquitter: end,
      *oublier(notes, limite) {
        let sum = 0;
        for (const step of forgetting) sum += yield* step({ notes, limite });
        return sum;
      },
    } satisfies Partial<Works<PersonStore>>),
    compacter,
  };
}

function sqlOf(lieu: EffacableLieu, texte: string | null): string {
  const sql = texte === null ? GOES[lieu] : BECOMES[lieu];
  if (sql === undefined) throw new Error(`A text of ${lieu} goes, and is not written over`);
  return sql;
}

interface Walk {
  motifs: string;
  apres: number;
  jusqua: number;
}
type Due = Anterieur & { limite: number };

interface Walked<T> {
  size: number;
  end(): Work<number | null>;
  read(walk: Walk): Work<T[]>;
}

function* slice<T>(motifs: readonly string[], apres: number, { size, end, read }: Walked<T>): Work<Tranche<T>> {
  const last = (yield* end()) ?? 0;
  const jusqua = apres + size;
  const trouves = yield* read({ motifs: JSON.stringify(motifs), apres, jusqua });
  return { trouves, suite: jusqua >= last ? null : jusqua };
}
