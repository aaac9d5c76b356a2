import { z } from 'zod';
import type { Recorded } from '../../acts/act.ts';
import { A_COTE, isToldBeside } from '../../engine/history/beside.ts';
import { err, ok } from '../../engine/refusal.ts';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import type { Genre } from '../../store/store.ts';
import { isHeld } from '../../web/ingress.ts';
import { affaires, enregistre, prochainesEtapes, Retenu } from '../case-schemas.ts';
import { faitDe } from '../facts.ts';
import { get, type Operation, post } from '../operation.ts';
import { permittedNow } from '../permitted.ts';
import { JournalParams, unknownCursor, WaitParams } from '../query.ts';
import { minimalAnswer, recordedAnswer, represent, versionTag } from '../representation.ts';
import { toldTo, versionAsked, wantsMinimal } from '../told-to.ts';
import { Instant, Jour, TypeDeLigne } from '../vocabulary.ts';
import { holding } from '../waits.ts';

const texte = z.string();
/** What became of a line that no longer stands. */
const Corrigee = z
  .strictObject({
    par: z.int().meta({ description: 'Le rang de la correction' }),
    sort: z.enum(['retire', 'remplace', 'entraine']).meta({
      description: 'Retirée pour elle-même, remplacée, ou entraînée par la correction d’une autre',
    }),
    remplacant: z.int().nullable().meta({ description: 'Le rang de la ligne qui la remplace' }),
  })
  .meta({ id: 'Corrigee' });

/** The lines of a journal. */
const Journal = z.strictObject({
  faits: z.array(
    z
      .strictObject({
        rang: z.int(),
        type: TypeDeLigne,
        date: Jour,
        enregistreLe: Instant,
        auteur: texte,
        empreinte: texte.meta({ description: 'SHA-256 de la saisie' }),
        saisie: z.record(texte, z.unknown()).nullable().meta({ description: 'null une fois effacée' }),
        corrigee: Corrigee.nullable().meta({ description: 'null tant qu’elle tient' }),
      })
      .meta({ id: 'LigneDeJournal' }),
  ),
  suite: z.int().nullable(),
});

const nouns = { dossier: 'un dossier', groupement: 'un groupement', certificat: 'un certificat' };

/** One case of a kind: what it is, what is next, what happened, and what has just happened. The busiest first. */
export function caseOperations(genre: Genre): Operation[] {
  const path = `/${genre}s/:id` as const;

  return [
    post(`${genre}s.faits`, `${path}/faits`, {
      body: faitDe[genre],
      seRejoue: true,
      summary: `Enregistrer un fait sur ${nouns[genre]}`,
      reply: { schema: enregistre(genre), bref: Retenu, headers: ['ETag', 'Recu'] },
      async answer({ services, params, body, request, identite, demande }) {
        const cible = { genre, id: params.id };
        const version = await versionAsked(services, cible, request);
        const answerTo = wantsMinimal(request)
          ? minimalAnswer
          : (recorded: Recorded) => recordedAnswer(recorded, identite);
        return toldTo({ services, identite }, cible, { fait: body, version, demande }, answerTo);
      },
    }),
    get(`${genre}s.prochaines-etapes`, `${path}/prochaines-etapes`, {
      summary: `Demander les prochaines étapes d’${nouns[genre]}`,
      reply: { schema: prochainesEtapes[genre], revalidates: true },
      query: WaitParams,
      async answer({ services, params, request, query, identite, gone }) {
        const { depuisVersion, attendre = 0 } = query;
        const found =
          depuisVersion === undefined
            ? await services.view({ genre, id: params.id })
            : await holding({ qui: auteurOf(identite), attendreMs: attendre }, (attendreMs) =>
                services.viewAfter({ genre, id: params.id }, depuisVersion, { attendreMs, signal: gone() }),
              );
        if (!found.ok) return found;
        const { version, vue } = found.value;
        const headers = versionTag(version);
        if (isHeld(request.headers['if-none-match'], headers.ETag)) return ok({ status: 304, headers, body: null });
        return ok({ headers, body: await permittedNow({ services, identite }, { genre, id: params.id }, vue.text) });
      },
    }),
    get(`${genre}s.lire`, path, {
      summary: `Lire ${nouns[genre]}`,
      reply: { schema: affaires[genre], revalidates: true },
      async answer({ services, params, request }) {
        const found = await services.find({ genre, id: params.id });
        if (!found.ok) return found;
        const headers = versionTag(found.value.version);
        if (isHeld(request.headers['if-none-match'], headers.ETag)) return ok({ status: 304, headers, body: null });
        return ok({ headers, body: represent(found.value) });
      },
    }),
    get(`${genre}s.journal`, `${path}/journal`, {
      query: JournalParams,
      compresse: true,
      summary: `Lire le journal d’${nouns[genre]}`,
      reply: { schema: Journal },
      async answer({ services, params, query: { apres, limite }, identite }) {
        const lines = await services.journal({ genre, id: params.id }, apres, limite);
        if (!lines.ok) return lines;
        if (lines.value.length === 0 && apres > 0) {
          const last = await services.journal({ genre, id: params.id }, apres - 1, 1);
          if (last.ok && last.value.length === 0) return err(unknownCursor('apres'));
        }
        const faits = lines.value.map(({ saisie, corrigee, instanceId: _instance, ...line }) => ({
          ...line,
          corrigee: corrigee && { par: corrigee.par, sort: corrigee.sort, remplacant: corrigee.remplacant },
          saisie: toldOf(identite, line.type, saisie),
        }));
        return ok({ body: { faits, suite: faits.length === limite ? (faits.at(-1)?.rang ?? null) : null } });
      },
    }),
  ];
}

/** What a mail says is for those who write and read it: an éditeur is told that there was one. */
function toldOf({ role }: Identity, type: string, saisie: string | null) {
  if (saisie === null) return null;
  const isKept = role === 'editeur' && isToldBeside(type) && A_COTE[type].sorte === 'courriel';
  return isKept ? {} : JSON.parse(saisie);
}
