import type { Database } from 'better-sqlite3';
import type { RecordedLine } from '../../store.ts';
import type { Affectation, Attente, DossierLu, Ligne, LigneStore, VueEnregistree, WorkStore } from '../../work.ts';
import { followingTable, RENAMING } from '../following.ts';
import { columns, promised, type Sync } from '../table.ts';
import { workList } from './list.ts';

/** What the desk keeps is written on `db`, which syncs; the worklist on `unsynced`, where losing the end only makes it again. */
export function createWorkStore(db: Database, unsynced: Database): WorkStore {
  const projection = promised<LigneStore>(lineTable(unsynced));
  return { ...promised<Omit<WorkStore, 'projection'>>({ ...workList(db), ...deskTable(db) }), projection };
}

type Desk = Sync<
  Omit<WorkStore, 'projection' | 'lister' | 'attentes' | 'compter' | 'situer' | 'attendues' | 'charges'>
>;

/** Who has taken which dossier, and saved views, each write durable. */
function deskTable(db: Database): Desk {
  return { ...assignments(db), ...views(db) };
}

function assignments(db: Database): Pick<Desk, 'affecter' | 'affectations'> {
  const numero = db.prepare<[string], number>("SELECT numero FROM instance WHERE id = ? AND genre = 'dossier'").pluck();
  const holder = db.prepare<[number], string>('SELECT compte_id FROM affectation WHERE instance = ?').pluck();
  const give = db.prepare('INSERT OR REPLACE INTO affectation (instance, compte_id, depuis, par) VALUES (?, ?, ?, ?)');
  const leave = db.prepare('DELETE FROM affectation WHERE instance = ?');
  const note = db.prepare('INSERT INTO affectation_acte (instance, compte_id, le, par) VALUES (?, ?, ?, ?)');
  const show = db.prepare('UPDATE travail SET affecte_a = ? WHERE numero = ?');
  const tell = db.prepare(`
    INSERT INTO notification (compte_id, dossier, sorte, rang, par, le, nombre)
    SELECT @compte, @instance, @sorte, @rang, @par, @le, 1 WHERE @compte IS NOT NULL AND @par <> 'compte:' || @compte`);
  const acts = db.prepare<[string], Affectation>(`
    SELECT compte_id AS compteId, le, par FROM affectation_acte
    WHERE instance = (SELECT numero FROM instance WHERE id = ?) ORDER BY rang`);

  const affecter = (ids: readonly string[], { compteId, le, par }: Affectation): string[] =>
    ids.filter((id) => {
      const instance = numero.get(id);
      if (instance === undefined) return false;
      const before = holder.get(instance) ?? null;
      if (before === compteId) return true;
      if (compteId === null) leave.run(instance);
      else give.run(instance, compteId, le, par);
      const { lastInsertRowid: rang } = note.run(instance, compteId, le, par);
      tell.run({ compte: before, sorte: 'prise', instance, rang, par, le });
      tell.run({ compte: compteId, sorte: 'confiee', instance, rang, par, le });
      show.run(compteId, instance);
      return true;
    });
  return { affecter: db.transaction(affecter).immediate, affectations: (id) => acts.all(id) };
}

function views(db: Database): Pick<Desk, 'vues' | 'ajouterVue' | 'retirerVue'> {
  const vue = columns<VueEnregistree>('id', 'nom', 'requete', 'partagee', 'auteur', 'creeeLe');
  const all = db.prepare<[string], Omit<VueEnregistree, 'partagee'> & { partagee: 0 | 1 }>(`
    SELECT ${vue.shown} FROM vue_enregistree WHERE partagee = 1 OR auteur = ? ORDER BY nom, id`);
  const add = db.prepare(`INSERT OR IGNORE INTO vue_enregistree ${vue.written}`);
  const remove = db.prepare('DELETE FROM vue_enregistree WHERE id = ?');
  return {
    vues: (compteId) => all.all(compteId).map((vue) => ({ ...vue, partagee: vue.partagee === 1 })),
    ajouterVue: (vue) => add.run({ ...vue, partagee: vue.partagee ? 1 : 0 }).changes === 1,
    retirerVue: (id) => remove.run(id).changes === 1,
  };
}

const UNSAID = columns<RecordedLine>('type', 'date', 'enregistreLe', 'auteur', 'empreinte');

