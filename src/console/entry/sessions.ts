import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { AnnuaireRefusal } from '../../annuaire/echec.ts';
import { Connexion } from '../../identity/comptes/sessions.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { deviceCookie, endSession, isOwn, sessionCookie, sessionToken, venueOf } from '../../web/access/credentials.ts';
import { Champs, form, petitFormulaire } from '../../web/form.ts';
import { html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { show } from '../shell/answer.ts';
import { get, localPath, post, type Screen, type Visit } from '../shell/screen.ts';
import type { Page, Shown } from '../shell/shown.ts';
import { callout } from '../ui/blocks.ts';
import { button, hiddenField } from '../ui/button.ts';
import { courrielLine, lineInputs, refusalNotice } from '../ui/field.ts';
import { moment } from '../ui/words.ts';

/** Coming in by a password, if `locale`, and going out. */
export function sessionScreens(locale: boolean): Screen[] {
  const page = ({ annuaire }: Services, asked: Parameters<typeof loginPage>[2]) =>
    loginPage(locale, annuaire !== null, asked);
  return [
    get('/connexion', 'session.ouvrir', ({ services, query }) => page(services, { to: localPath(query['vers']) })),
    get(RESUMED, 'session.ouvrir', () => resumed),
    post(
      '/connexion',
      'session.ouvrir',
      async ({ services, body, request }) => {
        const vers = localPath(body.get('vers'));
        const courriel = body.get('courriel') ?? '';
        const saisie = { courriel, motDePasse: body.get('motDePasse') ?? '' };
        const opened = await parseThen(Connexion, saisie, (known) => services.identites.login(known, venueOf(request)));
        if (!opened.ok) return page(services, { to: vers, courriel, refus: explained(opened.error) });
        const { token, expireLe, appareils } = opened.value;
        return { to: vers, cookies: [sessionCookie(token, new Date(expireLe)), deviceCookie(appareils)] };
      },
      { body: form(petitFormulaire) },
    ),
    post('/deconnexion', 'session.fermer', leave, { body: form(petitFormulaire) }),
  ];
}

async function leave({ services, request }: Visit) {
  const { cookie, adresse } = await endSession(services, request);
  const cookies = [cookie];
  return adresse === null ? { to: '/connexion', cookies } : { ...leftPage(adresse), cookies };
}

type Refusal = Extract<Awaited<ReturnType<Services['identites']['login']>>, { ok: false }>['error'];

/** What is wrong with a login; a badly written e-mail is told as such. */
function explained(refusal: Refusal) {
  const { status, detail } = toProblem(refusal);
  if (refusal.code === 'saisie-invalide') return { status, detail: 'Saisissez votre courriel et votre mot de passe.' };
  if (refusal.code !== 'trop-de-tentatives') return { status, detail };
  return {
    status,
    detail: `Trop de tentatives pour ce courriel depuis votre réseau : réessayez après le ${moment(refusal.jusqua)}.`,
  };
}

/** By an account of this service, by the establishment’s own directory, or by both; why a login was refused. */
function loginPage(
  isLocal: boolean,
  annuaire: boolean,
  { to, courriel, refus: why }: { to: string; courriel?: string; refus?: ReturnType<typeof explained> },
): Page {
  return {
    title: 'Connexion',
    status: why?.status ?? 200,
    hasFaults: why !== undefined,
    body: html`${why && refusalNotice(why.detail)}
${annuaire && html`<p><a class="bouton" href="/connexion/oidc?vers=${encodeURIComponent(to)}">Se connecter par l’établissement</a></p>`}
${annuaire && isLocal && html`<p class="ou">ou par un compte local</p>`}
${isLocal && localForm(to, courriel, annuaire)}
<p class="doux"><a href="/procedures">La procédure en deux minutes</a>, sans compte.</p>`,
  };
}

/** Who has left, and may still be logged in at the directory: no form may lead there, by the policy of our pages. */
function leftPage(adresse: string): Page {
  return {
    title: 'Vous êtes déconnecté',
    body: html`<p>Votre session est fermée ici. Celle de votre établissement reste ouverte dans ce navigateur.</p>
<p><a class="bouton" href="${adresse}">La fermer aussi</a></p><a href="/connexion">Se connecter à nouveau</a>`,
  };
}

function localForm(vers: string, courriel: string | undefined, isSecond: boolean) {
  const fields = [
    { ...courrielLine, value: courriel },
    { id: 'motDePasse', label: 'Mot de passe', attributes: { type: 'password', autocomplete: 'current-password' } },
  ] as const;
  return html`<form method="post" action="/connexion" novalidate>${hiddenField('vers', vers)}
${lineInputs(fields, [])}<button${isSecond && html` class="second"`}>Se connecter</button></form>
<p class="doux">Vous avez reçu un lien, ou personne n’a encore de compte ? <a href="/bienvenue">Ouvrez un compte</a>.</p>`;
}

/** Where one lands after a login that was made beside a page on which something is typed. */
const RESUMED = '/connexion/faite';

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
const resumed: Page = {
  title: 'Vous êtes reconnecté',
  body: html`<p>Fermez cet onglet et revenez à votre saisie, dans le précédent.</p><p><a href="/">Aller à ma journée</a></p>`,
};

/** What the browser keeps while it is at the directory, by the state of each login: it comes back from another site, by a link. */
const COOKIE = '__Host-connexion-';
const LASTS_S = 600;
/** Logins that a browser may have begun at once: each takes 1 kB of the 8 that the headers of a request have. */
const AT_ONCE = 3;

/** Coming in by the establishment’s own directory. */
export function directoryScreens(): Screen[] {
  const right = 'session.ouvrir';
  return [
    get('/connexion/oidc', right, async ({ services, query, request }) => {
      if (!services.annuaire) return { refusal: { code: 'sans-annuaire' } };
      const started = await services.annuaire.start(localPath(query['vers']));
      if (!started.ok) return await notIn(services, started.error);
      const { adresse, etat, epreuve } = started.value;
      const tooMany = begunIn(request).slice(0, -(AT_ONCE - 1));
      return { to: adresse, cookies: [...tooMany.map(forget), cookieOf(`${COOKIE}${etat}`, epreuve, LASTS_S)] };
    }),
    get('/connexion/oidc/retour', right, async ({ services, query, request }) => {
      if (!services.annuaire) return { refusal: { code: 'sans-annuaire' } };
      const name = `${COOKIE}${query['state'] ?? ''}`;
      const isBegun = begunIn(request).includes(name);
      const forgotten = isBegun ? [forget(name)] : [];
      const epreuve = isBegun ? parseCookie(request.headers.cookie ?? '')[name] : undefined;
      const finished = await services.annuaire.finish(queryOf(request), epreuve ?? '');
      if (!finished.ok) return { ...(await notIn(services, finished.error)), cookies: forgotten };
      const { personne, vers } = finished.value;
      const opened = await services.identites.loginExternal(personne, sessionToken(request));
      if (!opened.ok) return { refusal: opened.error, cookies: forgotten };
      const { token, expireLe } = opened.value;
      return { to: vers, cookies: [...forgotten, sessionCookie(token, new Date(expireLe))] };
    }),
  ];
}

async function notIn({ identites }: Services, refusal: AnnuaireRefusal): Promise<Shown> {
  const { code, cause } = refusal;
  await identites.recordEchec({ moyen: 'annuaire', code, compteId: null, cause });
  return { refusal };
}

/** The names of what a browser keeps of the logins that it began, the first first, as browsers send them. */
function begunIn({ headers }: Request): string[] {
  return Object.keys(parseCookie(headers.cookie ?? '')).filter((name) => name.startsWith(COOKIE));
}

function forget(name: string): string {
  return cookieOf(name, '', 0);
}

function cookieOf(name: string, value: string, maxAge: number): string {
  return stringifySetCookie({ name, value, httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge });
}

function queryOf({ url }: Request): string {
  const from = url.indexOf('?');
  return from === -1 ? '' : url.slice(from);
}
