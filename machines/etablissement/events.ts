import type { z } from 'zod';
import { certificatDemande } from '../certificat/demande.ts';
import { defineFacts, type EventOf, fact } from '../event.ts';
import { Carte, choix, exemplePersonne, Personne, texteLibre } from '../formulaires/champs.ts';
import { type FormulaireId, formulaires } from '../formulaires/index.ts';
import { Finess } from '../identifiants/finess.ts';
import { Siret } from '../identifiants/siret.ts';
import { carteFacts, carteParmi } from './carte-facts.ts';
import { dsiContactee } from './dsi-facts.ts';
import { formulaire413Facts } from './formulaire-413-facts.ts';

const motif = { motif: texteLibre('Motif', 500) };
const exempleMotif = [{ motif: 'Pièce illisible' }] as const;
const numero = { numero: texteLibre('Numéro du contrat', 50) };
const moyenCarte = choix('Moyen', { 'formulaire-301': 'Formulaire 301', tom: 'Téléservice TOM' });
const moyenMandat = choix('Moyen', { 'formulaire-502': 'Formulaire 502', tom: 'Téléservice TOM' });
const saisieOf = <Id extends FormulaireId>(id: Id) =>
  formulaires[id].schema.optional().meta({ question: 'Joindre le contenu du formulaire ?' }) as z.ZodOptional<
    (typeof formulaires)[Id]['schema']
  >;
const cartesMandataire = ['CPE', 'CPS', 'CPA'] as const;

const responsable = carteFacts('du responsable', 'representantLegal', ['CDE', 'CPS'], '§5 étape 2');
const mandataire = carteFacts('du mandataire', 'mandataire', cartesMandataire, '§5 étape 2');
const administrateur = carteFacts(
  'de l’administrateur technique',
  'administrateurTechnique',
  ['CPE', 'CPS', 'CPA'],
  '§4',
);

const carteAdministrateur = { type: 'CPE', fin: '2035-12-31' } as const;
const designation = { personne: exemplePersonne, origine: 'employe' } as const;

