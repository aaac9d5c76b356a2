import type { Journey } from '../journey.ts';
import { formulaireDePlus, habilitationRetiree, releve, retourSansRecu } from './administrateurs.ts';
import { carteJamaisActivee, mandataireSansNouvelleCarte } from './cartes.ts';
import {
  beneficiaireQuiChange,
  carteOpposeeAvantDelivrance,
  commandeAnnulee,
  renouvellementRefuse,
  volPendantRenouvellement,
} from './certificats.ts';
import { contratTermine, etablissementFerme, fusion } from './etablissement.ts';

/** The lives that the text does not tell (A18, A20, A23, A27). */
export const vies: Journey[] = [
  carteJamaisActivee,
  mandataireSansNouvelleCarte,
  commandeAnnulee,
  carteOpposeeAvantDelivrance,
  renouvellementRefuse,
  volPendantRenouvellement,
  beneficiaireQuiChange,
  releve,
  formulaireDePlus,
  habilitationRetiree,
  retourSansRecu,
  contratTermine,
  fusion,
  etablissementFerme,
];
