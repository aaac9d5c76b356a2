import { type Courriel, mailto } from '../../desk/reglages/courriels/courriel.ts';
import { destinataires } from '../../desk/reglages/courriels/saisie.ts';
import { NoteEcrite } from '../../desk/suivi.ts';
import { auteurOf } from '../../identity/identity.ts';
import { parse } from '../../result.ts';
import { originOf } from '../../web/access/credentials.ts';
import { type Html, html } from '../../web/html.ts';
import type { AnyRefusal } from '../../web/problem.ts';
import { get, post, redirect, type Screen, type Shown, underJournee, type Visit } from '../shell/screen.ts';
import { callout, panel, properties } from '../ui/blocks.ts';
import { linkButton, postButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { longDay } from '../ui/words.ts';
import { may } from './frame.ts';

/** The canned mails of a dossier. */
export function courrielDossierScreens(): Screen[] {
  const path = '/dossiers/:id/courriel';
  return [get(path, 'dossiers.courriel', courrielPage), post(path, 'dossiers.faits', noteSent)];
}

/** The canned mails that may be written about a dossier, and the one that was chosen, filled; nothing is sent. */
async function courrielPage(visit: Visit): Promise<Shown> {
  const { services, params, query, identite } = visit;
  const id = params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const ici = `/dossiers/${id}/courriel`;
  const modeles = services.reglages.modeles();
  const modele = modeles.find((one) => one.id === query['modele']);
  const filled = modele
    ? await services.courriel({
        dossierId: id,
        modele,
        signataire: identite.nom,
        lien: `${originOf(visit.services, visit.request)}/dossiers/${id}`,
      })
    : null;
  if (filled && !filled.ok) return { refusal: filled.error as AnyRefusal };
  const { denomination } = found.value;
  const choices = html`<ul class="modeles">${modeles.map(
    (
      one,
    ) => html`<li><a href="${ici}?modele=${one.id}"${one.id === modele?.id && html` aria-current="true"`}>${one.nom}</a>
<span class="doux">${destinataires[one.destinataire]}</span></li>`,
  )}</ul>`;
  return {
    title: `${denomination} · Écrire un courriel`,
    ...underJournee({ label: denomination, href: `/dossiers/${id}` }),
    body: html`<div class="deux"><div class="pile">${
      filled && modele
        ? panel(
            modele.nom,
            html`${letter(filled.value)}<div class="boutons">${openLink(filled.value)}${may(identite, 'dossiers.faits') && postButton('Noter qu’il est parti', ici, { modele: modele.id })}${linkButton('Revenir au dossier', `/dossiers/${id}`, 'discret')}</div>`,
          )
        : panel(
            'Choisissez un modèle',
            html`<p>Il se remplit de ce que dit le dossier. Vous le relisez, puis l’ouvrez dans votre messagerie ou le copiez : rien ne
part d’ici.</p>`,
          )
    }</div><div class="pile">${panel('Les modèles', choices)}</div></div>`,
  };
}

/** Keeps as a note of the dossier that a mail has left, which this service cannot see. */
async function noteSent(visit: Visit): Promise<Shown> {
  const { services, params, body, identite } = visit;
  const id = params['id'] ?? '';
  const modele = services.reglages.modele(body.get('modele') ?? '');
  if (!modele) return { refusal: { code: 'introuvable', objet: 'modele', id: body.get('modele') ?? '' } };
  const lien = `${originOf(visit.services, visit.request)}/dossiers/${id}`;
  const filled = await services.courriel({ dossierId: id, modele, signataire: identite.nom, lien });
  if (!filled.ok) return { refusal: filled.error as AnyRefusal };
  const { a, objet } = filled.value;
  const texte = `Courriel envoyé le ${longDay(services.today())}${a === '' ? '' : ` à ${a}`} : « ${objet} » (modèle « ${modele.nom} »).`;
  const note = parse(NoteEcrite, { texte });
  if (!note.ok) return { refusal: note.error };
  await services.suivi.write(id, note.value, auteurOf(identite));
  return redirect(`/dossiers/${id}/notes`, 'L’envoi est noté.');
}

/** A mail as it would be read, with what has to be completed by hand. */
export function letter(courriel: Courriel): Html {
  const { a, objet, corps, aCompleter } = courriel;
  return html`${aCompleter.length > 0 && callout('attention', html`<p>Le dossier ou les réglages ne le disent pas : ${aCompleter.join(', ').toLowerCase()}.</p>`, 'À compléter à la main')}
${properties([
  ['À', a === '' ? html`<span class="doux">À saisir</span>` : a],
  ['Objet', objet],
])}
<div class="lettre">${corps}</div>`;
}

/** Opens the mail in the program of whoever reads it; nothing for a mail too long for that. */
function openLink(courriel: Courriel): Html {
  const lien = mailto(courriel);
  return lien === null
    ? html`<p class="doux">Ce courriel est trop long pour s’ouvrir tout écrit dans une messagerie : copiez-le.</p>`
    : html`<a class="bouton principal" href="${lien}">${icon('envoyer')}Ouvrir dans ma messagerie</a>`;
}
