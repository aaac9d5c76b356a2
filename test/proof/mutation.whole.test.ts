import { expect, test } from 'vitest';
import { adjacencies, tracings } from '../../scripts/proof/adjacency.ts';
import { PATH, playScene, type Scene } from '../../scripts/proof/family/scene.ts';
import { scenes } from '../../scripts/proof/family/scenes.ts';
import { Changed } from '../../scripts/proof/mutation/changed.ts';
import { FamilyChange, soundFamily } from '../../scripts/proof/mutation/changed-family.ts';
import { MachineChange, soundGraph } from '../../scripts/proof/mutation/changed-machine.ts';
import { type Mutant, mutantsOf } from '../../scripts/proof/mutation/mutants.ts';
import { textsOf } from './edges.ts';
import { procedureOf } from './oracle.ts';

test('what mutants make of a certificate, walked where they change alone, is what whole walks make of it', () => {
  const certificat = procedureOf('certificat');
  const { ensemble, decident } = tracings(certificat);
  const ground = soundGraph(ensemble);
  const some = mutantsOf(certificat).filter(({ etat }, rank) => etat !== '' && rank % 20 === 3);
  for (const { fait, procedure } of some) {
    const weak = procedure();
    const changed = new Changed(ground.indexed, new MachineChange(ground, weak.machine, fait));
    expect(changed.walk(Number.POSITIVE_INFINITY)).toBe(true);
    expect(textsOf(changed.whole())).toEqual(textsOf(adjacencies(weak, {}, decident).ensemble));
  }
});

test('what a mutant makes of a family, played where it changes alone, is what playing it all makes', () => {
  const scene = scenes.find(({ id }) => id === 'famille-equipe') as Scene;
  const mutant = mutantsOf(procedureOf(PATH)).find(
    ({ etat, fait, rang, change }) =>
      etat === 'administrateurTechnique' &&
      fait === 'administrateurTechnique.parti' &&
      rang === 2 &&
      change === 'sans isTitulaire',
  ) as Mutant;
  const family = soundFamily(scene);
  const change = new FamilyChange(family, mutant.procedure(), mutant.fait);
  const changed = new Changed(family.indexed, change, change.start() ?? -1);
  expect(changed.walk(Number.POSITIVE_INFINITY)).toBe(true);
  expect(changed.hasChanged()).toBe(true);
  expect(textsOf(changed.whole())).toEqual(textsOf(playScene(scene, mutant.procedure()).graph));
});
