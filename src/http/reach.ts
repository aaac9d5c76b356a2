import type { Identity } from '../identity/identity.ts';
import type { ListQuery } from '../store/store.ts';

type Filters = { [Name in keyof ListQuery]?: ListQuery[Name] | undefined } & Pick<ListQuery, 'genre' | 'limite'>;

/** A list query among what an identity may see: filtered by the store, never after. */
export function within(_identite: Identity, filters: Filters): ListQuery {
  const used = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(used) as unknown as ListQuery;
}
