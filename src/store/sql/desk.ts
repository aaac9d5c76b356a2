import type {
  AgendaStore,
  DossierARelancer,
  Draft,
  DraftStore,
  JourAgenda,
  Note,
  NoteStore,
  Relance,
  RelanceSituee,
} from '../desk.ts';
import { columns } from './columns.ts';
import { all, asked, cell, type Engine, isDone, one, run, type Works, written } from './work.ts';

const OF_CASE = 'instance = (SELECT numero FROM instance WHERE id = ?)';
const NOTE = columns<Note>('id', 'texte', 'auteur', 'ecriteLe', 'retireeLe');
const PLANNED = ['id', 'pourLe', 'quoi', 'acteur', 'compteId', 'creeeLe', 'creeePar'] as const;
const RELANCE = columns<Relance>(...PLANNED, 'faiteLe', 'faitePar');

const notes = all<[string], Note>(`SELECT ${NOTE.shown} FROM note WHERE ${OF_CASE} ORDER BY numero DESC`);
const addNote = run<[Note & { instanceId: string }]>(`
  INSERT INTO note (instance, ${NOTE.names}) SELECT numero, ${NOTE.values} FROM instance WHERE id = @instanceId`);
const tell = run<[Note & { instanceId: string; compteId: string }]>(`
  INSERT INTO notification (compte_id, dossier, sorte, par, le, nombre)
  SELECT @compteId, numero, 'mention', @auteur, @ecriteLe, 1 FROM instance WHERE id = @instanceId`);
const withdraw = run<[string, string, string, string]>(`
  UPDATE note SET retiree_le = ? WHERE id = ? AND auteur = ? AND retiree_le IS NULL AND ${OF_CASE}`);
const relances = all<[string], Relance>(`
  SELECT ${RELANCE.shown} FROM relance WHERE ${OF_CASE}
  ORDER BY faite_le IS NOT NULL, CASE WHEN faite_le IS NULL THEN pour_le END, faite_le DESC, numero`);
const addRelance = run<[Relance & { instanceId: string }]>(`
  INSERT INTO relance (instance, ${RELANCE.names})
  SELECT numero, ${RELANCE.values} FROM instance WHERE id = @instanceId`);
const change = (what: string, from: string) =>
  run<string[]>(`UPDATE relance SET ${what} WHERE id = ? AND faite_le IS ${from} AND ${OF_CASE}`);
const done = change('faite_le = ?, faite_par = ?', 'NULL');
const undone = change('faite_le = NULL, faite_par = NULL', 'NOT NULL');
const postpone = change('pour_le = ?', 'NULL');
const DUE = 'compte_id = ? AND faite_le IS NULL AND pour_le <= ?';
const dues = all<[string, string, number], RelanceSituee>(`
  SELECT ${RELANCE.shownOf('r')}, i.id AS instanceId, genre, denomination
  FROM relance AS r JOIN instance AS i ON i.numero = r.instance WHERE ${DUE} ORDER BY pour_le, r.numero LIMIT ?`);
const ofSome = all<[string], RelanceSituee>(`
  SELECT ${RELANCE.shownOf('r')}, i.id AS instanceId, genre, denomination
  FROM json_each(?) AS j JOIN instance AS i ON i.id = j.value JOIN relance AS r ON r.instance = i.numero ORDER BY r.numero`);
const total = cell<[string, string], number>(`SELECT count(*) FROM relance WHERE ${DUE}`);

/** Notes and follow-ups. */
export function createNotes(engine: Engine): NoteStore {
  return {
    ...asked(engine, {
      notes,
      withdrawNote: (instanceId, id, { auteur, le }) => isDone(withdraw(le, id, auteur, instanceId)),
      relances,
      relancesDe: (ids) => ofSome(JSON.stringify(ids)),
      addRelance: (instanceId, relance) => isDone(addRelance({ ...relance, instanceId })),
      settleRelance: (instanceId, id, faite) =>
        isDone(faite ? done(faite.le, faite.par, id, instanceId) : undone(id, instanceId)),
      postponeRelance: (instanceId, id, pourLe) => isDone(postpone(pourLe, id, instanceId)),
      *relancesDues(compteId, jour, limite) {
        return { lignes: yield* dues(compteId, jour, limite), total: (yield* total(compteId, jour)) ?? 0 };
      },
    } satisfies Partial<Works<NoteStore>>),
    ...written(engine, {
      *addNote(instanceId, note, mentionnes) {
        const isWritten = yield* isDone(addNote({ ...note, instanceId }));
        if (isWritten) for (const compteId of mentionnes) yield* tell({ ...note, instanceId, compteId });
        return isWritten;
      },
    } satisfies Partial<Works<NoteStore>>),
  };
}

