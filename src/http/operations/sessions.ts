import { z } from 'zod';
import { Changement } from '../../identity/comptes/comptes.ts';
import { Connexion } from '../../identity/comptes/sessions.ts';
import { endsSoon, roles } from '../../identity/identity.ts';
import { ok } from '../../result.ts';
import { bearerOf, endSession, sessionCookie, venueOf } from '../../web/access/credentials.ts';
import { del, get, type Operation, post, told } from '../operation.ts';
import { Instant, Jour, Lien, Rien } from '../vocabulary.ts';
import { Compte } from './accounts.ts';
import { CleRenouvelee } from './editeurs.ts';

const texte = z.string();
const listeOuTous = z.array(texte).nullable().meta({ description: 'null : sans limite' });
/** Who asks, as told to whoever asks. */
const Moi = z
  .strictObject({
    id: texte,
    genre: z.enum(['compte', 'cle']),
    nom: texte,
    role: z.enum(roles),
    editeurId: texte.nullable(),
    portees: z.array(texte),
    procedures: listeOuTous,
    dossiers: listeOuTous,
    bacASable: z.boolean(),
    expireLe: Jour.nullable().meta({ description: 'Le dernier jour de la clé, ou de celle qui est déjà remplacée' }),
    joursRestants: z.int().nullable(),
    avis: texte.nullable().meta({ description: 'Ce qu’il faut faire de la clé, dès 30 jours avant sa fin' }),
  })
  .meta({ id: 'Moi' });
const MesDelegations = z.strictObject({
  delegations: z.array(
    z
      .strictObject({
        id: texte,
        genre: z.enum(['dossier', 'groupement']),
        objet: texte.meta({ description: 'L’identifiant du dossier, ou du groupement et de ses sites' }),
        du: Jour,
        au: Jour.nullable().meta({ description: 'Le dernier jour ; null sans fin' }),
        accordeeLe: Instant,
        lien: Lien,
      })
      .meta({ id: 'MaDelegation' }),
  ),
});
const LienLu = z
  .strictObject({
    objet: z.enum(['premier-compte', 'invitation', 'mot-de-passe']),
    courriel: texte.nullable(),
    expireLe: Instant,
  })
  .meta({ id: 'LienLu' });

/** A one-time link, by its token, and what it asks. */
const LienUtilise = z.strictObject({
  jeton: z.string().max(200),
  motDePasse: z.string(),
  nom: z.string().optional(),
  courriel: z.string().optional(),
});
const Jeton = z.strictObject({ jeton: z.string().max(200) });

const RENEW = 'renouvelez-la par POST /api/v1/moi/cle/renouvellement, ou prenez la nouvelle si elle l’est déjà.';

/** Coming in and going out. */
export function sessionOperations(): Operation[] {
  return [
    post('session.ouvrir', '/session', {
      body: Connexion,
      summary: 'Se connecter',
      reply: { schema: Compte, headers: ['Set-Cookie'] },
      async answer({ services: { identites }, body, request }) {
        const opened = await identites.login(body, venueOf(request));
        if (!opened.ok) return opened;
        const { token, compte, expireLe } = opened.value;
        return ok({ headers: { 'Set-Cookie': sessionCookie(token, new Date(expireLe)) }, body: compte });
      },
    }),
    del('session.fermer', '/session', {
      summary: 'Se déconnecter : Location dit où l’être aussi de l’annuaire',
      reply: { status: 204, schema: Rien, headers: ['Set-Cookie', 'Location'] },
      async answer({ services, request }) {
        const { cookie, adresse } = await endSession(services, request);
        const headers = { 'Set-Cookie': cookie, ...(adresse && { Location: adresse }) };
        return ok({ status: 204, headers, body: null });
      },
    }),
    get('moi.lire', '/moi', {
      summary: 'Lire qui je suis',
      reply: { schema: Moi },
      answer({ identite }) {
        const avis = endsSoon(identite) ? `Cette clé prend fin le ${identite.expireLe} : ${RENEW}` : null;
        return ok({ body: { ...identite, avis } });
      },
    }),
    post('moi.cle', '/moi/cle/renouvellement', {
      summary: 'Renouveler sa clé : la nouvelle n’est donnée qu’une fois, l’ancienne vaut encore 24 heures',
      reply: { status: 201, schema: CleRenouvelee },
      sansOuvrir: true,
      answer: async ({ services: { identites }, identite, request }) =>
        told(await identites.rollKey(identite, bearerOf(request) ?? ''), 201),
    }),
    get('moi.delegations', '/moi/delegations', {
      summary: 'Lire ce qui m’est délégué aujourd’hui, à moi éditeur',
      compresse: true,
      reply: { schema: MesDelegations },
      async answer({ services: { identites, today }, identite: { editeurId } }) {
        const held = editeurId === null ? [] : await identites.delegatedTo(editeurId, today());
        const delegations = held.map(({ id, genre, instanceId, du, au, accordeeLe }) => {
          return { id, genre, objet: instanceId, du, au, accordeeLe, lien: `/api/v1/${genre}s/${instanceId}` };
        });
        return ok({ body: { delegations } });
      },
    }),
    post('moi.mot-de-passe', '/moi/mot-de-passe', {
      body: Changement,
      summary: 'Changer son mot de passe : met fin à toutes ses sessions',
      reply: { status: 204, schema: Rien },
      answer: async ({ services: { identites }, body, identite, request }) =>
        told(await identites.changePassword(identite, body, venueOf(request)), 204),
    }),
    post('liens.lire', '/liens/lecture', {
      body: Jeton,
      summary: 'Lire à quoi sert un lien, sans l’utiliser',
      reply: { schema: LienLu },
      answer: async ({ services: { identites }, body }) => told(await identites.readLink(body.jeton)),
    }),
    post('liens.utiliser', '/liens', {
      body: LienUtilise,
      summary: 'Ouvrir son compte, ou changer son mot de passe, par un lien',
      reply: { status: 201, schema: Compte },
      answer: async ({ services: { identites }, body: { jeton, ...saisie } }) =>
        told(await identites.useLink(jeton, saisie), 201),
    }),
  ];
}
