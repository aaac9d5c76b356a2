import { z } from 'zod';
import { ModeleEcrit } from '../../desk/reglages/courriels/saisie.ts';
import { variables } from '../../desk/reglages/courriels/variables.ts';
import { ValeurPosee } from '../../desk/reglages/saisie.ts';
import { ok } from '../../result.ts';
import type { Services } from '../../services.ts';
import { Rien } from '../answers/identities.ts';
import * as answers from '../answers/reglages.ts';
import { type Operation, operation } from '../operation.ts';

const SettingParams = z.strictObject({ le: z.iso.date().optional() });
const VersionParams = z.strictObject({ version: z.coerce.number().int().min(0) });
const MailParams = z.strictObject({ modele: z.string().max(100) });

/** What the service is set to, and its canned mails. */
export function reglageOperations(services: Services): Operation[] {
  return [...settings(services), ...mails(services), filled(services)];
}

function settings({ reglages, today }: Services): Operation[] {
  return [
    operation({
      id: 'reglages.lister',
      methode: 'get',
      chemin: '/reglages',
      requete: SettingParams,
      resume: 'Lire les réglages qui valent aujourd’hui, ou un autre jour',
      reponse: { schema: answers.Reglages },
      async answer({ requete: { le = today() } }) {
        return ok({ corps: { le, reglages: await reglages.reglages(le) } });
      },
    }),
    operation({
      id: 'reglages.poser',
      methode: 'post',
      chemin: '/reglages',
      corps: ValeurPosee,
      resume: 'Donner une valeur à un réglage, à partir d’un jour',
      reponse: { statut: 201, schema: answers.ValeurDatee },
      async answer({ identite, corps }) {
        const done = await reglages.poser(identite, corps);
        return done.ok ? ok({ statut: 201, corps: done.value }) : done;
      },
    }),
    operation({
      id: 'reglages.retirer',
      methode: 'delete',
      chemin: '/reglages/valeurs/:rang',
      resume: 'Retirer une valeur qui n’a pas commencé',
      reponse: { statut: 204, schema: Rien },
      async answer({ identite, chemin: { rang = '' } }) {
        const done = await reglages.retirer(identite, /^\d{1,15}$/.test(rang) ? Number(rang) : 0);
        return done.ok ? ok({ statut: 204, corps: null }) : done;
      },
    }),
  ];
}

function mails({ reglages }: Services): Operation[] {
  const path = '/modeles-de-courriel';
  return [
    operation({
      id: 'modeles.lister',
      methode: 'get',
      chemin: path,
      resume: 'Lister les modèles de courriel',
      reponse: { schema: answers.Modeles },
      answer: () => ok({ corps: { modeles: reglages.modeles(), variables } }),
    }),
    operation({
      id: 'modeles.creer',
      methode: 'post',
      chemin: path,
      corps: ModeleEcrit,
      resume: 'Ajouter un modèle de courriel',
      reponse: { statut: 201, schema: answers.Modele },
      async answer({ identite, corps }) {
        const done = await reglages.ecrireModele(identite, null, corps);
        return done.ok ? ok({ statut: 201, corps: done.value }) : done;
      },
    }),
    operation({
      id: 'modeles.ecrire',
      methode: 'put',
      chemin: `${path}/:id`,
      corps: ModeleEcrit,
      resume: 'Écrire une nouvelle version d’un modèle de courriel',
      reponse: { schema: answers.Modele },
      async answer({ identite, corps, chemin: { id = '' } }) {
        const done = await reglages.ecrireModele(identite, id, corps);
        return done.ok ? ok({ corps: done.value }) : done;
      },
    }),
    operation({
      id: 'modeles.retirer',
      methode: 'delete',
      chemin: `${path}/:id`,
      requete: VersionParams,
      resume: 'Retirer un modèle de courriel, dont on a lu cette version',
      reponse: { statut: 204, schema: Rien },
      async answer({ identite, requete: { version }, chemin: { id = '' } }) {
        const done = await reglages.retirerModele(identite, id, version);
        return done.ok ? ok({ statut: 204, corps: null }) : done;
      },
    }),
  ];
}

function filled({ courriel }: Services): Operation {
  return operation({
    id: 'dossiers.courriel',
    methode: 'get',
    chemin: '/dossiers/:id/courriel',
    requete: MailParams,
    resume: 'Remplir un modèle de courriel pour un dossier, sans rien envoyer',
    reponse: { schema: answers.Courriel },
    async answer({ identite, requete: { modele }, chemin: { id = '' } }) {
      const asked = { dossierId: id, modele, signataire: identite.nom, lien: `/dossiers/${id}` };
      const done = await courriel(asked);
      return done.ok ? ok({ corps: done.value }) : done;
    },
  });
}
