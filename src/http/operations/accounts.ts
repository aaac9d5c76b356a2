import { z } from 'zod';
import { Modification } from '../../identity/comptes/comptes.ts';
import { Invitation } from '../../identity/comptes/liens.ts';
import { err, ok } from '../../result.ts';
import { del, get, type Operation, patch, post, told } from '../operation.ts';
import { JournalParams, limite, unknownCursor } from '../query.ts';
import { Instant, Jour, Rien } from '../vocabulary.ts';

const texte = z.string();
/** An account as it is told. */
export const Compte = z
  .strictObject({
    id: texte,
    courriel: texte,
    nom: texte,
    role: z.enum(['agent', 'superviseur', 'lecteur']),
    actif: z.boolean(),
    creeLe: Instant,
    connecteLe: Instant.nullable(),
  })
  .meta({ id: 'Compte' });
const LienRemis = z
  .strictObject({ jeton: texte, compteId: texte, expireLe: Instant })
  .meta({ id: 'LienRemis', description: 'Le jeton n’est donné qu’une fois' });
const Actes = z.strictObject({
  actes: z.array(
    z
      .strictObject({ rang: z.int(), le: Instant, auteur: texte, acte: texte, cible: texte, detail: z.unknown() })
      .meta({ id: 'ActeIdentite' }),
  ),
  suite: z.int().nullable(),
});

const AccesParams = z.strictObject({
  limite,
  avant: z.coerce.number('Indiquez le numéro du dernier accès lu.').int().min(1).optional().meta({
    description: 'Le « suite » de la page précédente',
  }),
  qui: texte
    .regex(/^(?:anonyme|(?:compte|cle):.+)$/, 'Indiquez « compte:… », « cle:… » ou « anonyme ».')
    .optional()
    .meta({ description: 'Comme le journal nomme un auteur : « compte:… », « cle:… », ou « anonyme »' }),
  objet: texte.min(1).optional().meta({ description: 'L’identifiant d’un dossier, d’un groupement, d’un certificat' }),
  du: Jour.optional(),
  au: Jour.optional(),
  refuses: z.stringbool().optional().meta({ description: 'Seulement ce qui a été refusé' }),
});
const AccesLus = z.strictObject({
  acces: z.array(
    z
      .strictObject({
        numero: z.int(),
        qui: texte,
        quoi: texte.meta({ description: 'L’opération dont il a fallu le droit' }),
        objet: texte.nullable(),
        statut: z.int().meta({ description: 'De la réponse HTTP' }),
        reseau: texte,
        premierLe: Instant,
        dernierLe: Instant,
        fois: z.int(),
      })
      .meta({ id: 'Acces' }),
  ),
  suite: z.int().nullable(),
});

/** Accounts, and what was done to identities. */
export function accountOperations(): Operation[] {
  return [
    get('comptes.lister', '/comptes', {
      summary: 'Lister les comptes',
      reply: { schema: z.strictObject({ comptes: z.array(Compte) }) },
      answer: async ({ services: { identites } }) => ok({ body: { comptes: await identites.comptes() } }),
    }),
    post('comptes.inviter', '/comptes', {
      body: Invitation,
      summary: 'Inviter une personne : donne le jeton d’un lien à usage unique',
      reply: { status: 201, schema: LienRemis },
      answer: async ({ services: { identites }, identite, body }) =>
        told(await identites.invite(identite, body), 201, toLien),
    }),
    patch('comptes.modifier', '/comptes/:id', {
      body: Modification,
      summary: 'Modifier un compte, ou le fermer',
      reply: { schema: Compte },
      answer: async ({ services: { identites }, identite, body, params: { id } }) =>
        told(await identites.updateCompte(identite, id, body)),
    }),
    post('comptes.reinitialiser', '/comptes/:id/reinitialisation', {
      summary: 'Donner un lien qui change le mot de passe d’un compte',
      reply: { status: 201, schema: LienRemis },
      answer: async ({ services: { identites }, identite, params: { id } }) =>
        told(await identites.resetPassword(identite, id), 201, toLien),
    }),
    del('comptes.deconnecter', '/comptes/:id/sessions', {
      summary: 'Mettre fin à toutes les sessions d’un compte',
      reply: { status: 204, schema: Rien },
      answer: async ({ services: { identites }, identite, params: { id } }) =>
        told(await identites.endSessions(identite, id), 204),
    }),
    get('actes.lister', '/actes', {
      query: JournalParams,
      summary: 'Lire ce qui a été fait aux comptes, clés, délégations, webhooks et réglages',
      reply: { schema: Actes },
      async answer({ services: { identites }, query: { apres, limite } }) {
        const found = await identites.actes(apres, limite);
        const isPast = found.length === 0 && apres > 0 && (await identites.actes(apres - 1, 1)).length === 0;
        if (isPast) return err(unknownCursor('apres'));
        const actes = found.map(({ detail, ...acte }) => ({ ...acte, detail: JSON.parse(detail) }));
        return ok({ body: { actes, suite: found.length === limite ? (found.at(-1)?.rang ?? null) : null } });
      },
    }),
    get('acces.lister', '/acces', {
      query: AccesParams,
      summary: 'Lire qui a lu ou écrit quoi, heure par heure, du plus récent au plus ancien',
      reply: { schema: AccesLus },
      answer({ services, query }) {
        if (query.avant !== undefined) {
          const [newest] = services.acces?.find({ limite: 1 }) ?? [];
          if (query.avant > (newest?.numero ?? 0) + 1) return err(unknownCursor('avant'));
        }
        const acces = services.acces?.find(query) ?? [];
        const suite = acces.length === query.limite ? (acces.at(-1)?.numero ?? null) : null;
        return ok({ body: { acces, suite } });
      },
    }),
  ];
}

function toLien({ token: jeton, compteId, expireLe }: { token: string; compteId: string; expireLe: string }) {
  return { jeton, compteId, expireLe };
}
