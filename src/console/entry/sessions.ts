import { Connexion } from '../../identity/comptes/sessions.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { endSession, sessionCookie, sessionToken } from '../../web/access/credentials.ts';
import { form, petitFormulaire } from '../../web/form.ts';
import { toProblem } from '../../web/problem.ts';
import { moment } from '../parts/dates.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { localPath } from './local-path.ts';
import { type Entrees, leftPage, loginPage } from './session-pages.ts';

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
