import { procedures } from '../../../machines/index.ts';
import { type Acteur, acteurs, type Meta, type StepMeta } from '../../../machines/step.ts';
import { awaited } from '../../engine/graph/awaited.ts';
import { isPlanned } from '../../engine/graph/planned.ts';
import { pathOf } from '../../engine/state-info.ts';

/** On whose side somebody acts. */
export type Cote = 'etablissement' | 'ans' | 'editeur';

/** A step that a dossier or one of its certificates may stand at. */
interface EtapeConnue {
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

const libelles = [...new Set(etapesConnues.map(({ libelle }) => libelle))].sort((a, b) => a.localeCompare(b, 'fr'));
const noms = Object.entries(acteurs).sort(([, a], [, b]) => a.localeCompare(b, 'fr'));

/** The order of names: once it changes, places do. */
export const placesText = JSON.stringify([libelles, noms]);

/** The place of a step among all, in the order of their French names. */
export function placeOfEtape(id: string): number {
  return libelles.indexOf(etapesConnues.find((one) => one.id === id)?.libelle ?? '');
}

/** The place of somebody who acts among all, in the order of their French names. */
export function placeOfActeur(acteur: Acteur): number {
  return noms.findIndex(([id]) => id === acteur);
}

/** The acts by which a step of a certificate ends, by their types. */
export function factsEnding(etape: string): readonly string[] {
  return endings.get(etape) ?? [];
}

/** On whose side somebody acts: whoever is neither the ANS nor an éditeur is of the establishment. */
export function coteOf(acteur: Acteur): Cote {
  return acteur === 'ans' || acteur === 'editeur' ? acteur : 'etablissement';
}

const endings = new Map(
  procedures
    .filter(({ genre }) => genre === 'certificat')
    .flatMap(({ machine, facts }) =>
      leavesUnder(machine.root).map(
        (leaf) => [pathOf(leaf), awaited(leaf).filter((type) => isPlanned(facts[type]))] as const,
      ),
    ),
);

type Node = (typeof procedures)[number]['machine']['root'];

function leavesUnder(node: Node): Node[] {
  const children = Object.values(node.states) as Node[];
  return children.length > 0 ? children.flatMap(leavesUnder) : [node];
}

function stepsUnder(root: Node): Omit<EtapeConnue, 'certificat'>[] {
  return leavesUnder(root).flatMap((leaf) => {
    const { nature, libelle, acteur } = leaf.meta as Meta & StepMeta;
    return nature === 'acquise' ? [] : [{ id: pathOf(leaf), libelle, acteur }];
  });
}

/** Whether somebody acts in the procedure as it is now. */
export function isActeur(id: string): id is Acteur {
  return Object.hasOwn(acteurs, id);
}

/** What the calendar tells on the morrow of a last day, as the machines declare it. */
export const onTheMorrow: ReadonlySet<string> = new Set(
  procedures
    .flatMap(({ machine }) => deadlinesUnder(machine.root))
    .filter(({ joursAvant = 0 }) => joursAvant < 0)
    .map(({ fait }) => fait),
);

function deadlinesUnder(node: Node): NonNullable<StepMeta['echeances']>[number][] {
  const own = (node.meta as Partial<StepMeta> | undefined)?.echeances ?? [];
  return [...own, ...(Object.values(node.states) as Node[]).flatMap(deadlinesUnder)];
}
