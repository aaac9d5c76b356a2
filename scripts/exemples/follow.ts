import type { Schemas } from './api.ts';
import type { Client, Reponse } from './client.ts';

type Steps = Reponse<'dossiers.prochaines-etapes'>;

/** The next steps of a dossier once it is beyond `version`: the service holds each answer back for 30 s at most. */
export async function nextChange(client: Client, id: string, version: number, signal: AbortSignal): Promise<Steps> {
  for (;;) {
    const requete = { depuisVersion: version, attendre: '30s' };
    const found = await client.ask('dossiers.prochaines-etapes', { chemin: { id }, requete }, { signal });
    if (found.etat !== 'oui' || found.valeur.dossier.version > version) return found;
  }
}

/** An event with the place to start again from; keep it once the event is dealt with. */
interface Followed {
  evenement: Schemas['Evenement'] | Schemas['FinDeCle'];
  curseur: string | null;
}

/** Every event from `curseur` on (null: from the first one), then those to come, until `signal` says stop; throws a problem. */
export async function* events(client: Client, curseur: string | null, signal: AbortSignal): AsyncGenerator<Followed> {
  for (let apres = curseur; !signal.aborted; ) {
    const requete = { ...(apres !== null && { apres }), attendre: '30s' };
    const page = await client.ask('evenements.lire', { requete }, { signal });
    if (page.etat === 'non') throw new Error(page.probleme.detail, { cause: page.probleme });
    if (page.etat === 'inchange') continue;
    const { evenements, curseur: suivant } = page.valeur;
    // Halfway through a page one starts again from its beginning: an event comes twice rather than never.
    for (const [rank, evenement] of evenements.entries())
      yield { evenement, curseur: rank === evenements.length - 1 ? suivant : apres };
    apres = suivant;
  }
}
