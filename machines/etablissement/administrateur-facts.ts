import { fact } from '../event.ts';
import { Carte, choix, exempleAutre, exemplePersonne, Personne, texteLibre } from '../formulaires/champs.ts';
import { formulaires } from '../formulaires/index.ts';
import { carteFacts, designant } from './carte-facts.ts';
import { moyenCarte, saisieOf, verifyRole } from './saisie.ts';

const administrateur = carteFacts(
  'de l’administrateur technique',
  'administrateurTechnique',
  ['CPE', 'CPS', 'CPA'],
  designant,
);

const carteAdministrateur = { type: 'CPE', fin: '2035-12-31' } as const;
const designation = { personne: exemplePersonne, origine: 'employe' } as const;
const motif = { motif: texteLibre('Motif', 500) };

/** §4, A18 — what is told of the administrateurs techniques and of their cards. */
export const administrateurFacts = {
  'administrateurTechnique.designe': fact({
    libelle: 'Administrateur technique désigné',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§4.1',
    nommer: ({ personne }) => ({ administrateur: personne }),
    champs: {
      personne: Personne,
      origine: choix('Origine', {
        employe: 'Employé de la structure',
        technicien: 'Technicien de l’éditeur ou de l’intégrateur',
      }),
      carte: Carte.nullable().meta({ question: 'A-t-il déjà une carte active ?' }),
      societe: texteLibre('Éditeur ou intégrateur', 100)
        .optional()
        .meta({ title: 'Éditeur ou intégrateur', description: 'Pour un technicien : qui l’emploie.' }),
    },
    exemples: [
      { ...designation, carte: carteAdministrateur },
      { ...designation, carte: null },
      { ...designation, origine: 'technicien', carte: null },
      { ...designation, origine: 'technicien', carte: { ...carteAdministrateur, type: 'CPA' } },
    ],
    encore: [{ ...designation, personne: exempleAutre, carte: null }],
  }),
  'carteAdministrateur.demandee': fact({
    libelle: 'Carte de l’administrateur technique demandée (formulaire 301 ou TOM)',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§4.1',
    piece: {
      formulaire: 'formulaire-301',
      libelle: 'Carte de l’administrateur technique demandée',
      contenu: 'saisie',
      role: 'administrateurTechnique',
    },
    champs: { ...designant, moyen: moyenCarte, saisie: saisieOf('formulaire-301') },
    exemples: [{ moyen: 'tom' }],
    verifier: ({ saisie }) => verifyRole(saisie, 'administrateurTechnique'),
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-301'].avertir(saisie) : []),
  }),
  'carteAdministrateur.refusee': fact({
    libelle: 'Carte de l’administrateur technique refusée par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A27',
    piece: { formulaire: 'formulaire-301', libelle: 'Carte de l’administrateur technique refusée' },
    champs: { ...designant, ...motif },
    exemples: [{ motif: 'Pièce illisible' }],
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
  'carteAdministrateur.renouvelee': {
    ...administrateur.renouvelee,
    exemples: [{ carte: carteAdministrateur }, { carte: { ...carteAdministrateur, type: 'CPA' } }] as const,
  },
  'administrateurTechnique.parti': fact({
    libelle: 'Administrateur technique parti',
    acteur: 'etablissement',
    sorte: 'alea',
    source: 'A18',
    parSite: true,
    champs: designant,
    exemples: [{}],
  }),
};
