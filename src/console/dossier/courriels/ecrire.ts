import { type Acteur, acteurs } from '../../../../machines/step.ts';
import { mailto } from '../../../desk/reglages/courriels/courriel.ts';
import { NoteEcrite } from '../../../desk/suivi.ts';
import { auteurOf } from '../../../identity/identity.ts';
import { parse } from '../../../result.ts';
import { type Html, html } from '../../../web/html.ts';
import { may } from '../../administration/frame.ts';
import { write } from '../../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../../shell/screen.ts';
import { type Page, redirect, type Shown } from '../../shell/shown.ts';
import { panel } from '../../ui/blocks.ts';
import { linkButton, postButton } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import { longDay } from '../../ui/words.ts';
import { around, type Filled, fillMail, letter, type Modele, type StoredRow } from './letter.ts';
import { formFor, send, sendingPage } from './sending.ts';

/** Where mails of a dossier are written. */
export function writingScreens(): Screen[] {
  const path = '/dossiers/:id/courriel';
  return [get(path, 'dossiers.courriel', writingPage), post(path, 'courriels.envoyer', sendOrNote)];
}

/** The canned mails that may be written about a dossier, and the one that was chosen, filled. */
async function writingPage(visit: Visit): Promise<Shown> {
  const { services, params, query } = visit;
  const id = params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const modele = services.reglages.modeles().find((one) => one.id === query['modele']) ?? null;
  const filled = modele ? await fillMail(visit, id, modele, actorIn(query['pour'])) : null;
  if (filled && !filled.ok) return { refusal: filled.error };
  const content = filled?.value ?? null;
  if (services.messagerie.adresse === null) return openedPage(visit, found.value, modele, content);
  const answered = await answeredBy(visit, id);
  const isBegun = content !== null || answered !== null || query['modele'] === '';
  if (!isBegun) return around(visit, found.value, modele, panel('Choisissez un modèle', chooseWords));
  const { a = '', objet = '' } = answered ?? content ?? {};
  const corps = content?.corps ?? '';
  const form = await formFor(visit, id);
  const typed = write(form, { a, objet, corps });
  return sendingPage(visit, found.value, { modele, form, typed, filled: content });
}

const chooseWords = html`<p>Il se remplit de ce que dit le dossier. Vous le relisez et le corrigez, puis l’envoyez d’ici ;
<a href="?modele=">ou écrivez sans modèle</a>.</p>`;

function actorIn(text: string | undefined): Acteur | undefined {
  return text !== undefined && Object.hasOwn(acteurs, text) ? (text as Acteur) : undefined;
}

/** What an answer to a mail that came begins with; null where none is answered. */
async function answeredBy({ services, query }: Visit, id: string) {
  const rang = Number(query['repond'] ?? Number.NaN);
  const found = Number.isInteger(rang) ? await services.messagerie.echanges({ genre: 'dossier', id }) : null;
  const one = found?.ok ? found.value.find((echange) => echange.rang === rang) : undefined;
  if (one?.sorte !== 'recu') return null;
  const { de, objet } = one.courriel;
  return { a: de?.adresse ?? '', objet: /^re ?:/i.test(objet) ? objet : `Re : ${objet}` };
}

async function sendOrNote(visit: Visit): Promise<Shown> {
  return visit.services.messagerie.adresse === null ? await noteSent(visit) : await send(visit);
}

/** Where nothing leaves from here: it opens in the program of whoever reads it. */
async function openedPage(visit: Visit, row: StoredRow, modele: Modele | null, filled: Filled | null): Promise<Page> {
  const { identite, query } = visit;
  const isNoted = query['ouvre'] === 'oui';
  const ici = `/dossiers/${row.id}/courriel`;
  const main =
    filled && modele
      ? panel(
          modele.nom,
          html`${letter(filled)}<div class="boutons">${openLink(filled)}${!isNoted && may(identite, 'courriels.envoyer') && postButton('Noter qu’il est parti', ici, { modele: modele.id })}${linkButton('Revenir au dossier', `/dossiers/${row.id}`, 'discret')}</div>`,
        )
      : panel(
          'Choisissez un modèle',
          html`<p>Il se remplit de ce que dit le dossier. Vous le relisez, puis l’ouvrez dans votre messagerie ou le copiez : rien ne
part d’ici.</p>`,
        );
  return { ...(await around(visit, row, modele, main)), opens: isNoted && filled ? mailto(filled) : null };
}

/** Opens the mail in the program of whoever reads it; nothing for a mail too long for that. */
function openLink(courriel: Filled): Html {
  const lien = mailto(courriel);
  return lien === null
    ? html`<p class="doux">Ce courriel est trop long pour s’ouvrir tout écrit dans une messagerie : copiez-le.</p>`
    : html`<a class="bouton principal" href="${lien}">${icon('envoyer')}Ouvrir dans ma messagerie</a>`;
}

/** Keeps as a note of the dossier that a mail has left, which this service cannot see. */
async function noteSent(visit: Visit): Promise<Shown> {
  const { services, params, body, identite } = visit;
  const id = params['id'] ?? '';
  const modele = services.reglages.modele(body.get('modele') ?? '');
  if (!modele) return { refusal: { code: 'introuvable', objet: 'modele', id: body.get('modele') ?? '' } };
  const filled = await fillMail(visit, id, modele);
  if (!filled.ok) return { refusal: filled.error };
  const { a, objet } = filled.value;
  const texte = `Courriel envoyé le ${longDay(services.today())}${a === '' ? '' : ` à ${a}`} : « ${objet} » (modèle « ${modele.nom} »).`;
  const note = parse(NoteEcrite, { texte });
  if (!note.ok) return { refusal: note.error };
  await services.suivi.write(id, note.value, auteurOf(identite));
  return redirect(`/dossiers/${id}/notes`, 'L’envoi est noté.');
}
