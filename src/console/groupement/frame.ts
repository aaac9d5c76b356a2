import type { Services } from '../../services.ts';
import { casePage } from '../dossier/frame.ts';
import type { Given, Visitor } from '../dossier/read/case.ts';
import type { Shown } from '../shell/screen.ts';

/** A tab of the groupement `/groupements/:id` under its header. */
export function groupementPage(
  visit: Visitor,
  onglet: Parameters<typeof casePage>[2],
  show: Parameters<typeof casePage>[3],
): Promise<Shown> {
  return casePage(visit, { genre: 'groupement', id: visit.params['id'] ?? '' }, onglet, show);
}

type MatrixRead = Given<ReturnType<Services['matrice']>>;
/** A site against what it must have. */
export type MatrixSite = MatrixRead['sites'][number] & {
  /** Its steps that last longer than they usually do. */
  retards: ReadonlySet<string>;
};
/** The sites of a groupement against what each must have. */
export interface Matrix extends Omit<MatrixRead, 'sites'> {
  sites: MatrixSite[];
}
/** What a DSI's table does, line by line. */
export type SurveyOutcome = Given<ReturnType<Services['foreseeSurvey']>>;
/** One of its lines. */
export type OutcomeLine = SurveyOutcome['lignes'][number];
/** A table, and what to make of it. */
export type SurveyInput = Parameters<Services['foreseeSurvey']>[1];
