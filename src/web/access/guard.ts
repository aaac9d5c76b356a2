import type { Request, RequestHandler } from 'express';
import { anonyme, type Identity } from '../../identity/identity.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import { type Problem, sendProblem, toProblem } from '../problem.ts';
import { identify } from './credentials.ts';
import type { Limits } from './limits.ts';
import { politiqueAcces, type Regle } from './policy.ts';
import { reaches } from './reach.ts';

const genres: Readonly<Record<string, Genre>> = {
  dossiers: 'dossier',
  groupements: 'groupement',
  certificats: 'certificat',
};

/** What is guarded. */
interface Guarded {
  id: string;
  methode: string;
  chemin: string;
}

/** Lets in who may ask for an operation, by the policy; a case that one may not see is not found. */
export function guardOf(services: Services, limits: Limits): (operation: Guarded) => RequestHandler {
  return (operation) => {
    const regle = politiqueAcces[operation.id];
    return regle === 'publique' ? welcome : check;

    function welcome(...[request, response, next]: Parameters<RequestHandler>): void {
      const late = limits[operation.methode === 'get' ? 'reader' : 'comer'](response, request);
      if (late) sendProblem(response, late);
      else letIn(request, response, next);
    }

    async function check(...[request, response, next]: Parameters<RequestHandler>): Promise<void> {
      const { id = '' } = request.params as { id?: string };
      const known = await recognize(services, request);
      const late = known.ok ? limits.identified(response, known.value) : limits.comer(response, request);
      if (late) return sendProblem(response, late);
      if (!known.ok) return sendProblem(response, known.error);
      const admitted = await admit(services, { droit: operation.id, chemin: operation.chemin, id }, known.value);
      if (!admitted.ok) return sendProblem(response, admitted.error);
      response.locals['identite'] = admitted.value;
      next();
    }
  };
}

/** Lets in whoever comes. */
export const letIn: RequestHandler = (_request, response, next) => {
  response.locals['identite'] = anonyme;
  next();
};

/** What is asked: the operation whose right it takes, where, and of which case if any. */
interface Asking {
  droit: string;
  chemin: string;
  id: string;
}

async function recognize(services: Services, request: Request): Promise<Result<Identity, Problem>> {
  const known = await identify(services, request);
  if (!known.ok) return known;
  return known.value ? ok(known.value) : err(authenticationNeeded);
}

/** Who may act, as what; or why not, by the policy. A case that one may not see is not found. */
export async function admit(
  services: Services,
  { droit, chemin, id }: Asking,
  identite: Identity,
): Promise<Result<Identity, Problem>> {
  if (identite.bacASable) return admitInSandbox(droit, asAgent(identite));
  const refusal = whyNot(droit, identite);
  if (refusal) return err(refusal);
  const genre = chemin.includes('/:id') ? genres[droit.split('.')[0] ?? ''] : undefined;
  const isReached = genre === undefined || (await reaches(services, identite, genre, id));
  return isReached ? ok(identite) : err(toProblem({ code: 'introuvable', objet: genre, id }));
}

/** In a sandbox, which holds nothing but what its key has put there, one is an agent. */
function admitInSandbox(droit: string, identite: Identity): Result<Identity, Problem> {
  if (droit.startsWith('abonnements.')) return err(noWebhooks);
  const refusal = whyNot(droit, identite);
  return refusal ? err(refusal) : ok(identite);
}

function asAgent(identite: Identity): Identity {
  return { ...identite, role: 'agent', portees: ['lecture', 'faits', 'evenements'], procedures: null, dossiers: null };
}

/** Why an éditeur may not tell a fact, which it has sent; null when it may, or when another does. */
export function whyNotFact({ id }: Pick<Guarded, 'id'>, { role, portees }: Identity, corps: unknown): Problem | null {
  const regle = politiqueAcces[id];
  if (role !== 'editeur' || regle === undefined || regle === 'publique' || !regle.faitsEditeur) return null;
  const { type = '' } = (corps ?? {}) as { type?: string };
  const fait = Object.hasOwn(regle.faitsEditeur, type) ? regle.faitsEditeur[type] : undefined;
  const isTold = Object.entries(fait?.saisie ?? {}).every(([name, value]) => (corps as never)[name] === value);
  if (!fait || !isTold) return factForbidden(Object.keys(regle.faitsEditeur));
  return portees.includes(fait.portee) ? null : scopeMissing(fait.portee);
}

function whyNot(operation: string, identite: Identity): Problem | null {
  const regle = politiqueAcces[operation];
  if (regle === 'publique') return null;
  const droit = regle?.[identite.role] ?? 'non';
  if (!regle || droit === 'non') return toProblem({ code: 'droit-insuffisant', roles: rolesOf(regle) });
  const isScoped = identite.genre === 'cle' && !(identite.role === 'editeur' && regle.faitsEditeur);
  return isScoped && !identite.portees.includes(regle.portee) ? scopeMissing(regle.portee) : null;
}

function rolesOf(regle: Regle | undefined) {
  return (['superviseur', 'agent', 'lecteur', 'editeur'] as const).filter((role) => (regle?.[role] ?? 'non') !== 'non');
}

const noWebhooks: Problem = {
  status: 403,
  code: 'bac-a-sable-sans-webhooks',
  title: 'Pas de webhooks dans un bac à sable',
  detail: 'Un bac à sable n’envoie rien : lisez son flux par GET /api/v1/evenements.',
};
/** What is told of who has not said who they are. */
export const authenticationNeeded: Problem = {
  status: 401,
  code: 'authentification-requise',
  title: 'Authentification requise',
  detail: 'Connectez-vous, ou envoyez l’en-tête « Authorization: Bearer » avec une clé d’API.',
};

/** What is told of a key without a scope. */
export function scopeMissing(portee: string): Problem {
  return {
    status: 403,
    code: 'portee-insuffisante',
    title: 'Portée insuffisante',
    portee,
    detail: `Cette clé n’a pas la portée « ${portee} » : demandez-en une qui l’ait.`,
  };
}

/** What is told of an éditeur whose fact is not for it to tell. */
export function factForbidden(permis: string[]): Problem {
  return {
    status: 403,
    code: 'fait-non-permis',
    title: 'Fait non permis',
    permis,
    detail:
      'Un éditeur remplit la partie 4 du formulaire 413 et désigne son technicien administrateur technique, rien d’autre.',
  };
}
