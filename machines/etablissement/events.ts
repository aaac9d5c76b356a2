import { certificatDemande } from '../certificat/demande.ts';
import { defineFacts, derivedFact, type EventOf, type Fact, fact, type Piece } from '../event.ts';
import { exemplePersonne, NumeroContrat, Personne, texteLibre } from '../formulaires/champs.ts';
import { Etablissement, verifyCommune, warnEtablissement } from '../formulaires/etablissement.ts';
import { type FormulaireId, formulaires } from '../formulaires/index.ts';
import { Finess } from '../identifiants/finess.ts';
import { Siret } from '../identifiants/siret.ts';
import { administrateurFacts } from './administrateur-facts.ts';
import { carteFacts, carteParmi, designant } from './carte-facts.ts';
import { dsiContactee } from './dsi-facts.ts';
import { formulaire413Facts } from './formulaire-413-facts.ts';
import { mandataireFacts } from './mandataire-facts.ts';
import { saisieOf } from './saisie.ts';

const motif = { motif: texteLibre('Motif', 500) };
const exempleMotif = [{ motif: 'Pièce illisible' }] as const;
const numero = { numero: NumeroContrat };

const responsable = carteFacts('du responsable', 'representantLegal', ['CDE', 'CPS'], {});

/** Every fact that a dossier of an establishment may know, on every path. */
export const etablissementFacts = {
  'dossier.abandonne': fact({
    libelle: 'Dossier abandonné',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A27',
    champs: motif,
    exemples: [{ motif: 'L’établissement renonce' }],
  }),
  'dossier.rouvert': fact({
    libelle: 'Dossier rouvert',
    acteur: 'etablissement',
    sorte: 'demarche',
    source: 'A27',
    parSite: true,
  }),

  'dsi.contactee': dsiContactee,
  'etatDesLieux.recu': fact({
    libelle: 'État des lieux des contrats reçu de la DSI',
    acteur: 'dsi',
    sorte: 'reponse',
    source: '§4.2, §4.3.2',
  }),
  'editeur.contacte': fact({
    libelle: 'Éditeur de logiciel contacté',
    acteur: 'etablissement',
    sorte: 'demarche',
    source: '§4.2, §4.3.1, §4.3.2',
    nommer: ({ editeur }) => ({ editeur }),
    champs: { editeur: texteLibre('Éditeur').optional() },
    exemples: [{ editeur: 'Éditeur Exemple' }],
  }),

  'contrat.trouve': fact({
    libelle: 'Contrat avec l’ANS retrouvé',
    acteur: 'representantLegal',
    sorte: 'constat',
    source: '§4.1',
    piece: { formulaire: 'contrat-structure', libelle: 'Contrat retrouvé' },
    champs: { numero: numero.numero.optional() },
    exemples: [{ numero: 'C-2026-0001' }],
  }),
  'contrat.absent': fact({
    libelle: 'Aucun contrat avec l’ANS',
    acteur: 'representantLegal',
    sorte: 'constat',
    source: '§4.1',
  }),
  'contrat.transmis': fact({
    libelle: 'Contrat de structure complété, signé et transmis',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§4.1',
    piece: { formulaire: 'contrat-structure', libelle: 'Complété, signé et transmis', contenu: 'saisie' },
    nommer: ({ saisie }) => ({ representantLegal: saisie?.representantLegal }),
    champs: { saisie: saisieOf('contrat-structure') },
    exemples: [{ saisie: formulaires['contrat-structure'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['contrat-structure'].avertir(saisie) : []),
  }),
  'contrat.signe': fact({
    libelle: 'Contrat accepté par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'contrat-structure', libelle: 'Accepté par l’ANS' },
    champs: numero,
    exemples: [{ numero: 'C-2026-0001' }],
  }),
  'contrat.termine': fact({
    libelle: 'Contrat avec l’ANS terminé',
    acteur: 'ans',
    sorte: 'alea',
    source: 'A27',
    piece: { formulaire: 'contrat-structure', libelle: 'Terminé' },
    champs: { motif: motif.motif.optional() },
    exemples: [{}],
  }),
  'contrat.refuse': fact({
    libelle: 'Contrat refusé par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'contrat-structure', libelle: 'Refusé par l’ANS' },
    refus: 'Contrats refusés',
    champs: motif,
    exemples: exempleMotif,
  }),

  'carteResponsable.trouvee': fact({
    libelle: 'Carte du responsable déjà active (CDE ou CPS responsable)',
    acteur: 'representantLegal',
    sorte: 'constat',
    source: '§4.1',
    champs: { carte: carteParmi(['CDE', 'CPS']) },
    exemples: [{ carte: { type: 'CDE', fin: '2035-12-31' } }],
  }),
  'carteResponsable.absente': fact({
    libelle: 'Le responsable n’a pas de carte active',
    acteur: 'representantLegal',
    sorte: 'constat',
    source: '§4.1',
  }),
  'formulaire101.transmis': fact({
    libelle: 'Formulaire 101 transmis à l’ANS',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§4.1',
    piece: { formulaire: 'formulaire-101', libelle: 'Transmis à l’ANS', contenu: 'saisie' },
    nommer: ({ saisie }) => ({ representantLegal: saisie?.representantLegal }),
    champs: { saisie: saisieOf('formulaire-101') },
    exemples: [{ saisie: formulaires['formulaire-101'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-101'].avertir(saisie) : []),
  }),
  'formulaire101.refuse': fact({
    libelle: 'Formulaire 101 refusé par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'formulaire-101', libelle: 'Refusé par l’ANS' },
    champs: motif,
    exemples: exempleMotif,
  }),
  'carteResponsable.emise': responsable.emise,
  'carteResponsable.activee': responsable.activee,
  'carteResponsable.bloquee': responsable.bloquee,
  'carteResponsable.debloquee': responsable.debloquee,
  'carteResponsable.expiree': responsable.expiree,
  'carteResponsable.opposee': responsable.opposee,
  'carteResponsable.renouvelee': responsable.renouvelee,

  ...mandataireFacts,

  ...administrateurFacts,

  'representantLegal.remplace': fact({
    libelle: 'Représentant légal remplacé',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A24',
    parSite: true,
    nommer: ({ personne = null }) => ({ representantLegal: personne, signataire: null }),
    champs: { personne: Personne.optional().meta({ question: 'Nommer le nouveau représentant légal ?' }) },
    exemples: [{ personne: exemplePersonne }],
  }),
  'etablissement.identifiantModifie': fact({
    libelle: 'SIRET ou FINESS modifié',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A23',
    parSite: true,
    champs: { siret: Siret, finess: Finess.nullable() },
    exemples: [{ siret: '35600000000048', finess: '010000040' }],
  }),
  'etablissement.coordonneesModifiees': fact({
    libelle: 'Dénomination ou adresse de l’établissement modifiée',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A23',
    parSite: true,
    champs: {
      denomination: Etablissement.shape.denomination,
      codePostal: Etablissement.shape.codePostal,
      commune: Etablissement.shape.commune,
    },
    exemples: [{ denomination: 'Centre hospitalier Exemple', codePostal: '01130', commune: 'Nantua' }],
    verifier: verifyCommune,
    avertir: (adresse) => warnEtablissement(adresse, ''),
  }),
  'etablissement.ferme': fact({
    libelle: 'Établissement fermé',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A27',
    champs: { motif: motif.motif.optional() },
    exemples: [{}],
  }),

  ...formulaire413Facts,

  'habilitation.accordee': fact({
    libelle: 'Administrateur technique habilité par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: '§6',
    piece: { formulaire: 'formulaire-413', libelle: 'Habilitation accordée' },
    jalon: 'habilite',
  }),
  'habilitation.retiree': fact({
    libelle: 'Habilitation retirée par l’ANS',
    acteur: 'ans',
    sorte: 'alea',
    source: 'A27',
    piece: { formulaire: 'formulaire-413', libelle: 'Habilitation retirée' },
    champs: { ...designant, motif: motif.motif.optional() },
    exemples: [{}],
  }),
  'certificat.demande': certificatDemande,
  'certificats.aucun': derivedFact({ libelle: 'Plus aucun certificat', acteur: 'ans', source: 'A13' }),
  'certificats.enCours': derivedFact({ libelle: 'Certificat en cours', acteur: 'ans', source: 'A13' }),
  'certificats.enService': derivedFact({
    libelle: 'Certificat en service',
    acteur: 'administrateurTechnique',
    source: 'A13',
    jalon: 'enService',
  }),
};

export type DossierEvent = EventOf<typeof etablissementFacts>;

/** The same, each with its schema. */
export const dossierFacts = defineFacts(etablissementFacts);

/** The facts that tell what a form holds, whole or part by part. */
export function factsFilling(id: FormulaireId): { type: string; champs: Fact['champs']; piece: Piece }[] {
  return Object.entries(dossierFacts).flatMap(([type, { champs, piece }]) =>
    piece?.formulaire === id && Object.hasOwn(champs, piece.contenu ?? '') ? [{ type, champs, piece }] : [],
  );
}
