import { procedures } from '../../../machines/index.ts';
import { type Acteur, acteurs, type Meta, type StepMeta } from '../../../machines/step.ts';

/** On whose side somebody acts. */
export type Cote = 'etablissement' | 'ans' | 'editeur';

/** A step that a dossier or one of its certificates may stand at. */
export interface EtapeConnue {
  id: string;
  libelle: string;
  acteur: Acteur;
  certificat: boolean;
}

/** Every step that asks something of somebody, in the order of the machines. */
export const etapesConnues: readonly EtapeConnue[] = [
  ...new Map(
    procedures
      .filter(({ genre }) => genre !== 'groupement')
      .flatMap(({ genre, machine }) =>
        stepsUnder(machine.root).map((step) => ({ ...step, certificat: genre === 'certificat' })),
      )
      .map((step) => [step.id, step] as const),
  ).values(),
];

const statuts = ['enCours', 'enService', 'abandonne', 'clos'];
const parcours = procedures.map(({ id }) => id);
const libelles = [...new Set(etapesConnues.map(({ libelle }) => libelle))].sort((a, b) => a.localeCompare(b, 'fr'));
const noms = Object.entries(acteurs).sort(([, a], [, b]) => a.localeCompare(b, 'fr'));
const bits = new Map(etapesConnues.map(({ id }, rank) => [id, 2 ** rank]));
const acteurBits = new Map(Object.keys(acteurs).map((id, rank) => [id, 2 ** rank]));

/** What ranks and masks mean: once it changes, they are made again. */
export const codesText = JSON.stringify([statuts, parcours, libelles, noms, [...bits.keys()], [...acteurBits.keys()]]);

/** The rank of a statut, -1 for an unknown one. */
export function rankOfStatut(id: string): number {
  return statuts.indexOf(id);
}

/** The statut of a rank. */
export function statutAt(rank: number): string {
  return statuts[rank] ?? '';
}

/** The rank of a procedure, -1 for an unknown one. */
export function rankOfProcedure(id: string): number {
  return parcours.indexOf(id);
}

/** The procedure of a rank. */
export function procedureAt(rank: number): string {
  return parcours[rank] ?? '';
}

/** The place of a step among all, in the order of their French names. */
export function placeOfEtape(id: string): number {
  return libelles.indexOf(etapesConnues.find((one) => one.id === id)?.libelle ?? '');
}

/** The place of somebody who acts among all, in the order of their French names. */
export function placeOfActeur(acteur: Acteur): number {
  return noms.findIndex(([id]) => id === acteur);
}

/** A day (YYYY-MM-DD) as it is counted since 1970. */
export function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

/** The bit of a step, 0 for an unknown one. */
export function bitOfEtape(id: string): number {
  return bits.get(id) ?? 0;
}

/** The bit of somebody who acts, 0 for nobody. */
export function bitOfActeur(id: string): number {
  return acteurBits.get(id) ?? 0;
}

/** On whose side somebody acts: whoever is neither the ANS nor an éditeur is of the establishment. */
export function coteOf(acteur: Acteur): Cote {
  return acteur === 'ans' || acteur === 'editeur' ? acteur : 'etablissement';
}

type Node = (typeof procedures)[number]['machine']['root'];

function stepsUnder(node: Node): Omit<EtapeConnue, 'certificat'>[] {
  const children = Object.values(node.states) as Node[];
  if (children.length > 0) return children.flatMap(stepsUnder);
  const { nature, libelle, acteur } = node.meta as Meta & StepMeta;
  return nature === 'acquise' ? [] : [{ id: node.path.join('.'), libelle, acteur }];
}
