import { z } from 'zod';
import { CleDemandee } from '../../identity/editeurs/cles.ts';
import { DelegationDemandee, EditeurNomme } from '../../identity/editeurs/editeurs.ts';
import { err, ok } from '../../result.ts';
import { del, get, type Operation, patch, post, told } from '../operation.ts';
import { whyUnknownEditeur } from '../query.ts';
import { Instant, Jour, Rien } from '../vocabulary.ts';

const texte = z.string();
const editeur = z.string().max(100).meta({ description: 'Un éditeur, par son identifiant' });
const OfEditeur = z.strictObject({ editeur: editeur.optional() });
const listeOuTous = z.array(texte).nullable().meta({ description: 'null : sans limite' });
const cle = {
  id: texte,
  prefixe: texte,
  nom: texte,
  role: z.enum(['agent', 'editeur', 'lecteur']),
  editeurId: texte.nullable(),
  portees: z.array(texte),
  procedures: listeOuTous,
  dossiers: listeOuTous,
  bacASable: z.boolean(),
  creeLe: Instant,
  expireLe: Jour,
  utiliseeLe: Instant.nullable(),
  revoqueeLe: Instant.nullable(),
};
const Cles = z.strictObject({ cles: z.array(z.strictObject(cle).meta({ id: 'CleApi' })) });
const Renouvellements = z.strictObject({
  cles: z.array(
    z.strictObject({
      avis: texte.meta({ description: 'Le même tant que l’avis est le même : au 30e, puis au 7e jour' }),
      jours: z.int().meta({ description: 'Jours restants' }),
      cle: z.strictObject(cle),
    }),
  ),
});
const creee = { cle: texte, fiche: z.strictObject(cle) };
const UNE_FOIS = { description: 'La clé n’est donnée qu’une fois' };
const CleCreee = z.strictObject(creee).meta({ id: 'CleCreee', ...UNE_FOIS });
/** A key that its holder has rolled. */
export const CleRenouvelee = z
  .strictObject({ ...creee, ancienneJusqua: Instant })
  .meta({ id: 'CleRenouvelee', ...UNE_FOIS });
const Editeur = z.strictObject({ id: texte, nom: texte, creeLe: Instant }).meta({ id: 'Editeur' });
const Editeurs = z.strictObject({ editeurs: z.array(Editeur) });
const Delegation = z
  .strictObject({
    id: texte,
    genre: z.enum(['dossier', 'groupement']),
    instanceId: texte,
    editeurId: texte,
    du: Jour,
    au: Jour.nullable(),
    motif: texte,
    accordeeLe: Instant,
    accordeePar: texte,
    revoqueeLe: Instant.nullable(),
    revoqueePar: texte.nullable(),
  })
  .meta({ id: 'Delegation' });
const Delegations = z.strictObject({ delegations: z.array(Delegation) });

/** Éditeurs, their keys and what is delegated to them. */
export function editeurOperations(): Operation[] {
  return [...editeurs(), ...keys(), ...delegations()];
}

function editeurs(): Operation[] {
  return [
    get('editeurs.lister', '/editeurs', {
      summary: 'Lister les éditeurs',
      reply: { schema: Editeurs },
      answer: async ({ services: { identites } }) => ok({ body: { editeurs: await identites.editeurs() } }),
    }),
    post('editeurs.creer', '/editeurs', {
      body: EditeurNomme,
      summary: 'Ajouter un éditeur',
      reply: { status: 201, schema: Editeur },
      answer: async ({ services: { identites }, identite, body }) =>
        told(await identites.createEditeur(identite, body), 201),
    }),
    patch('editeurs.renommer', '/editeurs/:id', {
      body: EditeurNomme,
      summary: 'Renommer un éditeur',
      reply: { schema: Editeur },
      answer: async ({ services: { identites }, identite, body, params: { id } }) =>
        told(await identites.renameEditeur(identite, id, body)),
    }),
  ];
}

function keys(): Operation[] {
  return [
    get('cles.lister', '/cles', {
      query: OfEditeur,
      summary: 'Lister les clés d’API',
      reply: { schema: Cles },
      async answer({ services, query: { editeur } }) {
        const unknown = await whyUnknownEditeur(services, editeur);
        return unknown ? err(unknown) : ok({ body: { cles: await services.identites.keys(editeur) } });
      },
    }),
    post('cles.creer', '/cles', {
      body: CleDemandee,
      summary: 'Créer une clé d’API : elle n’est donnée qu’une fois',
      reply: { status: 201, schema: CleCreee },
      answer: async ({ services: { identites }, identite, body }) =>
        told(await identites.createKey(identite, body), 201),
    }),
    get('cles.a-renouveler', '/cles/a-renouveler', {
      summary: 'Lire les clés qui prennent fin dans les 30 jours',
      reply: { schema: Renouvellements },
      async answer({ services: { identites, today } }) {
        const found = await identites.aRenouveler(today());
        return ok({ body: { cles: found.map(({ avis, cle, reste: jours }) => ({ avis, jours, cle })) } });
      },
    }),
    del('cles.revoquer', '/cles/:id', {
      summary: 'Révoquer une clé d’API',
      reply: { status: 204, schema: Rien },
      answer: async ({ services: { identites }, identite, params: { id } }) =>
        told(await identites.revokeKey(identite, id), 204),
    }),
  ];
}

function delegations(): Operation[] {
  return [
    get('delegations.lister', '/delegations', {
      query: OfEditeur.required(),
      summary: 'Lister ce qui est délégué aujourd’hui à un éditeur',
      reply: { schema: Delegations },
      async answer({ services, query: { editeur } }) {
        const unknown = await whyUnknownEditeur(services, editeur);
        if (unknown) return err(unknown);
        return ok({ body: { delegations: await services.identites.delegatedTo(editeur, services.today()) } });
      },
    }),
    post('delegations.accorder', '/delegations', {
      body: DelegationDemandee,
      summary: 'Déléguer un dossier, ou un groupement, à un éditeur',
      reply: { status: 201, schema: Delegation },
      answer: async ({ services: { identites }, identite, body }) =>
        told(await identites.delegate(identite, body), 201),
    }),
    del('delegations.revoquer', '/delegations/:id', {
      summary: 'Révoquer une délégation',
      reply: { status: 204, schema: Rien },
      answer: async ({ services: { identites }, identite, params: { id } }) =>
        told(await identites.revokeDelegation(identite, id), 204),
    }),
    get('dossiers.delegations', '/dossiers/:id/delegations', {
      summary: 'Lister les délégations d’un dossier, passées et présentes',
      reply: { schema: Delegations },
      async answer({ services, params: { id } }) {
        const found = await services.find({ genre: 'dossier', id });
        return found.ok ? ok({ body: { delegations: await services.identites.delegationsOf(id) } }) : found;
      },
    }),
  ];
}
