import { Connexion } from '../../identity/comptes/sessions.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { endSession, sessionCookie, sessionToken } from '../../web/access/credentials.ts';
import { form, petitFormulaire } from '../../web/form.ts';
import { html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { get, localPath, type Page, post, type Screen, type Visit } from '../shell/screen.ts';
import { champ, refus } from '../ui/champ.ts';
import { moment } from '../ui/words.ts';

/** Coming in by a password, if `locale`, and going out. */
export function sessionScreens(locale: boolean): Screen[] {
  const entrees = ({ annuaire }: Services): Entrees => ({ locale, annuaire: annuaire !== null });
  return [
    get('entree.connexion', '/connexion', {
      right: 'session.ouvrir',
      answer: ({ services, query }) => loginPage(entrees(services), { vers: localPath(query['vers']) }),
    }),
    post('entree.connecter', '/connexion', {
      right: 'session.ouvrir',
      body: form(petitFormulaire),
      async answer({ services, body, request }) {
        const vers = localPath(body.get('vers'));
        const courriel = body.get('courriel') ?? '';
        const saisie = { courriel, motDePasse: body.get('motDePasse') ?? '' };
        const opened = await parseThen(Connexion, saisie, (known) =>
          services.identites.login(known, sessionToken(request)),
        );
        if (!opened.ok) return loginPage(entrees(services), { vers, courriel, refus: told(opened.error) });
        const { token, expireLe } = opened.value;
        return { vers, cookies: [sessionCookie(token, new Date(expireLe))] };
      },
    }),
    post('entree.deconnecter', '/deconnexion', { right: 'session.fermer', body: form(petitFormulaire), answer: leave }),
  ];
}

async function leave({ services, request }: Visit) {
  const { cookie, adresse } = await endSession(services, request);
  const cookies = [cookie];
  return adresse === null ? { vers: '/connexion', cookies } : { ...leftPage(adresse), cookies };
}

type Refusal = Extract<Awaited<ReturnType<Services['identites']['login']>>, { ok: false }>['error'];

/** What is wrong with a login; a badly written e-mail is told as such. */
function told(refusal: Refusal): { status: number; detail: string } {
  const { status, detail } = toProblem(refusal);
  if (refusal.code === 'saisie-invalide') return { status, detail: 'Saisissez votre courriel et votre mot de passe.' };
  if (refusal.code !== 'trop-de-tentatives') return { status, detail };
  return { status, detail: `Trop de tentatives pour ce courriel : réessayez après le ${moment(refusal.jusqua)}.` };
}

/** How persons come in here. */
interface Entrees {
  /** By the e-mail and the password of an account of this service. */
  locale: boolean;
  /** By the establishment’s own directory. */
  annuaire: boolean;
}

/** What was said of a login, and where it leads. */
interface Asked {
  vers: string;
  courriel?: string | undefined;
  /** Why it was refused, and with which status. */
  refus?: { status: number; detail: string } | undefined;
}

/** Where persons log in. */
function loginPage(entrees: Entrees, { vers, courriel, refus: why }: Asked): Page {
  return {
    titre: 'Connexion',
    statut: why?.status ?? 200,
    aCorriger: why !== undefined,
    corps: html`${why && refus(why.detail)}
${entrees.annuaire && html`<p><a class="bouton" href="/connexion/oidc?vers=${encodeURIComponent(vers)}">Se connecter par l’établissement</a></p>`}
${entrees.annuaire && entrees.locale && html`<p class="ou">ou par un compte local</p>`}
${entrees.locale && localForm(vers, courriel, entrees.annuaire)}`,
  };
}

/** Who has left, and may still be logged in at the directory: no form may lead there, by the policy of our pages. */
function leftPage(adresse: string): Page {
  return {
    titre: 'Vous êtes déconnecté',
    corps: html`<p>Votre session est fermée ici. Celle de votre établissement reste ouverte dans ce navigateur.</p>
<p><a class="bouton" href="${adresse}">La fermer aussi</a></p><a href="/connexion">Se connecter à nouveau</a>`,
  };
}

function localForm(vers: string, courriel: string | undefined, isSecond: boolean) {
  const fields = [
    { nom: 'courriel', libelle: 'Courriel', type: 'email', autocomplete: 'username', valeur: courriel },
    { nom: 'motDePasse', libelle: 'Mot de passe', type: 'password', autocomplete: 'current-password' },
  ] as const;
  return html`<form method="post" action="/connexion" novalidate><input type="hidden" name="vers" value="${vers}">
${fields.map((one) => champ(one, []))}<button${isSecond && html` class="second"`}>Se connecter</button></form>
<p class="doux">Vous avez reçu un lien, ou personne n’a encore de compte ? <a href="/bienvenue">Ouvrez un compte</a>.</p>`;
}
