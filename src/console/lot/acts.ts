import type { Fact } from '../../../machines/event.ts';
import { findFact, procedures } from '../../../machines/index.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { receiverOf } from '../dossier/faits/form.ts';
import type { Cible, Etape, StoredRow } from '../dossier/read/case.ts';
import { disclosure } from '../ui/blocks.ts';

/** A dossier, as a list has it. */
export type Site = Pick<StoredRow, 'id' | 'denomination' | 'siret' | 'finess' | 'statut'> & { commune: string | null };

/** A dossier with what its steps, and those of its certificates, wait for. */
export interface AskedSite {
  site: Site;
  version: number;
  /** How many acts are left at least. */
  minimum: number | null;
  /** The facts of the shortest way, by type. */
  prevus: ReadonlySet<string>;
  faits: SiteFact[];
}

/** So many certificates at most are read one by one. */
const CERTIFICATS = 200;

/** Those that still move, each with what it waits for. */
export async function askedSites(services: Services, sites: readonly Site[]): Promise<AskedSite[]> {
  const found: AskedSite[] = [];
  let left = CERTIFICATS;
  for (const site of sites) {
    const here = { genre: 'dossier', id: site.id } as const;
    const seen = ['enCours', 'enService'].includes(site.statut) ? await services.view(here) : null;
    if (!seen?.ok) continue;
    const { etapes, restant, certificats } = seen.value.vue.suite;
    const told = factsIn(etapes, here);
    const exposed = new Set(told.flatMap(({ cible }) => (cible.genre === 'certificat' ? [cible.id] : []))).size;
    const isWhole = certificats === null || certificats.nombre <= exposed;
    const others = isWhole ? [] : await factsOfCertificates(services, site.id, left);
    left -= isWhole ? 0 : Math.min(left, certificats.nombre);
    const faits = others.length > 0 ? [...told.filter(({ cible }) => cible.genre !== 'certificat'), ...others] : told;
    found.push({
      site,
      version: seen.value.version,
      minimum: restant.minimum,
      prevus: new Set(restant.etapes.map(({ type }) => type)),
      faits: faits.filter(({ fait, cible }) => cible.genre !== 'groupement' && meantForSeveral(fait.type) !== null),
    });
  }
  return found;
}

/** What a case of a dossier would be told, itself or one of its certificates, and the step that waits for it. */
export type SiteFact = ReturnType<typeof factsIn>[number];

function factsIn(etapes: readonly Etape[], here: Cible) {
  return etapes.flatMap((etape) => etape.faits.map((fait) => ({ fait, etape, cible: receiverOf(fait, here) })));
}

/** The same of the certificates of a dossier, which sets out only the most urgent of many. */
async function factsOfCertificates(services: Services, parentId: string, limite: number): Promise<SiteFact[]> {
  if (limite === 0) return [];
  const { lignes } = await services.list({ genre: 'certificat', parentId, limite });
  const found: SiteFact[] = [];
  for (const { id, statut } of lignes) {
    const here = { genre: 'certificat', id } as const;
    const seen = statut === 'clos' ? null : await services.view(here);
    if (seen?.ok) found.push(...factsIn(seen.value.vue.suite.etapes, here));
  }
  return found;
}

/** What may be told of several dossiers, each for itself; an accident is told alone. */
export function meantForSeveral(type: string): Fact | null {
  const fact = findFact(type);
  return !fact || fact.derive || fact.sorte === 'alea' ? null : fact;
}

interface SharedAct {
  type: string;
  libelle: string;
  sites: number;
  kind: Kind;
}

/** What moves a dossier, what need not be done, and what sends it back; of several, the first that holds for one. */
const kinds = ['enAvant', 'facultatif', 'enArriere'] as const;
type Kind = (typeof kinds)[number];

/** Of a certificate, what is not on the way to its service undoes it. */
function kindOf({ fait, etape: { nature }, cible }: SiteFact, { minimum, prevus }: AskedSite): Kind {
  const { type, restantApres } = fait;
  const isOff = cible.genre === 'certificat' && !prevus.has(type);
  const isBack = restantApres === null || restantApres > (minimum ?? 0);
  if (isOff || isBack || (findFact(type)?.refus ?? null) !== null) return 'enArriere';
  return nature === 'facultative' ? 'facultatif' : 'enAvant';
}

const order = procedures.flatMap(({ facts }) => Object.keys(facts));

/** Where an act stands in the order of the procedure. */
export function rankOf(type: string): number {
  return order.indexOf(type);
}

/** The acts that some of them take now, in the order of the procedure. */
function sharedActs(asked: readonly AskedSite[], mot: string): SharedAct[] {
  const acts = new Map<string, SharedAct>();
  for (const one of asked) {
    const taken = Map.groupBy(
      one.faits.filter(({ fait }) => fait.accepte),
      ({ fait }) => fait.type,
    );
    for (const [type, faits] of taken) {
      const libelle = findFact(type)?.libelle ?? type;
      const known = acts.get(type) ?? { type, libelle, sites: 0, kind: 'enArriere' as Kind };
      const met = [known.kind, ...faits.map((each) => kindOf(each, one))];
      const kind = kinds.find((one) => met.includes(one)) ?? known.kind;
      acts.set(type, { ...known, sites: known.sites + (mot === 'certificat' ? faits.length : 1), kind });
    }
  }
  return [...acts.values()].sort((a, b) => rankOf(a.type) - rankOf(b.type));
}

/** How many acts are read at a glance: beyond, what one alone takes is folded. */
const AT_A_GLANCE = 6;

/** Buttons for what several take now, those that move them first; one leads to the page of the act, `mot` says what they are. */
export function actButtons(asked: readonly AskedSite[], mot: string): Html | null {
  const acts = sharedActs(asked, mot);
  if (acts.length === 0) return null;
  const of = (kind: Kind) => acts.filter((act) => act.kind === kind);
  const ahead = of('enAvant');
  const several = ahead.length > AT_A_GLANCE ? ahead.filter(({ sites }) => sites > 1) : [];
  const shared = several.length > 0 ? several : ahead;
  const alone = ahead.filter((act) => !shared.includes(act));
  return html`${shared.length > 0 && list(shared, mot)}
<div class="plis-lot">${folded(`Pour un seul ${mot}`, alone, mot)}${folded('Facultatif', of('facultatif'), mot)}${folded('Ce qui renvoie en arrière', of('enArriere'), mot)}</div>`;
}

function folded(title: string, acts: readonly SharedAct[], mot: string): Html | null {
  return acts.length > 0 ? disclosure(`${title} (${acts.length})`, list(acts, mot)) : null;
}

function list(acts: readonly SharedAct[], mot: string): Html {
  return html`<ul class="actes-lot">${acts.map(
    ({ type, libelle, sites }) =>
      html`<li><button name="acte" value="${type}">${libelle} <span class="compte">${sites}<span class="sr"> ${sites > 1 ? `${mot}s` : mot}</span></span></button></li>`,
  )}</ul>`;
}
