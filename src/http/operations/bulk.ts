import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../engine/canonical-json.ts';
import { err, ok } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { reaches } from '../../web/access/guard.ts';
import type { Place } from '../../web/endpoint.ts';
import { problemBody, toProblem } from '../../web/problem.ts';
import { Retenu } from '../case-schemas.ts';
import { faitDe } from '../facts.ts';
import { CLE, once } from '../named-request.ts';
import { type Answered, type Operation, post } from '../operation.ts';
import { minimalAnswer } from '../representation.ts';
import { toldTo } from '../told-to.ts';
import { Probleme } from '../vocabulary.ts';

/** How many facts one request takes. */
const MOST = 500;
/** How many dossiers are told at once, so that they share a commit. */
const TOGETHER = 20;

const LigneDite = z.strictObject({
  dossier: z.string().max(100).meta({ description: 'L’identifiant du dossier' }),
  fait: faitDe.dossier,
  version: z.int().min(1).optional().meta({ description: 'La version attendue, comme If-Match' }),
  cle: z
    .string()
    .regex(CLE, 'Prenez de 8 à 100 caractères visibles, un UUID par exemple.')
    .optional()
    .meta({ description: 'Comme Idempotency-Key : renvoyée, la ligne reçoit la même réponse pendant 7 jours' }),
});
type LigneDite = z.output<typeof LigneDite>;

const FaitsDits = z.strictObject({ faits: z.array(LigneDite).min(1).max(MOST) }).meta({ id: 'FaitsDits' });

const LigneFaite = z
  .strictObject({
    dossier: z.string(),
    status: z.int().meta({ description: 'Comme celui de POST dossiers/{id}/faits' }),
    rejoue: z.boolean().meta({ description: 'Si la ligne avait déjà été envoyée sous cette clé' }),
    resultat: Retenu.nullable(),
    probleme: Probleme.nullable(),
  })
  .meta({ id: 'LigneFaite' });
type LigneFaite = z.output<typeof LigneFaite>;

const FaitsRetenus = z.strictObject({ retenus: z.int(), refuses: z.int(), lignes: z.array(LigneFaite) });

/** Many facts at once, each on its own: one that is refused stops no other. */
export function bulkOperation(): Operation {
  return post('faits.enregistrer', '/faits', {
    body: FaitsDits,
    seRejoue: true,
    compresse: true,
    summary: 'Enregistrer des faits sur plusieurs dossiers, un résultat par ligne',
    reply: { schema: FaitsRetenus },
    async answer({ services, body: { faits }, identite, demande }) {
      const named = faits.map((ligne, rang) => ({
        rang,
        ligne: { ...ligne, cle: ligne.cle ?? keyOf(demande?.cle, rang) },
      }));
      const lignes: LigneFaite[] = [];
      const dossiers = [...Map.groupBy(named, ({ ligne }) => ligne.dossier).values()];
      for (let from = 0; from < dossiers.length; from += TOGETHER) {
        const together = dossiers.slice(from, from + TOGETHER).map(async (own) => {
          for (const { rang, ligne } of own) lignes[rang] = await tellLine({ services, identite }, ligne);
        });
        await Promise.all(together);
      }
      const retenus = lignes.filter(({ probleme }) => probleme === null).length;
      return ok({ body: { retenus, refuses: lignes.length - retenus, lignes } });
    },
  });
}

/** The key of a line from that of its whole request: sent again, each line is answered as it was. */
function keyOf(cle: string | undefined, rang: number): string | undefined {
  return cle === undefined ? undefined : createHash('sha256').update(`${cle} ${rang}`).digest('hex');
}

async function tellLine(place: Pick<Place, 'services' | 'identite'>, ligne: LigneDite): Promise<LigneFaite> {
  const { dossier: id } = ligne;
  const answered = (await reaches(place.services, place.identite, 'dossier', id))
    ? await tellOnce(place, ligne)
    : err({ code: 'introuvable', objet: 'dossier', id } as const);
  if (!answered.ok) {
    const problem = toProblem(answered.error);
    return {
      dossier: id,
      status: problem.status,
      rejoue: false,
      resultat: null,
      probleme: problemBody(problem) as never,
    };
  }
  const { status = 200, headers = {}, body } = answered.value;
  const said = typeof body === 'string' ? JSON.parse(body) : body;
  const rejoue = headers['Idempotent-Replayed'] === 'true';
  const [resultat, probleme] = status < 400 ? [said, null] : [null, said];
  return { dossier: id, status, rejoue, resultat, probleme };
}

/** Under its key, if it has one, a line is told once, and answered the same. */
function tellOnce({ services, identite }: Pick<Place, 'services' | 'identite'>, ligne: LigneDite): Promise<Answered> {
  const { dossier: id, fait, version = null, cle } = ligne;
  const tell = (demande?: { cle: string; empreinte: string }) =>
    toldTo({ services, identite }, { genre: 'dossier', id }, { fait, version, demande }, minimalAnswer);
  if (cle === undefined) return tell();
  const empreinte = createHash('sha256')
    .update(canonicalJson(['faits', id, version, fait]))
    .digest('hex');
  return once(services, { auteur: auteurOf(identite), cle, empreinte }, () => tell({ cle, empreinte }));
}
