import type { RecordedLine } from '../../store.ts';
import type { Affectation, Attente, DossierLu, Ligne, LigneStore, VueEnregistree, WorkStore } from '../../work.ts';
import { columns } from '../columns.ts';
import { followingTable, RENAMING } from '../following.ts';
import { all, asked, cell, type Engine, one, run, type Work, type Works, written } from '../work.ts';
import { workList } from './list.ts';
import { wordSearch } from './words.ts';

/** The desk writes on `engine`, which syncs; the worklist on `unsynced`, where losing the end only makes it again. */
export function createWorkStore(engine: Engine, unsynced: Engine): WorkStore {
  return {
    ...workList(engine),
    ...asked(engine, { affectations, ...views } satisfies Partial<Works<WorkStore>>),
    ...written(engine, { affecter } satisfies Partial<Works<WorkStore>>),
    projection: lineTable(unsynced),
  };
}

const numeroOf = cell<[string], number>("SELECT numero FROM instance WHERE id = ? AND genre = 'dossier'");
const holder = cell<[number], string>('SELECT compte_id FROM affectation WHERE instance = ?');
const give = run<[number, string, string, string]>(`
  INSERT INTO affectation (instance, compte_id, depuis, par) VALUES (?, ?, ?, ?)
  ON CONFLICT (instance) DO UPDATE SET compte_id = excluded.compte_id, depuis = excluded.depuis, par = excluded.par`);
const leave = run<[number]>('DELETE FROM affectation WHERE instance = ?');
const note = cell<[number, string | null, string, string], number>(
  'INSERT INTO affectation_acte (instance, compte_id, le, par) VALUES (?, ?, ?, ?) RETURNING rang',
);
const show = run<[string | null, number]>('UPDATE travail SET affecte_a = ? WHERE numero = ?');
const tell = run<[object]>(`
  INSERT INTO notification (compte_id, dossier, sorte, rang, par, le, nombre)
  SELECT @compte, @instance, @sorte, @rang, @par, @le, 1 WHERE @compte IS NOT NULL AND @par <> 'compte:' || @compte`);
const affectations = all<[string], Affectation>(`
  SELECT compte_id AS compteId, le, par FROM affectation_acte
  WHERE instance = (SELECT numero FROM instance WHERE id = ?) ORDER BY rang`);

function* affecter(ids: readonly string[], affectation: Affectation): Work<string[]> {
  const there: string[] = [];
  for (const id of ids) {
    const instance = yield* numeroOf(id);
    if (instance === null) continue;
    yield* assign(instance, affectation);
    there.push(id);
  }
  return there;
}

function* assign(instance: number, { compteId, le, par }: Affectation): Work<void> {
  const before = yield* holder(instance);
  if (before === compteId) return;
  if (compteId === null) yield* leave(instance);
  else yield* give(instance, compteId, le, par);
  const rang = yield* note(instance, compteId, le, par);
  yield* tell({ compte: before, sorte: 'prise', instance, rang, par, le });
  yield* tell({ compte: compteId, sorte: 'confiee', instance, rang, par, le });
  yield* show(compteId, instance);
}

const VUE = columns<VueEnregistree>('id', 'nom', 'requete', 'partagee', 'auteur', 'creeeLe');
const vuesOf = all<[string], Omit<VueEnregistree, 'partagee'> & { partagee: 0 | 1 }>(`
  SELECT ${VUE.shown} FROM vue_enregistree WHERE partagee = 1 OR auteur = ? ORDER BY nom, id`);
const addVue = run<[object]>(`INSERT INTO vue_enregistree ${VUE.written} ON CONFLICT DO NOTHING`);
const removeVue = run<[string]>('DELETE FROM vue_enregistree WHERE id = ?');

const views = {
  *vues(compteId) {
    return (yield* vuesOf(compteId)).map((vue) => ({ ...vue, partagee: vue.partagee === 1 }));
  },
  *ajouterVue(vue) {
    return (yield* addVue({ ...vue, partagee: vue.partagee ? 1 : 0 })) === 1;
  },
  *retirerVue(id) {
    return (yield* removeVue(id)) === 1;
  },
} satisfies Partial<Works<WorkStore>>;

const UNSAID = columns<RecordedLine>('type', 'date', 'enregistreLe', 'auteur', 'empreinte');
const read = all<[string], DossierLu>(`
  SELECT i.numero, i.id, i.version, i.statut, i.procedure, i.denomination, i.siret, i.finess,
    CASE WHEN json_valid(i.fiche) THEN i.fiche ELSE '{}' END AS fiche,
    CASE WHEN json_valid(i.vue) THEN i.vue ELSE '{"modele":"","valeurs":{}}' END AS vue,
    i.parent AS groupement, p.denomination AS groupementNom, t.personnes
  FROM json_each(?) AS j JOIN instance AS i ON i.numero = CAST(j.value AS BIGINT)
    LEFT JOIN instance AS p ON p.numero = i.parent LEFT JOIN travail_fiche AS t ON t.numero = i.numero`);
