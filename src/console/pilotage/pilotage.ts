import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { barChart, spreadChart } from '../charts/bars.ts';
import { monthChart } from '../charts/months.ts';
import { waitingNotice } from '../procedure/mesures.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import { csvFile, type Page, type Shown } from '../shell/shown.ts';
import { callout, panel } from '../ui/blocks.ts';
import { countColumn, table, titleColumn } from '../ui/table.ts';
import { absentUntil, frenchNumber, plural } from '../ui/words.ts';
import { inventoryScreens } from './certificats.ts';
import { filterBar, filtersOf, listPath, periodWords, queryOf, Requete } from './query.ts';
import {
  awaitedSteps,
  bottlenecks,
  drawTable,
  endsOf,
  type FigureTable,
  type Material,
  type Mesures,
  measuredSteps,
  type Pilotage,
  refusals,
  returnReasons,
  type TableName,
  tables,
} from './tables.ts';

/** Where all cases stand and how long they stay. */
export function pilotageScreens(): Screen[] {
  const right = 'procedures.mesurer';
  return [
    get('/pilotage', right, pilotagePage, { query: Requete }),
    ...inventoryScreens(),
    get('/pilotage/:tableau.csv', right, pilotageCsv, { query: Requete }),
  ];
}

const TITLE = 'Pilotage';
/** More would make a list that nobody reads: there, one comes from the page of a groupement. */
const MOST_GROUPEMENTS = 60;

/** Where all cases stand, how long they stay, what holds them up, what will end; or how far the count has come. */
async function pilotagePage({ query, services }: Visit<Requete>): Promise<Page> {
  const jour = services.today();
  const read = await services.pilotage(filtersOf(query, jour));
  const filters = filterBar(query, await groupementsOf(services, query));
  const head = { title: TITLE, section: 'pilotage' } as const;
  if (!read.mesures) return { ...head, refreshAfter: 2, body: html`${filters}${waitingNotice(read.avancement)}` };
  const matiere = { pilotage: read, mesures: read.mesures, jour, horizon: Number(query.horizon) };
  return {
    ...head,
    isWide: true,
    subtitle: html`<span>Ce qui a été constaté ${periodWords(query)}, et où en sont les dossiers aujourd’hui. Rien ici n’est une promesse.</span>`,
    body: html`${filters}${late(read)}${totals(read.mesures, query)}${charts({ material: matiere, query }, await chargePanel(services))}`,
  };
}

/** A table of the page as a file for an office tool. */
async function pilotageCsv({ query, services, params }: Visit<Requete>): Promise<Shown> {
  const nom = params['tableau'] ?? '';
  if (!isTable(nom)) return { refusal: { code: 'introuvable', objet: 'fait', id: nom } };
  const jour = services.today();
  const read = await services.pilotage(filtersOf(query, jour));
  if (!read.mesures) return { refusal: notReady };
  const matiere: Material = { pilotage: read, mesures: read.mesures, jour, horizon: Number(query.horizon) };
  const { columns, lines } = tables[nom](matiere) as FigureTable<never>;
  return csvFile(`pilotage-${nom}-${jour}.csv`, columns, lines);
}

const notReady = {
  status: 503,
  code: 'calcul-en-cours',
  title: 'Calcul en cours',
  detail: 'Les dossiers sont relus pour la première fois : revenez à la page du pilotage, puis recommencez.',
};

function isTable(nom: string): nom is TableName {
  return Object.hasOwn(tables, nom);
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
    : callout('info', 'Les tout derniers faits sont en cours de lecture : rechargez la page pour les voir comptés.');
}

function totals({ dossiers, fins: ends }: Mesures, requete: Requete): Html {
  const certificats = ends.reduce((sum, { enService, aRenouveler }) => sum + enService + aRenouveler, 0);
  const due = ends.reduce((sum, { aRenouveler }) => sum + aRenouveler, 0);
  const tiles: readonly [valeur: number, libelle: string, vers: string | null][] = [
    [dossiers.enCours, 'dossiers en cours', listPath(requete, { statut: 'enCours' })],
    [dossiers.enService, 'dossiers en service', listPath(requete, { statut: 'enService' })],
    [dossiers.abandonne, 'dossiers abandonnés', listPath(requete, { statut: 'abandonne' })],
    [dossiers.clos, 'dossiers clos', listPath(requete, { statut: 'clos' })],
    [certificats, 'certificats en service', null],
    [due, 'certificats à renouveler', `/?${new URLSearchParams({ onglet: 'renouvellements' })}`],
  ];
  return html`<ul class="totaux">${tiles.map(
    ([valeur, libelle, vers]) =>
      html`<li>${vers === null ? html`<span><b>${frenchNumber(valeur)}</b> ${libelle}</span>` : html`<a href="${vers}"><b>${frenchNumber(valeur)}</b> ${libelle}</a>`}</li>`,
  )}</ul>`;
}

