import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { planOf } from '../../src/engine/answers/plan.ts';
import { leastLeft } from '../../src/engine/answers/remaining.ts';
import { keepView, readView } from '../../src/engine/answers/view.ts';
import type { Family } from '../../src/engine/decide.ts';
import { aleasOf } from '../../src/engine/graph/planned.ts';
import { stateInfo, takenFacts } from '../../src/engine/state-info.ts';
import { JOUR, member, openDossier, faits as stages, submit, tell } from './family.ts';
import { seeded } from './random.ts';

const paths = ['prive-mono-site', 'public-ght', 'prive-groupe'];
const carte = (fin: string) => ({ type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin } });

describe('a step', () => {
  test('asks for one of several facts, or serves one case alone', () => {
    expect(exigences(openDossier())).toMatchObject({
      'contrat.aVerifier': { degre: 'obligatoire', parmi: ['contrat.trouve', 'contrat.transmis'] },
      'editeur.aContacter': { degre: 'recommandee', parmi: [] },
      'mandataire.aucun': {
        degre: 'conditionnelle',
        parmi: [],
        seulementSi: [
          { fait: 'carteAdministrateur.demandee', quand: 'mandataire actif' },
          { fait: 'formulaire413.signe', quand: 'le mandataire signe' },
        ],
      },
    });
  });

  test('that waits for the ANS asks for its yes alone', () => {
    const sent = tell(openDossier(), 'dossier', 'contrat.absent', 'contrat.transmis');
    expect(exigences(sent)['contrat.attenteDecision']).toMatchObject({
      degre: 'obligatoire',
      parmi: ['contrat.signe'],
    });
  });

  test('is asked for no more once it has served', () => {
    const sent = tell(openDossier(), 'dossier', ...stages.signe, ...stages.envoye, 'carteResponsable.opposee');
    expect(exigences(sent)['carteResponsable.aRemplacer']?.degre).toBe('conditionnelle');
  });

  test('of an abandoned dossier is asked for to take it up again', () => {
    const abandoned = tell(openDossier(), 'dossier', 'dossier.abandonne');
    expect(exigences(abandoned)['suivi.abandonne']).toMatchObject({ degre: 'obligatoire', parmi: ['dossier.rouvert'] });
  });
});

test.each(paths)('%s: from 20 places, every way to the end takes what is said to be asked for', (path) => {
  const random = seeded(23);
  for (let start = 0; start < 20; start++) {
    const from = wander(openDossier(path), 30 * random(), random);
    const asked = Object.values(exigences(from)).filter(({ degre }) => degre === 'obligatoire');
    const taken = wayToTheEnd(from, random);
    expect(asked.filter(({ parmi }) => !parmi.some((type) => taken.has(type)))).toEqual([]);
  }
});

test.each(paths)('%s: the most acts without a return are taken by whoever always leaves the most', (path) => {
  const random = seeded(5);
  for (let start = 0; start < 20; start++) {
    let family = wander(openDossier(path), 12 * random(), random, knownChoices);
    const announced = planOf(family, member(family, 'dossier'), JOUR).maximumSansRetour ?? Number.NaN;
    let acts = 0;
    for (let left = announced; left > 0; left--) {
      family = nextLongest(family, left - 1);
      acts += 1;
    }
    expect([acts, planOf(family, member(family, 'dossier'), JOUR).minimum]).toEqual([announced, 0]);
  }
});

describe('a card that ends', () => {
  const soon = tell(openDossier(), 'dossier', carte('2026-03-20'));
  const announced = [
    {
      fait: 'carteResponsable.expiree',
      libelle: 'Carte du responsable arrivée à sa date de fin',
      acteur: 'representantLegal',
      le: '2026-03-21',
      actesEnPlus: 3,
    },
  ];

  test('before what is left is done is announced', () => {
    expect(nextSteps(soon, member(soon, 'dossier'), JOUR).peremptions).toEqual(announced);
    expect(planOf(soon, member(soon, 'dossier'), JOUR).peremptions).toEqual(announced);
  });

  test('later is announced when the day draws near, though nothing was written since', () => {
    const later = tell(openDossier(), 'dossier', carte('2027-03-20'));
    const kept = keepView(later, member(later, 'dossier'), JOUR);
    const shown = (jour: string) => readView(kept, jour)?.suite.peremptions;
    expect(shown(JOUR)).toEqual([]);
    expect(shown('2027-03-01')).toEqual([{ ...announced[0], le: '2027-03-21' }]);
  });

  test('is announced no more once it has served', () => {
    const signed = tell(soon, 'dossier', ...stages.signe.filter((type) => type !== 'carteResponsable.trouvee'));
    expect(nextSteps(signed, member(signed, 'dossier'), JOUR).peremptions).toEqual([]);
  });
});

