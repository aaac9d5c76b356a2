import { randomInt } from 'node:crypto';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { numerosOf } from '../demonstration/fiction.ts';
import { vies } from './index.ts';
import { site } from './journey.ts';
import { type Played, playOn, retold } from './play.ts';

/** A named life, and how many of its facts; all unless said. */
interface Scene {
  etape: keyof typeof vies;
  faits?: number | undefined;
}

const MOTIF = 'Mis en scène dans un bac à sable';

/**
 * Plays a life up to today, of an establishment that no other has, then what falls due by today; it is delegated to the éditeur that the key plays.
 * Gives how many facts were asked for.
 */
export async function stage(
  services: Services,
  identite: Identity,
  { etape, faits }: Scene,
): Promise<Played & { faits: number }> {
  const jour = services.today();
  const numbered = (from: number) => numerosOf(randomInt(from, from + 500_000), site.codePostal);
  const lieu = { ...site, ...numbered(0) };
  const whole = retold(vies[etape], jour, lieu, numbered(500_000));
  const steps = whole.steps.slice(0, faits);
  const act = { auteur: auteurOf(identite), version: null };
  const played = await playOn(services, { ...whole, steps }, { act, lieu });
  await services.recordDueFacts();
  if (identite.editeurId !== null) await lend(services, identite, played.dossier, jour);
  return { ...played, faits: steps.length };
}

async function lend({ identites }: Services, identite: Identity, instanceId: string, du: string): Promise<void> {
  const editeurId = identite.editeurId ?? '';
  const asked = { genre: 'dossier', instanceId, editeurId, du, au: null, motif: MOTIF } as const;
  const lent = await identites.delegate({ ...identite, role: 'agent' }, asked);
  if (!lent.ok) throw new Error(JSON.stringify(lent.error));
}
