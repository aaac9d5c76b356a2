import { z } from 'zod';
import type { Recorded } from '../../acts/act.ts';
import { DossierOuvert, GroupementOuvert } from '../../engine/opening.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { limitedKey, mayOpen, reaches } from '../../web/access/guard.ts';
import type { Place } from '../../web/endpoint.ts';
import { affaires } from '../case-schemas.ts';
import { named } from '../named-request.ts';
import { type Answer, type Answered, type Operation, post } from '../operation.ts';
import { recordedHeaders, represent } from '../representation.ts';
import { Avertissement } from '../vocabulary.ts';

const avertissements = z.array(Avertissement);
/** A case that has just been opened. */
const ouvert = {
  dossier: affaires.dossier.extend({ avertissements }).meta({ id: 'DossierOuvert' }),
  groupement: affaires.groupement.extend({ avertissements }).meta({ id: 'GroupementOuvert' }),
};

/** Opening dossiers and groupements. */
export function openingOperations(): Operation[] {
  return [
    post('dossiers.ouvrir', '/dossiers', {
      body: DossierOuvert,
      seRejoue: true,
      summary: 'Ouvrir un dossier',
      reply: { status: 201, schema: ouvert.dossier, headers: ['ETag', 'Recu', 'Location'] },
      async answer({ services, body, identite, demande }) {
        if (!mayOpen(identite, body.procedure)) return err(limitedKey);
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, answerTo) };
        const { groupementId = null } = body;
        if (groupementId !== null && !(await reaches(services, identite, 'groupement', groupementId)))
          return err({ code: 'introuvable', objet: 'groupement', id: groupementId });
        return told(await seenBy({ services, identite }, await services.openDossier(body, act)));
      },
    }),
    post('groupements.ouvrir', '/groupements', {
      body: GroupementOuvert,
      seRejoue: true,
      summary: 'Ouvrir un groupement',
      reply: { status: 201, schema: ouvert.groupement, headers: ['ETag', 'Recu', 'Location'] },
      async answer({ services, body, identite, demande }) {
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, answerTo) };
        return told(await services.openGroupement(body, act));
      },
    }),
  ];
}

/** Whose dossier it is already is told to whoever may see it, and to nobody else. */
async function seenBy(
  { services, identite }: Pick<Place, 'services' | 'identite'>,
  opened: Result<Recorded>,
): Promise<Result<Recorded>> {
  if (opened.ok || opened.error.code !== 'dossier-existant' || opened.error.id === null) return opened;
  const isSeen = await reaches(services, identite, 'dossier', opened.error.id);
  return isSeen ? opened : err({ ...opened.error, id: null });
}

function told(opened: Result<Recorded>): Answered {
  return opened.ok ? ok(answerTo(opened.value)) : opened;
}

function answerTo(recorded: Recorded): Answer {
  const { row, avertissements } = recorded;
  const headers = { ...recordedHeaders(recorded), Location: `/api/v1/${row.genre}s/${row.id}` };
  return { status: 201, headers, body: represent(row, { avertissements }) };
}
