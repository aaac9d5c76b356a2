import { describe, expect, test } from 'vitest';
import { checker } from '../../scripts/proof/check.ts';
import { certifyScene, sceneGraphs } from '../../scripts/proof/family/certificate.ts';
import { familyInvariants } from '../../scripts/proof/family/claims.ts';
import { type Scene, walkScene } from '../../scripts/proof/family/scene.ts';
import { scenes } from '../../scripts/proof/family/scenes.ts';
import { faultsOf } from '../../scripts/proof/family/soundness.ts';

const scene = (id: string) => scenes.find((one) => one.id === id) as Scene;

describe('a family', () => {
  test('that freezes a region which moves, or leaves out a fact without a word, says so', () => {
    const bad = {
      ...scene('famille-succession'),
      figees: ['contrat', 'editeur', 'carteResponsable', 'mandataire'],
      omis: {},
    };
    const faults = faultsOf(bad, walkScene(bad));
    expect(faults).toContain('contrat moves');
    expect(faults).toContain('formulaire413.signe is not told');
    expect(faults).toContain('habilitation.accordee is not told');
  });

  test('whose claim says more than is true refutes it by the shortest story', () => {
    const check = checker(walkScene(scene('famille-succession')));
    const { verdict, contreExemple } = check({
      forme: 'chaque',
      fait: {},
      si: 'ancien.vie.installe',
      vers: 'ancien.vie.installe',
    });
    expect([verdict, contreExemple?.faits.map(({ type }) => type)]).toEqual(['réfuté', ['ancien:certificat.revoque']]);
  });

  test('is claimed about by its own words alone', () => {
    const [first] = familyInvariants['famille-equipe'] ?? [];
    const equipe = scene('famille-equipe');
    const offerts: Scene['offerts'] = (family) =>
      equipe.offerts(family).filter(({ fait }) => !fait.type.startsWith('carteAdministrateur.'));
    const brief = { ...equipe, offerts };
    const odd = { ...brief, id: 'famille-succession' };
    expect(first).toBeDefined();
    expect(() => certifyScene(odd, sceneGraphs(brief), 'sources')).toThrow(
      /Nothing in famille-succession is called: .*etat ancien\.vie\.installe/,
    );
  });
});
