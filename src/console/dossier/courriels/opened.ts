import { mailto } from '../../../desk/reglages/courriels/courriel.ts';
import { NoteEcrite } from '../../../desk/suivi.ts';
import { auteurOf } from '../../../identity/identity.ts';
import { parse } from '../../../result.ts';
import { type Html, html } from '../../../web/html.ts';
import { may } from '../../administration/frame.ts';
import { type Page, redirect, type Shown, type Visit } from '../../shell/screen.ts';
import { panel } from '../../ui/blocks.ts';
import { linkButton, postButton } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import { longDay } from '../../ui/words.ts';
import { around, type Modele, type StoredRow } from './choices.ts';
import { type Filled, fillMail, letter } from './letter.ts';

/** Where nothing leaves from here: it opens in the program of whoever reads it. */
export async function openedPage(
  visit: Visit,
  row: StoredRow,
  modele: Modele | null,
  filled: Filled | null,
): Promise<Page> {
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
export async function noteSent(visit: Visit): Promise<Shown> {
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
