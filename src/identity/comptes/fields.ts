import { z } from 'zod';
import { choix, texteLibre } from '../../../machines/formulaires/champs.ts';

/** A password as it is typed. */
export const MotDePasse = z.string().min(1).max(200).meta({ title: 'Mot de passe' });

/** What the holder of an account may be. */
export const RoleDeCompte = choix('Rôle', { agent: 'Agent', superviseur: 'Superviseur', lecteur: 'Lecteur' });

/** How the holder of an account is called. */
export const NomDeCompte = texteLibre('Nom', 100);
