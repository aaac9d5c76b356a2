import { describe, expect, test } from 'vitest';
import { counted } from '../../src/engine/answers/live-certificates.ts';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { planOf } from '../../src/engine/answers/plan.ts';
import { isLive } from '../../src/engine/cohort.ts';
import { decide, type Family } from '../../src/engine/decide.ts';
import { stateInfo, takenFacts } from '../../src/engine/state-info.ts';
import { faits, JOUR, member, openDossier, submit, type Told, tell } from './family.ts';
import { seeded } from './random.ts';

const { habilite, installe } = faits;
const empowered = tell(openDossier(), 'dossier', ...habilite);

/** So many certificates, ordered on the same day. */
function ordered(certificats: number, from = empowered): Family {
  return tell(from, 'dossier', ...Array.from({ length: certificats }, () => 'certificat.demande'));
}

/** Each certificate as many facts further as `acts` says, by its rank. */
function advanced(family: Family, acts: (rank: number) => number): Family {
  return family.certificats.reduce((now, { id }, rank) => tell(now, id, ...installe.slice(0, acts(rank))), family);
}

const ask = (family: Family) => nextSteps(family, member(family, 'dossier'), JOUR);
const plan = (family: Family) => planOf(family, member(family, 'dossier'), JOUR);
/** An administrateur technique whose card ends on a day. */
const designe = (fin: string): Told => ({ type: 'administrateurTechnique.designe', carte: { type: 'CPE', fin } });

describe('certificates ordered together', () => {
  test('take as many acts as they are, and as many days as one', () => {
    const left = [1, 12].map((certificats) => ask(ordered(certificats)).restant);
    expect(left.map(({ minimum, jours }) => [minimum, jours])).toEqual([
      [3, 25],
      [36, 25],
    ]);
  });

  test('go through the same waves, each step told once with how many certificates await it', () => {
    const { vagues, jours, acteurs } = plan(ordered(12));
    expect(vagues.map((wave) => wave.map(({ type, nombre }) => [type, nombre]))).toEqual([
      [['certificat.disponible', 12]],
      [['certificat.retire', 12]],
      [['certificat.installe', 12]],
    ]);
    expect([jours, acteurs.map(({ acteur, actes }) => [acteur, actes])]).toEqual([
      25,
      [
        ['ans', 12],
        ['administrateurTechnique', 24],
      ],
    ]);
  });

  test('that stand elsewhere go on beside one another: the longest chain tells the end', () => {
    const { vagues, jours } = plan(advanced(ordered(3), (rank) => rank));
    expect(vagues.map((wave) => wave.map(({ type, nombre }) => `${nombre} ${type}`).sort())).toEqual([
      ['1 certificat.disponible', '1 certificat.installe', '1 certificat.retire'],
      ['1 certificat.installe', '1 certificat.retire'],
      ['1 certificat.installe'],
    ]);
    expect(jours).toBe(25);
  });

  test('are put at disposal while their administrateur technique has his card unblocked, and withdrawn after', () => {
    const blocked = tell(ordered(2), 'dossier', 'carteAdministrateur.bloquee');
    const { vagues, jours } = plan(blocked);
    expect(vagues.map((wave) => wave.map(({ type, nombre }) => `${nombre} ${type}`))).toEqual([
      ['1 carteAdministrateur.debloquee', '2 certificat.disponible'],
      ['2 certificat.retire'],
      ['2 certificat.installe'],
    ]);
    expect(jours).toBe(25);
  });

  test('raise no alarm for a card that outlasts the longest of them, and one for a card that does not', () => {
    const lapses = (fin: string) => {
      const signed = [designe(fin), ...habilite.filter((type) => type !== 'administrateurTechnique.designe')];
      return ask(ordered(12, tell(openDossier(), 'dossier', ...signed))).peremptions.map(({ le }) => le);
    };
    expect([lapses('2026-06-30'), lapses('2026-03-20')]).toEqual([[], ['2026-03-21']]);
  });
});

