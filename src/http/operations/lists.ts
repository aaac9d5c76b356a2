import { z } from 'zod';
import { err, ok } from '../../engine/refusal.ts';
import type { Services } from '../../services.ts';
import type { Genre, ListQuery } from '../../store/store.ts';
import { within } from '../../web/access/guard.ts';
import { AFaire, aFaireOf, asksAwaited, listInMaking } from '../awaited.ts';
import { affaires } from '../case-schemas.ts';
import { BREF, get, type Operation } from '../operation.ts';
import { dossierListParams, ListParams, listQuery, UnderParams, whyUnknown } from '../query.ts';
import { represent, representPage, representSome } from '../representation.ts';

const suite = z
  .string()
  .nullable()
  .meta({ description: 'À donner en « apres » pour la page suivante ; null à la dernière' });

const total = z
  .strictObject({ nombre: z.int(), plafonne: z.boolean().meta({ description: 'S’il y en a davantage' }) })
  .meta({ id: 'Total', description: 'Sur toutes les pages ; n’est donné que si on le demande' })
  .optional();

/** A dossier of the list with what it awaits. */
const DossierListe = affaires.dossier.extend(AFaire.shape).meta({ id: 'DossierListe' });

/** The same, narrowed to what « champs » names: told under a media type of its own, so that a typed client knows which it reads. */
const DossierReduit = DossierListe.partial()
  .required({ id: true })
  .meta({ id: 'DossierReduit', description: 'Les champs que « champs » nomme, et l’identifiant' });

/** A page of cases of a kind. */
const pages = {
  dossier: z.strictObject({ dossiers: z.array(affaires.dossier), suite, total }),
  groupement: z.strictObject({ groupements: z.array(affaires.groupement), suite, total }),
  certificat: z.strictObject({ certificats: z.array(affaires.certificat), suite, total }),
};

/** Beyond it, counting takes time and tells little. */
const MAX_TOTAL = 1000;

/** Finding dossiers among those that one may see, each with what it awaits of whom. */
export function dossierListOperation(): Operation {
  const champs = Object.keys(DossierListe.shape) as [string, ...string[]];
  return get('dossiers.lister', '/dossiers', {
    query: dossierListParams(champs),
    compresse: true,
    summary: 'Chercher des dossiers, et ce qu’ils attendent de qui',
    reply: {
      schema: pages.dossier.extend({ dossiers: z.array(DossierListe) }),
      bref: pages.dossier.extend({ dossiers: z.array(DossierReduit) }),
    },
    async answer({ services, query: { total, champs: some, ...filters }, identite }) {
      const query = await knownQuery(services, { identite, genre: 'dossier', jour: services.today() }, filters);
      if (!query.ok) return query;
      const tellsAwaited = some === undefined || some.has('aFaire') || some.has('retourneLe');
      if (tellsAwaited || asksAwaited(query.value)) {
        const { pret } = await services.travail.rattraper();
        if (!pret && asksAwaited(query.value)) return err(listInMaking);
      }
      const page = await services.list(query.value);
      const known = tellsAwaited ? await services.travail.attentes(page.lignes.map(({ id }) => id)) : null;
      const counted = total && { total: await totalOf(services, query.value) };
      const body = representPage('dossiers', page, counted, (row) => {
        const more = known ? aFaireOf(known.get(row.id)) : {};
        return some ? representSome(row, some, more) : represent(row, more);
      });
      return ok({ body, ...(some && { type: BREF }) });
    },
  });
}

/** Finding groupements or certificates, among those that one may see. */
export function listOperation(genre: Exclude<Genre, 'dossier'>): Operation {
  return get(`${genre}s.lister`, `/${genre}s`, {
    query: ListParams,
    compresse: true,
    summary: `Chercher des ${genre}s`,
    reply: { schema: pages[genre] },
    async answer({ services, query: { total, ...filters }, identite }) {
      const query = await knownQuery(services, { identite, genre, jour: services.today() }, filters);
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
    compresse: true,
    summary: resume,
    reply: { schema: pages[genre] },
    async answer({ services, params: { id }, query, identite }) {
      const found = await services.find({ genre: parent, id });
      if (!found.ok) return found;
      const unknown = await whyUnknown(services, genre, { apres: query.apres });
      if (unknown) return err(unknown);
      const page = await services.list(within(identite, services.today(), { ...query, genre, parentId: id }));
      return ok({ body: representPage(`${genre}s`, page) });
    },
  });
}

/** A list query whose cursor and relatives are known. */
async function knownQuery(
  services: Services,
  asking: Parameters<typeof listQuery>[0],
  filters: Parameters<typeof listQuery>[1],
): Promise<ReturnType<typeof listQuery>> {
  const query = listQuery(asking, filters);
  const unknown = query.ok ? await whyUnknown(services, asking.genre, filters) : null;
  return unknown ? err(unknown) : query;
}

async function totalOf(services: Services, query: ListQuery) {
  const nombre = await services.count(query, MAX_TOTAL + 1);
  return { nombre: Math.min(nombre, MAX_TOTAL), plafonne: nombre > MAX_TOTAL };
}
