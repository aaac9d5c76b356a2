import type { z } from 'zod';
import { err, ok, type Refusal, type Result } from '../../engine/refusal.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import type { ListQuery } from '../../store/store.ts';
import type { ListParams } from '../query.ts';

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

/** What a list is asked, as the query string says it. */
type Asked = Omit<z.output<typeof ListParams>, 'total'>;

/** Who asks for a list, of which kind, on which day (YYYY-MM-DD). */
interface Asking {
  identite: Identity;
  genre: Genre;
  jour: string;
}

/** A list query from its parameters; `editeur` is an éditeur’s own or, of whoever sees everything, any; a sandbox is its key’s own whole. */
export function listQuery(
  { identite, genre, jour }: Asking,
  { editeur, groupement, dossier, modifiesDepuis: modifieDepuis, ...filters }: Asked,
): Result<ListQuery, Refusal> {
  const own = identite.bacASable ? undefined : identite.editeurId;
  const editeurId = editeur === 'moi' ? own : editeur;
  const isOther = identite.role === 'editeur' && editeurId !== undefined && editeurId !== identite.editeurId;
  if (isOther || editeurId === null)
    return err({ code: 'saisie-invalide', erreurs: [isOther ? othersEditeur : noEditeur] });
  const parentId = genre === 'certificat' ? dossier : groupement;
  const delegueA = editeurId === undefined ? undefined : { editeurId, jour };
  return ok(within(identite, jour, { ...filters, genre, parentId, modifieDepuis, delegueA }));
}

const othersEditeur = {
  pointeur: '/editeur',
  message: 'Vous ne voyez que ce qui vous est délégué : indiquez « moi ».',
};
const noEditeur = {
  pointeur: '/editeur',
  message: 'Vous n’êtes pas un éditeur : indiquez l’identifiant de l’un d’eux.',
};

/** Whether an identity may see a case. */
export async function reaches(services: Services, identite: Identity, genre: Genre, id: string): Promise<boolean> {
  const { role, dossiers, procedures } = identite;
  if (role !== 'editeur' && !dossiers && !procedures) return true;
  const page = await services.list(within(identite, services.today(), { genre, id, limite: 1 }));
  return page.lignes.length > 0;
}
