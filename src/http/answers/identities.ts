import { z } from 'zod';
import { roles } from '../../identity/identity.ts';
import { Instant, Jour } from './vocabulary.ts';

const texte = z.string();
const listeOuTous = z.array(texte).nullable().meta({ description: 'null : sans limite' });

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
export const Comptes = z.strictObject({ comptes: z.array(Compte) });

/** Who asks, as told to whoever asks. */
export const Moi = z
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
  })
  .meta({ id: 'Moi' });

export const LienRemis = z
  .strictObject({ jeton: texte, compteId: texte, expireLe: Instant })
  .meta({ id: 'LienRemis', description: 'Le jeton n’est donné qu’une fois' });
export const LienLu = z
  .strictObject({
    objet: z.enum(['premier-compte', 'invitation', 'mot-de-passe']),
    courriel: texte.nullable(),
    expireLe: Instant,
  })
  .meta({ id: 'LienLu' });

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
export const Cles = z.strictObject({ cles: z.array(z.strictObject(cle).meta({ id: 'CleApi' })) });
export const Renouvellements = z.strictObject({
  cles: z.array(
    z.strictObject({
      avis: texte.meta({ description: 'Le même tant que l’avis est le même : au 30e, puis au 7e jour' }),
      jours: z.int().meta({ description: 'Jours restants' }),
      cle: z.strictObject(cle),
    }),
  ),
});
export const CleCreee = z
  .strictObject({ cle: texte, fiche: z.strictObject(cle) })
  .meta({ id: 'CleCreee', description: 'La clé n’est donnée qu’une fois' });

export const Editeur = z.strictObject({ id: texte, nom: texte, creeLe: Instant }).meta({ id: 'Editeur' });
export const Editeurs = z.strictObject({ editeurs: z.array(Editeur) });

export const Delegation = z
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
export const Delegations = z.strictObject({ delegations: z.array(Delegation) });

export const Actes = z.strictObject({
  actes: z.array(
    z
      .strictObject({ rang: z.int(), le: Instant, auteur: texte, acte: texte, cible: texte, detail: z.unknown() })
      .meta({ id: 'ActeIdentite' }),
  ),
  suite: z.int().nullable(),
});
export const Rien = z.null().meta({ description: 'Rien' });
