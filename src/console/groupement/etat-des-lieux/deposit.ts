import { colonnes } from '../../../survey/headings.ts';
import { type Html, html } from '../../../web/html.ts';
import { marque } from '../../demonstration/side.ts';
import { encart, pli } from '../../ui/blocks.ts';
import { bouton, lienBouton } from '../../ui/button.ts';
import { toFrenchDays } from '../../ui/words.ts';

/** What was given, to be shown again as it was. */
export interface Depot {
  base: string;
  texte: string;
  /** As it was typed. */
  date: string;
  ouvrir: boolean;
  /** What is wrong with the table as a whole, or with the day. */
  faute: string | null;
  fauteDate: string | null;
}

/** Where a DSI's table is brought: a file, or its lines pasted. */
export function depositContent(depot: Depot, recu: string | null, agit: boolean): Html {
  const { base } = depot;
  return html`${recu !== null && encart('info', `Un état des lieux a déjà été reçu le ${recu}. Vous pouvez en déposer un autre : il complète le premier.`)}
<div class="demande-depot"><section class="panneau"><h2>1. Demander le tableau à la DSI</h2>
<p>Envoyez-lui ce modèle : une ligne par site, avec les numéros que vous connaissez déjà. Elle y dit ce qu’elle sait du contrat avec l’ANS, de la carte du responsable et du mandataire.</p>
<p class="boutons">${lienBouton('Télécharger le modèle (CSV)', `${base}/modele.csv`, 'second', 'telecharger')}</p>
${pli('Ce que le tableau peut contenir', accepted())}</section>
${
  agit &&
  html`<section class="panneau"><h2>2. Déposer sa réponse</h2>
<p>Excel, LibreOffice ou un copier-coller : l’encodage et les séparateurs sont reconnus. Rien ne s’enregistre avant que vous ayez vu chaque ligne.</p>
${depositForm(depot)}</section>`
}</div>`;
}

function accepted(): Html {
  return html`<p>La ligne d’en-tête nomme les colonnes, dans l’ordre de votre choix ; les noms usuels sont compris. Il faut au moins le N° FINESS ou le N° SIRET.</p>
<ul>${Object.values(colonnes).map((titre) => html`<li>${titre}</li>`)}</ul>
<p>Écrivez <strong>oui</strong> ou <strong>non</strong>, ou laissez vide si vous ne savez pas. Une carte peut se dire par son type et sa date : « CDE 31/12/2027 ».</p>
<p>Un site absent du groupement peut être ouvert si sa ligne donne sa raison sociale, son SIRET, son FINESS (ou « aucun »), son code postal et sa commune.</p>`;
}

function depositForm(depot: Depot): Html {
  const { base, texte, faute } = depot;
  const fault = (field: 'tableau' | 'texte') => faute !== null && (texte === '') === (field === 'tableau');
  return html`<form method="post" action="${base}" enctype="multipart/form-data" class="depot">${marque()}
${faute && html`<div class="fautes" role="alert" tabindex="-1" autofocus><h2>Ce tableau ne se lit pas</h2><p id="tableau-faute">${faute}</p></div>`}
<div class="champ"><label for="tableau">Fichier</label><p class="aide" id="tableau-aide">CSV ou texte, 1 Mio au plus.</p>
<input id="tableau" name="tableau" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" aria-describedby="tableau-aide${fault('tableau') && ' tableau-faute'}"${fault('tableau') && html` aria-invalid="true"`}></div>
<div class="champ"><label for="texte">Ou les lignes collées <span class="facultatif">(avec la ligne d’en-tête)</span></label>
<textarea id="texte" name="texte" rows="6" spellcheck="false" class="collage"${fault('texte') && html` aria-invalid="true" aria-describedby="tableau-faute"`}>
${texte}</textarea></div>
${options(depot)}
<div class="boutons">${bouton('Vérifier le tableau', 'principal', { nom: 'action', valeur: 'verifier', signe: 'suite' })}</div></form>`;
}

/** The day of the état des lieux, and whether unknown sites are opened. */
export function options({ date, ouvrir, fauteDate }: Pick<Depot, 'date' | 'ouvrir' | 'fauteDate'>): Html {
  return html`<div class="champ"><label for="date">Date de l’état des lieux</label>
${fauteDate && html`<p class="faute" id="date-faute">${fauteDate}</p>`}
<input class="court" id="date" name="date" type="text" inputmode="numeric" autocomplete="off" placeholder="JJ/MM/AAAA" value="${toFrenchDays(date)}"${fauteDate && html` aria-invalid="true" aria-describedby="date-faute"`}></div>
<div class="champ coche"><input id="ouvrir" name="ouvrir" type="checkbox" value="oui"${ouvrir && html` checked`}><label for="ouvrir">Ouvrir aussi le dossier des sites qui ne sont pas encore dans le groupement</label></div>`;
}
