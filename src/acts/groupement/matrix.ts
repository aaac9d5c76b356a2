import { findProcedure } from '../../../machines/index.ts';
import { type MatrixCell, type MatrixColumn, matrixCells, matrixColumns } from '../../engine/answers/matrix.ts';
import { kindOfView } from '../../engine/answers/view-text.ts';
import { pathOfGenre } from '../../engine/opening.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { ListQuery, StoredRow } from '../../store/store.ts';
import type { Desk } from '../act.ts';
import { type Summary, summarize } from '../summary.ts';
import { view } from '../view.ts';

/** The sites of a groupement against what each must have. */
export interface Matrix {
  id: string;
  nom: string;
  genre: keyof typeof pathOfGenre;
  statut: string;
  /** The path that its sites follow. */
  procedure: string;
  colonnes: MatrixColumn[];
  sites: MatrixSite[];
}

export interface MatrixSite extends Summary {
  id: string;
  denomination: string;
  siret: string | null;
  finess: string | null;
  codePostal: string;
  commune: string;
  statut: string;
  cellules: Record<string, MatrixCell>;
}

const PAGE = 200;

/** The matrix of a groupement; `parmi` narrows its sites to what one may see. */
export async function matrixOf(desk: Desk, id: string, parmi: Partial<ListQuery> = {}): Promise<Result<Matrix>> {
  const row = await desk.store.row(id);
  if (row?.genre !== 'groupement') return err({ code: 'introuvable', objet: 'groupement', id });
  const { genre } = JSON.parse(row.fiche) as { genre: keyof typeof pathOfGenre };
  const procedure = findProcedure(pathOfGenre[genre]);
  if (!procedure) throw new Error(`No procedure ${pathOfGenre[genre]} is published`);
  const sites: MatrixSite[] = [];
  for (let apres: string | null | undefined; apres !== null; ) {
    const page = await desk.store.list({
      ...parmi,
      ...{ genre: 'dossier', parentId: id, limite: PAGE, ...(apres && { apres }) },
    });
    for (const site of page.lignes) sites.push(await siteOf(desk, site));
    apres = page.suite;
  }
  const { denomination: nom, statut } = row;
  return ok({ id, nom, genre, statut, procedure: procedure.id, colonnes: matrixColumns(procedure), sites });
}

async function siteOf(desk: Desk, row: StoredRow): Promise<MatrixSite> {
  const { id, denomination, siret, finess, statut, etat } = row;
  const { codePostal = '', commune = '' } = JSON.parse(row.fiche) as { codePostal?: string; commune?: string };
  const { depuis } = JSON.parse(etat) as { depuis: Record<string, string> };
  const procedure = findProcedure(row.procedure, row.procedureVersion);
  const cellules = procedure ? matrixCells(procedure, depuis, await blocksOf(desk, row)) : {};
  return { id, denomination, siret, finess, codePostal, commune, statut, cellules, ...(await summarize(desk, row)) };
}

const KEPT = 20_000;
const blocks = new Map<string, ReadonlyMap<string, string>>();

/** What stops each step of a row that is owed but refused; read once for all rows whose views are of a kind. */
async function blocksOf(desk: Desk, row: StoredRow): Promise<ReadonlyMap<string, string>> {
  const kind = kindOfView(row.vue);
  const known = kind === null ? undefined : blocks.get(kind);
  if (known) return known;
  const read = await readBlocks(desk, row);
  if (blocks.size >= KEPT) blocks.clear();
  if (kind !== null) blocks.set(kind, read);
  return read;
}

/** What blocks read in the answer to « what is next? ». */
interface Steps {
  etapes: { id: string; nature: string; faits: { accepte: boolean; manque: { libelle: string }[] }[] }[];
}

async function readBlocks(desk: Desk, { genre, id }: StoredRow): Promise<ReadonlyMap<string, string>> {
  const found = await view(desk, { genre, id });
  if (!found.ok) return new Map();
  const { etapes } = JSON.parse(found.value.vue) as Steps;
  const stopped = etapes.filter(
    ({ nature, faits }) => nature === 'obligatoire' && faits.length > 0 && faits.every(({ accepte }) => !accepte),
  );
  return new Map(
    stopped.map((step) => [step.id, (step.faits[0]?.manque ?? []).map(({ libelle }) => libelle).join(' ')]),
  );
}
