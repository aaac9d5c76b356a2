import type { Services } from '../../services.ts';
import { CSV_TYPE, csvHead, csvLines } from '../../web/csv.ts';
import { type Html, html } from '../../web/html.ts';
import { attente } from '../procedure/mesures.ts';
import { get, type Page, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { encart, panneau } from '../ui/blocks.ts';
import { nombre } from '../ui/words.ts';
import { debit, durees, fins, ouVontLesJours, parEtape, retours, type Vue } from './charts.ts';
import type { Mesures, Pilotage } from './figures.ts';
import { filtresOf, formulaire, listeOf, periodeDite, Requete } from './query.ts';
import { type Matiere, type NomTableau, type Tableau, tableaux } from './tables.ts';

/** Where all cases stand and how long they stay. */
export function pilotageScreens(): Screen[] {
  const right = 'procedures.mesurer';
  return [
    get('pilotage', '/pilotage', { right, query: Requete, answer: pilotage }),
    get('pilotage.csv', '/pilotage/:tableau.csv', { right, query: Requete, answer: pilotageCsv }),
  ];
}

const titre = 'Pilotage';
/** More would make a list that nobody reads: there, one comes from the page of a groupement. */
const MOST_GROUPEMENTS = 60;

/** Where all cases stand, how long they stay, what holds them up, what will end; or how far the count has come. */
async function pilotage({ query, services }: Visit<Requete>): Promise<Page> {
  const jour = services.today();
  const read = await services.pilotage(filtresOf(query, jour));
  const filters = formulaire(query, await groupementsOf(services, query));
  const head = { titre, rubrique: 'pilotage' } as const;
  if (!read.mesures) return { ...head, revient: 2, corps: html`${filters}${attente(read.avancement)}` };
  const matiere = { pilotage: read, mesures: read.mesures, jour, horizon: Number(query.horizon) };
  return {
    ...head,
    large: true,
    sousTitre: html`<span>Ce qui a été constaté ${periodeDite(query)}, et où en sont les dossiers aujourd’hui. Rien ici n’est une promesse.</span>`,
    corps: html`${filters}${late(read)}${totals(read.mesures, query)}${charts({ matiere, requete: query })}`,
  };
}

/** A table of the page as a file for an office tool. */
async function pilotageCsv({ query, services, params }: Visit<Requete>): Promise<Shown> {
  const nom = params['tableau'] ?? '';
  if (!isTableau(nom)) return { refus: { code: 'introuvable', objet: 'fait', id: nom } };
  const jour = services.today();
  const read = await services.pilotage(filtresOf(query, jour));
  if (!read.mesures) return { refus: notReady };
  const matiere: Matiere = { pilotage: read, mesures: read.mesures, jour, horizon: Number(query.horizon) };
  const { colonnes, lignes } = tableaux[nom](matiere) as Tableau<never>;
  const envoi = csvHead(colonnes) + csvLines(colonnes, lignes);
  return { envoi, type: CSV_TYPE, nom: `pilotage-${nom}-${jour}.csv` };
}

const notReady = {
  status: 503,
  code: 'calcul-en-cours',
  title: 'Calcul en cours',
  detail: 'Les dossiers sont relus pour la première fois : revenez à la page du pilotage, puis recommencez.',
};

function isTableau(nom: string): nom is NomTableau {
  return Object.hasOwn(tableaux, nom);
}

/** By name; the one that is chosen is told even when there are too many. */
async function groupementsOf(services: Services, { groupement }: Requete): Promise<{ id: string; nom: string }[]> {
  const { lignes } = await services.list({ genre: 'groupement', limite: MOST_GROUPEMENTS });
  const chosen = groupement && !lignes.some(({ id }) => id === groupement);
  const more = chosen ? (await services.list({ genre: 'groupement', id: groupement, limite: 1 })).lignes : [];
  return [...lignes, ...more]
    .map(({ id, denomination }) => ({ id, nom: denomination }))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
}

function late({ avancement }: Pilotage): Html | null {
  return avancement.aJour
    ? null
    : encart('info', 'Les tout derniers faits sont en cours de lecture : rechargez la page pour les voir comptés.');
}

function totals({ dossiers, fins: ends }: Mesures, requete: Requete): Html {
  const certificats = ends.reduce((sum, { enService, aRenouveler }) => sum + enService + aRenouveler, 0);
  const due = ends.reduce((sum, { aRenouveler }) => sum + aRenouveler, 0);
  const tiles: readonly [valeur: number, libelle: string, vers: string | null][] = [
    [dossiers.enCours, 'dossiers en cours', listeOf(requete, { statut: 'enCours' })],
    [dossiers.enService, 'dossiers en service', listeOf(requete, { statut: 'enService' })],
    [dossiers.abandonne, 'dossiers abandonnés', listeOf(requete, { statut: 'abandonne' })],
    [dossiers.clos, 'dossiers d’établissements fermés', listeOf(requete, { statut: 'clos' })],
    [certificats, 'certificats en service', null],
    [due, 'certificats à renouveler', `/?${new URLSearchParams({ onglet: 'renouvellements' })}`],
  ];
  return html`<ul class="totaux">${tiles.map(
    ([valeur, libelle, vers]) =>
      html`<li>${vers === null ? html`<span><b>${nombre(valeur)}</b> ${libelle}</span>` : html`<a href="${vers}"><b>${nombre(valeur)}</b> ${libelle}</a>`}</li>`,
  )}</ul>`;
}

function charts(vue: Vue): Html {
  const { requete } = vue;
  return html`<div class="pile">
${panneau('Dossiers par étape', html`<p class="explique">Ce qui est attendu aujourd’hui, de qui que ce soit. Un dossier compte à chaque étape qu’il attend ; chaque barre mène à ses dossiers. Hachuré : l’ANS ou un tiers doit répondre.</p>${parEtape(vue)}`)}
${panneau('Débit par mois', html`<p class="explique">Dossiers qui ont franchi chaque cap pour la première fois, ${periodeDite(requete)}.</p>${debit(vue)}`)}
<div class="cote-a-cote">
${panneau('Où passent les jours', html`<p class="explique">Jours passés à chaque étape par tous les dossiers ensemble, ${periodeDite(requete)}, séjours en cours compris. Hachuré : l’ANS ou un tiers doit répondre.</p>${ouVontLesJours(vue)}`)}
${panneau('Refus et retours', html`<p class="explique">Ce que l’ANS a refusé ou retourné ${periodeDite(requete)} ; un retour peut avoir plusieurs motifs.</p>${retours(vue)}`)}
</div>
${panneau('Durée des étapes', html`<p class="explique">Séjours terminés ${periodeDite(requete)}, en jours : ce qui a été constaté, non un délai promis. Sous 5 cas, rien n’est dit.</p>${durees(vue)}`)}
${panneau('Certificats par date de fin', html`<p class="explique">Certificats en service selon le mois où ils finissent. Le préavis de renouvellement est de 60 jours.</p>${fins(vue)}`)}
</div>`;
}
