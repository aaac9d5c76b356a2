import type { Request, Response } from 'express';
import { isOwn } from '../../web/access/credentials.ts';
import { Champs } from '../../web/form.ts';
import { html } from '../../web/html.ts';
import { show } from '../shell/answer.ts';
import type { Page, Screen } from '../shell/screen.ts';
import { callout } from '../ui/blocks.ts';
import { button, hiddenField } from '../ui/button.ts';

/** Where one lands after a login that was made beside a page on which something is typed. */
export const RESUMED = '/connexion/faite';

const anew = html`<a href="/connexion?vers=${encodeURIComponent(RESUMED)}" target="_blank" rel="noopener">Reconnectez-vous dans un nouvel onglet</a>`;

/** Told on a page whose session has ended, in the place that the frame keeps for it: nothing of what is typed there moves. */
const notice = callout(
  'attention',
  html`<p>${anew}, puis revenez ici : ce que vous avez saisi est toujours là, et s’enregistrera de nouveau.</p>`,
  'Votre session a pris fin',
);

/**
 * What is asked by whoever is in no more. A page leads to the login, and back; a part of one says so without leaving it; a form is kept, to be
 * sent again once one is in.
 */
export async function askLogin(screen: Screen, request: Request, response: Response): Promise<void> {
  if (request.headers['hx-request'] !== undefined && request.headers['hx-request'] !== 'false') {
    response
      .status(401)
      .set({ 'HX-Retarget': '#session', 'HX-Reswap': 'innerHTML', 'HX-Reselect': '#session-terminee' });
    response.set('Content-Type', 'text/html; charset=utf-8').end(html`<div id="session-terminee">${notice}</div>`.text);
  } else if (screen.method === 'get') {
    const from = request.originalUrl;
    response.redirect(303, from === '/' ? '/connexion' : `/connexion?vers=${encodeURIComponent(from)}`);
  } else await show(await keptForm(screen, request), response);
}

/** What another site has posted is not shown as ours. */
async function keptForm({ body }: Screen, request: Request): Promise<Page> {
  const read = isOwn(request) ? await body?.read(request) : null;
  const fields = read?.ok && read.value instanceof Champs ? read.value : new Champs();
  const kept = fields.noms().flatMap((name) => fields.tous(name).map((value) => hiddenField(name, value)));
  return {
    title: 'Votre session a pris fin',
    status: 401,
    body:
      kept.length === 0
        ? html`<p><a href="/connexion">Connectez-vous</a>, puis recommencez : rien n’a été enregistré.</p>`
        : html`<p>Rien n’a été enregistré, et rien n’est perdu : ce que vous aviez saisi est gardé sur cette page.</p>
<ol><li>${anew}.</li><li>Revenez ici et renvoyez ce que vous aviez saisi.</li></ol>
<form method="post" action="${request.originalUrl}">${kept}${button('Renvoyer ma saisie')}</form>
${fields.fichier && callout('attention', html`<p>Le fichier joint est à joindre de nouveau : revenez plutôt à la page précédente.</p>`)}`,
  };
}

/** Somebody who has logged in beside what was being typed. */
export const resumed: Page = {
  title: 'Vous êtes reconnecté',
  body: html`<p>Fermez cet onglet et revenez à votre saisie, dans le précédent.</p><p><a href="/">Aller à ma journée</a></p>`,
};
