import { defineFacts, type EventOf, fact } from '../event.ts';
import { choix, IsoDate, texteLibre } from '../formulaires/champs.ts';

const motif = { motif: texteLibre('Motif', 500) };
const exempleMotif = [{ motif: 'Demande incomplète' }] as const;

/** A13 — why a certificate is revoked. */
const motifsRevocation = {
  'perte-ou-vol': 'Perte ou vol',
  'fin-activite': 'Fin d’activité',
  'donnee-modifiee': 'Donnée modifiée',
  remplacement: 'Remplacement',
  'decision-autorite': 'Décision d’une autorité',
  'office-ans': 'Révocation d’office par l’ANS',
} as const;

/** Every fact that a certificate may know. */
const certificatFactSpecs = {
  'certificat.disponible': fact({ libelle: 'Certificat mis à disposition', acteur: 'ans', source: '§7' }),
  'certificat.refuse': fact({
    libelle: 'Certificat refusé par l’ANS',
    acteur: 'ans',
    source: 'A27',
    champs: motif,
    exemples: exempleMotif,
  }),
  'certificat.retire': fact({
    libelle: 'Certificat retiré par l’administrateur technique',
    acteur: 'administrateurTechnique',
    source: '§4.1',
    champs: {
      numeroSerie: texteLibre('Numéro de série', 64).optional(),
      debut: IsoDate.optional().meta({ title: 'Valide à partir du' }),
      fin: IsoDate.optional().meta({ title: 'Valide jusqu’au', description: 'À défaut, trois ans après le retrait.' }),
    },
    exemples: [{ numeroSerie: '0A1B2C3D' }],
  }),
  'certificat.installe': fact({
    libelle: 'Certificat installé',
    acteur: 'administrateurTechnique',
    source: '§6',
  }),
  'certificat.renouvellementDu': fact({
    libelle: 'Préavis de renouvellement atteint',
    acteur: 'administrateurTechnique',
    source: 'A13',
  }),
  'certificat.renouvele': fact({
    libelle: 'Renouvellement commandé : un nouveau certificat remplace celui-ci',
    acteur: 'administrateurTechnique',
    source: 'A13',
  }),
  'certificat.expire': fact({ libelle: 'Certificat arrivé à sa date de fin', acteur: 'ans', source: '§7' }),
  'certificat.revoque': fact({
    libelle: 'Certificat révoqué',
    acteur: 'administrateurTechnique',
    source: '§4.1',
    champs: { motif: choix('Motif de révocation', motifsRevocation) },
    exemples: [{ motif: 'remplacement' }],
  }),
  'certificat.maintenu': fact({
    libelle: 'Certificat maintenu malgré l’alerte',
    acteur: 'administrateurTechnique',
    source: 'A27',
    champs: motif,
    exemples: [{ motif: 'Nouvelle carte déjà active' }],
  }),
  'carteBeneficiaire.opposee': fact({
    libelle: 'Carte du bénéficiaire mise en opposition',
    acteur: 'beneficiaire',
    source: 'A27',
  }),
  'administrateurTechnique.disponible': fact({
    libelle: 'Administrateur technique disponible',
    acteur: 'administrateurTechnique',
    source: 'A19',
    derive: true,
  }),
  'administrateurTechnique.indisponible': fact({
    libelle: 'Administrateur technique indisponible',
    acteur: 'administrateurTechnique',
    source: 'A19',
    derive: true,
  }),
};

export type CertificatEvent = EventOf<typeof certificatFactSpecs>;

/** The same, each with its schema. */
export const certificatFacts = defineFacts(certificatFactSpecs);
