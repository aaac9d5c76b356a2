import {
  administrateur,
  commande,
  contratEtCarte,
  contratEtCarteObtenus,
  type Equipe,
  envoi,
  fait,
  formulaire413,
  type Histoire,
  miseEnService,
  partieEditeur,
  partiesStructure,
} from './histoire.ts';

const tilleuls: Equipe = {
  administrateur: { nom: 'Petit', prenom: 'Sacha' },
  signataire: { nom: 'Lefèvre', prenom: 'Claude' },
  domaine: 'clinique-tilleuls.fr',
};
const saintMartin: Equipe = {
  administrateur: { nom: 'Roussel', prenom: 'Maxime' },
  signataire: { nom: 'Garnier', prenom: 'Dominique' },
  domaine: 'clinique-saint-martin.fr',
};
const lac: Equipe = {
  administrateur: { nom: 'Fontaine', prenom: 'Morgan' },
  signataire: { nom: 'Perrin', prenom: 'Andréa' },
  domaine: 'clinique-du-lac.fr',
};
const alpilles: Equipe = {
  administrateur: { nom: 'Chevalier', prenom: 'Lou' },
  signataire: { nom: 'Marchand', prenom: 'Camille' },
  domaine: 'polyclinique-alpilles.fr',
};
const durand = { nom: 'Durand', prenom: 'Alix' };
const faure = { nom: 'Faure', prenom: 'Ariel' };

/** §4.3.1 — establishments on one site, at every stage. */
export const etablissements: readonly Histoire[] = [
  {
    site: { denomination: 'Clinique des Tilleuls', codePostal: '69005', commune: 'Lyon' },
    ouvert: 196,
    faits: [
      fait(195, 'editeur.contacte', { editeur: 'Logiciels Hospitaliers Associés' }),
      ...contratEtCarteObtenus(194, 'C-2026-0117'),
      administrateur(150, tilleuls, 18),
      ...formulaire413(148, tilleuls),
      fait(121, 'habilitation.accordee'),
      commande(118, durand),
      commande(118, durand, { usage: 'SIGN' }),
      ...miseEnService(109, 0),
      ...miseEnService(109, 1),
      commande(30, faure, { qualite: 'medecin' }),
      ...miseEnService(20, 2),
    ],
  },
  {
    site: { denomination: 'Clinique Saint-Martin', codePostal: '73000', commune: 'Chambéry' },
    ouvert: 1122,
    faits: [
      ...contratEtCarte(1120, 'C-2021-0815', 240),
      administrateur(1118, saintMartin, 400),
      ...formulaire413(1115, saintMartin),
      fait(1085, 'habilitation.accordee'),
      commande(1080, durand),
      commande(1080, faure, { qualite: 'medecin' }),
      ...miseEnService(1066, 0),
      ...miseEnService(1058, 1),
      { ...fait(10, 'certificat.renouvele', { carte: 'CPS' }), certificat: 1 },
    ],
  },
  {
    site: { denomination: 'Clinique du Lac', codePostal: '74000', commune: 'Annecy' },
    ouvert: 63,
    faits: [
      fait(62, 'editeur.contacte', { editeur: 'Logiciels Hospitaliers Associés' }),
      ...contratEtCarte(61, 'C-2019-0203', 610),
      administrateur(58, lac, 520),
      ...formulaire413(55, lac),
      fait(33, 'formulaire413.retourne', {
        motifs: [{ code: 'domaine-messagerie-manquant' }, { code: 'illisible', precision: 'Cachet de la structure' }],
      }),
      partieEditeur(30, lac),
      ...partiesStructure(28, lac),
      ...envoi(27),
      fait(6, 'formulaire413.retourne', {
        motifs: [{ code: 'cachet-ou-signature-manquant', precision: 'Cachet absent de la page 2' }],
      }),
    ],
  },
  {
    site: { denomination: 'Polyclinique des Alpilles', codePostal: '13200', commune: 'Arles' },
    ouvert: 104,
    faits: [
      ...contratEtCarte(102, 'C-2018-0644', 95),
      administrateur(100, alpilles, 700),
      ...formulaire413(96, alpilles),
      fait(66, 'habilitation.accordee'),
      commande(25, durand),
      { ...fait(12, 'certificat.disponible'), certificat: 0 },
      fait(9, 'carteAdministrateur.opposee', { motif: 'Carte égarée' }),
    ],
  },
  {
    site: { denomination: 'Centre de dialyse du Parc', codePostal: '21000', commune: 'Dijon' },
    ouvert: 92,
    faits: [
      fait(90, 'contrat.absent'),
      fait(90, 'carteResponsable.absente'),
      fait(84, 'contrat.transmis'),
      fait(66, 'contrat.refuse', { motif: 'Signature illisible' }),
      fait(61, 'contrat.transmis'),
      fait(61, 'formulaire101.transmis'),
    ],
  },
  {
    site: { denomination: 'EHPAD public Les Terrasses', codePostal: '71000', commune: 'Mâcon' },
    ouvert: 75,
    faits: [
      fait(74, 'contrat.absent'),
      fait(74, 'carteResponsable.trouvee', (le) => ({ carte: { type: 'CPS', fin: le(310) } })),
    ],
  },
  {
    site: { denomination: 'Clinique de l’Estuaire', codePostal: '44600', commune: 'Saint-Nazaire' },
    ouvert: 130,
    faits: [fait(128, 'contrat.absent'), fait(97, 'dossier.abandonne', { motif: 'Regroupement avec un autre site' })],
  },
  {
    site: { denomination: 'Hôpital privé des Coteaux', codePostal: '35000', commune: 'Rennes' },
    ouvert: 1,
    faits: [],
  },
];
