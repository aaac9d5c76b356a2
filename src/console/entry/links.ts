import { type Request, type Response, Router } from 'express';
import { type Erreur, err, ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import { Champs, formBody, petitFormulaire } from '../../web/form/champs.ts';
import { toProblem } from '../../web/problem.ts';
import { ownPagesOnly } from '../shell/ingress/own-pages.ts';
import { refusalPage } from '../shell/refusals/refusal-page.ts';
import { sendPage } from '../shell/send-page.ts';
import { type LienLu, linkPage, pastePage, usedPage } from './link-pages.ts';

const ASKED: Record<LienLu['objet'], readonly string[]> = {
  'premier-compte': ['courriel', 'nom', 'motDePasse'],
  invitation: ['nom', 'motDePasse'],
  'mot-de-passe': ['motDePasse'],
};

/** Where a link that is used once is opened: an account, or a new password. */
export function linkRoutes({ identites }: Services): Router {
  const router = Router();
  const paste = (_request: Request, response: Response) => sendPage(response, pastePage(null));
  router.get('/bienvenue', paste).get('/lien', paste);
  router.post('/lien', ownPagesOnly, formBody(petitFormulaire), (request, response) => {
    const [token] = /[\w-]{43}$/.exec((request.body as Champs).get('lien')?.trim() ?? '') ?? [];
    if (token) response.redirect(303, `/lien/${token}`);
    else sendPage(response, pastePage('Ce lien n’est pas entier : copiez-le à nouveau.'));
  });
  router.get('/lien/:jeton', async (request, response) => {
    const read = await identites.readLink(request.params.jeton);
    sendPage(response, read.ok ? linkPage(read.value, new Champs(), []) : refusalPage(toProblem(read.error)));
  });
  router.post('/lien/:jeton', ownPagesOnly, formBody(petitFormulaire), async (request, response) => {
    const { jeton = '' } = request.params as { jeton?: string };
    const read = await identites.readLink(jeton);
    if (!read.ok) return sendPage(response, refusalPage(toProblem(read.error)));
    const fields = request.body as Champs;
    const used = await use(jeton, read.value, fields);
    if (used.ok) return sendPage(response, usedPage(read.value.objet));
    const erreurs = faultsOf(used.error);
    sendPage(response, erreurs ? linkPage(read.value, fields, erreurs) : refusalPage(toProblem(used.error)));
  });
  return router;

  async function use(jeton: string, { objet }: LienLu, fields: Champs): Promise<Result<null, Refusal>> {
    const differs = fields.get('motDePasse') !== fields.get('confirmation');
    if (differs) return err({ code: 'saisie-invalide', erreurs: [different] });
    const saisie = Object.fromEntries(ASKED[objet].map((name) => [name, fields.get(name) ?? '']));
    const used = await identites.useLink(jeton, saisie);
    return used.ok ? ok(null) : used;
  }
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