function charts(vue: View, charge: Html): Html {
  const { query } = vue;
  return html`<div class="pile">
${panel('Dossiers par étape', html`<p class="explique">Ce qui est attendu aujourd’hui, de qui que ce soit. Un dossier compte à chaque étape qu’il attend ; chaque barre mène à ses dossiers. Hachuré : l’ANS ou un tiers doit répondre.</p>${stepChart(vue)}`)}
${charge}
${panel('Débit par mois', html`<p class="explique">Dossiers qui ont franchi chaque cap pour la première fois, ${periodWords(query)}.</p>${flowChart(vue)}`)}
<div class="cote-a-cote">
${panel('Où passent les jours', html`<p class="explique">Jours passés à chaque étape par tous les dossiers ensemble, ${periodWords(query)}, séjours en cours compris. Hachuré : l’ANS ou un tiers doit répondre.</p>${bottleneckChart(vue)}`)}
${panel('Refus et retours', html`<p class="explique">Ce que l’ANS a refusé ou retourné ${periodWords(query)} ; un retour peut avoir plusieurs motifs.</p>${returnChart(vue)}`)}
</div>
${panel('Durée des étapes', html`<p class="explique">Séjours terminés ${periodWords(query)}, en jours : ce qui a été constaté, non un délai promis. Sous 5 cas, rien n’est dit.</p>${durationChart(vue)}`)}
${panel('Certificats par date de fin', html`<p class="explique">Certificats en service selon le mois où ils finissent. Le préavis de renouvellement est de 60 jours. <a href="/pilotage/certificats">Lesquels, de qui, quand</a></p>${endChart(vue)}`)}
</div>`;
}

/** Who follows how many dossiers, and how many are late, which it leads to; agents who have none are there too. */
async function chargePanel({ travail, identites, affectations, today }: Services): Promise<Html> {
  const [charges, comptes] = await Promise.all([travail.charges(), identites.comptes()]);
  const absents = affectations.absents(today());
  const loadOf = (compteId: string | null) => charges.find((one) => one.compteId === compteId);
  const held = comptes.filter(({ id, actif, role }) => loadOf(id) || (actif && role === 'agent'));
  const lines = held.map(({ id, nom, actif }) => toLoad(actif ? nom : `${nom} (compte fermé)`, id, loadOf(id)));
  lines.sort((a, b) => b.dossiers - a.dossiers || a.nom.localeCompare(b.nom, 'fr'));
  const all = [...lines, toLoad('Personne', 'personne', loadOf(null))];
  return panel(
    'Qui suit quoi',
    html`<p class="explique">Dossiers qui attendent quelque chose aujourd’hui, tous parcours confondus, selon qui les suit. <a href="/administration/affectation">Règles d’affectation et absences</a></p>
${table('Dossiers à suivre, par personne', all, [
  titleColumn('Personne', (load) => holderOf(load, absents)),
  countColumn('Dossiers à suivre', ({ dossiers }) => frenchNumber(dossiers)),
  countColumn('En retard', ({ affecte, enRetard }) =>
    enRetard === 0 ? '0' : listLink(frenchNumber(enRetard), 'retard', affecte),
  ),
])}`,
    { id: 'charge' },
  );
}

/** What somebody has to follow, as the worklist is asked for it. */
function toLoad(nom: string, affecte: string, charge: { dossiers: number; enRetard: number } | undefined) {
  return { nom, affecte, dossiers: charge?.dossiers ?? 0, enRetard: charge?.enRetard ?? 0 };
}

function holderOf({ nom, affecte }: ReturnType<typeof toLoad>, absents: ReadonlyMap<string, string>): Html {
  const away = absentUntil(absents.get(affecte));
  return html`${listLink(nom, 'tous', affecte)}${away !== '' && html` <span class="doux">${away}</span>`}`;
}

function listLink(text: string, onglet: 'tous' | 'retard', affecte: string): Html {
  return html`<a href="/?${new URLSearchParams({ onglet, affecte }).toString()}">${text}</a>`;
}

/** Steps shown on the chart of where days go; the table has them all. */
const MOST = 12;

/** What every chart says beside its drawing. */
function captionOf(nom: TableName, title: string, summary: string, { material, query }: View) {
  const made = tables[nom](material) as FigureTable<never>;
  return { id: `g-${nom}`, title, summary, table: drawTable(made), csv: `/pilotage/${nom}.csv?${queryOf(query)}` };
}

/** What a chart is drawn from, and what the page is narrowed to. */
interface View {
  material: Material;
  query: Requete;
}

/** How many dossiers await each step; each bar leads to them. */
function stepChart(vue: View): Html {
  const { material, query } = vue;
  const lignes = awaitedSteps(material.pilotage);
  if (lignes.length === 0) return nothing('Aucun dossier n’attend rien de personne.');
  const most = lignes.toSorted((a, b) => b.effectif - a.effectif)[0];
  const resume = `${plural(lignes.length, 'étape attendue', 'étapes attendues')} ; la plus fréquente : « ${most?.libelle} », ${plural(most?.effectif ?? 0, 'dossier')}.`;
  return barChart(
    captionOf('etapes', 'Dossiers par étape attendue', resume, vue),
    lignes.map(({ id, libelle, effectif, nature }) => ({
      label: libelle,
      value: effectif,
      pattern: nature === 'attente' ? 1 : 0,
      href: listPath(query, { etape: id }),
    })),
  );
}

