import { findProcedure } from '../../../machines/index.ts';
import { asksOf, type MatrixCell, type MatrixColumn, matrixCells, matrixColumns } from '../../engine/answers/matrix.ts';
import { readFiche } from '../../engine/fiche.ts';
import type { pathOfGenre } from '../../engine/opening.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { ListQuery, StoredRow } from '../../store/store.ts';
import type { Desk } from '../act.ts';
import { sitesUnder } from '../family.ts';
import { type Summary, summarize } from '../reading/view.ts';
import { sitesOf, toInstance } from '../rows.ts';

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
  bilan: Bilan;
}

/** A30 — the sites by statut; it is complete without those that are abandoned or closed, which are named. */
interface Bilan {
  enCours: number;
  enService: number;
  abandonnes: Named[];
  clos: Named[];
}

type Named = Pick<MatrixSite, 'id' | 'denomination'>;

export interface MatrixSite extends Summary {
  id: string;
  denomination: string;
  siret: string | null;
  finess: string | null;
  codePostal: string;
  commune: string;
  version: number;
  /** « quarantaine » for a row that is no longer what was written. */
  statut: string;
  cellules: Record<string, MatrixCell>;
  /** The facts that it takes now, of those that its own steps wait for. */
  faits: string[];
}

/** The matrix of a groupement; `parmi` narrows its sites to what one may see. */
export async function matrixOf(desk: Desk, id: string, parmi: Partial<ListQuery> = {}): Promise<Result<Matrix>> {
  const row = await desk.store.row(id);
  if (row?.genre !== 'groupement') return err({ code: 'introuvable', objet: 'groupement', id });
  const { genre, procedure } = sitesOf(readFiche(row.fiche));
  const sites: MatrixSite[] = [];
  for (const site of await sitesUnder(desk, id, parmi)) sites.push(await siteOf(desk, site));
  const { denomination: nom, statut } = row;
  const colonnes = matrixColumns(procedure);
  return ok({ id, nom, genre, statut, procedure: procedure.id, colonnes, sites, bilan: bilanOf(sites) });
}

function bilanOf(sites: readonly MatrixSite[]): Bilan {
  const count = (wanted: string) => sites.filter(({ statut }) => statut === wanted).length;
  const named = (wanted: string) =>
    sites.filter(({ statut }) => statut === wanted).map(({ id, denomination }) => ({ id, denomination }));
  return {
    enCours: count('enCours'),
    enService: count('enService'),
    abandonnes: named('abandonne'),
    clos: named('clos'),
  };
}

/** A row that is no longer what was written is shown without what it says of itself. */
async function siteOf(desk: Desk, row: StoredRow): Promise<MatrixSite> {
  const { id, denomination, siret, finess } = row;
  const procedure = findProcedure(row.procedure, row.procedureVersion);
  if (!row.intacte || !procedure) return { id, denomination, siret, finess, ...damaged };
  const { codePostal = '', commune = '' } = readFiche(row.fiche);
  const instance = toInstance(row);
  if (!instance) return { id, denomination, siret, finess, ...damaged };
  const { depuis, comptes: enfants, snapshot } = instance;
  const { faits, blocages } = asksOf(procedure, snapshot);
  const cellules = matrixCells(procedure, { depuis, enfants }, blocages);
  const { version, statut } = row;
  const known = { id, denomination, siret, finess, codePostal, commune, version, statut };
  return { ...known, cellules, faits, ...(await summarize(desk, row)) };
}

const damaged = {
  codePostal: '',
  commune: '',
  version: 0,
  statut: 'quarantaine',
  cellules: {},
  faits: [],
  etape: null,
  acteur: null,
  restant: null,
};