describe('many certificates', () => {
  const three = advanced(ordered(300), (rank) => rank % 4);

  test('are summed up by state and by step, ten of them named, in an answer under 20 kB', () => {
    const steps = ask(three);
    expect(steps.certificats).toMatchObject({
      nombre: 300,
      etats: expect.arrayContaining([
        { id: 'vie.demande', libelle: 'Mise à disposition du certificat', nombre: 75 },
        { id: 'vie.installe', libelle: 'Certificat installé', nombre: 75 },
      ]),
      etapes: expect.arrayContaining([expect.objectContaining({ id: 'vie.disponible', nombre: 75, accepte: true })]),
      liste: '/api/v1/dossiers/dossier/certificats',
    });
    expect(steps.certificats?.urgents).toHaveLength(10);
    expect(steps.restant).toMatchObject({ minimum: 75 * 6, jours: 25 });
    expect(Buffer.byteLength(JSON.stringify(steps))).toBeLessThan(18_000);
    expect(Buffer.byteLength(JSON.stringify(plan(three)))).toBeLessThan(4_000);
  });

  test('are named the most urgent first', () => {
    const [first] = ask(tell(ordered(20), 'certificat-9', 'certificat.disponible')).certificats?.urgents ?? [];
    expect(first).toEqual({
      id: 'certificat-9',
      etape: 'vie.disponible',
      depuis: JOUR,
      limite: '2026-03-07',
      libelle: 'Certificat à retirer (AUTH, Camille Martin)',
    });
  });

  test('are brought to their end by whoever does the first act shown that leads nearer', () => {
    let family = advanced(ordered(9), (rank) => rank % 3);
    let acts = 0;
    const announced = ask(family).restant.minimum;
    for (let minimum = announced; minimum !== 0; minimum = ask(family).restant.minimum, acts++) {
      const nearer = ask(family)
        .etapes.flatMap((etape) => etape.faits)
        .find(({ accepte, restantApres }) => accepte && restantApres === Number(minimum) - 1);
      const taken = submit(family, nearer?.vers.split('/')[4] ?? '', nearer?.exemple);
      if (!taken.ok) throw new Error(`${minimum} acts are announced: ${JSON.stringify(taken.error)}`);
      family = taken.value.family;
    }
    expect(acts).toBe(announced);
  });
});

describe('a family of which most certificates were counted, not read', () => {
  test('is told the same as when all were read', () => {
    const random = seeded(31);
    for (let walk = 0; walk < 12; walk++) {
      const whole = wander(ordered(80), 80, random);
      const near = counted(whole);
      expect(near.absents?.length).toBeGreaterThan(5);
      expect([ask(near), plan(near)]).toEqual([ask(whole), plan(whole)]);
    }
  });

  test('says of a fact that all certificates hear that it is to be decided with all of them', () => {
    const whole = ordered(30);
    const reached = (type: string, id = 'dossier') => {
      const fact = { ...member(whole, id).procedure.facts[type]?.exemples[0], type, date: JOUR };
      const around = { jour: JOUR, instant: '2026-03-02T09:00:00.000Z', newId: () => 'nouveau' };
      const decided = decide(counted(whole), id, fact, around);
      return decided.ok && decided.value.atteintAbsents;
    };
    expect(reached('etablissement.ferme')).toBe(true);
    expect(reached('carteAdministrateur.bloquee')).toBe(false);
    expect(reached('certificat.demande')).toBe(false);
    expect(reached('certificat.disponible', whole.certificats[0]?.id)).toBe(false);
  });
});

/** Random facts of random certificates, and of what their dossier announces to them. */
function wander(from: Family, acts: number, random: () => number): Family {
  let family = from;
  for (let act = 0; act < acts; act++) {
    const live = family.certificats.filter(isLive);
    const isAnnounced = random() < 0.1;
    const bearer = isAnnounced ? member(family, 'dossier') : live[Math.floor(random() * live.length)];
    if (!bearer) return family;
    const facts = takenFacts(stateInfo(bearer.procedure, bearer.snapshot)).filter(
      ({ type }) => !isAnnounced || type.startsWith('carteAdministrateur.'),
    );
    const chosen = facts[Math.floor(random() * facts.length)];
    const taken = submit(family, bearer.id, { ...chosen?.exemple, type: chosen?.type, date: JOUR });
    if (taken.ok) family = taken.value.family;
  }
  return family;
}
