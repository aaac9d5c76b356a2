import { encodages } from '../../../survey/encoding.ts';
import { separateurs } from '../../../survey/table.ts';
import { type Html, html } from '../../../web/html.ts';
import { marque } from '../../demonstration/side.ts';
import { pli } from '../../parts/blocs.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import { encart } from '../../parts/encart.ts';
import { combien } from '../../parts/mots.ts';
import type { SurveyOutcome } from '../lu.ts';
import { type Depot, options } from './depot.ts';
import { linesOf, summaryOf } from './lignes.ts';

/** What a table would do, line by line; it is carried by the page, to be corrected there or recorded. */
export function previewContent(outcome: SurveyOutcome, depot: Depot, perime: boolean): Html {
  const { base, ouvrir } = depot;
  const counted = counts(outcome, ouvrir);
  return html`${perime && encart('attention', 'Les sites, le tableau ou les options ont changé depuis votre vérification. Rien n’a été enregistré : relisez ci-dessous, puis confirmez.')}
<form method="post" action="${base}" enctype="multipart/form-data" class="panneau apercu">${marque()}<input type="hidden" name="empreinte" value="${outcome.empreinte}">
<h2>Ce que fera ce tableau</h2>
${summaryOf(outcome)}
<p>${told(counted)}</p>
${outcome.ignorees.length > 0 && html`<p class="doux">Colonnes qui n’ont pas été lues : ${outcome.ignorees.join(', ')}.</p>`}
${options(depot)}
<div class="boutons">${counted.sites > 0 && bouton(`Enregistrer pour ${combien(counted.sites, 'site')}`, 'principal', { nom: 'action', valeur: 'enregistrer', signe: 'coche' })}
${bouton('Vérifier à nouveau', 'second', { nom: 'action', valeur: 'verifier' })}
${lienBouton('Déposer un autre tableau', base, 'discret')}</div>
${pli(
  'Corriger le tableau ici',
  html`<div class="champ large"><label for="texte">Lignes du tableau</label><p class="aide">Après une correction, vérifiez à nouveau.</p>
<textarea id="texte" name="texte" rows="14" spellcheck="false" class="collage" wrap="off">
${depot.texte}</textarea></div>`,
)}
<p class="petit doux">Lu comme ${encodages[outcome.encodage]}, colonnes séparées par ${separateurs[outcome.separateur] === 'point-virgule' ? 'des points-virgules' : `le signe « ${separateurs[outcome.separateur]} »`}, en-tête à la ligne ${outcome.entete}.</p></form>
${linesOf(outcome, { fait: false, ouvrir })}`;
}

/** What a table did, line by line. */
export function resultContent(outcome: SurveyOutcome, { base, ouvrir }: Depot): Html {
  const counted = counts(outcome, ouvrir);
  const place = base.replace('/etat-des-lieux', '');
  return html`${encart('bien', `L’état des lieux est enregistré. ${done(counted)}`)}
<div class="panneau">${summaryOf(outcome)}
${outcome.lignes.some(({ statut }) => statut === 'refusee') && html`<p>Corrigez les lignes refusées dans le tableau, puis déposez-le à nouveau : ce qui est déjà enregistré n’y changera plus.</p>`}
<p class="boutons">${lienBouton('Voir les sites', place, 'principal', 'suite')}${lienBouton('Déposer un autre tableau', base, 'second')}</p></div>
${linesOf(outcome, { fait: true, ouvrir })}`;
}

interface Counts {
  /** Sites that the table tells of. */
  sites: number;
  ouvertures: number;
  faits: number;
}

function counts({ lignes }: SurveyOutcome, ouvrir: boolean): Counts {
  const used = lignes.filter(({ statut, ouverture }) => statut !== 'refusee' && (ouvrir || ouverture === null));
  return {
    sites: used.length,
    ouvertures: used.filter(({ ouverture }) => ouverture !== null).length,
    faits: used.reduce((sum, { enregistre }) => sum + enregistre.length, 0),
  };
}

function told({ sites, ouvertures, faits }: Counts): string {
  if (sites === 0)
    return 'Aucune ligne ne peut être enregistrée : corrigez celles qui sont refusées, ou demandez l’ouverture des sites.';
  const opened = ouvertures > 0 ? `${combien(ouvertures, 'dossier sera ouvert', 'dossiers seront ouverts')} et ` : '';
  return `${opened}${combien(faits, 'fait sera enregistré', 'faits seront enregistrés', 'aucun fait ne sera enregistré')} sur ${combien(sites, 'site')}, d’un seul coup : tout, ou rien.`;
}

function done({ sites, ouvertures, faits }: Counts): string {
  const opened = ouvertures > 0 ? `${combien(ouvertures, 'dossier ouvert', 'dossiers ouverts')}, ` : '';
  return `${opened}${combien(faits, 'fait enregistré', 'faits enregistrés', 'aucun fait nouveau')} sur ${combien(sites, 'site')}.`;
}