/** How long cases stayed at each step. */
function durationChart(vue: View): Html {
  const lignes = measuredSteps(vue.material.mesures).filter(({ sejours }) => sejours > 0);
  if (lignes.length === 0) return nothing(`Aucun séjour ne s’est terminé ${periodWords(vue.query)}.`);
  const [longest] = lignes.toSorted((a, b) => (b.mediane ?? 0) - (a.mediane ?? 0));
  const resume = `Médiane et 90e centile des séjours terminés ${periodWords(vue.query)}, pour ${plural(lignes.length, 'étape')} ; la plus longue à la médiane : « ${longest?.libelle} », ${longest?.mediane ?? 0} jours.`;
  return spreadChart(
    captionOf('durees', 'Durée des séjours par étape', resume, vue),
    lignes.map(({ libelle: label, sejours: cases, mediane, centile90 }) => ({ label, cases, mediane, centile90 })),
  );
}

/** What was opened, sent, habilitated and put in service, month by month. */
function flowChart(vue: View): Html {
  const { mois } = vue.material.mesures;
  const total = (name: 'ouvert' | 'transmis' | 'habilite' | 'enService') =>
    frenchNumber(mois.reduce((sum, one) => sum + one[name], 0));
  const resume = `${periodWords(vue.query)} : ${total('ouvert')} ouverts, ${total('transmis')} envoyés à l’ANS, ${total('habilite')} habilités, ${total('enService')} en service.`;
  return monthChart(captionOf('debit', 'Débit par mois', resume, vue), {
    series: ['Ouverts', 'Envoyés à l’ANS', 'Habilités', 'En service'],
    mois: mois.map(({ mois: name, ouvert, transmis, habilite, enService }) => ({
      mois: name,
      values: [ouvert, transmis, habilite, enService],
    })),
  });
}

/** Where most days are spent. */
function bottleneckChart(vue: View): Html {
  const lignes = bottlenecks(vue.material.mesures);
  if (lignes.length === 0) return nothing('Aucun jour passé à attendre.');
  const [first] = lignes;
  const resume = `Le plus à « ${first?.libelle} » : ${frenchNumber(first?.jours ?? 0)} jours ${periodWords(vue.query)}. Plusieurs étapes d’un dossier avancent le même jour : ces jours ne s’additionnent pas.`;
  return barChart(
    captionOf('goulets', 'Où passent les jours', resume, vue),
    lignes.slice(0, MOST).map(({ id, libelle, jours, nature }) => ({
      label: libelle,
      value: jours,
      text: `${frenchNumber(jours)} j`,
      pattern: nature === 'attente' ? 1 : 0,
      href: listPath(vue.query, { etape: id }),
    })),
  );
}

/** What came back, and why. */
function returnChart(vue: View): Html {
  const { mesures } = vue.material;
  const motifs = returnReasons(mesures);
  const told = refusals(mesures).filter((one) => one.nombre > 0);
  if (told.length === 0) return nothing(`Aucun refus ni retour ${periodWords(vue.query)}.`);
  const resume = `${told.map(({ libelle, nombre: count }) => `${libelle} : ${frenchNumber(count)}`).join(' ; ')}.`;
  const lignes = motifs.length > 0 ? motifs : told;
  return html`<p class="chiffres-courts">${told.map(
    ({ libelle, nombre: count }) => html`<span><b>${frenchNumber(count)}</b> ${libelle.toLowerCase()}</span>`,
  )}</p>
${motifs.length > 0 ? html`<h3>Motifs de retour du formulaire 413</h3>` : null}
${barChart(
  captionOf('retours', motifs.length > 0 ? 'Motifs de retour du formulaire 413' : 'Refus et retours', resume, vue),
  lignes.map(({ libelle: label, nombre: value }) => ({ label, value })),
)}`;
}

/** When certificates end. */
function endChart(vue: View): Html {
  const { mesures, jour, horizon } = vue.material;
  const mois = endsOf(mesures, jour, horizon);
  const all = mois.reduce((sum, { enService, aRenouveler }) => sum + enService + aRenouveler, 0);
  if (all === 0) return nothing('Aucun certificat en service ne finit dans ces mois.');
  const due = mois.reduce((sum, { aRenouveler }) => sum + aRenouveler, 0);
  const resume = `${plural(all, 'certificat finit', 'certificats finissent')} dans les ${horizon} mois, dont ${frenchNumber(due)} à renouveler maintenant.`;
  return monthChart(captionOf('fins', 'Certificats par mois de fin', resume, vue), {
    series: ['Pas encore à renouveler', 'À renouveler : le préavis est atteint'],
    isStacked: true,
    mois: mois.map(({ mois: name, aRenouveler, enService }) => ({ mois: name, values: [enService, aRenouveler] })),
  });
}

function nothing(texte: string): Html {
  return html`<p class="doux">${texte}</p>`;
}
