import { type Acteur, acteurs } from '../../../../machines/step.ts';
import { html } from '../../../web/html.ts';
import { write } from '../../forms/typed.ts';
import { get, post, type Screen, type Shown, type Visit } from '../../shell/screen.ts';
import { panel } from '../../ui/blocks.ts';
import { around } from './choices.ts';
import { fillMail } from './letter.ts';
import { noteSent, openedPage } from './opened.ts';
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
