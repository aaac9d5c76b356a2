import { type Html, html } from '../../web/html.ts';
import { barres } from '../charts/bars.ts';
import { parMois } from '../charts/months.ts';
import { repartition } from '../charts/spread.ts';
import { combien, nombre } from '../ui/words.ts';
import { etapesAttendues, etapesMesurees, finsDe, goulets, motifsDeRetour, refus } from './figures.ts';
import { listeOf, periodeDite, queryOf, type Requete } from './query.ts';
import { type Matiere, montre, type NomTableau, type Tableau, tableaux } from './tables.ts';

/** Steps shown on the chart of where days go; the table has them all. */
const MOST = 12;

/** What every chart says beside its drawing. */
function propos(nom: NomTableau, titre: string, resume: string, { matiere, requete }: Vue) {
  const made = tableaux[nom](matiere) as Tableau<never>;
  return { id: `g-${nom}`, titre, resume, tableau: montre(made), csv: `/pilotage/${nom}.csv?${queryOf(requete)}` };
}

/** What a chart is drawn from, and what the page is narrowed to. */
export interface Vue {
  matiere: Matiere;
  requete: Requete;
}

/** How many dossiers await each step; each bar leads to them. */
export function parEtape(vue: Vue): Html {
  const { matiere, requete } = vue;
  const lignes = etapesAttendues(matiere.pilotage);
  if (lignes.length === 0) return rien('Aucun dossier n’attend rien de personne.');
  const most = lignes.toSorted((a, b) => b.effectif - a.effectif)[0];
  const resume = `${combien(lignes.length, 'étape attendue', 'étapes attendues')} ; la plus fréquente : « ${most?.libelle} », ${combien(most?.effectif ?? 0, 'dossier')}.`;
  return barres(
    propos('etapes', 'Dossiers par étape attendue', resume, vue),
    lignes.map(({ id, libelle, effectif, nature }) => ({
      libelle,
      valeur: effectif,
      motif: nature === 'attente' ? 1 : 0,
      vers: listeOf(requete, { etape: id }),
    })),
  );
}

/** How long cases stayed at each step. */
export function durees(vue: Vue): Html {
  const lignes = etapesMesurees(vue.matiere.mesures).filter(({ sejours }) => sejours > 0);
  if (lignes.length === 0) return rien(`Aucun séjour ne s’est terminé ${periodeDite(vue.requete)}.`);
  const [longest] = lignes.toSorted((a, b) => (b.mediane ?? 0) - (a.mediane ?? 0));
  const resume = `Médiane et 90e centile des séjours terminés ${periodeDite(vue.requete)}, pour ${combien(lignes.length, 'étape')} ; la plus longue à la médiane : « ${longest?.libelle} », ${longest?.mediane ?? 0} jours.`;
  return repartition(
    propos('durees', 'Durée des séjours par étape', resume, vue),
    lignes.map(({ libelle, sejours: cas, mediane, centile90 }) => ({ libelle, cas, mediane, centile90 })),
  );
}

/** What was opened, sent, habilitated and put in service, month by month. */
export function debit(vue: Vue): Html {
  const { mois } = vue.matiere.mesures;
  const total = (name: 'ouvert' | 'transmis' | 'habilite' | 'enService') =>
    nombre(mois.reduce((sum, one) => sum + one[name], 0));
  const resume = `${periodeDite(vue.requete)} : ${total('ouvert')} ouverts, ${total('transmis')} envoyés à l’ANS, ${total('habilite')} habilités, ${total('enService')} en service.`;
  return parMois(propos('debit', 'Débit par mois', resume, vue), {
    series: ['Ouverts', 'Envoyés à l’ANS', 'Habilités', 'En service'],
    mois: mois.map(({ mois: name, ouvert, transmis, habilite, enService }) => ({
      mois: name,
      valeurs: [ouvert, transmis, habilite, enService],
    })),
  });
}

/** Where most days are spent. */
export function ouVontLesJours(vue: Vue): Html {
  const lignes = goulets(vue.matiere.mesures);
  if (lignes.length === 0) return rien('Aucun jour passé à attendre.');
  const all = lignes.reduce((sum, { jours }) => sum + jours, 0);
  const part = (jours: number) => `${Math.round((100 * jours) / all)} %`;
  const [first] = lignes;
  const resume = `${nombre(all)} jours-dossiers ${periodeDite(vue.requete)} ; le plus à « ${first?.libelle} » : ${part(first?.jours ?? 0)}.`;
  return barres(
    propos('goulets', 'Où passent les jours', resume, vue),
    lignes.slice(0, MOST).map(({ id, libelle, jours, nature }) => ({
      libelle,
      valeur: jours,
      texte: `${nombre(jours)} j (${part(jours)})`,
      motif: nature === 'attente' ? 1 : 0,
      vers: listeOf(vue.requete, { etape: id }),
    })),
  );
}

/** What came back, and why. */
export function retours(vue: Vue): Html {
  const { mesures } = vue.matiere;
  const motifs = motifsDeRetour(mesures);
  const told = refus(mesures).filter((one) => one.nombre > 0);
  if (told.length === 0) return rien(`Aucun refus ni retour ${periodeDite(vue.requete)}.`);
  const resume = `${told.map(({ libelle, nombre: count }) => `${libelle} : ${nombre(count)}`).join(' ; ')}.`;
  const lignes = motifs.length > 0 ? motifs : told;
  return html`<p class="chiffres-courts">${told.map(
    ({ libelle, nombre: count }) => html`<span><b>${nombre(count)}</b> ${libelle.toLowerCase()}</span>`,
  )}</p>
${motifs.length > 0 ? html`<h3>Motifs de retour du formulaire 413</h3>` : null}
${barres(
  propos('retours', motifs.length > 0 ? 'Motifs de retour du formulaire 413' : 'Refus et retours', resume, vue),
  lignes.map(({ libelle, nombre: valeur }) => ({ libelle, valeur })),
)}`;
}

/** When certificates end. */
export function fins(vue: Vue): Html {
  const { mesures, jour, horizon } = vue.matiere;
  const mois = finsDe(mesures, jour, horizon);
  const all = mois.reduce((sum, { enService, aRenouveler }) => sum + enService + aRenouveler, 0);
  if (all === 0) return rien('Aucun certificat en service ne finit dans ces mois.');
  const due = mois.reduce((sum, { aRenouveler }) => sum + aRenouveler, 0);
  const resume = `${combien(all, 'certificat finit', 'certificats finissent')} dans les ${horizon} mois, dont ${nombre(due)} à renouveler maintenant.`;
  return parMois(propos('fins', 'Certificats par mois de fin', resume, vue), {
    series: ['Pas encore à renouveler', 'À renouveler : le préavis est atteint'],
    empile: true,
    mois: mois.map(({ mois: name, aRenouveler, enService }) => ({ mois: name, valeurs: [enService, aRenouveler] })),
  });
}

function rien(texte: string): Html {
  return html`<p class="doux">${texte}</p>`;
}
