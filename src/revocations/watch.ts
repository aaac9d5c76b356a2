import type { ListeRevocation } from '../pki/crl.ts';
import type { CrlNonRetenue, Revocations } from './in-force.ts';

/** How long after the list was had it is asked for again, and after a failure, in milliseconds. */
const DAY = 24 * 3_600_000;
const AFTER_FAILURE = 3_600_000;

/** What is told of a list that is watched. */
export type Nouvelle =
  /** `suivis` is how many of those that it revokes are followed here. */
  | { genre: 'relevee'; du: string; prochaine: string; nombre: number; suivis: number }
  | { genre: 'non-retenue'; raison: CrlNonRetenue }
  | { genre: 'non-relevee'; erreur: string }
  | { genre: 'perimee'; prochaine: string };

/** What a watch works with. */
interface Around {
  /** Null where the list is brought by hand alone. */
  download: (() => Promise<Buffer>) | null;
  /** Tells whoever follows the certificates that a list revokes; gives how many these are. */
  follow(liste: ListeRevocation): Promise<number>;
  clock(): Date;
  tell(nouvelle: Nouvelle): void;
}

/** Asks for the list once a day, and tells what became of it; one that is out of date is told once a day, whoever brought it. */
export function watchRevocations(
  revocations: Revocations,
  { download, follow, clock, tell }: Around,
): () => Promise<void> {
  let next = 0;
  let toldAt = 0;
  return async () => {
    const now = clock().getTime();
    if (download && now >= next) {
      next = now + AFTER_FAILURE;
      if (await fetchOnce(download)) next = now + DAY;
    }
    const current = revocations.enVigueur();
    if (!current?.isPerimee || now < toldAt + DAY) return;
    toldAt = now;
    tell({ genre: 'perimee', prochaine: current.prochaine });
  };

  async function fetchOnce(get: () => Promise<Buffer>): Promise<boolean> {
    const octets = await get().catch((error: Error) => error);
    if (octets instanceof Error) {
      tell({ genre: 'non-relevee', erreur: octets.message });
      return false;
    }
    const kept = revocations.proposer(octets);
    if (!kept.ok) {
      tell({ genre: 'non-retenue', raison: kept.error });
      return false;
    }
    const { du, prochaine, revoques } = kept.value;
    const suivis = await follow(kept.value);
    tell({ genre: 'relevee', du, prochaine, nombre: revoques.size, suivis });
    return true;
  }
}
