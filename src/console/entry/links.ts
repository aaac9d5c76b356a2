import { type Erreur, err, ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import { Champs, form, petitFormulaire } from '../../web/form.ts';
import { html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { type Champ, champ, fautes } from '../ui/champ.ts';
import { icone } from '../ui/icon.ts';
import { moment } from '../ui/words.ts';

const ASKED: Record<LienLu['objet'], readonly string[]> = {
  'premier-compte': ['courriel', 'nom', 'motDePasse'],
  invitation: ['nom', 'motDePasse'],
  'mot-de-passe': ['motDePasse'],
};

/** Where a link that is used once is opened: an account, or a new password. */
export function linkScreens(): Screen[] {
  const [lire, utiliser] = ['liens.lire', 'liens.utiliser'] as const;
  const un = '/lien/:jeton';
  return [
    get('entree.bienvenue', '/bienvenue', { right: lire, answer: () => pastePage(null) }),
    get('entree.coller', '/lien', { right: lire, answer: () => pastePage(null) }),
    post('entree.suivre', '/lien', {
      right: lire,
      body: form(petitFormulaire),
      answer({ body }) {
        const [token] = /[\w-]{43}$/.exec(body.get('lien')?.trim() ?? '') ?? [];
        return token ? { vers: `/lien/${token}` } : pastePage('Ce lien n’est pas entier : copiez-le à nouveau.');
      },
    }),
    get('entree.lien', un, {
      right: lire,
      async answer({ services: { identites }, params: { jeton } }) {
        const read = await identites.readLink(jeton);
        return read.ok ? linkPage(read.value, new Champs(), []) : { refus: read.error };
      },
    }),
    post('entree.utiliser', un, { right: utiliser, body: form(petitFormulaire), answer: use }),
  ];
}

async function use({ services: { identites }, params, body }: Visit<unknown, { jeton: string }>): Promise<Shown> {
  const read = await identites.readLink(params.jeton);
  if (!read.ok) return { refus: read.error };
  const used = await useBy(identites, params.jeton, read.value, body);
  if (used.ok) return usedPage(read.value.objet);
  const erreurs = faultsOf(used.error);
  return erreurs ? linkPage(read.value, body, erreurs) : { refus: used.error };
}

async function useBy(
  identites: Services['identites'],
  jeton: string,
  { objet }: LienLu,
  body: Champs,
): Promise<Result<null, Refusal>> {
  if (body.get('motDePasse') !== body.get('confirmation'))
    return err({ code: 'saisie-invalide', erreurs: [different] });
  const asked = Object.fromEntries(ASKED[objet].map((name) => [name, body.get(name) ?? '']));
  const saisie = { motDePasse: '', ...asked };
  const used = await identites.useLink(jeton, saisie);
  return used.ok ? ok(null) : used;
}

const different: Erreur = {
  pointeur: '/confirmation',
  message: 'Les deux mots de passe diffèrent : saisissez deux fois le même.',
};

type Refusal = Extract<Awaited<ReturnType<Services['identites']['useLink']>>, { ok: false }>['error'];

/** What is to be corrected in the form; null when no line is at fault. */
function faultsOf(refusal: Refusal): Erreur[] | null {
  if ('erreurs' in refusal) return refusal.erreurs;
  if (refusal.code !== 'courriel-pris') return null;
  return [{ pointeur: '/courriel', message: toProblem(refusal).detail }];
}

/** What a link that may still be used is for. */
type LienLu = Extract<Awaited<ReturnType<Services['identites']['readLink']>>, { ok: true }>['value'];
type Objet = LienLu['objet'];

const textes: Record<Objet, { titre: string; usage: string; bouton: string; fait: string }> = {
  'premier-compte': {
    titre: 'Ouvrez le premier compte',
    usage: 'Bienvenue. Ce premier compte est celui d’un superviseur : il invitera les autres personnes.',
    bouton: 'Ouvrir le compte',
    fait: 'Votre compte est ouvert',
  },
  invitation: {
    titre: 'Ouvrez votre compte',
    usage: 'Vous êtes invité à suivre les démarches IGC-Santé. Dites votre nom et choisissez un mot de passe.',
    bouton: 'Ouvrir mon compte',
    fait: 'Votre compte est ouvert',
  },
  'mot-de-passe': {
    titre: 'Choisissez un nouveau mot de passe',
    usage: 'Le nouveau remplace l’ancien et ferme toutes vos sessions.',
    bouton: 'Changer le mot de passe',
    fait: 'Votre mot de passe est changé',
  },
};

/** What a link is for, with its form, as it was filled in and what is wrong with it. */
function linkPage({ objet, courriel, expireLe }: LienLu, filled: Champs, erreurs: readonly Erreur[]): Page {
  const { titre, usage, bouton } = textes[objet];
  const lines = [
    courriel === null
      ? { ...courrielLibre, valeur: filled.get('courriel') }
      : { ...courrielLibre, valeur: courriel, fixe: true },
    ...(objet === 'mot-de-passe' ? [] : [{ ...nom, valeur: filled.get('nom') }]),
    ...[motDePasse, confirmation],
  ];
  return {
    titre,
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<p>${usage}</p>
<p class="doux">Ce lien sert une seule fois, jusqu’au ${moment(expireLe)}.</p>
${fautes(lines, erreurs)}
<form method="post" novalidate>${lines.map((one) => champ(one, erreurs))}
<button>${bouton}</button></form>`,
  };
}

/** What a link has just done. */
function usedPage(objet: Objet): Page {
  const { fait } = textes[objet];
  return {
    titre: fait,
    corps: html`<p class="bien">${icone('bien')}<span>Connectez-vous avec votre courriel et ce mot de passe.</span></p>
<a class="bouton" href="/connexion">Se connecter</a>`,
  };
}

/** Where a link that was received is pasted; `faute` says what was wrong with the one before. */
function pastePage(faute: string | null): Page {
  const erreurs = faute === null ? [] : [{ pointeur: '/lien', message: faute }];
  return {
    titre: 'Bienvenue',
    statut: faute === null ? 200 : 422,
    aCorriger: faute !== null,
    corps: html`<p>Un compte s’ouvre par un lien à usage unique, que donne un superviseur. Celui du tout premier compte s’affiche dans le
journal du service, à son démarrage.</p>
${fautes([lien], erreurs)}
<form method="post" action="/lien" novalidate>${champ(lien, erreurs)}<button>Continuer</button></form>`,
  };
}

const courrielLibre: Champ = { nom: 'courriel', libelle: 'Courriel', type: 'email', autocomplete: 'username' };
const nom: Champ = {
  nom: 'nom',
  libelle: 'Nom et prénom',
  aide: 'Tels que vos collègues les liront.',
  type: 'text',
  autocomplete: 'name',
};
const motDePasse: Champ = {
  nom: 'motDePasse',
  libelle: 'Mot de passe',
  type: 'password',
  autocomplete: 'new-password',
  aide: '12 caractères au moins. Quelques mots à la suite font un bon mot de passe.',
};
const confirmation: Champ = {
  nom: 'confirmation',
  libelle: 'Le même, une seconde fois',
  type: 'password',
  autocomplete: 'new-password',
};
const lien: Champ = {
  nom: 'lien',
  libelle: 'Votre lien',
  aide: 'Collez-le en entier.',
  type: 'text',
  autocomplete: 'off',
};
