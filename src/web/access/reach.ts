import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import type { ListQuery } from '../../store/store.ts';

type Filters = { [Name in keyof ListQuery]?: ListQuery[Name] | undefined } & Pick<ListQuery, 'genre' | 'limite'>;

/** A list query among what an identity may see on the day `jour` (YYYY-MM-DD): filtered by the store, never after. */
export function within({ role, editeurId, dossiers, procedures }: Identity, jour: string, filters: Filters): ListQuery {
  const limits = {
    ...(role === 'editeur' && { delegueA: { editeurId: editeurId ?? '', jour } }),
    ...(dossiers && { parmiDossiers: JSON.stringify(dossiers) }),
    ...(procedures && { parmiProcedures: JSON.stringify(procedures) }),
  };
  const used = Object.entries({ ...filters, ...limits }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(used) as unknown as ListQuery;
}

/** Whether a key is limited to some procedures or dossiers. */
export function isLimited({ dossiers, procedures }: Identity): boolean {
  return dossiers !== null || procedures !== null;
}

/** Whether a key may open a case of a procedure: limited to dossiers, it opens none. */
export function mayOpen({ dossiers, procedures }: Identity, procedure: string): boolean {
  return dossiers === null && (procedures === null || procedures.includes(procedure));
}

/** Whether an identity may see a case. */
export async function reaches(services: Services, identite: Identity, genre: Genre, id: string): Promise<boolean> {
  if (identite.role !== 'editeur' && !isLimited(identite)) return true;
  const page = await services.list(within(identite, services.today(), { genre, id, limite: 1 }));
  return page.lignes.length > 0;
}
