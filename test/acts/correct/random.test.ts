import { describe, expect, test } from 'vitest';
import { getNextTransitions } from 'xstate';
import { SANS_DATE } from '../../../machines/event.ts';
import { addDays } from '../../../src/days.ts';
import { deadlines } from '../../../src/engine/deadlines.ts';
import { members } from '../../../src/engine/decide.ts';
import type { RankedFact } from '../../../src/engine/history/corrections.ts';
import type { Instance } from '../../../src/engine/instance.ts';
import { takeStep } from '../../../src/engine/transition.ts';
import { faits, openDossier, openGroupement } from '../../engine/family.ts';
import { seeded } from '../../engine/random.ts';
import { keep, kept, openedSite, replayed, type Told, tellAll, tellFact, tryCorrection, untold } from './histories.ts';

type Random = () => number;
const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random() * list.length)];
const dayAt = (acts: number) => addDays('2026-03-02', acts);

/** Facts told at random to anybody of a family; now and then, what time brings. */
function wander(start: Told, steps: number, random: Random): Told {
  let told = start;
  for (let step = 0; step < steps; step++) told = tellOne(told, random) ?? told;
  return told;
}

function tellOne(told: Told, random: Random): Told | null {
  const one = pick(members(told.family), random);
  if (!one) return null;
  const date = dayAt(told.acts);
  const [due] = deadlines(one);
  if (due && random() < 0.15) return tellFact(told, one.id, { type: due.fait, date: due.le }, 'calendrier');
  const fact = pick(factsOf(one), random);
  if (!fact || (fact.type === 'dossier.abandonne' && random() < 0.8)) return null;
  return tellFact(told, one.id, { ...shorter(fact.exemple, random), type: fact.type, date });
}

/** What somebody would take now, by each example. */
function factsOf({ procedure, snapshot }: Instance): { type: string; exemple: object }[] {
  const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType));
  return [...types].flatMap((type) => {
    const { derive = true, exemples = [] } = procedure.facts[type] ?? {};
    const event = { type, date: SANS_DATE, empreinte: '' };
    return derive
      ? []
      : exemples.filter((one) => takeStep(snapshot, { ...one, ...event })).map((exemple) => ({ type, exemple }));
  });
}

/** Cards that end soon, so that the calendar has something to say. */
function shorter(exemple: object, random: Random): object {
  if (!('carte' in exemple) || exemple.carte === null || random() < 0.5) return exemple;
  return { ...exemple, carte: { ...(exemple.carte as object), fin: '2026-08-15' } };
}

/** Another content or another day of the same fact. */
function retold(told: Told, id: string, { type, date, saisie }: RankedFact, random: Random): object | null {
  if (random() < 0.5) return null;
  const procedure = members(told.family).find((one) => one.id === id)?.procedure;
  const exemple = pick(procedure?.facts[type]?.exemples ?? [{}], random) ?? {};
  return random() < 0.5 ? { ...JSON.parse(saisie ?? '{}'), date: '2026-03-01' } : { ...shorter(exemple, random), date };
}

/** Corrects a line at random of somebody at random, if that may be; tells which refusals and how many lines were withdrawn. */
function correctOne(told: Told, random: Random, seen: Map<string, number>): Told {
  const one = pick(members(told.family), random);
  const line = one && pick(told.journals.get(one.id) ?? [], random);
  if (!one || !line) return told;
  const tried = tryCorrection(told, one.id, line.rang, retold(told, one.id, line, random));
  const what = tried.ok ? `${tried.value.retires.length > 0 ? 'entraine' : 'seule'}` : codeOf(tried.error);
  seen.set(what, (seen.get(what) ?? 0) + 1);
  return tried.ok ? keep(told, tried.value.decision) : told;
}

function codeOf(error: { code: string; raison?: string }): string {
  return error.raison ?? error.code;
}

/** How many children of each statut somebody really has. */
function childrenOf({ family }: Told, id: string) {
  const statuts = members(family)
    .filter(({ parentId }) => parentId === id)
    .map(({ procedure, snapshot }) => procedure.statut(snapshot.value));
  const count = (statut: string) => statuts.filter((one) => one === statut).length;
  return { enCours: count('enCours'), enService: count('enService'), abandonne: count('abandonne') };
}

/** Everybody stands where their journal leads, and counts the children they have. */
function hold(told: Told, seed: number): void {
  for (const { id, comptes, procedure } of members(told.family)) {
    expect({ seed, id, ...replayed(told, id) }).toEqual({ seed, id, ...kept(told, id) });
    if (procedure.genre === 'certificat') continue;
    expect({ seed, id, comptes }).toEqual({ seed, id, comptes: childrenOf(told, id) });
  }
}

/** Six rounds of facts and corrections. */
function live(start: Told, seed: number, seen: Map<string, number>): void {
  const random = seeded(seed);
  let told = start;
  for (let round = 0; round < 6; round++) {
    told = wander(told, 25, random);
    for (let tries = 0; tries < 4; tries++) told = correctOne(told, random, seen);
    hold(told, seed);
  }
}

const nord = { siret: '26011021800047', finess: '010000057' };
const sud = { siret: '26011021800054', finess: '010000040' };
const families = {
  'a dossier alone': () => untold(openDossier()),
  'a dossier with a certificate': () => {
    const ordered = tellAll(untold(openDossier()), 'dossier', [...faits.habilite, 'certificat.demande']);
    return tellAll(ordered, 'certificat-1', faits.installe);
  },
  'a groupement of two sites': () => openedSite(openedSite(untold(openGroupement()), 'nord', nord), 'sud', sud),
};

describe.each(Object.entries(families))('after random facts and corrections in %s', (_name, open) => {
  test('everybody stands where what remains of the journal leads, and counts its children right', () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= 6; seed++) live(open(), seed, seen);
    const expected = ['seule', 'entraine', 'effets-sortis', 'deja-corrigee', 'correction'];
    expect(expected.filter((what) => !seen.has(what))).toEqual([]);
    expect(seen.has('historique-incomplet')).toBe(false);
  }, 60_000);
});
