import { dossierFacts } from '../../../machines/etablissement/events.ts';
import type { Fact } from '../../../machines/event.ts';
import { readFiche } from '../../engine/fiche.ts';
import type { Services } from '../../services.ts';
import { Champs } from '../../web/form.ts';
import { redPoints } from '../formulaires/anyway.ts';
import { filledForm } from '../formulaires/filled-form.ts';
import { followUps } from '../formulaires/sending.ts';
import type { Visit } from '../shell/screen.ts';

/** What is next for a dossier, as of a version. */
type Seen = Extract<Awaited<ReturnType<Services['view']>>, { ok: true }>['value'];

/** A dossier that was ticked, and its version as it was shown. */
export interface Chosen {
  id: string;
  version: number;
}

/** The same as it is now; `seen` is null where it cannot be acted on. */
export interface Ticked {
  id: string;
  shown: number;
  denomination: string;
  fiche: ReturnType<typeof readFiche>;
  seen: Seen | null;
}

/** Whether it would take the fact now. */
export interface Foreseen extends Ticked {
  /** Why not; null when it would. */
  refus: string | null;
  /** Whether the checklist of form 413 holds it back: it is signed or sent alone, where one says why. */
  isHeld: boolean;
}

/** Those that are there. */
export async function ticked(services: Services, chosen: readonly Chosen[]): Promise<Ticked[]> {
  const found: Ticked[] = [];
  for (const { id, version } of chosen) {
    const cible = { genre: 'dossier', id } as const;
    const [row, seen] = await Promise.all([services.find(cible), services.view(cible)]);
    if (!row.ok) continue;
    const { denomination, fiche } = row.value;
    found.push({ id, shown: version, denomination, fiche: readFiche(fiche), seen: seen.ok ? seen.value : null });
  }
  return found;
}

/** As each would answer; what the ANS would return is neither signed nor sent among others. */
export async function foreseen(visit: Visit, chosen: readonly Ticked[], type: string): Promise<Foreseen[]> {
  const isFollowUp = Object.values(followUps).some((one) => one.type === type);
  const found: Foreseen[] = [];
  for (const one of chosen) {
    const refus = whyNot(one, type);
    const red = isFollowUp && refus === null ? await redIn(visit, one.id) : [];
    const held = `« Prêt à envoyer ? » n’est pas vert (${red.join(', ')}) : faites-le depuis son formulaire.`;
    found.push({ ...one, refus: red.length > 0 ? held : refus, isHeld: red.length > 0 });
  }
  return found;
}

async function redIn(visit: Visit, id: string): Promise<string[]> {
  const params = { id, formulaire: 'formulaire-413' };
  const travail = await filledForm({ ...visit, params, body: new Champs() });
  return 'refusal' in travail ? [] : redPoints(travail).map(({ title }) => title.toLowerCase());
}

/** What is told of a dossier that somebody else has changed. */
export const STALE = 'Quelqu’un vient de le modifier : relisez-le avant d’agir.';

function whyNot({ seen, shown }: Ticked, type: string): string | null {
  if (!seen) return 'Ce dossier ne peut pas être modifié.';
  if (seen.version !== shown) return STALE;
  const known = factsIn(seen).filter((fait) => fait.type === type);
  if (known.some(({ accepte }) => accepte)) return null;
  return known[0]?.manque.map(({ libelle }) => libelle).join(' ') || 'Ce n’est pas le moment de cet acte.';
}

function factsIn({ vue }: Seen) {
  const { etapes, autresFaits } = vue.suite;
  return [...etapes.flatMap(({ faits }) => faits), ...autresFaits];
}

/** The acts that some of the dossiers take now, with how many do; those that are steps of theirs first, then those that serve most. */
export function actsFor(chosen: readonly Ticked[]): { type: string; fact: Fact; takers: number }[] {
  const takers = new Map<string, number>();
  for (const { seen } of chosen) {
    const types = new Set(seen ? factsIn(seen).flatMap(({ type, accepte }) => (accepte ? [type] : [])) : []);
    for (const type of types) takers.set(type, (takers.get(type) ?? 0) + 1);
  }
  return [...takers]
    .flatMap(([type, count]) => {
      const fact = meantForSeveral(type);
      return fact ? [{ type, fact, takers: count }] : [];
    })
    .toSorted((a, b) => b.takers - a.takers || a.fact.libelle.localeCompare(b.fact.libelle, 'fr'));
}

/** What accidents undo is told dossier by dossier, and so is what is of one establishment alone. */
export function meantForSeveral(type: string): Fact | null {
  const fact = Object.hasOwn(dossierFacts, type) ? dossierFacts[type] : undefined;
  return !fact || fact.derive || fact.parSite || fact.sorte === 'alea' ? null : fact;
}
