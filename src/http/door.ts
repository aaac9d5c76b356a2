import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import compression from 'compression';
import type { Request as Express, Response } from 'express';
import { portees } from '../identity/editeurs/cles.ts';
import { anonyme, endsSoon, type Identity } from '../identity/identity.ts';
import { err, ok, type Result } from '../result.ts';
import type { Sandboxes } from '../sandbox/sandboxes.ts';
import type { BacASable, Services } from '../services.ts';
import { authenticationNeeded, identify } from '../web/access/credentials.ts';
import type { Limits } from '../web/access/limits.ts';
import { politiqueAcces } from '../web/access/policy.ts';
import type { Door } from '../web/mount.ts';
import { type Problem, sendProblem } from '../web/problem.ts';
import { answerOnce } from './named-request.ts';
import type { Answer, Operation } from './operation.ts';

/** Only what is long: what is short and often asked stays as it is. */
const compress = compression({ threshold: 2_048 });

/** The door of programs: by a key or a session, answered in JSON; a sandbox key acts in its sandbox. */
export function apiDoor(services: Services, sandboxes: Sandboxes, limits: Limits): Door<Operation> {
  return {
    readsAnyQuery: false,
    services,
    refuse: sendProblem,
    async enter({ right, method, deprecie }, request, response) {
      sayEnding(response, deprecie);
      const known = politiqueAcces[right] === 'publique' ? ok(anonyme) : await recognize(services, request);
      const late = known.ok ? whyLate(known.value, method, request, response) : limits.comer(response, request);
      if (known.ok && endsSoon(known.value)) response.setHeader('Cle-Fin', known.value.expireLe ?? '');
      if (late) sendProblem(response, late);
      else if (known.ok) return known.value;
      else sendProblem(response, known.error);
      return null;
    },
    async place(identite, act, { right, sansOuvrir }) {
      if (!identite.bacASable) return act({ services, identite, apart: false });
      const { id } = identite;
      const isOfSandbox = right.startsWith('bac-a-sable.');
      const shut: BacASable = { ...closed, forget: () => sandboxes.forget(id) };
      if (sansOuvrir)
        return act({ services: { ...services, bac: shut }, identite: asItself(identite), apart: isOfSandbox });
      await sandboxes.use(id, async (inside) => {
        await inside.bac?.accueillir(ownEditeur(identite), () => nameOf(services, identite));
        const who = isOfSandbox
          ? { ...asItself(identite), editeurId: ownEditeur(identite) }
          : playedBy(identite, inside);
        await act({ services: inside, identite: who, apart: true, plein: await sandboxes.isFull(id) });
      });
    },
    async answer(operation, asked, response) {
      const answered = await answerOnce(operation, asked);
      if (!(await asked.isStillIn())) sendProblem(response, authenticationNeeded);
      else if (answered.ok) {
        if (operation.compresse) compress(asked.request, response, () => {});
        await send(response, answered.value);
      } else sendProblem(response, answered.error, asked.services.now());
    },
    otherMethods: (methods) => (_request, response) => {
      response.setHeader('Allow', methods.join(', '));
      sendProblem(response, notAllowed(methods));
    },
  };

  function whyLate(identite: Identity, method: Operation['method'], request: Express, response: Response) {
    if (identite !== anonyme) return limits.identified(response, identite);
    return method === 'get' ? limits.reader(response, request) : limits.comer(response, request);
  }
}

/** What is told of a method that an address does not take. */
export function notAllowed(methods: readonly string[]): Problem {
  const detail = `Cette ressource admet : ${methods.join(', ')}.`;
  return { status: 405, code: 'methode-non-admise', title: 'Méthode non admise', detail };
}

async function recognize(services: Services, request: Express): Promise<Result<Identity, Problem>> {
  const known = await identify(services, request);
  if (!known.ok) return known;
  return known.value ? ok(known.value) : err(authenticationNeeded);
}

/** What is not opened does nothing but be forgotten. */
const closed = {
  aSonTour: <T>(acte: () => Promise<T>) => acte(),
  advanceTo: async () => null,
  acteur: () => null,
  async jouer() {},
  async accueillir() {},
};

/** What one does to the sandbox as a whole, whatever the key is limited to. */
function asItself(identite: Identity): Identity {
  return { ...identite, portees: [...portees, 'administration'], procedures: null, dossiers: null };
}

/**
 * In a sandbox a key of an éditeur acts as that éditeur, with its own scopes, and others as agents, until they play somebody else, whom
 * nothing limits. What it is limited to among the real dossiers is not there.
 */
function playedBy(identite: Identity, { bac }: Services): Identity {
  const isEditeur = identite.role === 'editeur';
  const role = bac?.acteur() ?? (isEditeur ? 'editeur' : 'agent');
  const editeurId = role === 'editeur' ? ownEditeur(identite) : null;
  if (isEditeur && role === 'editeur') return { ...identite, editeurId, dossiers: null };
  return { ...asItself(identite), role, editeurId };
}

/** Whom a key plays as an éditeur: its own, or one made up for it. */
function ownEditeur({ editeurId, id }: Identity): string {
  return editeurId ?? id;
}

async function nameOf({ identites }: Services, { editeurId }: Identity): Promise<string> {
  return (editeurId && (await identites.editeur(editeurId))?.nom) || 'Éditeur d’essai';
}

/** What is deprecated says since when, when it goes, and what does the same (RFC 9745, RFC 8594). */
function sayEnding(response: Response, deprecie: Operation['deprecie']): void {
  if (!deprecie) return;
  const { depuis, retrait, remplacant } = deprecie;
  response.setHeader('Deprecation', `@${Date.parse(depuis) / 1000}`);
  response.setHeader('Sunset', new Date(retrait).toUTCString());
  response.setHeader('Link', `</docs#${remplacant}>; rel="successor-version"`);
}

function send(response: Response, { status = 200, headers = {}, type, body }: Answer): Promise<void> | undefined {
  response.status(status);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body instanceof Readable) return stream(response, type, body);
  if (body === null) response.end();
  else {
    response.setHeader('Content-Type', type ?? 'application/json; charset=utf-8');
    response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  }
  return undefined;
}

/** Cuts the line when the answer cannot be read to its end, so that nobody takes a part for the whole; who leaves is let go. */
async function stream(response: Response, type: string | undefined, body: Readable): Promise<void> {
  response.setHeader('Content-Type', type ?? 'application/octet-stream');
  try {
    await pipeline(body, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
