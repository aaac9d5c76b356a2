import { z } from 'zod';
import { destinataires, ModeleEcrit, variables } from '../../desk/reglages/courriels/saisie.ts';
import { ValeurPosee } from '../../desk/reglages/valeurs.ts';
import { ok } from '../../result.ts';
import { del, get, type Operation, post, put, told } from '../operation.ts';
import { Instant, Jour, Rien } from '../vocabulary.ts';

const texte = z.string();
const valeur = z.union([z.number(), texte]);

const ValeurDatee = z
  .strictObject({
    rang: z.int(),
    cle: texte,
    valeur,
    du: Jour,
    au: Jour.nullable(),
    motif: texte,
    etat: z.enum(['en-vigueur', 'a-venir', 'remplacee', 'terminee', 'retiree']),
    poseLe: Instant,
    posePar: texte,
    retraitLe: Instant.nullable(),
    retraitPar: texte.nullable(),
  })
  .meta({ id: 'ValeurDatee', description: 'Une valeur d’un réglage et ses dates' });

const Reglages = z.strictObject({
  le: Jour,
  reglages: z.array(
    z
      .strictObject({
        cle: texte,
        famille: z.enum(['delais', 'adresses', 'courriels', 'conservation']),
        libelle: texte,
        aide: texte,
        source: texte.nullable().meta({ description: 'null hors du texte' }),
        genre: z.enum(['jours', 'mois', 'courriels', 'web', 'texte', 'choix']),
        defaut: valeur.nullable(),
        valeur: valeur.nullable().meta({ description: 'Celle qui vaut ce jour-là ; null si aucune' }),
        histoire: z.array(ValeurDatee),
      })
      .meta({ id: 'Reglage' }),
  ),
});

const Modele = z
  .strictObject({
    id: texte,
    nom: texte,
    objet: texte,
    corps: texte,
    destinataire: z.enum(Object.keys(destinataires) as [keyof typeof destinataires]),
    version: z.int().meta({ description: '0 tel que fourni' }),
    retire: z.boolean(),
    ecritLe: Instant.nullable(),
    ecritPar: texte.nullable(),
  })
  .meta({ id: 'ModeleDeCourriel' });
const Modeles = z.strictObject({
  modeles: z.array(Modele),
  variables: z.record(texte, texte).meta({ description: 'Ce qui peut être écrit entre accolades' }),
});

const Courriel = z
  .strictObject({
    a: texte.meta({ description: 'Adresses séparées par des virgules' }),
    objet: texte,
    corps: texte,
    aCompleter: z.array(texte),
  })
  .meta({ id: 'Courriel', description: 'Un courriel rempli, qui n’est pas envoyé' });

const SettingParams = z.strictObject({
  le: z.iso.date().optional().meta({ description: 'Ceux de ce jour-là : aujourd’hui, à défaut' }),
});
const VersionParams = z.strictObject({
  version: z.coerce.number().int().min(0).meta({ description: 'La version lue' }),
});
const MailParams = z.strictObject({
  modele: z.string().max(100).meta({ description: 'Un modèle, par son identifiant' }),
});

/** What the service is set to, and its canned mails. */
export function reglageOperations(): Operation[] {
  return [...settings(), ...mails(), filled()];
}

function settings(): Operation[] {
  return [
    get('reglages.lister', '/reglages', {
      query: SettingParams,
      summary: 'Lire les réglages qui valent aujourd’hui, ou un autre jour',
      reply: { schema: Reglages },
      async answer({ services: { reglages, today }, query: { le = today() } }) {
        return ok({ body: { le, reglages: await reglages.reglages(le) } });
      },
    }),
    post('reglages.poser', '/reglages', {
      body: ValeurPosee,
      summary: 'Donner une valeur à un réglage, à partir d’un jour',
      reply: { status: 201, schema: ValeurDatee },
      answer: async ({ services: { reglages }, identite, body }) => told(await reglages.poser(identite, body), 201),
    }),
    del('reglages.retirer', '/reglages/valeurs/:rang', {
      summary: 'Retirer une valeur qui n’a pas commencé',
      reply: { status: 204, schema: Rien },
      answer: async ({ services: { reglages }, identite, params: { rang } }) =>
        told(await reglages.retirer(identite, /^\d{1,15}$/.test(rang) ? Number(rang) : 0), 204),
    }),
  ];
}

function mails(): Operation[] {
  const path = '/modeles-de-courriel';
  return [
    get('modeles.lister', path, {
      summary: 'Lister les modèles de courriel',
      reply: { schema: Modeles },
      answer: ({ services: { reglages } }) => ok({ body: { modeles: reglages.modeles(), variables } }),
    }),
    post('modeles.creer', path, {
      body: ModeleEcrit,
      summary: 'Ajouter un modèle de courriel',
      reply: { status: 201, schema: Modele },
      answer: async ({ services: { reglages }, identite, body }) =>
        told(await reglages.ecrireModele(identite, null, body), 201),
    }),
    put('modeles.ecrire', `${path}/:id`, {
      body: ModeleEcrit,
      summary: 'Écrire une nouvelle version d’un modèle de courriel',
      reply: { schema: Modele },
      answer: async ({ services: { reglages }, identite, body, params: { id } }) =>
        told(await reglages.ecrireModele(identite, id, body)),
    }),
    del('modeles.retirer', `${path}/:id`, {
      query: VersionParams,
      summary: 'Retirer un modèle de courriel, dont on a lu cette version',
      reply: { status: 204, schema: Rien },
      answer: async ({ services: { reglages }, identite, query: { version }, params: { id } }) =>
        told(await reglages.retirerModele(identite, id, version), 204),
    }),
  ];
}

function filled(): Operation {
  return get('dossiers.courriel', '/dossiers/:id/courriel', {
    query: MailParams,
    summary: 'Remplir un modèle de courriel pour un dossier, sans rien envoyer',
    reply: { schema: Courriel },
    answer: async ({ services: { courriel }, identite, query: { modele }, params: { id } }) =>
      told(await courriel({ dossierId: id, modele, signataire: identite.nom, lien: `/dossiers/${id}` })),
  });
}
