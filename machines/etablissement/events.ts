import { certificatDemande } from '../certificat/demande.ts';
import { defineFacts, derivedFact, type EventOf, fact } from '../event.ts';
import { choix, exemplePersonne, Personne, texteLibre } from '../formulaires/champs.ts';
import { Etablissement, verifyCommune } from '../formulaires/etablissement.ts';
import { formulaires } from '../formulaires/index.ts';
import { Finess } from '../identifiants/finess.ts';
import { Siret } from '../identifiants/siret.ts';
import { administrateurFacts } from './administrateur-facts.ts';
import { carteFacts, carteParmi, designant } from './carte-facts.ts';
import { dsiContactee } from './dsi-facts.ts';
import { formulaire413Facts } from './formulaire-413-facts.ts';
import { moyenCarte, saisieOf, verifyRole } from './saisie.ts';

const motif = { motif: texteLibre('Motif', 500) };
const exempleMotif = [{ motif: 'Pièce illisible' }] as const;
const numero = { numero: texteLibre('Numéro du contrat', 50) };
const moyenMandat = choix('Moyen', { 'formulaire-502': 'Formulaire 502', tom: 'Téléservice TOM' });
const cartesMandataire = ['CPE', 'CPS', 'CPA'] as const;

const responsable = carteFacts('du responsable', 'representantLegal', ['CDE', 'CPS'], {});
const mandataire = carteFacts('du mandataire', 'mandataire', cartesMandataire, {});

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
  'dossier.rouvert': fact({ libelle: 'Dossier rouvert', acteur: 'etablissement', sorte: 'demarche', source: 'A27' }),

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
    champs: { editeur: texteLibre('Éditeur').optional() },
    exemples: [{ editeur: 'Éditeur Exemple' }],
  }),

  'contrat.trouve': fact({
    libelle: 'Contrat avec l’ANS retrouvé',
    acteur: 'representantLegal',
    sorte: 'constat',
    source: '§4.1',
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
    champs: { saisie: saisieOf('contrat-structure') },
    exemples: [{ saisie: formulaires['contrat-structure'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['contrat-structure'].avertir(saisie) : []),
  }),
  'contrat.signe': fact({
    libelle: 'Contrat accepté par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    champs: numero,
    exemples: [{ numero: 'C-2026-0001' }],
  }),
  'contrat.termine': fact({
    libelle: 'Contrat avec l’ANS terminé',
    acteur: 'ans',
    sorte: 'alea',
    source: 'A27',
    champs: { motif: motif.motif.optional() },
    exemples: [{}],
  }),
  'contrat.refuse': fact({
    libelle: 'Contrat refusé par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
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
    champs: { saisie: saisieOf('formulaire-101') },
    exemples: [{ saisie: formulaires['formulaire-101'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-101'].avertir(saisie) : []),
  }),
  'formulaire101.refuse': fact({
    libelle: 'Formulaire 101 refusé par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
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

  'mandat.trouve': fact({
    libelle: 'Mandataire déjà habilité, carte active',
    acteur: 'representantLegal',
    sorte: 'constat',
    source: 'A29',
    champs: { carte: carteParmi(cartesMandataire) },
    exemples: [{ carte: { type: 'CPE', fin: '2035-12-31' } }],
  }),
  'mandat.demande': fact({
    libelle: 'Mandat demandé pour un porteur de carte (formulaire 502 ou TOM)',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§4.1',
    champs: { moyen: moyenMandat, saisie: saisieOf('formulaire-502') },
    exemples: [{ moyen: 'formulaire-502', saisie: formulaires['formulaire-502'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-502'].avertir(saisie) : []),
  }),
  'mandat.enregistre': fact({
    libelle: 'Mandat enregistré par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    champs: { carte: carteParmi(cartesMandataire) },
    exemples: [{ carte: { type: 'CPE', fin: '2035-12-31' } }],
  }),
  'mandat.refuse': fact({
    libelle: 'Désignation du mandataire refusée par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    champs: motif,
    exemples: exempleMotif,
  }),
  'mandat.confirme': fact({
    libelle: 'Mandat confirmé par le nouveau représentant légal',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: 'A27',
    champs: { carte: carteParmi(cartesMandataire) },
    exemples: [{ carte: { type: 'CPE', fin: '2035-12-31' } }],
  }),
  'mandat.termine': fact({ libelle: 'Mandat terminé', acteur: 'representantLegal', sorte: 'alea', source: 'A27' }),
  'carteMandataire.demandee': fact({
    libelle: 'Carte du mandataire demandée (formulaire 301 « mandat » ou TOM)',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§4.1',
    champs: { moyen: moyenCarte, saisie: saisieOf('formulaire-301') },
    exemples: [{ moyen: 'formulaire-301', saisie: formulaires['formulaire-301'].exemple }],
    verifier: ({ saisie }) => verifyRole(saisie, 'mandataire'),
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-301'].avertir(saisie) : []),
  }),
  'carteMandataire.refusee': fact({
    libelle: 'Nouvelle carte du mandataire refusée par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A27',
    champs: motif,
    exemples: exempleMotif,
  }),
  'carteMandataire.emise': mandataire.emise,
  'carteMandataire.activee': mandataire.activee,
  'carteMandataire.bloquee': mandataire.bloquee,
  'carteMandataire.debloquee': mandataire.debloquee,
  'carteMandataire.expiree': mandataire.expiree,
  'carteMandataire.opposee': mandataire.opposee,
  'carteMandataire.renouvelee': mandataire.renouvelee,

  ...administrateurFacts,

  'representantLegal.remplace': fact({
    libelle: 'Représentant légal remplacé',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A24',
    champs: { personne: Personne.optional().meta({ question: 'Nommer le nouveau représentant légal ?' }) },
    exemples: [{ personne: exemplePersonne }],
  }),
  'etablissement.identifiantModifie': fact({
    libelle: 'SIRET ou FINESS modifié',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A23',
    champs: { siret: Siret, finess: Finess.nullable() },
    exemples: [{ siret: '35600000000048', finess: '010000040' }],
  }),
  'etablissement.coordonneesModifiees': fact({
    libelle: 'Dénomination ou adresse de l’établissement modifiée',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A23',
    champs: {
      denomination: Etablissement.shape.denomination,
      codePostal: Etablissement.shape.codePostal,
      commune: Etablissement.shape.commune,
    },
    exemples: [{ denomination: 'Centre hospitalier Exemple', codePostal: '01130', commune: 'Nantua' }],
    verifier: verifyCommune,
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
  }),
  'habilitation.retiree': fact({
    libelle: 'Habilitation retirée par l’ANS',
    acteur: 'ans',
    sorte: 'alea',
    source: 'A27',
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
  }),
};

export type DossierEvent = EventOf<typeof etablissementFacts>;

/** The same, each with its schema. */
export const dossierFacts = defineFacts(etablissementFacts);
