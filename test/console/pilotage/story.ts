import { cartePerdue } from '../../../src/sandbox/vies/cartes.ts';
import { renouvellement } from '../../../src/sandbox/vies/certificats.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { formulaireRetourne } from '../../../src/sandbox/vies/formulaire-retourne.ts';
import { hopitalGht } from '../../../src/sandbox/vies/groupements.ts';
import type { Journey } from '../../../src/sandbox/vies/journey.ts';
import { type Played, playOn } from '../../../src/sandbox/vies/play.ts';
import type { Services } from '../../../src/services.ts';

const finess = ['010780062', '010000040', undefined, '590782553', '010786259', '010000065', '010780054'];
const stories: Journey[] = [cliniqueMonoSite, formulaireRetourne, hopitalGht, cartePerdue, renouvellement];

/** Seven dossiers of two paths, each to its own length; one is abandoned at last, one closes. */
export async function fill(services: Services): Promise<Played[]> {
  const played: Played[] = [];
  for (let rank = 0; rank < 7; rank++) {
    const story = stories[rank % stories.length] as Journey;
    const steps = rank === 6 ? story.steps.slice(0, 5) : story.steps.slice(0, story.steps.length - 2 * rank);
    played.push(await playOn(services, { ...story, steps }, { finess: finess[rank] }));
  }
  for (const [rank, fact] of [
    [6, { type: 'dossier.abandonne', date: '2026-06-01', motif: 'Regroupement' }],
    [5, { type: 'etablissement.ferme', date: '2026-06-01' }],
  ] as const) {
    const last = { genre: 'dossier', id: played[rank]?.dossier ?? '' } as const;
    const told = await services.record(last, fact, { auteur: 'essai', version: null });
    if (!told.ok) throw new Error(JSON.stringify(told.error));
  }
  return played;
}
