import { carteJamaisActivee, cartePerdue, mandataireSansNouvelleCarte } from './cartes.ts';
import {
  beneficiaireQuiChange,
  carteOpposeeAvantDelivrance,
  commandeAnnulee,
  renouvellement,
  renouvellementRefuse,
  volPendantRenouvellement,
} from './certificats.ts';
import { cliniqueMonoSite } from './clinique-mono-site.ts';
import {
  contratTermine,
  etablissementFerme,
  formulaireDePlus,
  fusion,
  habilitationRetiree,
  releve,
  retourSansRecu,
} from './etablissement.ts';
import { formulaireRetourne } from './formulaire-retourne.ts';
import { groupePrive, hopitalGht } from './groupements.ts';
import type { Journey } from './journey.ts';

/** Every fictional life by its name, told to the machine and over HTTP, and played in sandboxes; those from the seventh on the text does not tell (A18, A20, A23, A27). */
export const vies = {
  'clinique-mono-site': cliniqueMonoSite,
  'hopital-ght': hopitalGht,
  'groupe-prive': groupePrive,
  'formulaire-retourne': formulaireRetourne,
  'carte-perdue': cartePerdue,
  renouvellement,
  'carte-jamais-activee': carteJamaisActivee,
  'mandataire-sans-nouvelle-carte': mandataireSansNouvelleCarte,
  'commande-annulee': commandeAnnulee,
  'carte-opposee-avant-delivrance': carteOpposeeAvantDelivrance,
  'renouvellement-refuse': renouvellementRefuse,
  'vol-pendant-renouvellement': volPendantRenouvellement,
  'beneficiaire-qui-change': beneficiaireQuiChange,
  releve,
  'formulaire-de-plus': formulaireDePlus,
  'habilitation-retiree': habilitationRetiree,
  'retour-sans-recu': retourSansRecu,
  'contrat-termine': contratTermine,
  fusion,
  'etablissement-ferme': etablissementFerme,
} as const satisfies Readonly<Record<string, Journey>>;

/** The same without their names. */
export const journeys: readonly Journey[] = Object.values(vies);
