import type { Procedure } from '../../../machines/procedure.ts';
import { readFiche } from '../../engine/fiche.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { StoredRow } from '../../store/store.ts';
import type { Desk } from '../act.ts';
import { sitesOf } from '../rows.ts';

/** The sites of a groupement on the path that they follow. */
export interface SiteStates {
  nom: string;
  procedure: Procedure;
  /** The current steps of each site, by path; of one that is abandoned, that alone. */
  sites: string[][];
  /** How many follow an older version, which is another picture. */
  autreVersion: number;
}

const PAGE = 200;

/** Where the sites of a groupement stand. */
export async function siteStates({ store }: Desk, id: string): Promise<Result<SiteStates>> {
  const row = await store.row(id);
  if (row?.genre !== 'groupement') return err({ code: 'introuvable', objet: 'groupement', id });
  const { procedure } = sitesOf(readFiche(row.fiche));
  const rows: StoredRow[] = [];
  for (let apres: string | null | undefined; apres !== null; ) {
    const page = await store.list({ genre: 'dossier', parentId: id, limite: PAGE, ...(apres && { apres }) });
    rows.push(...page.lignes);
    apres = page.suite;
  }
  const here = rows.filter(({ procedureVersion }) => procedureVersion === procedure.version);
  const sites = here.map((site) => currentSteps(site, procedure));
  return ok({ nom: row.denomination, procedure, sites, autreVersion: rows.length - here.length });
}

function currentSteps({ etat, statut }: StoredRow, { pause }: Procedure): string[] {
  const { depuis } = JSON.parse(etat) as { depuis: Record<string, string> };
  const steps = Object.keys(depuis);
  return statut === 'abandonne' && pause ? steps.filter((step) => step.startsWith(`${pause.region}.`)) : steps;
}
