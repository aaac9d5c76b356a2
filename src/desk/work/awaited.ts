import type { Acteur, Nature } from '../../../machines/step.ts';
import { daysOfView } from '../../engine/answers/view-text.ts';
import { addDays } from '../../engine/deadlines.ts';

/** How many days an act of each usually takes. */
export type Delais = Readonly<Record<Acteur, number>>;

/** What is awaited of somebody for a dossier: since when, and until when it is usual (both YYYY-MM-DD). */
export interface Attente {
  etape: string;
  libelle: string;
  acteur: Acteur;
  depuis: string;
  limite: string;
  /** The id of the certificate whose step it is; null for the dossier itself. */
  certificat: string | null;
}

/** What is read in the answer to « what is next? ». */
interface ViewRead {
  etapes: (Omit<Attente, 'etape' | 'limite'> & {
    id: string;
    nature: Nature;
    faits: { type: string; accepte: boolean }[];
  })[];
  restant: { minimum: number | null };
}

/** What is awaited, and the least number of acts left. */
export interface Awaited {
  attentes: Omit<Attente, 'limite'>[];
  restant: number | null;
}

const KEPT = 20_000;
const kinds = new Map<string, Awaited>();

/** What a dossier awaits; read once for all views of a kind, which differ by their days alone. */
export async function awaitedIn(vue: string, read: () => Promise<string | null>): Promise<Awaited> {
  const days = daysOfView(vue);
  const known = days ? kinds.get(days.kind) : undefined;
  const found = known ?? awaitedOf(await read());
  if (!days) return found;
  if (!known) remember(days.kind, found);
  const attentes = found.attentes.map((one) => ({ ...one, depuis: days.depuis[one.etape] ?? one.depuis }));
  return { ...found, attentes };
}

/** Each with its limit, the most urgent first; `fins` is the last day of the certificates that are to be renewed. */
export function withLimits(
  attentes: Awaited['attentes'],
  delais: Delais,
  fins: ReadonlyMap<string, string>,
): Attente[] {
  return attentes
    .map((one) => ({
      ...one,
      limite: (one.certificat !== null && fins.get(one.certificat)) || addDays(one.depuis, delais[one.acteur]),
    }))
    .sort((a, b) => a.limite.localeCompare(b.limite));
}

function remember(kind: string, awaited: Awaited): void {
  if (kinds.size >= KEPT) kinds.clear();
  kinds.set(kind, awaited);
}

/** What may be done now; if nothing can, what is obligatory all the same. */
function awaitedOf(text: string | null): Awaited {
  if (text === null) return { attentes: [], restant: null };
  const { etapes, restant } = JSON.parse(text) as ViewRead;
  const asked = etapes.filter(isAsked);
  const open = asked.filter(({ faits }) => faits.some(({ accepte }) => accepte));
  const attentes = (open.length > 0 ? open : asked).map(({ id, libelle, acteur, depuis, certificat }) => ({
    ...{ etape: id, libelle, acteur, depuis, certificat },
  }));
  return { attentes, restant: restant.minimum };
}

/** What a certificate advises is asked: to renew it, or to decide whether it is revoked. */
function isAsked({ nature, certificat }: ViewRead['etapes'][number]): boolean {
  return nature === 'obligatoire' || nature === 'attente' || (nature === 'recommandee' && certificat !== null);
}
