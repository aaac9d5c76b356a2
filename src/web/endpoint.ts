import type { Request } from 'express';
import type { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import type { Services } from '../services.ts';
import type { Body } from './ingress.ts';

type Word<Text extends string> = Text extends `${infer Head}/${string}`
  ? Word<Head>
  : Text extends `${infer Head}.${string}`
    ? Head
    : Text;
type NamesIn<Path extends string> = Path extends `${string}:${infer Rest}` ? Word<Rest> | NamesIn<Rest> : never;

/** The parameters that a path names: `/dossiers/:id/faits` has `id`. */
export type Params<Path extends string> = { readonly [Name in NamesIn<Path>]: string };

/** Where somebody acts, and as what: a sandbox and a demonstration are apart from what is real. */
export interface Place {
  services: Services;
  identite: Identity;
  apart: boolean;
  /** Whether a sandbox has as much in it as one may: it is read, and no longer written. */
  plein?: boolean;
}

/** Somebody who asks, whose rights and reach were checked; what they sent is as its schemas read it. */
export interface Asked<Named = unknown, Query = unknown, Sent = unknown> extends Place {
  params: Named;
  query: Query;
  body: Sent;
  request: Request;
  /** Told when the client has gone or is let in no more, or the service stops; made for whoever waits. */
  gone(): AbortSignal;
  /** Whether whoever has waited may still be answered: a key is revoked, an account closed, while one waits. */
  isStillIn(): Promise<boolean>;
}

/** One address of the service, at either door: where it is, who may come, what it takes. */
export interface Endpoint {
  /** That of an operation; a screen has its path alone. */
  id?: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With Express's parameters: `/dossiers/:id/faits`. */
  path: string;
  /** What the policy calls it; where `:id` is a case, the first word says of which kind. */
  right: string;
  query: z.ZodObject;
  /** Null when it takes none. */
  body: Body<unknown> | null;
  /** Whether it writes nothing of its own: what is read, what is only foreseen, what asks another endpoint. */
  sansEffet?: boolean;
  /** Whether a sandbox, or a demonstration, stays shut: what rids one of it must not need that it opens. */
  sansOuvrir?: boolean;
}
