import { z } from 'zod';
import { Changement } from '../../identity/comptes/comptes.ts';
import { Connexion } from '../../identity/comptes/sessions.ts';
import { ok } from '../../result.ts';
import type { Services } from '../../services.ts';
import { endSession, sessionCookie, sessionToken } from '../../web/access/credentials.ts';
import { Compte, LienLu, Moi, Rien } from '../answers/identities.ts';
import { type Operation, operation } from '../operation.ts';

/** A one-time link, by its token, and what it asks. */
const LienUtilise = z.looseObject({ jeton: z.string().max(200), motDePasse: z.string() });
const Jeton = z.strictObject({ jeton: z.string().max(200) });

/** Coming in and going out. */
export function sessionOperations(services: Services): Operation[] {
  const { identites } = services;
  return [
    operation({
      id: 'session.ouvrir',
      methode: 'post',
      chemin: '/session',
      corps: Connexion,
      resume: 'Se connecter',
      reponse: { schema: Compte },
      async answer({ corps, request }) {
        const opened = await identites.login(corps, sessionToken(request));
        if (!opened.ok) return opened;
        const { token, compte, expireLe } = opened.value;
        return ok({ entetes: { 'Set-Cookie': sessionCookie(token, new Date(expireLe)) }, corps: compte });
      },
    }),
    operation({
      id: 'session.fermer',
      methode: 'delete',
      chemin: '/session',
      resume: 'Se déconnecter : Location dit où l’être aussi de l’annuaire',
      reponse: { statut: 204, schema: Rien },
      async answer({ request }) {
        const { cookie, adresse } = await endSession(services, request);
        const entetes = { 'Set-Cookie': cookie, ...(adresse && { Location: adresse }) };
        return ok({ statut: 204, entetes, corps: null });
      },
    }),
    operation({
      id: 'moi.lire',
      methode: 'get',
      chemin: '/moi',
      resume: 'Lire qui je suis',
      reponse: { schema: Moi },
      answer: ({ identite }) => ok({ corps: identite }),
    }),
    operation({
      id: 'moi.mot-de-passe',
      methode: 'post',
      chemin: '/moi/mot-de-passe',
      corps: Changement,
      resume: 'Changer son mot de passe : met fin à toutes ses sessions',
      reponse: { statut: 204, schema: Rien },
      async answer({ corps, identite }) {
        const changed = await identites.changePassword(identite, corps);
        return changed.ok ? ok({ statut: 204, corps: null }) : changed;
      },
    }),
    operation({
      id: 'liens.lire',
      methode: 'post',
      chemin: '/liens/lecture',
      corps: Jeton,
      resume: 'Lire à quoi sert un lien, sans l’utiliser',
      reponse: { schema: LienLu },
      async answer({ corps }) {
        const read = await identites.readLink(jetonOf(corps));
        return read.ok ? ok({ corps: read.value }) : read;
      },
    }),
    operation({
      id: 'liens.utiliser',
      methode: 'post',
      chemin: '/liens',
      corps: LienUtilise,
      resume: 'Ouvrir son compte, ou changer son mot de passe, par un lien',
      reponse: { statut: 201, schema: Compte },
      async answer({ corps }) {
        const { jeton: _jeton, ...saisie } = (corps ?? {}) as Record<string, unknown>;
        const used = await identites.useLink(jetonOf(corps), saisie);
        return used.ok ? ok({ statut: 201, corps: used.value }) : used;
      },
    }),
  ];
}

function jetonOf(corps: unknown): string {
  const { jeton } = (corps ?? {}) as { jeton?: unknown };
  return typeof jeton === 'string' ? jeton : '';
}
