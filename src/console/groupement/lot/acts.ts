import type { Fact } from '../../../../machines/event.ts';
import { findFact, procedures } from '../../../../machines/index.ts';
import { type Acteur, acteurs } from '../../../../machines/step.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { receiverOf } from '../../dossier/faits/form.ts';
import type { Cible, Etape, Fait } from '../../dossier/read/case.ts';
import { disclosure } from '../../ui/blocks.ts';
import type { MatrixSite } from '../frame.ts';

/** A site with what its steps, and those of its certificates, wait for. */
export interface AskedSite {
  site: MatrixSite;
  /** How many acts are left at least. */
  minimum: number | null;
  faits: SiteFact[];
}

/** What a case of a site would be told: itself, or one of its certificates. */
export interface SiteFact {
  fait: Fait;
  cible: Cible;
  /** The step that waits for it. */
  etape: Etape;
}

/** The sites that still move, each with what it waits for. */
export async function askedSites(services: Services, sites: readonly MatrixSite[]): Promise<AskedSite[]> {
  const found: AskedSite[] = [];
  for (const site of sites) {
    const here = { genre: 'dossier', id: site.id } as const;
    const seen = ['enCours', 'enService'].includes(site.statut) ? await services.view(here) : null;
    if (!seen?.ok) continue;
    const { etapes, restant } = seen.value.vue.suite;
    const faits = etapes.flatMap((etape) =>
      etape.faits.map((fait) => ({ fait, etape, cible: receiverOf(fait, here) })),
    );
    found.push({
      site,
      minimum: restant.minimum,
      faits: faits.filter(({ fait, cible }) => cible.genre !== 'groupement' && meantForSites(fait.type) !== null),
    });
  }
  return found;
}

/** What may be told of several sites, each for itself; an accident is told alone. */
export function meantForSites(type: string): Fact | null {
  const fact = findFact(type);
  return !fact || fact.derive || fact.sorte === 'alea' ? null : fact;
}

/** An act that several sites take now. */
interface SharedAct {
  type: string;
  libelle: string;
  acteur: Acteur;
  sites: number;
  /** Whether some site is further for it: not an answer that sends it back. */
  isAhead: boolean;
}

const order = procedures.flatMap(({ facts }) => Object.keys(facts));

/** The acts that some of the sites take now, in the order of the procedure. */
function sharedActs(asked: readonly AskedSite[]): SharedAct[] {
  const acts = new Map<string, SharedAct>();
  for (const { faits, minimum } of asked) {
    const taken = Map.groupBy(
      faits.filter(({ fait }) => fait.accepte),
      ({ fait }) => fait.type,
    );
    for (const [type, all] of taken) {
      const { libelle = type, acteur = 'etablissement' } = findFact(type) ?? {};
      const known = acts.get(type) ?? { type, libelle, acteur, sites: 0, isAhead: false };
      const isAhead = all.some(({ fait: { restantApres } }) => restantApres !== null && restantApres <= (minimum ?? 0));
      acts.set(type, { ...known, sites: known.sites + 1, isAhead: known.isAhead || isAhead });
    }
  }
  return [...acts.values()].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

/** Buttons for what several sites take now, those that move them first; one leads to the page of the act. */
export function actButtons(asked: readonly AskedSite[]): Html | null {
  const acts = sharedActs(asked);
  if (acts.length === 0) return null;
  const [ahead, others] = [acts.filter(({ isAhead }) => isAhead), acts.filter(({ isAhead }) => !isAhead)];
  return html`${list(ahead)}
${others.length > 0 && disclosure(`Réponses qui renvoient en arrière (${others.length})`, list(others))}`;
}

function list(acts: readonly SharedAct[]): Html {
  return html`<ul class="actes-lot">${acts.map(
    ({ type, libelle, acteur, sites }) =>
      html`<li><button name="acte" value="${type}"><span class="fort">${libelle}</span> <span class="doux">${acteurs[acteur]} · ${sites} ${sites > 1 ? 'sites' : 'site'}</span></button></li>`,
  )}</ul>`;
}
