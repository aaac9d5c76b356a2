import { Connexion } from '../../identity/comptes/sessions.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { deviceCookie, endSession, sessionCookie, venueOf } from '../../web/access/credentials.ts';
import { form, petitFormulaire } from '../../web/form.ts';
import { html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { get, localPath, type Page, post, type Screen, type Visit } from '../shell/screen.ts';
import { hiddenField } from '../ui/button.ts';
import { lineInputs, refusalNotice } from '../ui/field.ts';
import { moment } from '../ui/words.ts';
import { RESUMED, resumed } from './ended.ts';

/** Coming in by a password, if `locale`, and going out. */
export function sessionScreens(locale: boolean): Screen[] {
  const entrees = ({ annuaire }: Services): Entrances => ({ isLocal: locale, annuaire: annuaire !== null });
  return [
    get('entree.connexion', '/connexion', {
      right: 'session.ouvrir',
      answer: ({ services, query }) => loginPage(entrees(services), { to: localPath(query['vers']) }),
    }),
    get('entree.reprise', RESUMED, { right: 'session.ouvrir', answer: () => resumed }),
    post('entree.connecter', '/connexion', {
      right: 'session.ouvrir',
      body: form(petitFormulaire),
      async answer({ services, body, request }) {
        const vers = localPath(body.get('vers'));
        const courriel = body.get('courriel') ?? '';
        const saisie = { courriel, motDePasse: body.get('motDePasse') ?? '' };
        const opened = await parseThen(Connexion, saisie, (known) => services.identites.login(known, venueOf(request)));
        if (!opened.ok) return loginPage(entrees(services), { to: vers, courriel, refus: explained(opened.error) });
        const { token, expireLe, appareils } = opened.value;
        return { to: vers, cookies: [sessionCookie(token, new Date(expireLe)), deviceCookie(appareils)] };
      },
    }),
    post('entree.deconnecter', '/deconnexion', { right: 'session.fermer', body: form(petitFormulaire), answer: leave }),
  ];
}

async function leave({ services, request }: Visit) {
  const { cookie, adresse } = await endSession(services, request);
  const cookies = [cookie];
  return adresse === null ? { to: '/connexion', cookies } : { ...leftPage(adresse), cookies };
}

type Refusal = Extract<Awaited<ReturnType<Services['identites']['login']>>, { ok: false }>['error'];

/** What is wrong with a login; a badly written e-mail is told as such. */
function explained(refusal: Refusal): { status: number; detail: string } {
  const { status, detail } = toProblem(refusal);
  if (refusal.code === 'saisie-invalide') return { status, detail: 'Saisissez votre courriel et votre mot de passe.' };
  if (refusal.code !== 'trop-de-tentatives') return { status, detail };
  return {
    status,
    detail: `Trop de tentatives pour ce courriel depuis votre réseau : réessayez après le ${moment(refusal.jusqua)}.`,
  };
}

/** How persons come in here. */
interface Entrances {
  /** By the e-mail and the password of an account of this service. */
  isLocal: boolean;
  /** By the establishment’s own directory. */
  annuaire: boolean;
}

/** What was said of a login, and where it leads. */
interface Asked {
  to: string;
  courriel?: string | undefined;
  /** Why it was refused, and with which status. */
  refus?: { status: number; detail: string } | undefined;
}

/** Where persons log in. */
function loginPage(entrees: Entrances, { to, courriel, refus: why }: Asked): Page {
  return {
    title: 'Connexion',
    status: why?.status ?? 200,
    hasFaults: why !== undefined,
    body: html`${why && refusalNotice(why.detail)}
${entrees.annuaire && html`<p><a class="bouton" href="/connexion/oidc?vers=${encodeURIComponent(to)}">Se connecter par l’établissement</a></p>`}
${entrees.annuaire && entrees.isLocal && html`<p class="ou">ou par un compte local</p>`}
${entrees.isLocal && localForm(to, courriel, entrees.annuaire)}`,
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
    {
      id: 'courriel',
      label: 'Courriel',
      value: courriel,
      attributes: { type: 'email', autocomplete: 'username', spellcheck: 'false' },
    },
    { id: 'motDePasse', label: 'Mot de passe', attributes: { type: 'password', autocomplete: 'current-password' } },
  ] as const;
  return html`<form method="post" action="/connexion" novalidate>${hiddenField('vers', vers)}
${lineInputs(fields, [])}<button${isSecond && html` class="second"`}>Se connecter</button></form>
<p class="doux">Vous avez reçu un lien, ou personne n’a encore de compte ? <a href="/bienvenue">Ouvrez un compte</a>.</p>`;
}
