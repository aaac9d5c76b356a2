import { z } from 'zod';
import { Modification } from '../../identity/comptes/comptes.ts';
import { Invitation } from '../../identity/comptes/liens.ts';
import { DelegationDemandee } from '../../identity/editeurs/delegations.ts';
import { EditeurNomme } from '../../identity/editeurs/editeurs.ts';
import { keyRequest } from '../../identity/editeurs/key-request.ts';
import type { IdentityRefusal } from '../../identity/refusal.ts';
import { ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import * as answers from '../answers/identities.ts';
import { type Answered, type Operation, operation } from '../operation.ts';
import { JournalParams } from '../query.ts';

const OfEditeur = z.object({ editeur: z.string().max(100).optional() });

/** Accounts, éditeurs, keys and delegations: who comes in, and what was lent to whom. */
export function administrationOperations(services: Services): Operation[] {
  return [...accounts(services), ...editeurs(services), ...keys(services), ...delegations(services)];
}

function accounts({ identites }: Services): Operation[] {
  return [
    operation({
      id: 'comptes.lister',
      methode: 'get',
      chemin: '/comptes',
      resume: 'Lister les comptes',
      reponse: { schema: answers.Comptes },
      answer: async () => ok({ corps: { comptes: await identites.comptes() } }),
    }),
    operation({
      id: 'comptes.inviter',
      methode: 'post',
      chemin: '/comptes',
      corps: Invitation,
      resume: 'Inviter une personne : donne le jeton d’un lien à usage unique',
      reponse: { statut: 201, schema: answers.LienRemis },
      answer: async ({ identite, corps }) => told(await identites.invite(identite, corps), 201, toLien),
    }),
    operation({
      id: 'comptes.modifier',
      methode: 'patch',
      chemin: '/comptes/:id',
      corps: Modification,
      resume: 'Modifier un compte, ou le fermer',
      reponse: { schema: answers.Compte },
      answer: async ({ identite, corps, chemin: { id = '' } }) =>
        told(await identites.updateCompte(identite, id, corps), 200),
    }),
    operation({
      id: 'comptes.reinitialiser',
      methode: 'post',
      chemin: '/comptes/:id/reinitialisation',
      resume: 'Donner un lien qui change le mot de passe d’un compte',
      reponse: { statut: 201, schema: answers.LienRemis },
      answer: async ({ identite, chemin: { id = '' } }) =>
        told(await identites.resetPassword(identite, id), 201, toLien),
    }),
    operation({
      id: 'comptes.deconnecter',
      methode: 'delete',
      chemin: '/comptes/:id/sessions',
      resume: 'Mettre fin à toutes les sessions d’un compte',
      reponse: { statut: 204, schema: answers.Rien },
      answer: async ({ identite, chemin: { id = '' } }) => told(await identites.endSessions(identite, id), 204),
    }),
    operation({
      id: 'actes.lister',
      methode: 'get',
      chemin: '/actes',
      requete: JournalParams,
      resume: 'Lire ce qui a été fait aux comptes, clés, délégations, webhooks et réglages',
      reponse: { schema: answers.Actes },
      async answer({ requete: { apres, limite } }) {
        const found = await identites.actes(apres, limite);
        const actes = found.map(({ detail, ...acte }) => ({ ...acte, detail: JSON.parse(detail) }));
        return ok({ corps: { actes, suite: found.length === limite ? (found.at(-1)?.rang ?? null) : null } });
      },
    }),
  ];
}

function editeurs({ identites }: Services): Operation[] {
  return [
    operation({
      id: 'editeurs.lister',
      methode: 'get',
      chemin: '/editeurs',
      resume: 'Lister les éditeurs',
      reponse: { schema: answers.Editeurs },
      answer: async () => ok({ corps: { editeurs: await identites.editeurs() } }),
    }),
    operation({
      id: 'editeurs.creer',
      methode: 'post',
      chemin: '/editeurs',
      corps: EditeurNomme,
      resume: 'Ajouter un éditeur',
      reponse: { statut: 201, schema: answers.Editeur },
      answer: async ({ identite, corps }) => told(await identites.createEditeur(identite, corps), 201),
    }),
    operation({
      id: 'editeurs.renommer',
      methode: 'patch',
      chemin: '/editeurs/:id',
      corps: EditeurNomme,
      resume: 'Renommer un éditeur',
      reponse: { schema: answers.Editeur },
      answer: async ({ identite, corps, chemin: { id = '' } }) =>
        told(await identites.renameEditeur(identite, id, corps), 200),
    }),
  ];
}

function keys({ identites, today }: Services): Operation[] {
  return [
    operation({
      id: 'cles.lister',
      methode: 'get',
      chemin: '/cles',
      requete: OfEditeur,
      resume: 'Lister les clés d’API',
      reponse: { schema: answers.Cles },
      answer: async ({ requete: { editeur } }) => ok({ corps: { cles: await identites.keys(editeur) } }),
    }),
    operation({
      id: 'cles.creer',
      methode: 'post',
      chemin: '/cles',
      corps: keyRequest(today()),
      resume: 'Créer une clé d’API : elle n’est donnée qu’une fois',
      reponse: { statut: 201, schema: answers.CleCreee },
      answer: async ({ identite, corps }) => told(await identites.createKey(identite, corps), 201),
    }),
    operation({
      id: 'cles.a-renouveler',
      methode: 'get',
      chemin: '/cles/a-renouveler',
      resume: 'Lire les clés qui prennent fin dans les 30 jours',
      reponse: { schema: answers.Renouvellements },
      async answer() {
        const found = await identites.aRenouveler(today());
        return ok({ corps: { cles: found.map(({ avis, cle, reste: jours }) => ({ avis, jours, cle })) } });
      },
    }),
    operation({
      id: 'cles.revoquer',
      methode: 'delete',
      chemin: '/cles/:id',
      resume: 'Révoquer une clé d’API',
      reponse: { statut: 204, schema: answers.Rien },
      answer: async ({ identite, chemin: { id = '' } }) => told(await identites.revokeKey(identite, id), 204),
    }),
  ];
}

function delegations({ identites, today }: Services): Operation[] {
  const dossierParams = z.object({ editeur: z.string().max(100) });
  return [
    operation({
      id: 'delegations.lister',
      methode: 'get',
      chemin: '/delegations',
      requete: dossierParams,
      resume: 'Lister ce qui est délégué aujourd’hui à un éditeur',
      reponse: { schema: answers.Delegations },
      answer: async ({ requete: { editeur } }) =>
        ok({ corps: { delegations: await identites.delegatedTo(editeur, today()) } }),
    }),
    operation({
      id: 'delegations.accorder',
      methode: 'post',
      chemin: '/delegations',
      corps: DelegationDemandee,
      resume: 'Déléguer un dossier, ou un groupement, à un éditeur',
      reponse: { statut: 201, schema: answers.Delegation },
      answer: async ({ identite, corps }) => told(await identites.delegate(identite, corps), 201),
    }),
    operation({
      id: 'delegations.revoquer',
      methode: 'delete',
      chemin: '/delegations/:id',
      resume: 'Révoquer une délégation',
      reponse: { statut: 204, schema: answers.Rien },
      answer: async ({ identite, chemin: { id = '' } }) => told(await identites.revokeDelegation(identite, id), 204),
    }),
    operation({
      id: 'dossiers.delegations',
      methode: 'get',
      chemin: '/dossiers/:id/delegations',
      resume: 'Lister les délégations d’un dossier, passées et présentes',
      reponse: { schema: answers.Delegations },
      answer: async ({ chemin: { id = '' } }) => ok({ corps: { delegations: await identites.delegationsOf(id) } }),
    }),
  ];
}

function told<T extends object | null>(
  done: Result<T, IdentityRefusal>,
  statut: number,
  toCorps: (value: T) => object | null = (value) => value,
): Answered {
  return done.ok ? ok({ statut, corps: statut === 204 ? null : toCorps(done.value) }) : done;
}

function toLien({ token: jeton, compteId, expireLe }: { token: string; compteId: string; expireLe: string }) {
  return { jeton, compteId, expireLe };
}
