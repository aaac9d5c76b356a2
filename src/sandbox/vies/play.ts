import { randomInt } from 'node:crypto';
import type { Act } from '../../acts/act.ts';
import { addDays, daysBetween } from '../../days.ts';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/store.ts';
import { numerosOf, type Site } from '../demonstration/fiction.ts';
import { vies } from './index.ts';
import { type Journey, site, today } from './journey.ts';

/** The ids of a journey that was played. */
export interface Played {
  dossier: string;
  groupement: string | null;
  /** The last one ordered. */
  certificat: string | null;
}

/** Who plays, where, as which establishment; `onDay` hears the day of each fact before it is told. */
interface Playing {
  act?: Act;
  lieu?: Site;
  /** That of the place, where another is not said. */
  finess?: string | null | undefined;
  onDay?(date: string): void;
}

/** Plays a journey where nobody else acts. A fact that is to be refused is passed over. */
export async function playOn(services: Services, journey: Journey, playing: Playing = {}): Promise<Played> {
  const played = await play(services, journey, playing);
  if (!played.ok) throw new Error(JSON.stringify(played.error));
  return played.value;
}

/** The same, up to the first fact that somebody else’s act made impossible. */
async function play(
  services: Services,
  { procedure, groupement: genre, steps }: Journey,
  { act = { auteur: 'essai', version: null }, lieu, finess = lieu?.finess ?? site.finess, onDay = () => {} }: Playing,
): Promise<Result<Played, Interruption>> {
  const groupement = genre ? idOf(await services.openGroupement({ nom: 'Groupement Exemple', genre }, act)) : null;
  const opening = { procedure, etablissement: { ...site, ...lieu, finess }, groupementId: groupement };
  const played: Played = { groupement, dossier: idOf(await services.openDossier(opening, act)), certificat: null };
  let premierCertificat: string | null = null;
  for (const { fact, on = 'dossier', refused } of steps) {
    onDay(fact.date);
    const genre: Genre = on === 'premierCertificat' ? 'certificat' : on;
    const told = await services.record({ genre, id: { ...played, premierCertificat }[on] ?? '' }, fact, act);
    if (!told.ok && !refused) return err({ dossier: played.dossier, type: fact.type, refus: told.error.code });
    const { lignes } = await services.list({ genre: 'certificat', parentId: played.dossier, limite: 50 });
    played.certificat = lignes.at(-1)?.id ?? null;
    premierCertificat = lignes[0]?.id ?? null;
  }
  return ok(played);
}

/** Why a journey goes no further: a fact of that type, that was to be told, was refused. */
export interface Interruption {
  dossier: string;
  type: string;
  refus: string;
}

/** The numbers of an establishment. */
type Numeros = Pick<Site, 'siret' | 'finess'>;

/** A journey as if its last day were `jour` (YYYY-MM-DD), and its establishment had those numbers, or `neufs` once they change. */
function retold(journey: Journey, jour: string, numeros: Numeros, neufs: Numeros): Journey {
  const shift = daysBetween(today, jour);
  const told = (key: string, value: unknown) => {
    if (key === 'siret' || key === 'finess') return (value === site[key] ? numeros : neufs)[key];
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? addDays(value, shift) : value;
  };
  return { ...journey, steps: JSON.parse(JSON.stringify(journey.steps), told) };
}

function idOf(opened: Awaited<ReturnType<Services['openDossier']>>): string {
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.row.id;
}

/** A named life, and how many of its facts; all unless said. */
interface Scene {
  etape: keyof typeof vies;
  faits?: number | undefined;
}

const MOTIF = 'Mis en scène dans un bac à sable';

/**
 * Plays a life up to today, of an establishment that no other has, then what falls due by today; it is delegated to the éditeur that the key plays.
 * Gives how many facts were asked for. Somebody who acts on that dossier meanwhile may interrupt it.
 */
export async function stage(
  services: Services,
  identite: Identity,
  { etape, faits }: Scene,
): Promise<Result<Played & { faits: number }, Interruption>> {
  const jour = services.today();
  const numbered = (from: number) => numerosOf(randomInt(from, from + 500_000), site.codePostal);
  const lieu = { ...site, ...numbered(0) };
  const whole = retold(vies[etape], jour, lieu, numbered(500_000));
  const steps = whole.steps.slice(0, faits);
  const act = { auteur: auteurOf(identite), version: null };
  const played = await play(services, { ...whole, steps }, { act, lieu });
  if (!played.ok) return played;
  await services.recordDueFacts();
  if (identite.editeurId !== null) await lend(services, identite, played.value.dossier, jour);
  return ok({ ...played.value, faits: steps.length });
}

async function lend({ identites }: Services, identite: Identity, instanceId: string, du: string): Promise<void> {
  const editeurId = identite.editeurId ?? '';
  const asked = { genre: 'dossier', instanceId, editeurId, du, au: null, motif: MOTIF } as const;
  const lent = await identites.delegate({ ...identite, role: 'agent' }, asked);
  if (!lent.ok) throw new Error(JSON.stringify(lent.error));
}
