import { explainSecret } from '../../../machines/formulaires/champs.ts';
import { ownRelances } from '../dossier/relances.ts';
import { sinceYesterday } from '../notifications/page.ts';
import { get, localPath, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { assign, recordMany } from './bulk.ts';
import { exportList } from './export.ts';
import type { Choices } from './filters.ts';
import { journeePage } from './page.ts';
import { search } from './palette.ts';
import { rememberList } from './provenance.ts';
import { isNarrowed, type ListVisit, Requete, toDemand } from './query.ts';

/** The worklist, and all that is done from it. */
export function journeeScreens(): Screen[] {
  const lire = 'dossiers.lister';
  const agir = 'dossiers.faits';
  return [
    get('journee.lire', '/', { right: lire, query: Requete, answer: look }),
    get('journee.exporter', '/journee/export.csv', {
      right: 'dossiers.exporter',
      query: Requete,
      answer: async (visit) => exportList(visit, visit.query.onglet ?? 'tous', (await choicesOf(visit)).noms),
    }),
    get('journee.chercher', '/recherche', { right: lire, answer: search }),
    post('journee.affecter', '/journee/affectation', { right: agir, answer: assign }),
    post('journee.lot', '/journee/lot', { right: agir, answer: recordMany }),
    post('journee.vue', '/journee/vues', { right: lire, answer: saveView }),
    post('journee.retirer-vue', '/journee/vues/:vue/supprimer', { right: lire, answer: removeView }),
  ];
}

/** One’s own dossiers first; all of them for whoever has none. */
async function look(visit: ListVisit): Promise<Shown> {
  const { services, query, identite } = visit;
  const first = query.onglet ?? (isNarrowed(query) ? 'tous' : 'miennes');
  const [asked, choices, vues, relances, hier] = await Promise.all([
    services.travail.lire(toDemand({ ...query, onglet: first }, identite)),
    choicesOf(visit),
    services.travail.vues(identite.id),
    ownRelances(services, identite.id),
    sinceYesterday(services, identite.id),
  ]);
  const isElsewhere = query.onglet === undefined && asked.comptes.nombres[first] === 0;
  const onglet = isElsewhere ? 'tous' : first;
  const travail = isElsewhere ? await services.travail.lire(toDemand({ ...query, onglet }, identite)) : asked;
  const page = journeePage(visit, { onglet, travail, choices, vues, relances, hier });
  return { ...page, cookies: rememberList({ ...query, onglet }, identite) };
}

async function choicesOf({ services: { identites } }: Pick<ListVisit, 'services'>): Promise<Choices> {
  const [comptes, editeurs] = await Promise.all([identites.comptes(), identites.editeurs()]);
  return {
    comptes: new Map(comptes.filter(({ actif }) => actif).map(({ id, nom }) => [id, nom])),
    noms: new Map(comptes.map(({ id, nom }) => [id, nom])),
    editeurs: new Map(editeurs.map(({ id, nom }) => [id, nom])),
  };
}

async function saveView({ services, identite, body }: Visit): Promise<Shown> {
  const requete = new URLSearchParams(body.get('requete') ?? '').toString().slice(0, 2_000);
  const back = localPath(`/?${requete}`);
  const nom = (body.get('nom') ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const secret = explainSecret(nom);
  if (secret) return redirect(back, secret, 'attention');
  if (nom === '') return redirect(back, 'Donnez un nom à la vue pour l’enregistrer.', 'attention');
  const partagee = body.get('partagee') === 'oui';
  const kept = await services.travail.ajouterVue({ nom, requete, partagee, auteur: identite.id });
  if (!kept.ok) return redirect(back, `Une vue s’appelle déjà « ${nom} » : choisissez un autre nom.`, 'attention');
  return redirect(back, `La vue « ${nom} » est enregistrée${partagee ? ' pour tous' : ''}.`);
}

async function removeView({ services, identite, params }: Visit): Promise<Shown> {
  const removed = await services.travail.retirerVue(params['vue'] ?? '', identite.id, identite.role === 'superviseur');
  return removed.ok
    ? redirect('/', 'La vue est supprimée.')
    : redirect('/', 'Cette vue n’est plus là, ou n’est pas la vôtre.', 'attention');
}
