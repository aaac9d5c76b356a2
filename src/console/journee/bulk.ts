import { readFiche } from '../../engine/fiche.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { type AskedSite, actButtons, type Site } from '../lot/acts.ts';
import type { LotContent, Place } from '../lot/page.ts';
import { askedIn, tellSeveral } from '../lot/tell.ts';
import { localPath, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { emptyState } from '../ui/blocks.ts';
import { actionForm, hiddenField, linkButton, postButton } from '../ui/button.ts';
import { listed, plural } from '../ui/words.ts';
import { Requete, toDemand } from './query.ts';

/** How many dossiers of a list are taken at once at most: more is told of as more. */
export const AT_ONCE = 300;

/** The ids of what was ticked; or of the list whole, as it is now. */
async function chosenOf({ body, services, identite }: Visit): Promise<string[]> {
  const list = body.get('liste');
  if (list !== undefined) {
    const requete = Requete.parse(Object.fromEntries(new URLSearchParams(list)));
    const asked = { ...toDemand(requete, identite), page: 1, parPage: AT_ONCE };
    return (await services.travail.lire(asked)).lignes.map(({ id }) => id);
  }
  return [...new Set(body.tous('dossier'))].filter((id) => /^[\w-]{1,64}$/.test(id)).slice(0, AT_ONCE);
}

/** Gives the dossiers that were ticked to somebody. */
export async function assign(visit: Visit): Promise<Shown> {
  const { services, identite, body } = visit;
  const chosen = await chosenOf(visit);
  const retour = localPath(body.get('retour') ?? '/');
  if (chosen.length === 0) return redirect(retour, NONE_CHOSEN, 'attention');
  const asked = body.get('compte') ?? '';
  const compte = asked === '' ? null : await services.identites.compte(asked);
  if (asked !== '' && !compte?.actif)
    return redirect(retour, 'Ce compte n’est plus ouvert : choisissez-en un autre.', 'attention');
  const taken = await takenFrom(services, chosen, compte?.id ?? null);
  const given = await services.travail.affecter(chosen, compte?.id ?? null, auteurOf(identite));
  const many = plural(given.length, 'dossier');
  if (!compte) return redirect(retour, `${many} sans personne désormais${taken}.`);
  return redirect(retour, `${many} à ${compte.id === identite.id ? 'vous' : compte.nom} désormais${taken}.`);
}

/** Whose they were until now, in words; empty for nobody's. */
async function takenFrom({ travail, identites }: Services, chosen: readonly string[], to: string | null) {
  const holders = await Promise.all(
    chosen.map(async (id) => (await travail.affectations(id)).at(-1)?.compteId ?? null),
  );
  const others = Map.groupBy(
    holders.filter((id) => id !== null && id !== to),
    (id) => id,
  );
  const told = await Promise.all(
    [...others].map(async ([id, theirs]) => {
      const { nom = 'un compte effacé' } = (await identites.compte(id ?? '')) ?? {};
      return `${theirs.length} que suivait ${nom}`;
    }),
  );
  return told.length > 0 ? `, dont ${listed(told)}` : '';
}

/** One act for all that was ticked: asks which, of those that they can take, then what each says of it. */
export async function recordMany(visit: Visit): Promise<Shown> {
  const { services, body } = visit;
  const place = await tickedPlace(visit);
  const { vers } = place.retour;
  const origin = place.mot === 'certificat' ? 'Certificats' : 'Ma journée';
  const type = body.get('acte');
  const sites = await place.sites(true);
  if (sites.length === 0) return redirect(vers, NONE_CHOSEN, 'attention');
  const head = { section: 'journee', isWide: true, trail: [{ label: origin, href: vers }] } as const;
  const content =
    type === undefined ? choice(await askedIn(services, place, true), place) : await tellSeveral(visit, place, type);
  return 'body' in content ? { ...content, ...head } : content;
}

/** The dossiers that were ticked, each by its id from then on; or the certificates of one. */
async function tickedPlace(visit: Visit): Promise<Place> {
  const { services, body } = visit;
  const chosen = await chosenOf(visit);
  const vers = localPath(body.get('retour') ?? '/');
  const isOfCertificates = body.get('objet') === CERTIFICATS;
  const found = sitesOf(services, chosen);
  return {
    action: LOT,
    retour: { libelle: isOfCertificates ? 'Revenir aux certificats' : 'Revenir à la liste', vers },
    mot: isOfCertificates ? 'certificat' : 'dossier',
    scope: html`${hiddenField('retour', vers)}${isOfCertificates && hiddenField('objet', CERTIFICATS)}${chosen.map((id) => hiddenField('dossier', id))}`,
    isNamed: true,
    sites: () => found,
  };
}

/** Leads to what several certificates of a dossier may be told at once. */
export function certificatesButton(dossier: string): Html {
  const hidden = { dossier, objet: CERTIFICATS, retour: `/dossiers/${dossier}/certificats` };
  return postButton('Noter la même chose pour plusieurs certificats', LOT, hidden);
}

const LOT = '/journee/lot';
const CERTIFICATS = 'certificats';

/** Those that are there. */
async function sitesOf(services: Services, ids: readonly string[]): Promise<Site[]> {
  const found = await Promise.all(ids.map((id) => services.find({ genre: 'dossier', id })));
  return found.flatMap((row) => {
    if (!row.ok) return [];
    const { id, denomination, siret, finess, statut, fiche } = row.value;
    return [{ id, denomination, siret, finess, statut, commune: readFiche(fiche).commune ?? null }];
  });
}

/** The acts that the dossiers can take, to choose one. */
function choice(asked: readonly AskedSite[], { action, retour, scope, mot }: Place): LotContent {
  const acts = actButtons(asked, mot);
  return {
    title: `Noter la même chose pour plusieurs ${mot}s`,
    body: acts
      ? actionForm(
          { action, attributes: { class: 'panneau' } },
          html`${scope}<p class="doux">${mot === 'dossier' && `${plural(asked.length, 'dossier choisi', 'dossiers choisis')}. `}Rien ne s’enregistre encore ; une perte, un départ ou un abandon se note ${mot} par ${mot}.</p>
${acts}<p class="boutons">${linkButton('Annuler', retour.vers, 'discret')}</p>`,
        )
      : emptyState(
          'attention',
          `Rien n’est attendu de ces ${mot}s en ce moment`,
          linkButton(retour.libelle, retour.vers),
        ),
  };
}

const NONE_CHOSEN = 'Cochez d’abord des dossiers dans la liste.';
