import { z } from 'zod';
import type { Demande, Filtres } from '../../desk/work/demand.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Visit } from '../shell/screen.ts';
import { withQuery } from '../ui/words.ts';

/** The tabs of the worklist, as they are read. */
export const tabLabels = {
  miennes: 'À moi',
  libres: 'Non affectés',
  etablissement: 'Chez l’établissement',
  ans: 'Chez l’ANS',
  editeur: 'Chez l’éditeur',
  retard: 'En retard',
  retours: 'Retournés',
  renouvellements: 'Renouvellements',
  tous: 'Tous',
} as const;
export type ListTab = keyof typeof tabLabels;

const tabNames = Object.keys(tabLabels) as ListTab[];
const word = z.string().trim().min(1).max(200).optional().catch(undefined);
const whole = (max: number) => z.coerce.number().int().min(1).max(max).optional().catch(undefined);

/** The worklist as its address says it: what it does not understand is not asked. */
export const Requete = z.object({
  onglet: z.enum(tabNames).optional().catch(undefined),
  procedure: word,
  statut: word,
  etape: word,
  acteur: word,
  departement: word.transform((code) => code?.toUpperCase()),
  groupement: word,
  editeur: word,
  affecte: word,
  retard: whole(10_000),
  q: word,
  tri: z.enum(['limite', 'nom', 'etape', 'acteur', 'depuis', 'restant']).optional().catch(undefined),
  ordre: z.enum(['descendant']).optional().catch(undefined),
  page: whole(100_000),
  par: z.enum(['100', '200']).optional().catch(undefined),
  coche: z.enum(['tout', 'liste']).optional().catch(undefined),
});
export type Requete = z.output<typeof Requete>;

/** Somebody at the list. */
export type ListVisit = Visit<Requete>;

/** The parts of an address that narrow the list. */
export const narrowing = [
  ...['procedure', 'statut', 'etape', 'acteur', 'departement', 'groupement', 'editeur', 'affecte', 'retard', 'q'],
] as (keyof Requete & keyof Filtres)[];

/** What an address asks for whoever reads it; « moi » is themselves. */
export function toDemand(requete: Requete, { id }: Pick<Identity, 'id'>): Demande {
  const { onglet = 'miennes', tri = 'limite', ordre, page = 1, par = '50' } = requete;
  const filtres: Filtres = Object.fromEntries(narrowing.map((name) => [name, requete[name]]));
  if (filtres.affecte === 'moi') filtres.affecte = id;
  return { moi: id, onglet, filtres, tri, descendant: ordre !== undefined, page, parPage: Number(par) };
}

/** Whether the list is narrowed. */
export function isNarrowed(requete: Requete): boolean {
  return narrowing.some((name) => requete[name] !== undefined);
}

/** The address of the list with some parts changed; one of another order or of other filters begins at its first page. */
export function addressOf(requete: Requete, changes: Partial<Requete> = {}, path = '/'): string {
  return withQuery(path, { ...requete, page: undefined, coche: undefined, ...changes });
}

/** What a view keeps: all but the page. */
export function queryOf(requete: Partial<Requete>): string {
  return withQuery('', requete).slice(1);
}