/** What the worklist is made from and written to, of `db`, whose commits need not be synced one by one. */
function lineTable(db: Database): Sync<LigneStore> {
  const write = lineWriter(db);
  const read = db.prepare<[string], DossierLu>(`
    SELECT i.numero, i.id, i.version, i.statut, i.procedure, i.denomination, i.siret, i.finess,
      CASE WHEN json_valid(i.fiche) THEN i.fiche ELSE '{}' END AS fiche,
      CASE WHEN json_valid(i.vue) THEN i.vue ELSE '{"modele":"","valeurs":{}}' END AS vue,
      i.parent AS groupement, p.denomination AS groupementNom, t.personnes
    FROM json_each(?) JOIN instance AS i ON i.numero = value LEFT JOIN instance AS p ON p.numero = i.parent
      LEFT JOIN travail_fiche AS t ON t.numero = i.numero`);
  const named = db.prepare<[number, number], RecordedLine>(`
      WITH RECURSIVE suite (rang) AS (
        SELECT rang FROM instance WHERE numero = ? OR parent = ?
        UNION ALL
        SELECT precedent FROM suite JOIN journal USING (rang) WHERE precedent > 0
      )
      SELECT suite.rang, id AS instanceId, ${UNSAID.shown},
        CASE WHEN (instr(saisie, '"prenom"') > 0 OR type IN (${RENAMING})) AND json_valid(saisie) THEN saisie END AS saisie
      FROM suite JOIN journal USING (rang) JOIN instance ON numero = instance ORDER BY suite.rang`);

  return {
    ...followingTable<Ligne>(db, {
      projection: 'travail',
      rows: "genre = 'dossier'",
      touched: "CASE genre WHEN 'dossier' THEN numero WHEN 'certificat' THEN parent END",
      write: (lignes) => lignes.forEach(write),
    }),
    lire: (numeros) => read.all(JSON.stringify(numeros)),
    lignesNommant: (numero) => named.all(numero, numero),
  };
}

const FILTERED = columns<Ligne>(
  ...(['procedure', 'statut', 'etape', 'acteur', 'depuis', 'limite', 'limiteEtablissement', 'limiteAns'] as const),
  ...(['limiteEditeur', 'renouvellement', 'retour', 'restant', 'departement', 'groupement'] as const),
);
const SEARCHED = ['denomination', 'siret', 'finess', 'commune', 'groupementNom', 'personnes'] as const;
const SHOWN = columns<Ligne>('tri', 'id', 'version', ...SEARCHED);
const AWAITED = columns<Attente>('etape', 'libelle', 'acteur', 'depuis', 'limite', 'certificat');

/** Writes one line, and its text where it changed: half of the time goes there. */
function lineWriter(db: Database): (ligne: Ligne) => void {
  const saveFiltered = db.prepare(`
    INSERT INTO travail (numero, jeu, affecte_a, ${FILTERED.names})
    VALUES (@numero, @jeu, (SELECT compte_id FROM affectation WHERE instance = @numero), ${FILTERED.values})
    ON CONFLICT (numero) DO UPDATE SET jeu = excluded.jeu, affecte_a = excluded.affecte_a, ${FILTERED.renewed}`);
  const saveShown = db.prepare(`
    INSERT INTO travail_fiche (numero, ${SHOWN.names}) VALUES (@numero, ${SHOWN.values})
    ON CONFLICT (numero) DO UPDATE SET ${SHOWN.renewed}`);
  const searched = db.prepare<[number], Pick<Ligne, (typeof SEARCHED)[number]>>(`
    SELECT ${columns<Ligne>(...SEARCHED).shown} FROM travail_fiche WHERE numero = ?`);
  const index = db.prepare('INSERT OR REPLACE INTO travail_texte (rowid, texte) VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM attente WHERE dossier = ?');
  const expect = db.prepare(`
    INSERT INTO attente (dossier, rang, jeu, ${AWAITED.names}) VALUES (@dossier, @rang, @jeu, ${AWAITED.values})`);
  const setOf = factSets(db);
  return ({ attentes, possibles, ...ligne }) => {
    const before = searched.get(ligne.numero);
    saveFiltered.run({ ...ligne, jeu: setOf(possibles) });
    saveShown.run(ligne);
    forget.run(ligne.numero);
    for (const [rang, { faits, ...attente }] of attentes.entries())
      expect.run({ ...attente, jeu: setOf(faits), dossier: ligne.numero, rang });
    if (!before || SEARCHED.some((name) => before[name] !== ligne[name])) index.run(ligne.numero, ligne.texte);
  };
}

/** The number of a set of facts, which is kept once. */
function factSets(db: Database): (faits: readonly string[]) => number | null {
  const known = db.prepare<[string], number>('SELECT numero FROM jeu_de_faits WHERE faits = ?').pluck();
  const add = db.prepare<[string], number>('INSERT INTO jeu_de_faits (faits) VALUES (?) RETURNING numero').pluck();
  const list = db.prepare('INSERT INTO jeu_fait (fait, jeu) SELECT value, ? FROM json_each(?)');
  return (faits) => {
    if (faits.length === 0) return null;
    const text = JSON.stringify([...new Set(faits)].sort());
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const jeu = add.get(text) ?? null;
    list.run(jeu, text);
    return jeu;
  };
}