const DRAFT = columns<Draft>('formulaire', 'version', 'saisie', 'auteur', 'modifieLe');
const DRAFT_OF = `SELECT dossier AS dossierId, ${DRAFT.shown} FROM brouillon WHERE dossier = ?`;
const draft = one<[string, string], Draft>(`${DRAFT_OF} AND formulaire = ?`);
const drafts = all<[string], Draft>(`${DRAFT_OF} AND saisie IS NOT NULL ORDER BY formulaire`);
const addDraft = run<[Draft]>(`
  INSERT INTO brouillon (dossier, ${DRAFT.names}) VALUES (@dossierId, ${DRAFT.values}) ON CONFLICT DO NOTHING`);
const updateDraft = run<[Draft]>(`
  UPDATE brouillon SET ${columns<Draft>('version', 'saisie', 'auteur', 'modifieLe').set}
  WHERE dossier = @dossierId AND formulaire = @formulaire AND version = @version - 1`);

/** The drafts of forms. */
export function createDrafts(engine: Engine): DraftStore {
  return asked(engine, {
    find: draft,
    of: drafts,
    save: (one) => isDone((one.version === 1 ? addDraft : updateDraft)(one)),
  } satisfies Works<DraftStore>);
}

const daysOf = (whose: string, relances: string) =>
  all<[object], JourAgenda>(`
  WITH concerne (numero) AS MATERIALIZED (SELECT numero FROM travail WHERE ${whose} AND statut <> 'abandonne')
  SELECT jour, sorte, d.id AS dossierId, d.denomination, quoi, acteur, j.cle FROM (
    SELECT e.le AS jour, 'fin' AS sorte, t.numero AS dossier, fait AS quoi, NULL AS acteur, i.id || ' ' || fait AS cle
      FROM echeance AS e JOIN instance AS i ON i.numero = e.instance
        JOIN travail AS t ON t.numero = CASE i.genre WHEN 'certificat' THEN i.parent ELSE i.numero END
      WHERE e.le BETWEEN @du AND @au AND t.${whose} AND t.statut <> 'abandonne'
    UNION ALL
    SELECT limite, 'delai', dossier, etape, acteur, etape || ' ' || coalesce(certificat, '')
      FROM concerne JOIN attente ON dossier = concerne.numero
    UNION ALL
    SELECT pour_le, 'relance', instance, quoi, acteur, id FROM relance WHERE ${relances} AND faite_le IS NULL
  ) AS j JOIN instance AS d ON d.numero = dossier
  WHERE jour BETWEEN @du AND @au ORDER BY jour, d.denomination, j.cle LIMIT @limite`);
const daysOfAccount = daysOf('affecte_a = @compteId', 'compte_id = @compteId');
const daysOfGroupement = daysOf(
  'groupement = (SELECT numero FROM instance WHERE id = @groupementId)',
  'instance IN (SELECT numero FROM concerne)',
);
/** A certificate is the successor of another by its sheet. */
const toCallBack = (whose: string) =>
  all<[object], DossierARelancer>(`
  WITH concerne (numero) AS MATERIALIZED (SELECT numero FROM travail WHERE ${whose} AND statut <> 'abandonne')
  SELECT d.id AS dossierId, d.denomination, d.fiche, sorte, objet, acteur, jour FROM (
    SELECT dossier, 'retard' AS sorte, etape AS objet, acteur, limite AS jour
      FROM concerne JOIN attente ON dossier = concerne.numero WHERE limite < @limite
    UNION ALL
    SELECT c.numero, 'fin', fait, NULL, e.le FROM echeance AS e JOIN instance AS i ON i.numero = e.instance
      JOIN concerne AS c ON c.numero = CASE i.genre WHEN 'certificat' THEN i.parent ELSE i.numero END
      WHERE e.le BETWEEN @du AND @au AND NOT EXISTS (
        SELECT 1 FROM instance AS s WHERE s.parent = i.parent AND i.genre = 'certificat' AND s.statut <> 'clos'
          AND s.fiche LIKE '%"remplace":"' || i.id || '"%')
  ) AS j JOIN instance AS d ON d.numero = dossier ORDER BY jour, d.denomination, objet LIMIT @nombre`);
const ofAccount = toCallBack('affecte_a = @compteId');
const ofAll = toCallBack('TRUE');
const ofDossier = toCallBack('numero = (SELECT numero FROM instance WHERE id = @dossierId)');

/** Days that count: ends by their days, whoever has the dossier; delays and reminders by the account. */
export function createAgenda(engine: Engine): AgendaStore {
  return asked(engine, {
    jours: ({ de, ...query }) =>
      'compteId' in de ? daysOfAccount({ ...de, ...query }) : daysOfGroupement({ ...de, ...query }),
    aRelancer({ de, ...query }) {
      if ('tous' in de) return ofAll(query);
      return 'compteId' in de ? ofAccount({ ...de, ...query }) : ofDossier({ ...de, ...query });
    },
  } satisfies Works<AgendaStore>);
}
