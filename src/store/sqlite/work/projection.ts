import type { Database } from 'better-sqlite3';
import type { Avancement, Chiffres, DossierLu, Ligne, ProjectionStore, Touches } from '../../work.ts';
import type { Sync } from '../identities/sync.ts';

/** What the worklist is made from and written to, of `db`, whose commits need not be synced one by one. */
export function projectionTable(db: Database): Sync<ProjectionStore> {
  const avancement = db.prepare<[], Avancement>('SELECT empreinte, rang, construit, total FROM travail_suivi');
  const fin = db.prepare<[], number>('SELECT coalesce(max(rang), 0) FROM journal').pluck();
  const nombre = db
    .prepare<[number], number>("SELECT count(*) FROM instance WHERE genre = 'dossier' AND numero <= ?")
    .pluck();
  const after = db
    .prepare<[number, number], number>(`
      SELECT numero FROM instance INDEXED BY instance_genre WHERE genre = 'dossier' AND numero > ? ORDER BY numero LIMIT ?`)
    .pluck();
  const lines = db.prepare<[number, number], { rang: number; dossier: number | null; nomme: 0 | 1 }>(`
    SELECT journal.rang, CASE genre WHEN 'dossier' THEN numero WHEN 'certificat' THEN parent END AS dossier,
      saisie IS NOT NULL AND instr(saisie, '"prenom"') > 0 AS nomme
    FROM journal JOIN instance ON numero = journal.instance WHERE journal.rang > ? ORDER BY journal.rang LIMIT ?`);
  const read = db.prepare<[string], DossierLu>(`
    SELECT i.numero, i.id, i.version, i.statut, i.procedure, i.denomination, i.siret, i.finess,
      CASE WHEN json_valid(i.fiche) THEN i.fiche ELSE '{}' END AS fiche,
      CASE WHEN json_valid(i.vue) THEN i.vue ELSE '{"modele":"","valeurs":{}}' END AS vue,
      i.parent AS groupement, p.denomination AS groupementNom, t.personnes
    FROM json_each(?) JOIN instance AS i ON i.numero = value LEFT JOIN instance AS p ON p.numero = i.parent
      LEFT JOIN travail_fiche AS t ON t.numero = i.numero`);
  const named = db
    .prepare<[number, number], string>(`
      WITH RECURSIVE suite (rang) AS (
        SELECT rang FROM instance WHERE numero = ? OR parent = ?
        UNION ALL
        SELECT precedent FROM suite JOIN journal USING (rang) WHERE precedent > 0
      )
      SELECT saisie FROM suite JOIN journal USING (rang) WHERE instr(saisie, '"prenom"') > 0 AND json_valid(saisie)
      ORDER BY rang`)
    .pluck();
  const write = lineWriter(db);
  const save = db.prepare(`
    INSERT OR REPLACE INTO travail_suivi (seul, empreinte, rang, construit, total)
    VALUES (1, @empreinte, @rang, @construit, @total)`);
  const writeAll = db.transaction((lignes: readonly Ligne[], reached: Avancement) => {
    for (const ligne of lignes) write(ligne);
    save.run(reached);
  });

  return {
    avancement: () => avancement.get() ?? null,
    fin: () => fin.get() ?? 0,
    nombre: (jusqua) => nombre.get(jusqua ?? Number.MAX_SAFE_INTEGER) ?? 0,
    dossiersApres: (numero, limite) => after.all(numero, limite),
    touches,
    lire: (numeros) => read.all(JSON.stringify(numeros)),
    saisiesNommant: (numero) => named.all(numero, numero),
    ecrire: (lignes, reached) => writeAll.immediate(lignes, reached),
  };

  function touches(rang: number, limite: number): Touches {
    const numeros = new Set<number>();
    const nommes = new Set<number>();
    let jusqua = rang;
    for (const line of lines.all(rang, limite)) {
      jusqua = line.rang;
      if (line.dossier === null) continue;
      numeros.add(line.dossier);
      if (line.nomme) nommes.add(line.dossier);
    }
    return { numeros: [...numeros], nommes, jusqua };
  }
}

const numbers = {
  procedure: 'procedure',
  statut: 'statut',
  etape: 'etape',
  acteur: 'acteur',
  depuis: 'depuis',
  limite: 'limite',
  limite_etablissement: 'limiteEtablissement',
  limite_ans: 'limiteAns',
  limite_editeur: 'limiteEditeur',
  renouvellement: 'renouvellement',
  restant: 'restant',
  etapes: 'etapes',
  acteurs: 'acteurs',
  departement: 'departement',
  groupement: 'groupement',
} satisfies Record<string, keyof Chiffres>;

const shown = {
  tri: 'tri',
  id: 'id',
  version: 'version',
  denomination: 'denomination',
  siret: 'siret',
  finess: 'finess',
  commune: 'commune',
  groupement_nom: 'groupementNom',
  personnes: 'personnes',
  attentes: 'attentes',
} satisfies Record<string, keyof Ligne>;

/** Writes one line, and its text where it changed: half of the time goes there. */
function lineWriter(db: Database): (ligne: Ligne) => void {
  const saveNumbers = db.prepare(upsert('travail', { ...numbers, affecte_a: null }));
  const saveShown = db.prepare(upsert('travail_fiche', shown));
  const searched = db.prepare<[number], Partial<Ligne>>(`
    SELECT denomination, siret, finess, commune, groupement_nom AS groupementNom, personnes
    FROM travail_fiche WHERE numero = ?`);
  const index = db.prepare('INSERT OR REPLACE INTO travail_texte (rowid, texte) VALUES (?, ?)');
  return (ligne) => {
    const before = searched.get(ligne.numero);
    saveNumbers.run(ligne);
    saveShown.run(ligne);
    const isSame = before && Object.entries(before).every(([name, value]) => ligne[name as keyof Ligne] === value);
    if (!isSame) index.run(ligne.numero, ligne.texte);
  };
}

/** Inserts or replaces a row of `table`, whose columns are named after what they hold; who has taken it is looked up. */
function upsert(table: string, columns: Readonly<Record<string, string | null>>): string {
  const names = Object.keys(columns);
  const values = Object.values(columns).map((name) => (name === null ? HOLDER : `@${name}`));
  return `
    INSERT INTO ${table} (numero, ${names.join(', ')}) VALUES (@numero, ${values.join(', ')})
    ON CONFLICT (numero) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}

const HOLDER = '(SELECT compte_id FROM affectation WHERE instance = @numero)';
