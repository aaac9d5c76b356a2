import type { Services } from '../../services.ts';

/** The value of a « oui ». */
type Given<T> = Extract<Awaited<T>, { ok: true }> extends { value: infer V } ? V : never;

/** The sites of a groupement against what each must have. */
export type Matrix = Given<ReturnType<Services['matrice']>>;
/** One of them. */
export type MatrixSite = Matrix['sites'][number];
/** What a DSI's table does, line by line. */
export type SurveyOutcome = Given<ReturnType<Services['foreseeSurvey']>>;
/** One of its lines. */
export type OutcomeLine = SurveyOutcome['lignes'][number];
/** A table, and what to make of it. */
export type SurveyInput = Parameters<Services['foreseeSurvey']>[1];
