import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { NamedRequest } from '../acts/act.ts';
import type { Identity } from '../identity/identity.ts';
import type { Result } from '../result.ts';
import type { AnyRefusal, Problem } from '../web/problem.ts';

/** A request that may be answered. */
export interface Asked<Query = unknown> {
  /** The parameters of the path, by name. */
  chemin: Readonly<Record<string, string>>;
  /** The query string, as the operation's schema reads it. */
  requete: Query;
  /** The JSON body, checked for what JSON may hold; its schema is for the service to apply. */
  corps: unknown;
  /** A header, by its name in lower case. */
  entete(name: string): string | undefined;
  identite: Identity;
  /** Whence it comes: for what opens or closes a session. */
  request: Pick<IncomingMessage, 'headers' | 'method'>;
  /** Told when the client has gone; made for whoever waits. */
  gone(): AbortSignal;
  /** What the request is kept under when it names itself by an Idempotency-Key. */
  demande: Pick<NamedRequest, 'cle' | 'empreinte'> | undefined;
}

/** What is sent back: a text, bytes or a stream as they are, anything else as JSON. */
export interface Answer {
  /** 200 unless told. */
  statut?: number;
  entetes?: Readonly<Record<string, string>>;
  /** JSON unless told. */
  type?: string;
  corps: object | string | null;
}

export type Answered = Result<Answer, AnyRefusal | Problem>;

/** One operation of the API: where it is, what it takes, and what answers it. Who may ask is for the policy to say, by `id`. */
export interface Operation {
  /** Stable: `dossiers.lire`. */
  id: string;
  methode: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, with Express's parameters: `/dossiers/:id/faits`. */
  chemin: string;
  /** What it does, in French: « Lire un dossier ». */
  resume: string;
  requete: z.ZodObject;
  /** The JSON body; null when it takes none. */
  corps: z.ZodType | null;
  /** The type of its body when it is no JSON: a table, given as one character per byte. */
  typeCorps?: 'text/csv';
  /** What it answers when it says yes; `statut` 200 unless told. */
  reponse: { statut?: number; type?: string; schema: z.ZodType };
  /** Whether its answer is kept under the request's Idempotency-Key, with what it writes. */
  seRejoue: boolean;
  answer(asked: Asked<never>): Promise<Answered> | Answered;
}

interface Spec<Query extends z.ZodObject> extends Pick<Operation, 'id' | 'methode' | 'chemin' | 'resume' | 'reponse'> {
  requete?: Query;
  corps?: z.ZodType;
  typeCorps?: 'text/csv';
  seRejoue?: boolean;
  answer(asked: Asked<z.output<Query>>): Promise<Answered> | Answered;
}

/** Declares an operation; without `requete` its query string is not read, without `corps` it takes no body. */
export function operation<Query extends z.ZodObject = z.ZodObject>(spec: Spec<Query>): Operation {
  return { requete: z.object(), corps: null, seRejoue: false, ...spec } as Operation;
}
