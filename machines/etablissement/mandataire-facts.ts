import { fact } from '../event.ts';
import { choix, texteLibre } from '../formulaires/champs.ts';
import { formulaires } from '../formulaires/index.ts';
import { carteFacts, carteParmi } from './carte-facts.ts';
import { moyenCarte, saisieOf, verifyRole } from './saisie.ts';

const cartesMandataire = ['CPE', 'CPS', 'CPA'] as const;
const mandataire = carteFacts('du mandataire', 'mandataire', cartesMandataire, {});

const motif = { motif: texteLibre('Motif', 500) };
const exempleMotif = [{ motif: 'Pièce illisible' }] as const;
const moyenMandat = choix('Moyen', { 'formulaire-502': 'Formulaire 502', tom: 'Téléservice TOM' });

/** §4.1 — what is told of the mandate, and of the card that makes it usable. */
export const mandataireFacts = {
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
    piece: { formulaire: 'formulaire-502', libelle: 'Mandat demandé', contenu: 'saisie' },
    nommer: ({ saisie }) => ({ mandataire: saisie?.mandataire }),
    champs: { moyen: moyenMandat, saisie: saisieOf('formulaire-502') },
    exemples: [{ moyen: 'formulaire-502', saisie: formulaires['formulaire-502'].exemple }],
    avertir: ({ saisie }) => (saisie ? formulaires['formulaire-502'].avertir(saisie) : []),
  }),
  'mandat.enregistre': fact({
    libelle: 'Mandat enregistré par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'formulaire-502', libelle: 'Mandat enregistré par l’ANS' },
    champs: { carte: carteParmi(cartesMandataire) },
    exemples: [{ carte: { type: 'CPE', fin: '2035-12-31' } }],
  }),
  'mandat.refuse': fact({
    libelle: 'Désignation du mandataire refusée par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'formulaire-502', libelle: 'Refusé par l’ANS' },
    nommer: () => ({ mandataire: null }),
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
  'mandat.termine': fact({
    libelle: 'Mandat terminé',
    acteur: 'representantLegal',
    sorte: 'alea',
    source: 'A27',
    parSite: true,
    nommer: () => ({ mandataire: null }),
  }),
  'carteMandataire.demandee': fact({
    libelle: 'Carte du mandataire demandée (formulaire 301 « mandat » ou TOM)',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§4.1',
    piece: {
      formulaire: 'formulaire-301',
      libelle: 'Carte du mandataire demandée',
      contenu: 'saisie',
      role: 'mandataire',
    },
    nommer: ({ saisie }) => ({ mandataire: saisie?.porteur }),
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
    piece: { formulaire: 'formulaire-301', libelle: 'Carte du mandataire refusée' },
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
};
