import type { Services } from '../src/services.ts';
import type { Genre } from '../src/store/genre.ts';
import { type Journey, site } from './journeys/journey.ts';

/** The ids of a journey that was played. */
export interface Played {
  dossier: string;
  groupement: string | null;
  /** The last one ordered. */
  certificat: string | null;
}

const act = { auteur: 'essai', version: null };

/** Plays a journey on services; `onDay` hears the day of each fact before it is told. A refused fact is passed over. */
export async function playOn(
  services: Services,
  { procedure, groupement: genre, steps }: Journey,
  onDay: (date: string) => void = () => {},
  finess = site.finess,
): Promise<Played> {
  const groupement = genre ? idOf(await services.openGroupement({ nom: 'Groupement Exemple', genre }, act)) : null;
  const opening = { procedure, etablissement: { ...site, finess }, groupementId: groupement };
  const played: Played = { groupement, dossier: idOf(await services.openDossier(opening, act)), certificat: null };
  let premierCertificat: string | null = null;
  for (const { fact, on = 'dossier', refused } of steps) {
    onDay(fact.date);
    const genre: Genre = on === 'premierCertificat' ? 'certificat' : on;
    const told = await services.record({ genre, id: { ...played, premierCertificat }[on] ?? '' }, fact, act);
    if (!told.ok && !refused) throw new Error(JSON.stringify(told.error));
    const { lignes } = await services.list({ genre: 'certificat', parentId: played.dossier, limite: 50 });
    played.certificat = lignes.at(-1)?.id ?? null;
    premierCertificat = lignes[0]?.id ?? null;
  }
  return played;
}

function idOf(opened: Awaited<ReturnType<Services['openDossier']>>): string {
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.row.id;
}
