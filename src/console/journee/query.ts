import { z } from 'zod';
import type { Demande, Filtres } from '../../desk/work/demand.ts';
import type { Identity } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { type Provenance, provenanceCookie, provenanceOf } from '../shell/cookies.ts';
import type { Visit } from '../shell/screen.ts';
import { JOURNEE } from '../shell/shown.ts';
import { icon } from '../ui/icon.ts';
import { frenchNumber, withQuery } from '../ui/words.ts';

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

/** The id of the link of a line: where one comes back to. */
export function lineId(id: string): string {
  return `dossier-${id}`;
}

type Where = Pick<Visit<unknown>, 'services' | 'identite' | 'request'>;
/** Beyond, a place is not counted. */
const FAR = 2_000;

/** Keeps the list that is shown as the one that dossiers are opened from. */
export function rememberList(requete: Requete, who: Identity): string[] {
  const query = queryOf({ ...requete, page: undefined, coche: undefined });
  return query.length > 1_000 ? [] : [provenanceCookie({ requete: query }, who)];
}

/** Where a dossier stands in the list that this browser showed last; its place is remembered, as an act may take it out of the list. */
export async function cameFrom({ services, identite, request }: Where, id: string) {
  const from = provenanceOf(request, identite);
  if (!from) return { back: JOURNEE, place: null, cookies: [] };
  const requete = Requete.parse(Object.fromEntries(new URLSearchParams(from.requete)));
  const left = from.dossier === id ? (from.rang ?? null) : null;
  const { page: _page, parPage, ...demande } = toDemand(requete, identite);
  const place = await services.travail.situer(demande, id, left);
  const page = place && place.rang >= parPage && place.rang < FAR ? Math.floor(place.rang / parPage) + 1 : undefined;
  const query = queryOf({ ...requete, page });
  const next: Provenance = { requete: from.requete, dossier: id, rang: place?.rang };
  return {
    back: {
      label: `${JOURNEE.label} : ${tabLabels[demande.onglet]}`,
      href: `${query === '' ? '/' : `/?${query}`}${place ? `#${lineId(id)}` : ''}`,
    },
    place,
    cookies: place && place.rang !== left ? [provenanceCookie(next, identite)] : [],
  };
}

/** Goes to the dossiers before and after, in the list that one came from. */
export function neighbours({ place }: Awaited<ReturnType<typeof cameFrom>>): Html | null {
  if (!place) return null;
  const { avant, apres, rang, total, plafonne } = place;
  const many = plafonne ? `${frenchNumber(total)} +` : frenchNumber(total);
  return html`<nav class="rang voisins" aria-label="Dans la liste">${
    avant !== null &&
    html`<a href="/dossiers/${avant}" rel="prev" data-touche="k">${icon('retour')}Dossier précédent</a>`
  }<span class="doux">${rang < FAR ? frenchNumber(Math.min(rang + 1, total)) : `Après le ${frenchNumber(FAR)}e`} sur ${many}</span>${
    apres !== null && html`<a href="/dossiers/${apres}" rel="next" data-touche="j">Dossier suivant${icon('suite')}</a>`
  }</nav>`;
}
