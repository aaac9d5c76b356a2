import type { StateValueFrom } from 'xstate';
import type { certificatConditions } from '../certificat/conditions.ts';
import type { CertificatEvent } from '../certificat/events.ts';
import type { certificat } from '../certificat/machine.ts';
import type { DossierEvent } from '../etablissement/events.ts';
import type { GuardName } from '../etablissement/guards.ts';
import type { FormulaireId, formulaires } from '../formulaires/index.ts';
import type { GroupementEvent } from '../groupement/events.ts';
import type { groupement } from '../groupement/machine.ts';
import type { priveGroupe } from '../prive-groupe/machine.ts';
import type { priveMonoSite } from '../prive-mono-site/machine.ts';
import type { publicGht } from '../public-ght/machine.ts';
import type { Section } from '../source.ts';

type Fait = DossierEvent | CertificatEvent | GroupementEvent;
type Dossier = typeof publicGht | typeof priveMonoSite | typeof priveGroupe;

/** Every dotted path into a value, whatever it may miss; that of a list is that of its items. */
type Chemin<Valeur> = Valeur extends readonly (infer Element)[]
  ? Chemin<Element>
  : Valeur extends object
    ? { [Cle in keyof Valeur & string]: Cle | `${Cle}.${Chemin<Valeur[Cle]>}` }[keyof Valeur & string]
    : never;
type Etat<Valeur> = Valeur extends string
  ? Valeur
  : { [Cle in keyof Valeur & string]: Cle | `${Cle}.${Etat<Valeur[Cle]>}` }[keyof Valeur & string];
type Champ =
  | { [Id in FormulaireId]: `${Id}.${Chemin<(typeof formulaires)[Id]['exemple']>}` }[FormulaireId]
  | { [Type in Fait['type']]: `${Type}.${Chemin<Extract<Fait, { type: Type }>>}` }[Fait['type']];

/** What does in the product what a sentence says; an invariant by its id. */
export interface Porteurs {
  faits?: readonly Fait['type'][];
  gardes?: readonly (GuardName | keyof typeof certificatConditions)[];
  /** A state of a path, or of another machine: `certificat/vie.installe`. */
  etats?: readonly (
    | Etat<StateValueFrom<Dossier>>
    | `certificat/${Etat<StateValueFrom<typeof certificat>>}`
    | `groupement/${Etat<StateValueFrom<typeof groupement>>}`
  )[];
  /** A field of a form, or of a fact: `formulaire-413.partie1.siret`, `certificat.demande.usage`. */
  champs?: readonly Champ[];
  invariants?: readonly string[];
}

/** One sentence of the text in our words, and what carries it, or why it asks nothing. */
export type Phrase = { dit: string } & (Porteurs | { informe: string });
/** Sentences by passage and rank (`§4.1-3`), in the order of the text. */
export type Phrases = Readonly<Record<`${Section}-${number}`, Phrase>>;

/** Why what says where a document is to be had asks nothing. */
export const SITE_ANS = 'Les adresses sont des réglages du service (A15).';
