import { type Html, html } from '../../web/html.ts';
import { barChart } from '../charts/bars.ts';
import { monthChart } from '../charts/months.ts';
import { spreadChart } from '../charts/spread.ts';
import { frenchNumber, plural } from '../ui/words.ts';
import { awaitedSteps, bottlenecks, endsOf, measuredSteps, refusals, returnReasons } from './figures.ts';
import { listPath, periodWords, queryOf, type Requete } from './query.ts';
import { drawTable, type FigureTable, type Material, type TableName, tables } from './tables.ts';

/** Steps shown on the chart of where days go; the table has them all. */
const MOST = 12;

/** What every chart says beside its drawing. */
function captionOf(nom: TableName, title: string, summary: string, { material, query }: View) {
  const made = tables[nom](material) as FigureTable<never>;
  return { id: `g-${nom}`, title, summary, table: drawTable(made), csv: `/pilotage/${nom}.csv?${queryOf(query)}` };
}

/** What a chart is drawn from, and what the page is narrowed to. */
export interface View {
  material: Material;
  query: Requete;
}

/** How many dossiers await each step; each bar leads to them. */
export function stepChart(vue: View): Html {
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
export function durationChart(vue: View): Html {
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
export function flowChart(vue: View): Html {
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
export function bottleneckChart(vue: View): Html {
  const lignes = bottlenecks(vue.material.mesures);
  if (lignes.length === 0) return nothing('Aucun jour passé à attendre.');
  const all = lignes.reduce((sum, { jours }) => sum + jours, 0);
  const part = (jours: number) => `${Math.round((100 * jours) / all)} %`;
  const [first] = lignes;
  const resume = `${frenchNumber(all)} jours-dossiers ${periodWords(vue.query)} ; le plus à « ${first?.libelle} » : ${part(first?.jours ?? 0)}.`;
  return barChart(
    captionOf('goulets', 'Où passent les jours', resume, vue),
    lignes.slice(0, MOST).map(({ id, libelle, jours, nature }) => ({
      label: libelle,
      value: jours,
      text: `${frenchNumber(jours)} j (${part(jours)})`,
      pattern: nature === 'attente' ? 1 : 0,
      href: listPath(vue.query, { etape: id }),
    })),
  );
}

/** What came back, and why. */
export function returnChart(vue: View): Html {
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
export function endChart(vue: View): Html {
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
