import { z } from 'zod';
import type { Recorded } from '../../acts/act.ts';
import { DossierOuvert, GroupementOuvert } from '../../engine/opening.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import type { ListQuery } from '../../store/store.ts';
import { limitedKey } from '../../web/access/guard.ts';
import { mayOpen, reaches, within } from '../../web/access/reach.ts';
import type { Place } from '../../web/endpoint.ts';
import { affaires } from '../case-schemas.ts';
import { named } from '../named-request.ts';
import { type Answer, type Answered, get, type Operation, post } from '../operation.ts';
import { ListParams, listQuery, UnderParams } from '../query.ts';
import { recordedHeaders } from '../recorded.ts';
import { represent, representPage } from '../representation.ts';
import { Avertissement } from '../vocabulary.ts';

const avertissements = z.array(Avertissement);
/** A case that has just been opened. */
const ouvert = {
  dossier: affaires.dossier.extend({ avertissements }).meta({ id: 'DossierOuvert' }),
  groupement: affaires.groupement.extend({ avertissements }).meta({ id: 'GroupementOuvert' }),
};

const suite = z
  .string()
  .nullable()
  .meta({ description: 'À donner en « apres » pour la page suivante ; null à la dernière' });

const total = z
  .strictObject({ nombre: z.int(), plafonne: z.boolean().meta({ description: 'S’il y en a davantage' }) })
  .meta({ id: 'Total', description: 'Sur toutes les pages ; n’est donné que si on le demande' })
  .optional();

/** A page of cases of a kind. */
const pages = {
  dossier: z.strictObject({ dossiers: z.array(affaires.dossier), suite, total }),
  groupement: z.strictObject({ groupements: z.array(affaires.groupement), suite, total }),
  certificat: z.strictObject({ certificats: z.array(affaires.certificat), suite, total }),
};

/** Beyond it, counting takes time and tells little. */
const MAX_TOTAL = 1000;

/** Opening dossiers and groupements. */
export function openingOperations(): Operation[] {
  return [
    post('dossiers.ouvrir', '/dossiers', {
      body: DossierOuvert,
      seRejoue: true,
      summary: 'Ouvrir un dossier',
      reply: { status: 201, schema: ouvert.dossier },
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
      reply: { status: 201, schema: ouvert.groupement },
      async answer({ services, body, identite, demande }) {
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, answerTo) };
        return told(await services.openGroupement(body, act));
      },
    }),
  ];
}

/** Finding cases of a kind, among those that one may see. */
export function listOperation(genre: Genre): Operation {
  return get(`${genre}s.lister`, `/${genre}s`, {
    query: ListParams,
    summary: `Chercher des ${genre}s`,
    reply: { schema: pages[genre] },
    async answer({ services, query: { total, ...filters }, identite }) {
      const query = listQuery({ identite, genre, jour: services.today() }, filters);
      if (!query.ok) return query;
      const page = await services.list(query.value);
      const counted = total && { total: await totalOf(services, query.value) };
      return ok({ body: representPage(`${genre}s`, page, counted) });
    },
  });
}

/** What stands right under a case, in pages. */
const under = {
  groupement: { genre: 'dossier', resume: 'Lister les dossiers d’un groupement' },
  dossier: { genre: 'certificat', resume: 'Lister les certificats d’un dossier' },
} as const;

/** The sites of a groupement, or the certificates of a dossier. */
export function underOperation(parent: keyof typeof under): Operation {
  const { genre, resume } = under[parent];
  return get(`${parent}s.${genre}s`, `/${parent}s/:id/${genre}s`, {
    query: UnderParams,
    summary: resume,
    reply: { schema: pages[genre] },
    async answer({ services, params: { id }, query, identite }) {
      const found = await services.find({ genre: parent, id });
      if (!found.ok) return found;
      const page = await services.list(within(identite, services.today(), { ...query, genre, parentId: id }));
      return ok({ body: representPage(`${genre}s`, page) });
    },
  });
}

async function totalOf(services: Services, query: ListQuery) {
  const nombre = await services.count(query, MAX_TOTAL + 1);
  return { nombre: Math.min(nombre, MAX_TOTAL), plafonne: nombre > MAX_TOTAL };
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
