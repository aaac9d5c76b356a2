import { expect, test } from 'vitest';
import { adjacencies, tracings } from '../../scripts/proof/adjacency.ts';
import { PATH, playScene, type Scene } from '../../scripts/proof/family/scene.ts';
import { scenes } from '../../scripts/proof/family/scenes.ts';
import { Changed } from '../../scripts/proof/mutation/changed.ts';
import { FamilyChange, soundFamily } from '../../scripts/proof/mutation/changed-family.ts';
import { MachineChange, soundGraph } from '../../scripts/proof/mutation/changed-machine.ts';
import { mutantsOf } from '../../scripts/proof/mutation/mutants.ts';
import { textsOf } from './edges.ts';
import { procedureOf } from './oracle.ts';

const ASIDE =
  /^carteAdministrateur\.(?:demandee|emise|refusee|activee|renouvelee|opposee)$|413\.(?:retourne|rejete|repris)$/;
const equipe = scenes.find(({ id }) => id === 'famille-equipe') as Scene;
/** Two administrateurs techniques who keep their cards, and a form that is not returned: one mutant of the whole takes longer than five of this. */
const scene: Scene = {
  ...equipe,
  offerts: (family) => equipe.offerts(family).filter(({ fait }) => !ASIDE.test(fait.type)),
};

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

test('what mutants make of a family, played where they change alone, is what playing it all makes', () => {
  const family = soundFamily(scene);
  const some = mutantsOf(procedureOf(PATH)).filter(
    ({ etat, fait, rang }) =>
      etat === 'administrateurTechnique' && fait === 'administrateurTechnique.parti' && rang === 2,
  );
  const moving = new Set<string>();
  for (const { fait, change: weakness, procedure } of some) {
    const weak = procedure();
    const change = new FamilyChange(family, weak, fait);
    const changed = new Changed(family.indexed, change, change.start() ?? -1);
    expect(changed.walk(Number.POSITIVE_INFINITY)).toBe(true);
    if (changed.hasChanged()) moving.add(weakness);
    expect(textsOf(changed.whole())).toEqual(textsOf(playScene(scene, weak).graph));
  }
  expect(moving.size).toBe(5);
});