test('a plan says which cards its acts ask for, and which are active', () => {
  const family = tell(openDossier(), 'dossier', carte('2035-12-31'));
  expect(
    planOf(family, member(family, 'dossier'), JOUR).cartes.map(({ code, pour, active }) => [code, pour, active]),
  ).toEqual([
    ['carte-responsable-active', ['formulaire413.signe'], true],
    ['administrateur-technique-actif', ['formulaire413.transmis', 'certificat.demande'], false],
    ['carte-beneficiaire', ['certificat.demande'], null],
  ]);
});

function exigences(family: Family) {
  const { etapes } = nextSteps(family, member(family, 'dossier'), JOUR);
  return Object.fromEntries(etapes.map(({ id, exigence }) => [id, exigence]));
}

/** Every body that the dossier takes, but those that undo; with what is left at most after it. */
function choices(family: Family): object[] {
  const { procedure, snapshot } = member(family, 'dossier');
  const undoing = aleasOf(procedure);
  return takenFacts(stateInfo(procedure, snapshot))
    .filter(({ type }) => !undoing.has(type) && type !== 'dossier.abandonne')
    .flatMap(({ type, variantes }) => variantes.map(({ exemple }) => ({ ...exemple, type, date: JOUR })));
}

/** Those that name nobody who is still to be designated: a plan designates him, as no example does. */
function knownChoices(family: Family): object[] {
  return choices(family).filter((body) => {
    const { partie4 } = body as { partie4?: { administrateursTechniques: { nom: string }[] } };
    return partie4?.administrateursTechniques.every(({ nom }) => nom !== 'Durand') ?? true;
  });
}

function wander(from: Family, acts: number, random: () => number, among = choices): Family {
  let family = from;
  for (let act = 0; act < Math.floor(acts); act++) {
    const bodies = among(family).filter((body) => (body as { type: string }).type !== 'certificat.demande');
    const answer = submit(family, 'dossier', bodies[Math.floor(random() * bodies.length)]);
    if (answer.ok) family = answer.value.family;
  }
  return family;
}

/** The types of a random way on, until a certificate is ordered. */
function wayToTheEnd(from: Family, random: () => number): Set<string> {
  const taken = new Set<string>();
  for (let family = from; !taken.has('certificat.demande'); ) {
    const bodies = choices(family);
    const body = bodies[Math.floor(random() * bodies.length)] as { type: string };
    const answer = submit(family, 'dossier', body);
    if (!answer.ok || (random() < 0.7 && isFarther(family, answer.value.family))) continue;
    taken.add(body.type);
    family = answer.value.family;
  }
  return taken;
}

function isFarther(before: Family, after: Family): boolean {
  const [now, then] = [before, after].map((family) => leastLeft(family, member(family, 'dossier')) ?? 0);
  return (then ?? 0) > (now ?? 0);
}

/** The family after an act that leaves `left` at most; the certificate's when no other does. */
function nextLongest(family: Family, left: number): Family {
  const certificats = family.certificats.flatMap(({ id, procedure, snapshot }) =>
    takenFacts(stateInfo(procedure, snapshot)).map(({ type, exemple }) => ({
      id,
      body: { ...exemple, type, date: JOUR },
    })),
  );
  const own = knownChoices(family).map((body) => ({ id: 'dossier', body }));
  const isOrder = ({ body }: { body: object }) => (body as { type: string }).type === 'certificat.demande';
  const last = [...own.filter((one) => !isOrder(one)), ...own.filter(isOrder), ...certificats];
  for (const { id, body } of last) {
    const answer = submit(family, id, body);
    if (!answer.ok) continue;
    const next = answer.value.family;
    if (planOf(next, member(next, 'dossier'), JOUR).maximumSansRetour === left) return next;
  }
  throw new Error(`No act leaves ${left} at most`);
}
