import { type Erreur, err, ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import { Champs, form, petitFormulaire } from '../../web/form.ts';
import { toProblem } from '../../web/problem.ts';
import { get, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { type LienLu, linkPage, pastePage, usedPage } from './link-pages.ts';

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
