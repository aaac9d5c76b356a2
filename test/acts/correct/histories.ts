import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { findProcedure } from '../../../machines/index.ts';
import { type Decision, decide, type Family, members, type Surroundings, welcome } from '../../../src/engine/decide.ts';
import { type RankedFact, standingLines } from '../../../src/engine/history/corrections.ts';
import { type Past, type Rectified, rectify } from '../../../src/engine/history/rectify.ts';
import { heardFacts, replay } from '../../../src/engine/history/replay.ts';
import { type Instance, openInstance } from '../../../src/engine/instance.ts';
import type { Result } from '../../../src/engine/refusal.ts';
import { member } from '../../engine/family.ts';

/** A family with the journal of each of its members, as a store would have kept them; each act one minute after the one before. */
export interface Told {
  family: Family;
  journals: ReadonlyMap<string, readonly RankedFact[]>;
  /** What each was opened with. */
  fiches: ReadonlyMap<string, object>;
  acts: number;
}

/** Before anything was told. */
export function untold(family: Family): Told {
  return { family, journals: new Map(), fiches: openedWith(new Map(), family), acts: 0 };
}

/** What the next act draws from outside. */
function around({ acts, family }: Told): Surroundings {
  const instant = new Date(Date.parse('2026-03-01T00:00:00Z') + (acts + 1) * 60_000).toISOString();
  return { jour: '2026-09-01', instant, newId: () => `certificat-${family.certificats.length + 1}` };
}

/** After a fact, which may be refused: null. */
export function tellFact(told: Told, id: string, fact: object, auteur = 'essai'): Told | null {
  const decided = decide(told.family, id, fact, around(told));
  return decided.ok ? keep(told, decided.value, auteur) : null;
}

/** After a site was opened under the groupement. */
export function openedSite(told: Told, id: string, identifiants: object): Told {
  const procedure = findProcedure('public-ght');
  if (!procedure || !told.family.groupement) throw new Error('Nothing to open a site of, or under');
  const fiche = { ...exempleEtablissement, ...identifiants };
  const day = { ...around(told), jour: '2026-03-01' };
  const site = openInstance(procedure, { id, parentId: told.family.groupement.id, fiche }, day);
  const decision = welcome({ ...told.family, dossiers: [...told.family.dossiers, site] }, site, day);
  return keep(told, { ...decision, avertissements: [] });
}

/** After facts told to `id` by their first example, none of which may be refused. */
export function tellAll(told: Told, id: string, types: readonly string[]): Told {
  return types.reduce((now, type) => {
    const [exemple] = member(now.family, id).procedure.facts[type]?.exemples ?? [];
    const next = tellFact(now, id, { ...exemple, type, date: '2026-03-02' });
    if (!next) throw new Error(`${type} is refused`);
    return next;
  }, told);
}

/** What a correction would make of it. */
export function tryCorrection(told: Told, id: string, rang: number, remplacement: object | null): Result<Rectified> {
  const asked = { rang, motif: 'Erreur de saisie', remplacement: remplacement as Record<string, unknown> | null };
  return rectify(told.family, member(told.family, id), pastOf(told, id), { asked, around: around(told) });
}

/** After what was decided is written. */
export function keep(told: Told, { family, taken }: Decision, auteur = 'essai'): Told {
  const { instant: enregistreLe } = around(told);
  const journals = new Map(told.journals);
  let rang = [...told.journals.values()].flat().length;
  for (const { id } of members(family))
    for (const { event, saisie } of taken.filter((fact) => fact.id === id)) {
      rang += 1;
      const { type, date, empreinte } = event;
      const line = { rang, type, date, empreinte, saisie, enregistreLe, auteur };
      journals.set(id, [...(journals.get(id) ?? []), line]);
    }
  return { family, journals, fiches: openedWith(told.fiches, family), acts: told.acts + 1 };
}

function openedWith(known: Told['fiches'], family: Family): Told['fiches'] {
  return new Map([...members(family).map(({ id, fiche }) => [id, fiche] as const), ...known]);
}

/** What stands of the journal of a member, replayed from its opening. */
export function replayed(told: Told, id: string) {
  const { opening, lines } = pastOf(told, id);
  const instance = member(told.family, id);
  const facts = [...standingLines(lines), ...heardFacts(instance)];
  const { snapshot, depuis, bornes, durees, ecartes } = replay(instance.procedure, opening, facts);
  return { etats: snapshot.value, contexte: snapshot.context, depuis, bornes, durees, ecartes };
}

/** The same, as it is kept. */
export function kept(told: Told, id: string) {
  const { snapshot, depuis, bornes, durees } = member(told.family, id);
  return { etats: snapshot.value, contexte: snapshot.context, depuis, bornes, durees, ecartes: 0 };
}

function pastOf({ family, journals, fiches }: Told, id: string): Past {
  const instance = member(family, id);
  const under = members(family).filter(({ parentId }) => parentId === id);
  const heard = under.flatMap((child) => journals.get(child.id) ?? []);
  return {
    lines: journals.get(id) ?? [],
    opening: { fiche: fiches.get(id) ?? {}, jour: openedOn(instance, journals) },
    amont: journals.get(instance.parentId ?? '') ?? [],
    entendus: new Set(heard.map(({ enregistreLe }) => enregistreLe)),
    ouverts: under.map(({ ouvertLe }) => ouvertLe),
  };
}

/** A certificate is opened on the day of the fact that orders it. */
function openedOn({ ouvertLe, parentId, procedure, fiche }: Instance, journals: Told['journals']): string {
  if (procedure.genre !== 'certificat') return ouvertLe.slice(0, 10);
  const around = [...(journals.get(`${fiche['remplace']}`) ?? []), ...(journals.get(parentId ?? '') ?? [])];
  const cause = around.find(({ enregistreLe, type }) => enregistreLe === ouvertLe && /demande|renouvele$/.test(type));
  return cause?.date ?? ouvertLe.slice(0, 10);
}
