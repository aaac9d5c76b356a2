import { exempleEtablissement } from '../../machines/formulaires/etablissement.ts';
import { findProcedure } from '../../machines/index.ts';
import { type Decision, decide, type Family, members, type Surroundings, welcome } from '../../src/engine/decide.ts';
import { type Instance, openInstance } from '../../src/engine/instance.ts';
import type { Refusal, Result } from '../../src/engine/refusal.ts';

/** Today, in every test of the engine. */
export const JOUR = '2026-03-02';
const MOMENT = { jour: JOUR, instant: '2026-03-02T09:00:00.000Z' };

/** A fact to tell; what it leaves out comes from its first example, and its date is today. */
export type Told = string | { type: string; [champ: string]: unknown };

const prerequis = ['contrat.trouve', 'carteResponsable.trouvee', 'administrateurTechnique.designe'];
const parties = ['formulaire413.partie1Remplie', 'formulaire413.partie3Remplie', 'formulaire413.partie4Remplie'];
const envoye = ['formulaire413.transmis', 'formulaire413.recu'];
const signe = [...prerequis, ...parties, 'formulaire413.signe'];

/** The facts that lead to each stage: `envoye`, `retourne` and `installe` from the one before, the others from the opening. */
export const faits = {
  prerequis,
  parties,
  signe,
  envoye,
  retourne: ['formulaire413.retourne', 'formulaire413.partie3Remplie', 'formulaire413.signe', ...envoye],
  habilite: [...signe, ...envoye, 'habilitation.accordee'],
  installe: ['certificat.disponible', 'certificat.retire', 'certificat.installe'],
};

/** A dossier alone, whose id is « dossier ». */
export function openDossier(path = 'prive-mono-site'): Family {
  const dossier = open(path, { id: 'dossier', parentId: null, fiche: exempleEtablissement });
  return { groupement: null, dossiers: [dossier], certificats: [] };
}

/** A groupement without sites, whose id is « groupement ». */
export function openGroupement(): Family {
  const groupement = open('groupement', { id: 'groupement', parentId: null, fiche: { nom: 'GHT Exemple' } });
  return { groupement, dossiers: [], certificats: [] };
}

/** The groupement with one more site. */
export function openSite(family: Family, id: string, identifiants: object = {}): Family {
  const site = open('public-ght', { id, parentId: 'groupement', fiche: { ...exempleEtablissement, ...identifiants } });
  return welcome({ ...family, dossiers: [...family.dossiers, site] }, site, around(family)).family;
}

/** The family after facts told to `id`, none of which may be refused. */
export function tell(family: Family, id: string, ...facts: Told[]): Family {
  return facts.reduce((now, fact) => decisionOf(now, id, fact).family, family);
}

/** What a fact that must be accepted makes of the family. */
export function decisionOf(family: Family, id: string, told: Told): Decision {
  const result = attempt(family, id, told);
  if (result.ok) return result.value;
  throw new Error(`${JSON.stringify(told)} is refused: ${JSON.stringify(result.error)}`);
}

/** Why a fact is refused, which it must be. */
export function refusalOf(family: Family, id: string, told: Told): Refusal {
  const result = attempt(family, id, told);
  if (!result.ok) return result.error;
  throw new Error(`${JSON.stringify(told)} is accepted`);
}

/** The codes of what a refused fact lacks. */
export function manqueOf(family: Family, id: string, told: Told): string[] {
  const refusal = refusalOf(family, id, told);
  if (refusal.code === 'fait-refuse') return refusal.manque.map(({ code }) => code);
  throw new Error(`${JSON.stringify(told)} is no fact of ${id}`);
}

/** Someone of the family. */
export function member(family: Family, id: string): Instance {
  const found = members(family).find((instance) => instance.id === id);
  if (!found) throw new Error(`Nobody is called ${id}`);
  return found;
}

/** Where someone of the family stands, region by region. */
export function standing(family: Family, id: string): Record<string, unknown> {
  return member(family, id).snapshot.value as Record<string, unknown>;
}

/** The answer to a body posted as it is. */
export function submit(family: Family, id: string, body: unknown): Result<Decision> {
  return decide(family, id, body, around(family));
}

function attempt(family: Family, id: string, told: Told): Result<Decision> {
  const fact = typeof told === 'string' ? { type: told } : told;
  const [exemple] = member(family, id).procedure.facts[fact.type]?.exemples ?? [];
  return submit(family, id, { date: JOUR, ...exemple, ...fact });
}

function open(id: string, opening: Pick<Instance, 'id' | 'parentId' | 'fiche'>): Instance {
  const procedure = findProcedure(id);
  if (!procedure) throw new Error(`No procedure is called ${id}`);
  return openInstance(procedure, opening, MOMENT);
}

/** A fact opens one certificate at most, so that its rank names it. */
function around({ certificats }: Family): Surroundings {
  return { ...MOMENT, newId: () => `certificat-${certificats.length + 1}` };
}
