import type { Avertissement } from '../../../machines/avertissement.ts';
import type { OfferedFact } from '../../../machines/effect.ts';
import type { SiteConnu } from '../../../machines/groupement/events.ts';
import { factsOf } from '../../../machines/groupement/machine.ts';
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

/** Facts that a survey tells, by the region that listens. */
const REGIONS: Readonly<Record<string, string>> = { mandat: 'mandataire' };

/** What became of a site: of what its line says, what it took and what it did not; `known` is the site as it was, null for a new one. */
export function effectsOf(connu: SiteConnu, known: Instance | null, { family, taken }: Decision, id: string): Effects {
  const site = family.dossiers.find((one) => one.id === id);
  const types = new Set(taken.filter((one) => one.id === id).map(({ event }) => event.type));
  if (!site) return none;
  const told = factsOf(connu).map((fait) => ({
    fait,
    type: fait.type,
    libelle: site.procedure.facts[fait.type]?.libelle ?? fait.type,
  }));
  return {
    enregistre: told.filter(({ type }) => types.has(type)).map(({ type, libelle }) => ({ type, libelle })),
    sansEffet: told
      .filter(({ type }) => !types.has(type))
      .map(({ fait, type, libelle }) => ({ type, libelle, raison: reasonOf(fait, known ?? site, site) })),
  };
}

const CHAMPS: Readonly<Record<string, string>> = {
  contrat: 'contrat',
  carteResponsable: 'carteResponsable',
  mandat: 'mandataire',
};

/** What an état des lieux that is told as a fact says in vain of each site, as its preview would (§4.2). */
export function surveyDoubts({ before, ...decision }: Decision, sites: readonly SiteConnu[]): Avertissement[] {
  return sites.flatMap((connu, rank): Avertissement[] => {
    const pointeur = `/sites/${rank}`;
    const known = before.dossiers.find((one) => isMeant(one, connu));
    if (!known) {
      const message = 'Aucun dossier de ce groupement n’a ces numéros : corrigez-les, ou ouvrez d’abord ce site.';
      return [{ code: 'site-inconnu', pointeur, message }];
    }
    const { sansEffet } = effectsOf(connu, known, { before, ...decision }, known.id);
    return sansEffet.map(({ type, libelle, raison }) => ({
      code: 'etat-des-lieux-sans-effet',
      pointeur: `${pointeur}/${CHAMPS[type.split('.')[0] ?? ''] ?? ''}`,
      message: `« ${libelle} » n’a pas été enregistré : ${raison}`,
    }));
  });
}

/** Where the site already is, when the fact comes too late; else what it lacks. */
function reasonOf(fait: OfferedFact, before: Instance, after: Instance): string {
  const [head = ''] = fait.type.split('.');
  const region = REGIONS[head] ?? head;
  const leaf = leaves(before.snapshot).find(({ path }) => path.startsWith(`${region}.`));
  const { initial } = before.procedure.machine.root.states[region] ?? {};
  const isFirst = leaf?.node === initial?.target[0];
  if (leaf && !isFirst) return `Le dossier en est déjà à « ${(leaf.node.meta as StepMeta).libelle} ».`;
  const event = { ...fait, date: '9999-01-01', empreinte: '' };
  const manque = explainRefusal(after.procedure, after.snapshot, event).map(({ libelle }) => libelle);
  return manque.join(' ') || 'Ce site ne peut pas encore l’apprendre.';
}
