import { type Courriel, mailto } from '../../../desk/reglages/courriels/courriel.ts';
import { type Html, html } from '../../../web/html.ts';
import { resume } from '../../parts/blocs.ts';
import { encart } from '../../parts/encart.ts';
import { icone } from '../../parts/icones.ts';

/** A mail as it would be read, with what has to be completed by hand. */
export function lettre(courriel: Courriel): Html {
  const { a, objet, corps, aCompleter } = courriel;
  return html`${aCompleter.length > 0 && encart('attention', html`<p>Le dossier ou les réglages ne le disent pas : ${aCompleter.join(', ').toLowerCase()}.</p>`, 'À compléter à la main')}
${resume([
  ['À', a === '' ? html`<span class="doux">À saisir</span>` : a],
  ['Objet', objet],
])}
<div class="lettre">${corps}</div>`;
}

/** Opens the mail in the program of whoever reads it; nothing for a mail too long for that. */
export function ouvrir(courriel: Courriel): Html {
  const lien = mailto(courriel);
  return lien === null
    ? html`<p class="doux">Ce courriel est trop long pour s’ouvrir tout écrit dans une messagerie : copiez-le.</p>`
    : html`<a class="bouton principal" href="${lien}">${icone('envoyer')}Ouvrir dans ma messagerie</a>`;
}
