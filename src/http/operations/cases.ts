import { z } from 'zod';
import { ok } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import { affaires, enregistre, Journal } from '../answers/cases.ts';
import { prochainesEtapes } from '../answers/next-steps.ts';
import { named } from '../named-request.ts';
import { type Operation, operation } from '../operation.ts';
import { JournalParams, WaitParams } from '../query.ts';
import { recordedAnswer } from '../recorded.ts';
import { represent, versionTag, versionWanted } from '../representation.ts';
import { holding } from '../waits.ts';

/** A fact as it is posted: its own schema depends on its type. */
const Fait = z.looseObject({ type: z.string(), date: z.string() });

const nouns = { dossier: 'un dossier', groupement: 'un groupement', certificat: 'un certificat' };

/** One case of a kind: what it is, what is next, what happened, and what has just happened. The busiest first. */
export function caseOperations(services: Services, genre: Genre): Operation[] {
  const path = `/${genre}s/:id`;
  const cible = ({ id = '' }: Readonly<Record<string, string>>) => ({ genre, id });

  return [
    operation({
      id: `${genre}s.faits`,
      methode: 'post',
      chemin: `${path}/faits`,
      corps: Fait,
      seRejoue: true,
      resume: `Enregistrer un fait sur ${nouns[genre]}`,
      reponse: { schema: enregistre(genre) },
      async answer({ chemin, corps, entete, identite, demande }) {
        const version = versionWanted(entete('if-match'));
        const act = { auteur: auteurOf(identite), version, demande: named(demande, recordedAnswer) };
        const recorded = await services.record(cible(chemin), corps, act);
        return recorded.ok ? ok(recordedAnswer(recorded.value)) : recorded;
      },
    }),
    operation({
      id: `${genre}s.prochaines-etapes`,
      methode: 'get',
      chemin: `${path}/prochaines-etapes`,
      resume: `Demander les prochaines étapes d’${nouns[genre]}`,
      reponse: { schema: prochainesEtapes[genre] },
      requete: WaitParams,
      async answer(asked) {
        const { chemin, entete, requete } = asked;
        const { depuisVersion, attendre = 0 } = requete;
        const found =
          depuisVersion === undefined
            ? await services.view(cible(chemin))
            : await holding(attendre, (attendreMs) =>
                services.viewAfter(cible(chemin), depuisVersion, { attendreMs, signal: asked.gone() }),
              );
        if (!found.ok) return found;
        const { version, vue } = found.value;
        const entetes = versionTag(version);
        return ok(
          entete('if-none-match') === entetes.ETag ? { statut: 304, entetes, corps: null } : { entetes, corps: vue },
        );
      },
    }),
    operation({
      id: `${genre}s.lire`,
      methode: 'get',
      chemin: path,
      resume: `Lire ${nouns[genre]}`,
      reponse: { schema: affaires[genre] },
      async answer({ chemin }) {
        const found = await services.find(cible(chemin));
        return found.ok ? ok({ entetes: versionTag(found.value.version), corps: represent(found.value) }) : found;
      },
    }),
    operation({
      id: `${genre}s.journal`,
      methode: 'get',
      chemin: `${path}/journal`,
      requete: JournalParams,
      resume: `Lire le journal d’${nouns[genre]}`,
      reponse: { schema: Journal },
      async answer({ chemin, requete: { apres, limite } }) {
        const lines = await services.journal(cible(chemin), apres, limite);
        if (!lines.ok) return lines;
        const faits = lines.value.map(({ saisie, corrigee, instanceId: _instance, ...line }) => ({
          ...line,
          corrigee: corrigee && { par: corrigee.par, sort: corrigee.sort, remplacant: corrigee.remplacant },
          saisie: saisie === null ? null : JSON.parse(saisie),
        }));
        return ok({ corps: { faits, suite: faits.length === limite ? (faits.at(-1)?.rang ?? null) : null } });
      },
    }),
  ];
}
