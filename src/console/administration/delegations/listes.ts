import { html } from '../../../web/html.ts';
import { vide } from '../../parts/blocs.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import { combien } from '../../parts/mots.ts';
import type { Shown, Visit } from '../../shell/screen.ts';
import { adresse, pageDe, peut } from '../parts/cadre.ts';
import { nommees, tableDes } from './lignes.ts';

const MONTREES = 200;

/** What is delegated today, to every éditeur or to one. */
export async function listeDesDelegations(visit: Visit): Promise<Shown> {
  const { services, query, identite } = visit;
  const today = services.today();
  const editeurs = await services.identites.editeurs();
  const asked = editeurs.filter(
    ({ id }) => query['editeur'] === undefined || query['editeur'] === '' || id === query['editeur'],
  );
  const all = (await Promise.all(asked.map(({ id }) => services.identites.delegatedTo(id, today)))).flat();
  const shown = await nommees(services, all.slice(0, MONTREES));
  const mayGrant = peut(identite, 'delegations.accorder');
  const legende = `${combien(all.length, 'délégation', 'délégations', 'aucune délégation')} en cours${all.length > MONTREES ? `, les ${MONTREES} premières` : ''}`;
  return pageDe(visit, 'delegations', {
    actions: mayGrant ? lienBouton('Déléguer', adresse('delegations', 'nouvelle'), 'principal', 'plus') : null,
    corps: html`<section class="panneau"><form class="filtre" action="${adresse('delegations')}"><div class="champ"><label for="editeur">Éditeur</label>
<select id="editeur" name="editeur"><option value="">Tous</option>${editeurs.map(
      ({ id, nom }) => html`<option value="${id}"${query['editeur'] === id && html` selected`}>${nom}</option>`,
    )}</select></div>${bouton('Afficher', 'second')}</form>
${shown.length === 0 ? none : tableDes(shown, { legende, today, mayRevoke: mayGrant, de: 'editeur' })}</section>`,
  });
}

const none = vide(
  'groupement',
  'Aucune délégation en cours',
  'Une délégation montre à un éditeur un dossier, ou un groupement et tous ses sites, entre deux dates.',
);

/** Every delegation that ever covered a dossier, its groupement’s among them. */
export async function delegationsDuDossier(visit: Visit): Promise<Shown> {
  const { services, identite } = visit;
  const id = visit.params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refus: found.error };
  const all = await nommees(services, (await services.identites.delegationsOf(id)).toReversed());
  const mayGrant = peut(identite, 'delegations.accorder');
  const { denomination } = found.value;
  const today = services.today();
  return {
    titre: `${denomination} · Délégations`,
    rubrique: 'journee',
    fil: [
      { libelle: 'Ma journée', vers: '/' },
      { libelle: denomination, vers: `/dossiers/${id}` },
    ],
    actions: mayGrant
      ? lienBouton('Déléguer ce dossier', `${adresse('delegations', 'nouvelle')}?sur=${id}`, 'principal', 'plus')
      : null,
    corps: html`<section class="panneau">${
      all.length === 0
        ? vide('groupement', 'Jamais délégué', 'Aucun éditeur ne voit ce dossier, ni n’en a vu le contenu.')
        : tableDes(all, { legende: combien(all.length, 'délégation'), today, mayRevoke: mayGrant, de: 'instance' })
    }</section>`,
  };
}
