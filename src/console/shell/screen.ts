import type { Readable } from 'node:stream';
import type { Request } from 'express';
import { z } from 'zod';
import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Champs } from '../../web/form/champs.ts';
import type { Html } from '../../web/html.ts';
import type { AnyRefusal, Problem } from '../../web/problem.ts';
import type { Page } from './page.ts';

/** Somebody at a screen, whose session, rights, origin and reach were checked. */
export interface Visit<Query = Readonly<Record<string, string>>> {
  /** The parameters of the path, by name. */
  chemin: Readonly<Record<string, string>>;
  /** The query string, as the screen's schema reads it; a bad one is read as an empty one. */
  requete: Query;
  /** What was typed; nothing on a GET. */
  champs: Champs;
  /** The file that was joined, when the screen takes one. */
  fichier: Fichier | null;
  identite: Identity;
  /** Those of the real base, or of the demonstration that this person is in. */
  services: Services;
  /** Whether this is a demonstration. */
  demonstration: boolean;
  request: Request;
  /** The id of what htmx replaces; null for a whole page. */
  partiel: string | null;
  /** Told when the browser has gone. */
  gone(): AbortSignal;
}

/** A file as it was joined to a form. */
interface Fichier {
  nom: string;
  octets: Buffer;
}

/** What a screen shows. */
export type Shown = Page | Ailleurs | Fragment | Envoi | Flux | Refus;

/** Another address to go to, with a message shown there once. */
export interface Ailleurs {
  vers: string;
  message?: string | undefined;
  ton?: 'bien' | 'attention';
}
/** A piece of page, for htmx. */
interface Fragment {
  fragment: Html;
  statut?: number;
}
/** A picture or a table, as it is; with `nom`, to be kept as a file. */
interface Envoi {
  envoi: string | Buffer | Readable;
  type: string;
  nom?: string;
  entetes?: Readonly<Record<string, string>>;
}
/** Events as they come, each written as text/event-stream wants it. */
interface Flux {
  flux: AsyncIterable<string>;
}
/** Why not: shown as a page of its own. */
export interface Refus {
  refus: AnyRefusal | Problem;
}

/** Where somebody acts: on what is real, or in a demonstration of their own. */
export type Lieu = (
  identite: Identity,
  request: Request,
  act: (services: Services, demonstration: boolean) => Promise<void>,
) => Promise<void>;

/** One address of the console: what it takes, who may come, and what it shows. */
export interface Screen {
  /** Stable: `dossier.etapes`. */
  id: string;
  methode: 'get' | 'post';
  /** With Express's parameters: `/dossiers/:id`. */
  chemin: string;
  /** The operation of the API whose right it takes; where `:id` is a case, the first word says of which kind. */
  droit: string;
  requete: z.ZodObject;
  /** The field of a file, when the form has one. */
  fichier: string | null;
  answer(visit: Visit<never>): Promise<Shown> | Shown;
}

interface Spec<Query extends z.ZodObject> extends Pick<Screen, 'id' | 'methode' | 'chemin' | 'droit'> {
  requete?: Query;
  fichier?: string;
  answer(visit: Visit<z.output<Query>>): Promise<Shown> | Shown;
}

const libre = z.object({}).catchall(z.string());

/** Declares a screen; without `requete` its query string is read as texts by name. */
export function screen<Query extends z.ZodObject = typeof libre>(spec: Spec<Query>): Screen {
  return { requete: libre, fichier: null, ...spec } as unknown as Screen;
}

/** Goes on elsewhere after a form, with what was done said there. */
export function ailleurs(vers: string, message?: string, ton: Ailleurs['ton'] = 'bien'): Ailleurs {
  return { vers, message, ton };
}
