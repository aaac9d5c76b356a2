import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { JOUR, member, openDossier, openGroupement, openSite, faits as stages, tell } from './family.ts';
import { announcesTruth, announcesTruthOfTwo, askNext, follow, paths, stepFacts } from './next-steps-walks.ts';

describe('from its opening to a certificate in service', () => {
  test.each(paths)('a dossier of %s takes %i acts, those that are announced', (path, acts) => {
    const { minimum, etapes } = askNext(openDossier(path)).restant;
    expect(minimum).toBe(acts);
    expect(etapes.map(({ type }) => type)).toEqual(follow(openDossier(path)).map(({ type }) => type));
  });

  test('a site learns that its DSI is approached by its groupement', () => {
    const site = openSite(openGroupement(), 'dossier');
    const dsi = stepFacts(site).find(({ type }) => type === 'dsi.contactee');
    expect(dsi).toMatchObject({ vers: '/api/v1/groupements/groupement/faits', accepte: true, restantApres: 17 });
    expect(follow(site)).toHaveLength(18);
  });

  test('a blocked card of the administrateur technique costs one act more, to unblock it', () => {
    const ordered = tell(openDossier(), 'dossier', ...stages.habilite, 'certificat.demande');
    const blocked = tell(ordered, 'dossier', 'carteAdministrateur.bloquee');
    expect([ordered, blocked].map((family) => askNext(family).restant.minimum)).toEqual([3, 4]);
  });
});

test('wherever facts lead from wherever on the way, what is announced is true, 6 times', () => {
  announcesTruth({ seed: 20_260_303, numRuns: 6 });
});

test('so it is once a second administrateur technique is designated, as is proposed, twice', () => {
  announcesTruthOfTwo({ seed: 20_260_303, numRuns: 2 });
});

test('a state that no walk reaches is answered all the same, by what leads nearest', () => {
  const family = tell(openDossier(), 'dossier', ...stages.signe);
  const dossier = member(family, 'dossier');
  const { machine } = dossier.procedure;
  const context = {
    ...dossier.snapshot.context,
    administrateurs: [],
    nommes: [],
    parties: { partie1: null, partie3: null, partie4: null },
  };
  const impossible = {
    ...dossier,
    snapshot: machine.resolveState({ value: dossier.snapshot.value, context }) as never,
  };
  const { etapes, restant } = nextSteps({ ...family, dossiers: [impossible] }, impossible, JOUR);
  expect([etapes.length, restant.etapes.length].every((length) => length > 0)).toBe(true);
});