const naming = all<[number, number], RecordedLine>(`
  WITH RECURSIVE suite (rang) AS (
    SELECT rang FROM instance WHERE numero = ? OR parent = ?
    UNION ALL
    SELECT precedent FROM suite JOIN journal USING (rang) WHERE precedent > 0
  )
  SELECT suite.rang, id AS instanceId, ${UNSAID.shown},
    CASE WHEN (instr(saisie, '"prenom"') > 0 OR type IN (${RENAMING})) AND json_valid(saisie) THEN saisie END AS saisie
  FROM suite JOIN journal USING (rang) JOIN instance ON numero = instance ORDER BY suite.rang`);

/** What the worklist is made from and written to, on an engine whose commits need not be synced one by one. */
function lineTable(engine: Engine): LigneStore {
  const { index } = wordSearch(engine.dialect);
  return {
    ...followingTable<Ligne>(engine, {
      projection: 'travail',
      rows: "genre = 'dossier'",
      touched: "CASE genre WHEN 'dossier' THEN numero WHEN 'certificat' THEN parent END",
      *write(lignes) {
        for (const ligne of lignes) yield* writeLine(ligne, index);
      },
    }),
    ...asked(engine, {
      lire: (numeros) => read(JSON.stringify(numeros)),
      lignesNommant: (numero) => naming(numero, numero),
    } satisfies Partial<Works<LigneStore>>),
  };
}

const FILTERED = columns<Ligne>(
  ...(['procedure', 'statut', 'etape', 'acteur', 'depuis', 'limite', 'limiteEtablissement', 'limiteAns'] as const),
  ...(['limiteEditeur', 'renouvellement', 'retour', 'restant', 'departement', 'groupement'] as const),
);
const SEARCHED = ['denomination', 'siret', 'finess', 'commune', 'groupementNom', 'personnes'] as const;
const SHOWN = columns<Ligne>('tri', 'id', 'version', ...SEARCHED);
const AWAITED = columns<Attente>('etape', 'libelle', 'acteur', 'depuis', 'limite', 'certificat');

const saveFiltered = run<[object]>(`
  INSERT INTO travail (numero, jeu, affecte_a, ${FILTERED.names})
  VALUES (@numero, @jeu, (SELECT compte_id FROM affectation WHERE instance = @numero), ${FILTERED.values})
  ON CONFLICT (numero) DO UPDATE SET jeu = excluded.jeu, affecte_a = excluded.affecte_a, ${FILTERED.renewed}`);
const saveShown = run<[object]>(`
  INSERT INTO travail_fiche (numero, ${SHOWN.names}) VALUES (@numero, ${SHOWN.values})
  ON CONFLICT (numero) DO UPDATE SET ${SHOWN.renewed}`);
const searched = one<[number], Pick<Ligne, (typeof SEARCHED)[number]>>(`
  SELECT ${columns<Ligne>(...SEARCHED).shown} FROM travail_fiche WHERE numero = ?`);
const forget = run<[number]>('DELETE FROM attente WHERE dossier = ?');
const expect = run<[object]>(`
  INSERT INTO attente (dossier, rang, jeu, ${AWAITED.names}) VALUES (@dossier, @rang, @jeu, ${AWAITED.values})`);

/** Writes one line, and its text where it changed: half of the time goes there. */
function* writeLine(
  { attentes, possibles, ...ligne }: Ligne,
  index: (numero: number, texte: string) => Work<unknown>,
): Work<void> {
  const before = yield* searched(ligne.numero);
  yield* saveFiltered({ ...ligne, jeu: yield* setOf(possibles) });
  yield* saveShown(ligne);
  yield* forget(ligne.numero);
  for (const [rang, { faits, ...attente }] of attentes.entries())
    yield* expect({ ...attente, jeu: yield* setOf(faits), dossier: ligne.numero, rang });
  if (!before || SEARCHED.some((name) => before[name] !== ligne[name])) yield* index(ligne.numero, ligne.texte);
}

const knownSet = cell<[string], number>('SELECT numero FROM jeu_de_faits WHERE faits = ?');
const addSet = cell<[string], number>('INSERT INTO jeu_de_faits (faits) VALUES (?) RETURNING numero');
const listSet = run<[number | null, string]>(
  'INSERT INTO jeu_fait (fait, jeu) SELECT j.value, ? FROM json_each(?) AS j',
);

/** The number of a set of facts, which is kept once. */
function* setOf(faits: readonly string[]): Work<number | null> {
  if (faits.length === 0) return null;
  const text = JSON.stringify([...new Set(faits)].sort());
  const kept = yield* knownSet(text);
  if (kept !== null) return kept;
  const jeu = yield* addSet(text);
  yield* listSet(jeu, text);
  return jeu;
}
