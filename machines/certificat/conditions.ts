import type { Condition } from '../condition.ts';
import { politique } from '../decisions.ts';

/** What each guard asks, for who is told no. */
export const certificatConditions = {
  hasAdministrateurDisponible: {
    code: 'administrateur-technique-habilite',
    etiquette: 'AT habilité disponible',
    libelle: 'Il faut un administrateur technique habilité par l’ANS, porteur d’une carte active.',
    acteur: 'administrateurTechnique',
    source: '§4',
  },
  hasCommandeOuverte: {
    code: 'commande-ouverte',
    etiquette: 'contrat actif, dossier ouvert',
    libelle: 'Il faut un contrat actif avec l’ANS, dans un dossier ouvert.',
    acteur: 'etablissement',
    source: 'A19',
  },
  isInstalle: {
    code: 'certificat-installe',
    etiquette: 'certificat installé',
    libelle: 'Le certificat n’est pas en service.',
    acteur: 'administrateurTechnique',
    source: 'A20',
  },
  isSansAlerte: {
    code: 'sans-alerte',
    etiquette: 'sans alerte',
    libelle: 'Une alerte est ouverte : décidez d’abord de maintenir, d’annuler ou de révoquer ce certificat.',
    acteur: 'administrateurTechnique',
    source: 'A27',
  },
  isVivant: {
    code: 'certificat-vivant',
    etiquette: 'certificat non clos',
    libelle: 'Ce certificat est clos : plus rien ne s’y déclare.',
    acteur: 'administrateurTechnique',
    implicite: true,
    source: 'A13',
  },
  isCarteAdministrateurInDate: {
    code: 'carte-administrateur-en-cours',
    etiquette: 'carte de l’AT non échue',
    libelle: 'La carte de l’administrateur technique habilité est arrivée à sa date de fin.',
    acteur: 'administrateurTechnique',
    source: '§4',
  },
  isEncoreValide: {
    code: 'certificat-valide',
    etiquette: 'certificat en cours de validité',
    libelle: 'Le certificat a expiré : commandez-en un nouveau.',
    acteur: 'administrateurTechnique',
    source: '§7',
  },
  isDejaValide: {
    code: 'certificat-deja-valide',
    etiquette: 'début de validité atteint',
    libelle: 'Le certificat n’est pas encore valide : attendez son premier jour.',
    acteur: 'administrateurTechnique',
    source: 'A13',
  },
  isEchu: {
    code: 'certificat-echu',
    etiquette: 'fin de validité passée',
    libelle: 'Le certificat n’est pas encore arrivé à sa date de fin.',
    acteur: 'ans',
    source: 'A22',
  },
  isPreavisAtteint: {
    code: 'preavis-atteint',
    etiquette: `à ${politique.preavisRenouvellementJours} jours de la fin`,
    libelle: 'Le préavis de renouvellement n’est pas encore atteint.',
    acteur: 'administrateurTechnique',
    source: 'A22',
  },
  hasBeneficiaireCarte: {
    code: 'carte-beneficiaire',
    etiquette: 'carte du bénéficiaire conforme',
    libelle: 'Le bénéficiaire doit porter une CPS (pharmacien, médecin) ou une CPE (agent d’admission).',
    carte: { nom: 'CPS ou CPE', porteur: 'beneficiaire' },
    acteur: 'beneficiaire',
    source: '§3',
  },
  isQualiteNouvelle: {
    code: 'qualite-nouvelle',
    etiquette: 'qualité différente',
    libelle: 'C’est déjà la qualité du bénéficiaire de ce certificat.',
    acteur: 'beneficiaire',
    source: 'A27',
  },
} satisfies Record<string, Condition>;
