import { politique } from '../decisions.ts';
import { defineFacts, derivedFact, type EventOf, fact } from '../event.ts';
import { choix, IsoDate, texteLibre } from '../formulaires/champs.ts';
import { CarteBeneficiaire, QualiteBeneficiaire } from './demande.ts';
import { NumeroSerie } from './numero-serie.ts';
import { addYears } from './validite.ts';

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
  'certificat.disponible': fact({
    libelle: 'Certificat mis à disposition',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A13',
  }),
  'certificat.refuse': fact({
    libelle: 'Certificat refusé par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A13',
    refus: 'Certificats refusés',
    champs: motif,
    exemples: exempleMotif,
  }),
  'certificat.annule': fact({
    libelle: 'Commande du certificat annulée',
    acteur: 'administrateurTechnique',
    sorte: 'alea',
    source: 'A27',
    champs: {
      motif: choix('Motif de l’annulation', {
        'beneficiaire-parti': 'Bénéficiaire parti avant la délivrance',
        erreur: 'Erreur dans la commande',
        autre: 'Autre motif',
      }),
    },
    exemples: [{ motif: 'beneficiaire-parti' }],
  }),
  'certificat.retire': fact({
    libelle: 'Certificat retiré par l’administrateur technique',
    acteur: 'administrateurTechnique',
    sorte: 'demarche',
    source: '§4.1',
    champs: {
      numeroSerie: NumeroSerie.optional(),
      debut: IsoDate.optional().meta({ title: 'Valide à partir du' }),
      fin: IsoDate.optional().meta({ title: 'Valide jusqu’au', description: 'À défaut, trois ans après le retrait.' }),
      emetteur: texteLibre('Autorité qui l’a délivré').optional(),
    },
    exemples: [{}],
    verifier: ({ date, debut, fin }) => [
      ...(fin !== undefined && fin < (debut ?? date)
        ? [
            {
              path: ['fin'],
              message: 'La fin de validité vient avant le début, ou avant le retrait : relisez le certificat.',
            },
          ]
        : []),
    ],
    avertir: ({ debut, fin }) =>
      debut !== undefined && fin !== undefined && fin !== addYears(debut, politique.validiteAnnees)
        ? [
            {
              code: 'duree-inhabituelle',
              pointeur: '/fin',
              message: `Vérifiez les dates : un certificat vaut ${politique.validiteAnnees} ans.`,
            },
          ]
        : [],
  }),
  'certificat.installe': fact({
    libelle: 'Certificat installé',
    acteur: 'administrateurTechnique',
    sorte: 'demarche',
    source: '§4',
  }),
  'certificat.renouvellementDu': fact({
    libelle: 'Préavis de renouvellement atteint',
    acteur: 'administrateurTechnique',
    sorte: 'alea',
    source: 'A22',
  }),
  'certificat.renouvele': fact({
    libelle: 'Renouvellement commandé : un nouveau certificat remplacera celui-ci',
    acteur: 'administrateurTechnique',
    sorte: 'demarche',
    source: 'A20',
    champs: { carte: CarteBeneficiaire },
    exemples: [{ carte: 'CPS' }, { carte: 'CPE' }],
  }),
  'certificat.expire': fact({
    libelle: 'Certificat arrivé à sa date de fin',
    acteur: 'ans',
    sorte: 'alea',
    source: 'A22',
  }),
  'certificat.revoque': fact({
    libelle: 'Certificat révoqué',
    acteur: 'administrateurTechnique',
    sorte: 'demarche',
    source: '§4.1',
    champs: {
      motif: choix('Motif de révocation', motifsRevocation),
      par: choix('Demandée par', {
        administrateurTechnique: 'L’administrateur technique',
        representantLegal: 'Le représentant légal',
        mandataire: 'Le mandataire',
        ans: 'L’ANS',
      }).default('administrateurTechnique'),
    },
    exemples: [{ motif: 'remplacement', par: 'administrateurTechnique' }],
  }),
  'certificat.maintenu': fact({
    libelle: 'Certificat maintenu malgré l’alerte',
    acteur: 'administrateurTechnique',
    sorte: 'demarche',
    source: 'A27',
    champs: motif,
    exemples: [{ motif: 'Nouvelle carte déjà active' }],
  }),
  'carteBeneficiaire.opposee': fact({
    libelle: 'Carte du bénéficiaire perdue ou mise en opposition',
    acteur: 'beneficiaire',
    sorte: 'alea',
    source: 'A27',
  }),
  'beneficiaire.qualiteModifiee': fact({
    libelle: 'Le bénéficiaire a changé de qualité',
    acteur: 'beneficiaire',
    sorte: 'alea',
    source: 'A27',
    champs: { qualite: QualiteBeneficiaire },
    exemples: [{ qualite: 'medecin' }, { qualite: 'pharmacien' }],
  }),
  'administrateurTechnique.disponible': derivedFact({
    libelle: 'Administrateur technique habilité disponible',
    acteur: 'administrateurTechnique',
    source: 'A19',
    champs: { fin: IsoDate.nullable().optional() },
    exemples: [{ fin: '2035-12-31' }],
  }),
  'administrateurTechnique.indisponible': derivedFact({
    libelle: 'Plus d’administrateur technique habilité disponible',
    acteur: 'administrateurTechnique',
    source: 'A19',
  }),
  'commande.ouverte': derivedFact({ libelle: 'Commande possible au dossier', acteur: 'etablissement', source: 'A19' }),
  'commande.fermee': derivedFact({ libelle: 'Commande fermée au dossier', acteur: 'etablissement', source: 'A19' }),
  'etablissement.identifiantModifie': derivedFact({
    libelle: 'SIRET ou FINESS de l’établissement modifié',
    acteur: 'etablissement',
    source: 'A23',
  }),
  'etablissement.ferme': derivedFact({ libelle: 'Établissement fermé', acteur: 'etablissement', source: 'A27' }),
  'successeur.installe': derivedFact({
    libelle: 'Certificat de remplacement installé',
    acteur: 'administrateurTechnique',
    source: 'A20',
  }),
  'successeur.clos': derivedFact({ libelle: 'Certificat de remplacement abandonné', acteur: 'ans', source: 'A20' }),
};

export type CertificatEvent = EventOf<typeof certificatFactSpecs>;

/** The same, each with its schema. */
export const certificatFacts = defineFacts(certificatFactSpecs);
