import type { Site } from './sites.ts';
import type { Act } from './walk.ts';

/** One establishment, whose numbers are still to be found, and what happens to it. */
export interface Story<S = Omit<Site, 'siret' | 'finess'>> {
  titre: string;
  site: S;
  actes: Act[];
}

const sansCarte = { carte: null };
const technicien = { origine: 'technicien', carte: null };

/** §4.3.1 — what establishments on one site live through. */
export const stories: Story[] = [
  {
    titre: 'sans contrat ni carte, avec un mandataire',
    site: { denomination: 'Clinique des Tilleuls', codePostal: '01130', commune: 'Nantua' },
    actes: [
      { refus: 'dossier-existant' },
      { refus: 'fait-refuse', fait: 'formulaire413.signe' },
      { fait: 'editeur.contacte' },
      { fait: 'contrat.absent' },
      { fait: 'contrat.transmis' },
      { fait: 'contrat.refuse' },
      { fait: 'carteResponsable.absente' },
      { fait: 'formulaire101.transmis' },
      { fait: 'carteResponsable.emise' },
      { fait: 'carteResponsable.activee' },
      { refus: 'fait-refuse', fait: 'mandat.demande' },
      { fait: 'mandat.demande' },
      { fait: 'mandat.enregistre' },
      { fait: 'administrateurTechnique.designe', champs: sansCarte },
      { fait: 'carteAdministrateur.demandee' },
      { fait: 'habilitation.accordee' },
      { refus: 'fait-refuse', fait: 'certificat.demande', champs: { offre: 'ORG' } },
    ],
  },
  {
    titre: 'formulaire 413 retourné deux fois',
    site: { denomination: 'Clinique du Lac', codePostal: '01130', commune: 'Nantua' },
    actes: [
      { fait: 'formulaire413.retourne', champs: { motifs: [{ code: 'domaine-messagerie-manquant' }] } },
      { refus: 'fait-refuse', fait: 'formulaire413.signe' },
      { fait: 'formulaire413.partie4Remplie' },
      { fait: 'formulaire413.retourne' },
    ],
  },
  {
    titre: 'carte de l’administrateur technique perdue en route',
    site: { denomination: 'Clinique des Alpilles', codePostal: '01200', commune: 'Valserhône' },
    actes: [
      { fait: 'certificat.demande' },
      { fait: 'carteAdministrateur.opposee' },
      { fait: 'certificat.disponible' },
      { refus: 'fait-refuse', fait: 'certificat.retire' },
      { fait: 'carteAdministrateur.demandee' },
    ],
  },
  {
    titre: 'certificat renouvelé avant son préavis',
    site: { denomination: 'Clinique Saint-Martin', codePostal: '01100', commune: 'Oyonnax' },
    actes: [{ fait: 'certificat.installe' }, { fait: 'certificat.renouvele' }],
  },
];

/** §4.2, §4.3.2 — what the survey of the DSI knows of the sites of a groupement, then what they live through, in turn. */
export const siteStories: { connu: object; actes: Act[] }[] = [
  {
    connu: {
      contrat: 'actif',
      carteResponsable: { type: 'CDE', fin: '2035-12-31' },
      mandataire: { type: 'CPE', fin: '2035-12-31' },
    },
    actes: [{ fait: 'administrateurTechnique.designe', champs: technicien }],
  },
  { connu: { contrat: 'absent', carteResponsable: null }, actes: [] },
  {
    connu: { contrat: 'actif' },
    actes: [{ fait: 'carteResponsable.trouvee', champs: { carte: { type: 'CPS', fin: '2035-12-31' } } }],
  },
];

/** §4.3.2 — three sites of a private group. */
export const groupePrive = {
  nom: 'Groupe Horizon Santé',
  genre: 'groupe-prive' as const,
  sites: [
    { denomination: 'EHPAD Les Glycines', codePostal: '01100', commune: 'Oyonnax' },
    { denomination: 'EHPAD Les Mimosas', codePostal: '01130', commune: 'Nantua' },
    { denomination: 'Clinique de l’Horizon', codePostal: '01200', commune: 'Valserhône' },
  ],
};
