import { type FactType, findFact } from '../../../machines/index.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { authenticationNeeded, foreign, sessionEnded } from '../../web/access/credentials.ts';
import { limitedKey, scopeMissing } from '../../web/access/guard.ts';
import { tooMany } from '../../web/access/limits.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import { stopping } from '../../web/closing.ts';
import { table, tooLarge, wrongContentType, wrongJson, wrongTableType } from '../../web/ingress.ts';
import { bug, outage, type Problem, problemBody, toProblem } from '../../web/problem.ts';
import { notAllowed } from '../door.ts';
import { malformed } from '../failures.ts';
import type { Operation } from '../operation.ts';
import { particularTo } from './refusals.ts';

const acte = acteOf('contrat.signe');
const envoi = acteOf('formulaire413.transmis');
const signature = acteOf('formulaire413.signe');

function acteOf(type: FactType) {
  const { libelle, acteur, source } = findFact(type);
  return { type, libelle, acteur, source };
}

/** One refusal of each code, as it could be. */
const refusals = {
  'saisie-invalide': { erreurs: [{ pointeur: '/date', message: 'Indiquez une date au format AAAA-MM-JJ.' }] },
  'fait-refuse': {
    type: signature.type,
    manque: [
      {
        code: 'contrat-actif',
        libelle: 'Il faut un contrat actif avec l’ANS.',
        acteur: 'representantLegal',
        source: '§4.1',
      },
    ],
    deblocages: [[acte]],
    acceptes: [acte.type],
  },
  'date-anterieure': {
    type: envoi.type,
    date: '2026-01-20',
    anterieur: { type: signature.type, libelle: signature.libelle, date: '2026-02-02' },
  },
  introuvable: { objet: 'dossier', id: '3f0c' },
  'version-perimee': { version: 12 },
  'cle-deja-utilisee': { cle: 'envoi-2026-0001' },
  'deja-repondu': {},
  'dossier-existant': { id: '7b1e' },
  'correction-impossible': { raison: 'calendrier', rang: 12, libelle: 'Carte du responsable arrivée à sa date de fin' },
  'apercu-perime': { retires: [14, 15] },
  'dossier-en-quarantaine': { id: '7b1e' },
} satisfies { [Code in Refusal['code']]: Omit<Extract<Refusal, { code: Code }>, 'code'> };

type Code = keyof typeof refusals;

const ofRefusal = (code: Code): Problem => toProblem({ code, ...refusals[code] } as Refusal);

/** What any operation may answer, whatever it does. */
export const always: readonly Problem[] = [tooMany(42), bug, outage, stopping, malformed, notAllowed(['GET', 'POST'])];

/** What any operation may answer that asks for an identity. */
export const guarded: readonly Problem[] = [
  ...[authenticationNeeded, toProblem({ code: 'cle-refusee', raison: 'inconnue' }), sessionEnded, foreign],
  ...[toProblem({ code: 'droit-insuffisant', roles: ['superviseur', 'agent'] }), scopeMissing('lecture'), limitedKey],
];

/** Every problem that an operation may answer, by status and code, each as it could be. */
export function problemsOf(operation: Operation): Map<number, Problem[]> {
  const isPublic = politiqueAcces[operation.id] === 'publique';
  const shared = [...(isPublic ? [] : guarded), ...always].filter(
    (problem) => problem !== foreign || operation.method !== 'get',
  );
  return Map.groupBy([...ownProblems(operation), ...shared], ({ status }) => status);
}

const decisionRefusals = (['fait-refuse', 'date-anterieure', 'dossier-en-quarantaine'] as const).map((code) =>
  ofRefusal(code),
);

/** The same without what all operations share. */
export function ownProblems(operation: Operation): Problem[] {
  const { path, query, body, seRejoue, method } = operation;
  const takesInput = body !== null || Object.keys(query.shape).length > 0;
  const writes = seRejoue && path.includes(':');
  const decides = writes || path.endsWith('/apercu');
  return [
    ...(takesInput ? [ofRefusal('saisie-invalide')] : []),
    ...(path.includes(':') ? [ofRefusal('introuvable')] : []),
    ...(body === null ? [] : badBodies(body)),
    ...(seRejoue ? [ofRefusal('cle-deja-utilisee')] : []),
    ...(decides ? decisionRefusals : []),
    ...(writes ? [ofRefusal('version-perimee')] : []),
    ...(seRejoue && !writes && method === 'post' ? [ofRefusal('dossier-existant')] : []),
    ...particularTo(operation),
  ];
}

function badBodies(body: NonNullable<Operation['body']>): Problem[] {
  if (body === table) return [wrongTableType, tooLarge];
  return [
    wrongJson('Le corps n’est pas du JSON : vérifiez guillemets, virgules et accolades.'),
    wrongContentType,
    tooLarge,
  ];
}

/** A problem as an example of the document. */
export function problemExample(problem: Problem) {
  return { summary: problem.title, value: problemBody(problem) };
}
