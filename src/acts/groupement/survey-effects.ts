import type { Avertissement } from '../../../machines/avertissement.ts';
import type { SiteConnu } from '../../../machines/groupement/events.ts';
import { factsOf, type SurveyFact } from '../../../machines/groupement/machine.ts';
import type { StepMeta } from '../../../machines/step.ts';
import { type Decision, isMeant } from '../../engine/decide.ts';
import { explainRefusal } from '../../engine/explain-refusal.ts';
import type { Instance } from '../../engine/instance.ts';
import { leaves } from '../../engine/state-info.ts';

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
