import type { Response } from 'express';
import type { Refusal } from '../engine/refusal.ts';

/** An RFC 9457 problem; `code` is for programs, `title` and `detail` for people. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  [extension: string]: unknown;
}

type Told = { [Code in Refusal['code']]: (refusal: Extract<Refusal, { code: Code }>) => Omit<Problem, 'code'> };

const told = {
  'saisie-invalide': ({ erreurs }) => ({
    status: 422,
    title: 'Saisie invalide',
    detail: 'Corrigez les champs signalés, puis renvoyez la demande.',
    erreurs,
  }),
  'fait-refuse': ({ type, manque, deblocages, acceptes }) => ({
    status: 409,
    title: 'Fait refusé',
    detail: `« ${type} » n’est pas accepté maintenant. ${manque.map(({ libelle }) => libelle).join(' ')}`.trim(),
    manque,
    deblocages,
    acceptes,
  }),
  introuvable: ({ objet, id }) => ({
    status: 404,
    title: 'Introuvable',
    detail: `Aucun ${objet} ne porte l’identifiant « ${id} ».`,
  }),
  'version-perimee': ({ version }) => ({
    status: 412,
    title: 'Version périmée',
    detail: `Le dossier en est à la version ${version} : relisez-le avant d’agir.`,
    version,
  }),
  'cle-deja-utilisee': ({ cle }) => ({
    status: 422,
    title: 'Clé d’idempotence déjà utilisée',
    detail: `La clé « ${cle} » a servi à une autre demande : prenez-en une nouvelle.`,
  }),
  'deja-repondu': () => ({
    status: 409,
    title: 'Demande déjà traitée',
    detail: 'La même demande vient d’être traitée : renvoyez-la telle quelle pour lire sa réponse.',
  }),
  'dossier-existant': ({ id }) => ({
    status: 409,
    title: 'Dossier déjà ouvert',
    detail: 'Un dossier est déjà ouvert pour cet établissement : poursuivez-le.',
    dossier: { id, lien: `/api/v1/dossiers/${id}` },
  }),
  'dossier-en-quarantaine': ({ id }) => ({
    status: 423,
    title: 'Dossier en quarantaine',
    detail: `L’enregistrement ${id} n’est plus tel qu’il a été écrit : il se lit, mais n’avance plus. Prévenez l’exploitant.`,
  }),
} satisfies Told;

/** How a refusal is told over HTTP. */
export function toProblem(refusal: Refusal): Problem {
  const tell = told[refusal.code] as (refusal: Refusal) => Omit<Problem, 'code'>;
  const { status, title, detail, ...extensions } = tell(refusal);
  return { status, code: refusal.code, title: title as string, detail: detail as string, ...extensions } as Problem;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** A problem as it is sent: its type is a name, `code` says the same. */
export function problemBody(problem: Problem): object {
  return { type: `urn:parcours-igc:probleme:${problem.code}`, ...problem };
}

/** Answers with a problem. */
export function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .type(PROBLEM_TYPE)
    .end(JSON.stringify(problemBody(problem)));
}
