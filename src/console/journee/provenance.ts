import type { Identity } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { type Provenance, provenanceCookie, provenanceOf } from '../shell/cookies.ts';
import { JOURNEE, type Visit } from '../shell/screen.ts';
import { icon } from '../ui/icon.ts';
import { frenchNumber } from '../ui/words.ts';
import { lineId } from './lines.ts';
import { queryOf, Requete, tabLabels, toDemand } from './query.ts';

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
  return html`<nav class="voisins" aria-label="Dans la liste">${
    avant !== null &&
    html`<a href="/dossiers/${avant}" rel="prev" data-touche="k">${icon('retour')}Dossier précédent</a>`
  }<span class="doux">${rang < FAR ? frenchNumber(Math.min(rang + 1, total)) : `Après le ${frenchNumber(FAR)}e`} sur ${many}</span>${
    apres !== null && html`<a href="/dossiers/${apres}" rel="next" data-touche="j">Dossier suivant${icon('suite')}</a>`
  }</nav>`;
}
