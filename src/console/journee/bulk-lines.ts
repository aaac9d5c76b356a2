import type { Services } from '../../services.ts';

/** What is next for a dossier, as of a version. */
type Seen = Extract<Awaited<ReturnType<Services['view']>>, { ok: true }>['value'];

/** A dossier that was ticked, and its version as it was shown. */
export interface Chosen {
  id: string;
  version: number;
}

/** The same with its name, and whether it would take the fact now. */
export interface Foreseen extends Chosen {
  denomination: string;
  /** Why not; null when it would. */
  refus: string | null;
}

/** Those that are there, each as it would answer. */
export async function foreseen(services: Services, chosen: readonly Chosen[], type: string): Promise<Foreseen[]> {
  const found: Foreseen[] = [];
  for (const one of chosen) {
    const cible = { genre: 'dossier', id: one.id } as const;
    const [row, seen] = await Promise.all([services.find(cible), services.view(cible)]);
    if (!row.ok) continue;
    const refus = seen.ok ? whyNot(seen.value, one.version, type) : 'Ce dossier ne peut pas être modifié.';
    found.push({ ...one, denomination: row.value.denomination, refus });
  }
  return found;
}

/** What is told of a dossier that somebody else has changed. */
export const STALE = 'Quelqu’un vient de le modifier : relisez-le avant d’agir.';

function whyNot({ version, vue }: Seen, shown: number, type: string): string | null {
  if (version !== shown) return STALE;
  const { etapes, autresFaits } = vue.suite;
  const known = [...etapes.flatMap(({ faits }) => faits), ...autresFaits].filter((fait) => fait.type === type);
  if (known.some(({ accepte }) => accepte)) return null;
  return known[0]?.manque.map(({ libelle }) => libelle).join(' ') || 'Ce n’est pas le moment de cet acte.';
}
