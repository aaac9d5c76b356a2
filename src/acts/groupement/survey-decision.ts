import type { Avertissement } from '../../../machines/avertissement.ts';
import { RECENSEMENT, type SiteConnu } from '../../../machines/groupement/events.ts';
import { factsOf, type SurveyFact } from '../../../machines/groupement/machine.ts';
import type { StepMeta } from '../../../machines/step.ts';
import {
  type Decision,
  decide,
  type Family,
  isMeant,
  members,
  type Surroundings,
  welcome,
} from '../../engine/decide.ts';
import { explainRefusal } from '../../engine/explain-refusal.ts';
import { type Instance, openInstance } from '../../engine/instance.ts';
import { seal } from '../../engine/parse-fact.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import { leaves } from '../../engine/state-info.ts';
import type { SurveyLine } from '../../survey/survey.ts';
import { sitesOf } from '../rows.ts';

/** Lines that are told, and the day of the état des lieux (YYYY-MM-DD). */
interface Telling {
  lines: readonly SurveyLine[];
  date: string;
}

/** What an état des lieux makes of a family, with the sites that it opens by the line that names them. */
export function decideSurvey(
  before: Family,
  groupement: Instance,
  { lines, date }: Telling,
  around: Surroundings,
): Result<{ decision: Decision; opened: ReadonlyMap<number, string> }> {
  const opening = openSites(before, groupement, lines, around);
  const sites = lines.map(({ connu }) => connu);
  const decided = decide(opening.family, groupement.id, { type: RECENSEMENT, date, sites }, around);
  if (!decided.ok) return decided;
  const changed = new Set([...opening.changed, ...decided.value.changed]);
  const taken = [...opening.taken, ...decided.value.taken];
  const family = oneVersionFurther(before, decided.value.family, changed);
  return ok({ decision: { ...decided.value, before, family, changed, taken }, opened: opening.opened });
}

/** Each site is welcomed by its groupement alone: no other site listens. */
function openSites(before: Family, groupement: Instance, lines: readonly SurveyLine[], around: Surroundings) {
  let parent = groupement;
  const dossiers = [...before.dossiers];
  const changed = new Set<string>();
  const taken: Decision['taken'] = [];
  const opened = new Map<number, string>();
  const { procedure } = sitesOf(groupement.fiche);
  for (const { ligne, ouverture } of lines) {
    if (!ouverture) continue;
    const fresh = openInstance(
      procedure,
      { id: around.newId(), parentId: groupement.id, fiche: { ...ouverture } },
      around,
    );
    const welcomed = welcome({ groupement: parent, dossiers: [fresh], certificats: [] }, fresh, around);
    parent = welcomed.family.groupement ?? parent;
    dossiers.push(...welcomed.family.dossiers);
    taken.push(
      { id: fresh.id, ...seal({ ...ouverture, type: 'dossier.ouvert', date: around.jour }) },
      ...welcomed.taken,
    );
    for (const id of welcomed.changed) changed.add(id);
    opened.set(ligne, fresh.id);
  }
  return { family: { ...before, groupement: parent, dossiers }, changed, taken, opened };
}

/** Several decisions in one commit make one version of each row. */
export function oneVersionFurther(before: Family, after: Family, changed: ReadonlySet<string>): Family {
  const versions = new Map(members(before).map(({ id, version }) => [id, version]));
  const settled = (instance: Instance): Instance =>
    changed.has(instance.id) ? { ...instance, version: (versions.get(instance.id) ?? 0) + 1 } : instance;
  return {
    groupement: after.groupement && settled(after.groupement),
    dossiers: after.dossiers.map(settled),
    certificats: after.certificats.map(settled),
  };
}

/** A fact by its type and what it is called. */
interface Told {
  type: string;
  libelle: string;
}

/** What a line records on its site, and what it says in vain, with why. */
export interface Effects {
  enregistre: Told[];
  sansEffet: (Told & { raison: string })[];
}

export const none: Effects = { enregistre: [], sansEffet: [] };

/** What became of a site: of what its line says, what it took and what it did not; `known` is the site as it was, null for a new one. */
export function effectsOf(connu: SiteConnu, known: Instance | null, decision: Decision, id: string): Effects {
  const heard = heardBy(connu, known, decision, id);
  return {
    enregistre: heard.flatMap(({ type, libelle, raison }) => (raison === null ? [{ type, libelle }] : [])),
    sansEffet: heard.flatMap(({ type, libelle, raison }) => (raison === null ? [] : [{ type, libelle, raison }])),
  };
}

/** What a line says to a site, with why it says it in vain; null when it was taken. */
interface Heard extends Told {
  region: SurveyFact['region'];
  raison: string | null;
}

function heardBy(connu: SiteConnu, known: Instance | null, { family, taken }: Decision, id: string): Heard[] {
  const site = family.dossiers.find((one) => one.id === id);
  if (!site) return [];
  const types = new Set(taken.filter((one) => one.id === id).map(({ event }) => event.type));
  return factsOf(connu).map((one) => ({
    region: one.region,
    type: one.fait.type,
    libelle: site.procedure.facts[one.fait.type]?.libelle ?? one.fait.type,
    raison: types.has(one.fait.type) ? null : reasonOf(one, known ?? site, site),
  }));
}

/** What an état des lieux that is told as a fact says in vain of each site, as its preview would (§4.2). */
export function surveyDoubts({ before, ...decision }: Decision, sites: readonly SiteConnu[]): Avertissement[] {
  return sites.flatMap((connu, rank): Avertissement[] => {
    const pointeur = `/sites/${rank}`;
    const known = before.dossiers.find((one) => isMeant(one, connu));
    if (!known) {
      const message = 'Aucun dossier de ce groupement n’a ces numéros : corrigez-les, ou ouvrez d’abord ce site.';
      return [{ code: 'site-inconnu', pointeur, message }];
    }
    const vain = heardBy(connu, known, { before, ...decision }, known.id).filter(({ raison }) => raison !== null);
    return vain.map(({ region, libelle, raison }) => ({
      code: 'etat-des-lieux-sans-effet',
      pointeur: `${pointeur}/${region}`,
      message: `« ${libelle} » n’a pas été enregistré : ${raison}`,
    }));
  });
}

/** Where the site already is, when the fact comes too late; else what it lacks. */
function reasonOf({ region, fait }: SurveyFact, before: Instance, after: Instance): string {
  const leaf = leaves(before.snapshot).find(({ path }) => path.startsWith(`${region}.`));
  const { initial } = before.procedure.machine.root.states[region] ?? {};
  const isFirst = leaf?.node === initial?.target[0];
  if (leaf && !isFirst) return `Le dossier en est déjà à « ${(leaf.node.meta as StepMeta).libelle} ».`;
  const event = { ...fait, date: '9999-01-01', empreinte: '' };
  const manque = explainRefusal(after.procedure, after.snapshot, event).map(({ libelle }) => libelle);
  return manque.join(' ') || 'Ce site ne peut pas encore l’apprendre.';
}