/** Every fact that a dossier of an establishment may know, on every path. */
const etablissementFacts = {
  'dossier.abandonne': fact({
    libelle: 'Dossier abandonné',
    acteur: 'etablissement',
    source: 'A27',
    champs: motif,
    exemples: [{ motif: 'L’établissement renonce' }],
  }),
  'dossier.rouvert': fact({ libelle: 'Dossier rouvert', acteur: 'etablissement', source: 'A27' }),

  'dsi.contactee': dsiContactee,
  'etatDesLieux.recu': fact({
    libelle: 'État des lieux des contrats reçu de la DSI',
    acteur: 'dsi',
    source: '§4.2, §4.3.2',
  }),
  'editeur.contacte': fact({
    libelle: 'Éditeur de logiciel contacté',
    acteur: 'etablissement',
    source: '§4.2, §4.3.1, §4.3.2',
    champs: { editeur: texteLibre('Éditeur').optional() },
    exemples: [{ editeur: 'Éditeur Exemple' }],
  }),

  'contrat.trouve': fact({
    libelle: 'Contrat avec l’ANS retrouvé',
    acteur: 'representantLegal',
    source: '§4.1',
    champs: { numero: numero.numero.optional() },
    exemples: [{ numero: 'C-2026-0001' }],
  }),
  'contrat.absent': fact({ libelle: 'Aucun contrat avec l’ANS', acteur: 'representantLegal', source: '§4.1' }),
  'contrat.transmis': fact({
    libelle: 'Contrat de structure complété, signé et transmis',
    acteur: 'representantLegal',
    source: '§4.1',
    champs: { saisie: saisieOf('contrat-structure') },
    exemples: [{ saisie: formulaires['contrat-structure'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['contrat-structure'].avertir(saisie) : []),
  }),
  'contrat.signe': fact({
    libelle: 'Contrat accepté par l’ANS',
    acteur: 'ans',
    source: '§4.1',
    champs: numero,
    exemples: [{ numero: 'C-2026-0001' }],
  }),
  'contrat.refuse': fact({
    libelle: 'Contrat refusé par l’ANS',
    acteur: 'ans',
    source: 'A27',
    champs: motif,
    exemples: exempleMotif,
  }),

  'carteResponsable.trouvee': fact({
    libelle: 'Carte du responsable déjà active (CDE ou CPS responsable)',
    acteur: 'representantLegal',
    source: '§4.1',
    champs: { carte: carteParmi(['CDE', 'CPS']) },
    exemples: [{ carte: { type: 'CDE', fin: '2035-12-31' } }],
  }),
  'carteResponsable.absente': fact({
    libelle: 'Le responsable n’a pas de carte active',
    acteur: 'representantLegal',
    source: '§4.1',
  }),
  'formulaire101.transmis': fact({
    libelle: 'Formulaire 101 transmis à l’ANS',
    acteur: 'representantLegal',
    source: '§4.1',
    champs: { saisie: saisieOf('formulaire-101') },
    exemples: [{ saisie: formulaires['formulaire-101'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-101'].avertir(saisie) : []),
  }),
  'formulaire101.refuse': fact({
    libelle: 'Formulaire 101 refusé par l’ANS',
    acteur: 'ans',
    source: 'A27',
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
    source: 'A29',
    champs: { carte: carteParmi(cartesMandataire) },
    exemples: [{ carte: { type: 'CPE', fin: '2035-12-31' } }],
  }),
  'mandat.demande': fact({
    libelle: 'Mandat demandé pour un porteur de carte (formulaire 502 ou TOM)',
    acteur: 'representantLegal',
    source: '§4.1',
    champs: { moyen: moyenMandat, saisie: saisieOf('formulaire-502') },
    exemples: [{ moyen: 'formulaire-502', saisie: formulaires['formulaire-502'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-502'].avertir(saisie) : []),
  }),
  'mandat.enregistre': fact({
    libelle: 'Mandat enregistré par l’ANS',
    acteur: 'ans',
    source: '§4.1',
    champs: { carte: carteParmi(cartesMandataire) },
    exemples: [{ carte: { type: 'CPE', fin: '2035-12-31' } }],
  }),
  'mandat.refuse': fact({
    libelle: 'Désignation du mandataire refusée par l’ANS',
    acteur: 'ans',
    source: 'A27',
    champs: motif,
    exemples: exempleMotif,
  }),
  'mandat.confirme': fact({
    libelle: 'Mandat confirmé par le nouveau représentant légal',
    acteur: 'representantLegal',
    source: 'A24',
    champs: { carte: carteParmi(cartesMandataire) },
    exemples: [{ carte: { type: 'CPE', fin: '2035-12-31' } }],
  }),
  'mandat.termine': fact({ libelle: 'Mandat terminé', acteur: 'representantLegal', source: 'A27' }),
  'carteMandataire.demandee': fact({
    libelle: 'Carte du mandataire demandée (formulaire 301 « mandat » ou TOM)',
    acteur: 'representantLegal',
    source: '§4.1',
    champs: { moyen: moyenCarte, saisie: saisieOf('formulaire-301') },
    exemples: [{ moyen: 'formulaire-301', saisie: formulaires['formulaire-301'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-301'].avertir(saisie) : []),
  }),
  'carteMandataire.emise': mandataire.emise,
  'carteMandataire.activee': mandataire.activee,
  'carteMandataire.bloquee': mandataire.bloquee,
  'carteMandataire.debloquee': mandataire.debloquee,
  'carteMandataire.expiree': mandataire.expiree,
  'carteMandataire.opposee': mandataire.opposee,
  'carteMandataire.renouvelee': mandataire.renouvelee,

  'administrateurTechnique.designe': fact({
    libelle: 'Administrateur technique désigné',
    acteur: 'etablissement',
    source: '§4',
    champs: {
      personne: Personne,
      origine: choix('Origine', {
        employe: 'Employé de la structure',
        technicien: 'Technicien de l’éditeur ou de l’intégrateur',
      }),
      carte: Carte.nullable().meta({ question: 'A-t-il déjà une carte active ?' }),
    },
    exemples: [
      { ...designation, carte: carteAdministrateur },
      { ...designation, carte: null },
      { ...designation, origine: 'technicien', carte: null },
      { ...designation, origine: 'technicien', carte: { ...carteAdministrateur, type: 'CPA' } },
    ],
  }),
  'carteAdministrateur.demandee': fact({
    libelle: 'Carte de l’administrateur technique demandée (formulaire 301 ou TOM)',
    acteur: 'representantLegal',
    source: '§4.1',
    champs: { moyen: moyenCarte, saisie: saisieOf('formulaire-301') },
    exemples: [{ moyen: 'tom' }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-301'].avertir(saisie) : []),
  }),
  'carteAdministrateur.emise': administrateur.emise,
  'carteAdministrateur.activee': {
    ...administrateur.activee,
    exemples: [{ carte: carteAdministrateur }, { carte: { ...carteAdministrateur, type: 'CPA' } }] as const,
  },
  'carteAdministrateur.bloquee': administrateur.bloquee,
  'carteAdministrateur.debloquee': administrateur.debloquee,
  'carteAdministrateur.expiree': administrateur.expiree,
  'carteAdministrateur.opposee': administrateur.opposee,
  'carteAdministrateur.renouvelee': administrateur.renouvelee,
  'administrateurTechnique.parti': fact({
    libelle: 'Administrateur technique parti',
    acteur: 'etablissement',
    source: 'A18',
  }),

  'representantLegal.remplace': fact({
    libelle: 'Représentant légal remplacé',
    acteur: 'etablissement',
    source: 'A24',
    champs: { personne: Personne.optional().meta({ question: 'Nommer le nouveau représentant légal ?' }) },
    exemples: [{ personne: exemplePersonne }],
  }),
  'etablissement.identifiantModifie': fact({
    libelle: 'SIRET ou FINESS modifié',
    acteur: 'etablissement',
    source: 'A23',
    champs: { siret: Siret, finess: Finess.nullable() },
    exemples: [{ siret: '26011021800047', finess: '010000057' }],
  }),

  ...formulaire413Facts,

  'habilitation.accordee': fact({
    libelle: 'Administrateur technique habilité par l’ANS',
    acteur: 'ans',
    source: '§6',
  }),
  'certificat.demande': certificatDemande,
  'certificats.aucun': fact({ libelle: 'Plus aucun certificat', acteur: 'ans', source: 'A13', derive: true }),
  'certificats.enCours': fact({ libelle: 'Certificat en cours', acteur: 'ans', source: 'A13', derive: true }),
  'certificats.enService': fact({
    libelle: 'Certificat en service',
    acteur: 'administrateurTechnique',
    source: 'A13',
    derive: true,
  }),
};

export type DossierEvent = EventOf<typeof etablissementFacts>;

/** The same, each with its schema. */
export const dossierFacts = defineFacts(etablissementFacts);
