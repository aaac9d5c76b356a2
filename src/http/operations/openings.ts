import type { Recorded } from '../../acts/act.ts';
import { DossierOuvert, GroupementOuvert } from '../../engine/opening.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import type { ListQuery } from '../../store/store.ts';
import { within } from '../../web/access/reach.ts';
import { ouvert, pages } from '../answers/cases.ts';
import { named } from '../named-request.ts';
import { type Answer, type Answered, type Operation, operation } from '../operation.ts';
import { ListParams, listQuery, UnderParams } from '../query.ts';
import { represent, representPage, versionTag } from '../representation.ts';

/** Beyond it, counting takes time and tells little. */
const MAX_TOTAL = 1000;

/** Opening dossiers and groupements. */
export function openingOperations(services: Services): Operation[] {
  return [
    operation({
      id: 'dossiers.ouvrir',
      methode: 'post',
      chemin: '/dossiers',
      corps: DossierOuvert,
      seRejoue: true,
      resume: 'Ouvrir un dossier',
      reponse: { statut: 201, schema: ouvert.dossier },
      async answer({ corps, identite, demande }) {
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, answerTo) };
        return told(await services.openDossier(corps, act));
      },
    }),
    operation({
      id: 'groupements.ouvrir',
      methode: 'post',
      chemin: '/groupements',
      corps: GroupementOuvert,
      seRejoue: true,
      resume: 'Ouvrir un groupement',
      reponse: { statut: 201, schema: ouvert.groupement },
      async answer({ corps, identite, demande }) {
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, answerTo) };
        return told(await services.openGroupement(corps, act));
      },
    }),
  ];
}

/** Finding cases of a kind, among those that one may see. */
export function listOperation(services: Services, genre: Genre): Operation {
  return operation({
    id: `${genre}s.lister`,
    methode: 'get',
    chemin: `/${genre}s`,
    requete: ListParams,
    resume: `Chercher des ${genre}s`,
    reponse: { schema: pages[genre] },
    async answer({ requete: { total, ...filters }, identite }) {
      const query = listQuery({ identite, genre, jour: services.today() }, filters);
      if (!query.ok) return query;
      const page = await services.list(query.value);
      const counted = total && { total: await totalOf(services, query.value) };
      return ok({ corps: representPage(`${genre}s`, page, counted) });
    },
  });
}

/** What stands right under a case, in pages. */
const under = {
  groupement: { genre: 'dossier', resume: 'Lister les dossiers d’un groupement' },
  dossier: { genre: 'certificat', resume: 'Lister les certificats d’un dossier' },
} as const;

/** The sites of a groupement, or the certificates of a dossier. */
export function underOperation(services: Services, parent: keyof typeof under): Operation {
  const { genre, resume } = under[parent];
  return operation({
    id: `${parent}s.${genre}s`,
    methode: 'get',
    chemin: `/${parent}s/:id/${genre}s`,
    requete: UnderParams,
    resume,
    reponse: { schema: pages[genre] },
    async answer({ chemin: { id = '' }, requete, identite }) {
      const found = await services.find({ genre: parent, id });
      if (!found.ok) return found;
      const page = await services.list(within(identite, services.today(), { ...requete, genre, parentId: id }));
      return ok({ corps: representPage(`${genre}s`, page) });
    },
  });
}

async function totalOf(services: Services, query: ListQuery) {
  const nombre = await services.count(query, MAX_TOTAL + 1);
  return { nombre: Math.min(nombre, MAX_TOTAL), plafonne: nombre > MAX_TOTAL };
}

function told(opened: Result<Recorded>): Answered {
  return opened.ok ? ok(answerTo(opened.value)) : opened;
}

function answerTo({ row, avertissements }: Recorded): Answer {
  const entetes = { ...versionTag(row.version), Location: `/api/v1/${row.genre}s/${row.id}` };
  return { statut: 201, entetes, corps: represent(row, { avertissements }) };
}
