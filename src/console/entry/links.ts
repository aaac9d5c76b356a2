import { type Erreur, err, ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import { deviceCookie, sessionCookie, venueOf } from '../../web/access/credentials.ts';
import { Champs, form, petitFormulaire } from '../../web/form.ts';
import { html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, type Shown, toCorrect } from '../shell/shown.ts';
import { courrielLine, faultSummary, type Line, lineInputs, newPassword, passwordsDiffer } from '../ui/field.ts';
import { icon } from '../ui/icon.ts';
import { moment } from '../ui/words.ts';

const ASKED: Record<ReadLink['objet'], readonly string[]> = {
  'premier-compte': ['courriel', 'nom', 'motDePasse'],
  invitation: ['nom', 'motDePasse'],
  'mot-de-passe': ['motDePasse'],
};

/** Where a link that is used once is opened: an account, or a new password. */
export function linkScreens(): Screen[] {
  const [lire, utiliser] = ['liens.lire', 'liens.utiliser'] as const;
  const un = '/lien/:jeton';
  return [
    get('/bienvenue', lire, () => pastePage(null)),
    get('/lien', lire, () => pastePage(null)),
    post(
      '/lien',
      lire,
      ({ body }) => {
        const [token] = /[\w-]{43}$/.exec(body.get('lien')?.trim() ?? '') ?? [];
        return token ? { to: `/lien/${token}` } : pastePage('Ce lien n’est pas entier : copiez-le à nouveau.');
      },
      { body: form(petitFormulaire) },
    ),
    get(un, lire, async ({ services: { identites }, params: { jeton } }) => {
      const read = await identites.readLink(jeton);
      return read.ok ? linkPage(read.value, new Champs(), []) : { refusal: read.error };
    }),
    post(un, utiliser, use, { body: form(petitFormulaire) }),
  ];
}

/** Whoever has just chosen a password is in: nothing is asked twice. */
async function use({
  services: { identites },
  params,
  body,
  request,
}: Visit<unknown, { jeton: string }>): Promise<Shown> {
  const read = await identites.readLink(params.jeton);
  if (!read.ok) return { refusal: read.error };
  const used = await useBy(identites, params.jeton, read.value, body);
  if (used.ok) {
    const courriel = read.value.courriel ?? body.get('courriel') ?? '';
    const opened = await identites.login({ courriel, motDePasse: body.get('motDePasse') ?? '' }, venueOf(request));
    if (!opened.ok) return usedPage(read.value.objet);
    const { token, expireLe, appareils } = opened.value;
    const cookies = [sessionCookie(token, new Date(expireLe)), deviceCookie(appareils)];
    return { to: '/', message: `${texts[read.value.objet].fait}.`, cookies };
  }
  const erreurs = faultsOf(used.error);
  return erreurs ? linkPage(read.value, body, erreurs) : { refusal: used.error };
}

async function useBy(
  identites: Services['identites'],
  jeton: string,
  { objet }: ReadLink,
  body: Champs,
): Promise<Result<null, Refusal>> {
  if (body.get('motDePasse') !== body.get('confirmation'))
    return err({ code: 'saisie-invalide', erreurs: [passwordsDiffer] });
  const asked = Object.fromEntries(ASKED[objet].map((name) => [name, body.get(name) ?? '']));
  const saisie = { motDePasse: '', ...asked };
  const used = await identites.useLink(jeton, saisie);
  return used.ok ? ok(null) : used;
}

type Refusal = Extract<Awaited<ReturnType<Services['identites']['useLink']>>, { ok: false }>['error'];

/** What is to be corrected in the form; null when no line is at fault. */
function faultsOf(refusal: Refusal): Erreur[] | null {
  if ('erreurs' in refusal) return refusal.erreurs;
  if (refusal.code !== 'courriel-pris') return null;
  return [{ pointeur: '/courriel', message: toProblem(refusal).detail }];
}

/** What a link that may still be used is for. */
type ReadLink = Extract<Awaited<ReturnType<Services['identites']['readLink']>>, { ok: true }>['value'];
type Objet = ReadLink['objet'];

const texts: Record<Objet, { title: string; usage: string; bouton: string; fait: string }> = {
  'premier-compte': {
    title: 'Ouvrez le premier compte',
    usage: 'Bienvenue. Ce premier compte est celui d’un superviseur : il invitera les autres personnes.',
    bouton: 'Ouvrir le compte',
    fait: 'Votre compte est ouvert',
  },
  invitation: {
    title: 'Ouvrez votre compte',
    usage: 'Vous êtes invité à suivre les démarches IGC-Santé. Dites votre nom et choisissez un mot de passe.',
    bouton: 'Ouvrir mon compte',
    fait: 'Votre compte est ouvert',
  },
  'mot-de-passe': {
    title: 'Choisissez un nouveau mot de passe',
    usage: 'Le nouveau remplace l’ancien et ferme toutes vos sessions.',
    bouton: 'Changer le mot de passe',
    fait: 'Votre mot de passe est changé',
  },
};

/** What a link is for, with its form, as it was filled in and what is wrong with it. */
function linkPage({ objet, courriel, expireLe }: ReadLink, filled: Champs, erreurs: readonly Erreur[]): Page {
  const { title, usage, bouton } = texts[objet];
  const lines = [
    courriel === null
      ? { ...courrielLine, value: filled.get('courriel') }
      : { ...courrielLine, value: courriel, attributes: { ...courrielLine.attributes, readonly: true } },
    ...(objet === 'mot-de-passe' ? [] : [{ ...nom, value: filled.get('nom') }]),
    ...newPassword('Mot de passe'),
  ];
  return {
    title,
    ...toCorrect(erreurs),
    body: html`<p>${usage}</p>
<p class="doux">Ce lien sert une seule fois, jusqu’au ${moment(expireLe)}.</p>
${faultSummary(lines, erreurs)}
<form method="post" novalidate>${lineInputs(lines, erreurs)}
<button>${bouton}</button></form>`,
  };
}

function usedPage(objet: Objet): Page {
  const { fait } = texts[objet];
  return {
    title: fait,
    body: html`<p class="bien">${icon('bien')}<span>Connectez-vous avec votre courriel et ce mot de passe.</span></p>
<a class="bouton" href="/connexion">Se connecter</a>`,
  };
}

/** Where a link that was received is pasted; `faute` says what was wrong with the one before. */
function pastePage(faute: string | null): Page {
  const erreurs = faute === null ? [] : [{ pointeur: '/lien', message: faute }];
  return {
    title: 'Bienvenue',
    status: faute === null ? 200 : 422,
    hasFaults: faute !== null,
    body: html`<p>Un compte s’ouvre par un lien à usage unique, que donne un superviseur. Celui du tout premier compte s’affiche dans le
journal du service, à son démarrage.</p>
${faultSummary([lien], erreurs)}
<form method="post" action="/lien" novalidate>${lineInputs([lien], erreurs)}<button>Continuer</button></form>`,
  };
}

const nom: Line = {
  id: 'nom',
  label: 'Nom et prénom',
  help: 'Tels que vos collègues les liront.',
  attributes: { type: 'text', autocomplete: 'name' },
};
const lien: Line = {
  id: 'lien',
  label: 'Votre lien',
  help: 'Collez-le en entier.',
  attributes: { type: 'text', autocomplete: 'off' },
};
