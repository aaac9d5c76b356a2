import type { CertificatEvent } from './certificat/events.ts';
import { certificat } from './certificat/procedure.ts';
import type { DossierEvent } from './etablissement/events.ts';
import { definePath } from './etablissement/procedure.ts';
import type { Fact } from './event.ts';
import type { GroupementEvent } from './groupement/events.ts';
import { groupement } from './groupement/procedure.ts';
import { priveGroupe } from './prive-groupe/machine.ts';
import { priveMonoSite } from './prive-mono-site/machine.ts';
import type { Procedure } from './procedure.ts';
import { publicGht } from './public-ght/machine.ts';

/** Every published procedure, one line per version. */
export const procedures: readonly Procedure[] = [
  definePath(publicGht, 'Établissement public membre d’un GHT', '§4.2'),
  definePath(priveMonoSite, 'Établissement sur un seul site géographique', '§4.3.1'),
  definePath(priveGroupe, 'Établissement d’un groupe privé', '§4.3.2'),
  groupement,
  certificat,
];

/** The procedure that runs `id` in `version`, or in its last version. */
export function findProcedure(id: string, version?: number): Procedure | null {
  return procedures.findLast((known) => known.id === id && (version ?? known.version) === known.version) ?? null;
}

type Told = DossierEvent | GroupementEvent | CertificatEvent;
/** Every fact of every procedure, by type. */
export type FactType = Told['type'];

/** Whether a fact, as its machine received it, is of that type. */
export function isFact<Type extends FactType>(
  event: { type: string },
  type: Type,
): event is Extract<Told, { type: Type }> {
  return event.type === type;
}

const facts = new Map(procedures.toReversed().flatMap((one) => Object.entries(one.facts)));

/** What is declared of a fact, by the first procedure that knows it; null for what is no fact. */
export function findFact(type: FactType): Fact;
export function findFact(type: string): Fact | null;
export function findFact(type: string): Fact | null {
  return facts.get(type) ?? null;
}

type Objet<Type> = Type extends `${infer First}.${string}` ? First : never;

/** What facts are about, by the first word of their types, in the order of the menus. */
export const sujets = {
  carteBeneficiaire: 'Bénéficiaire',
  beneficiaire: 'Bénéficiaire',
  etablissement: 'Établissement',
  dossier: 'Dossier',
  dsi: 'DSI',
  etatDesLieux: 'DSI',
  site: 'Sites',
  sites: 'Sites',
  editeur: 'Éditeur de logiciel',
  contrat: 'Contrat',
  representantLegal: 'Représentant légal',
  carteResponsable: 'Représentant légal',
  formulaire101: 'Représentant légal',
  mandat: 'Mandataire',
  carteMandataire: 'Mandataire',
  administrateurTechnique: 'Administrateur technique',
  carteAdministrateur: 'Administrateur technique',
  formulaire413: 'Formulaire 413 et habilitation',
  habilitation: 'Formulaire 413 et habilitation',
  commande: 'Certificats',
  certificat: 'Certificats',
  certificats: 'Certificats',
  successeur: 'Certificats',
} as const satisfies Record<Objet<FactType>, string>;
