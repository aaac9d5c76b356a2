import {
  administrateur,
  commande,
  contratEtCarte,
  type Equipe,
  envoi,
  fait,
  formulaire413,
  type HistoireDeGroupement,
  miseEnService,
  partieEditeur,
  partiesStructure,
} from './histoire.ts';

const hautVal: Equipe = {
  administrateur: { nom: 'Blanchard', prenom: 'Noa' },
  signataire: { nom: 'Moreau', prenom: 'Dominique' },
  domaine: 'ch-haut-val.fr',
  solution: 'Pharma Hôpital',
};
const saisons: Equipe = { ...hautVal, administrateur: { nom: 'Guérin', prenom: 'Eden' } };
const glycines: Equipe = {
  administrateur: { nom: 'Moulin', prenom: 'Charlie' },
  signataire: { nom: 'Robin', prenom: 'Claude' },
  domaine: 'horizon-sante.fr',
};
const horizon: Equipe = {
  ...glycines,
  administrateur: { nom: 'Vidal', prenom: 'Robin' },
  rattachement: 'editeur',
};
const durand = { nom: 'Garcia', prenom: 'Inès' };
const admission = { nom: 'Lambert', prenom: 'Gaël' };
const cde = (finDans: number) => (le: (jours: number) => string) => ({
  contrat: 'actif',
  carteResponsable: { type: 'CDE', fin: le(finDans) },
});

/** §4.2 — seven sites, from those who know nothing yet to those in service. */
const ght: HistoireDeGroupement = {
  nom: 'GHT du Haut-Val',
  genre: 'ght',
  dsi: { nom: 'Direction du numérique du Haut-Val', courriel: 'dsi@ch-haut-val.fr' },
  ouvert: 160,
  faits: [fait(155, 'dsi.contactee', { interlocuteur: 'Direction du numérique du Haut-Val' })],
  etatDesLieux: {
    ilYA: 141,
    connu: [cde(760), cde(420), cde(33), { contrat: 'actif' }, { contrat: 'absent', carteResponsable: null }, {}, {}],
  },
  sites: [
    {
      site: { denomination: 'Centre hospitalier du Haut-Val', codePostal: '01130', commune: 'Nantua' },
      ouvert: 159,
      faits: [
        administrateur(138, hautVal, 640),
        ...formulaire413(135, hautVal),
        fait(107, 'habilitation.accordee'),
        commande(104, durand),
        commande(104, admission, { qualite: 'agentAdmission' }),
        ...miseEnService(95, 0),
        ...miseEnService(95, 1),
        commande(8, durand, { usage: 'SIGN' }),
      ],
    },
    {
      site: { denomination: 'EHPAD Les Sources', codePostal: '01130', commune: 'Nantua' },
      ouvert: 159,
      faits: [administrateur(120, hautVal, 640), ...formulaire413(110, hautVal)],
    },
    {
      site: { denomination: 'EHPAD Le Jardin des Saisons', codePostal: '01100', commune: 'Oyonnax' },
      ouvert: 159,
      faits: [administrateur(90, saisons, 300), partieEditeur(44, saisons), ...partiesStructure(36, saisons)],
    },
    {
      site: { denomination: 'USLD du Haut-Val', codePostal: '01100', commune: 'Oyonnax' },
      ouvert: 158,
      faits: [
        fait(130, 'carteResponsable.trouvee', (le) => ({ carte: { type: 'CPS', fin: le(880) } })),
        fait(52, 'administrateurTechnique.designe', {
          personne: saisons.administrateur,
          origine: 'employe',
          carte: null,
        }),
        fait(45, 'carteAdministrateur.demandee', { moyen: 'tom' }),
        fait(17, 'carteAdministrateur.emise'),
      ],
    },
    {
      site: { denomination: 'Hôpital de jour de Bellegarde', codePostal: '01200', commune: 'Valserhône' },
      ouvert: 158,
      faits: [fait(72, 'contrat.transmis'), fait(70, 'formulaire101.transmis'), fait(40, 'carteResponsable.emise')],
    },
    {
      site: { denomination: 'Centre de soins de suite du Bugey', codePostal: '01300', commune: 'Belley' },
      ouvert: 157,
      faits: [fait(101, 'contrat.trouve', { numero: 'C-2016-0412' })],
    },
    {
      site: { denomination: 'Centre médico-psychologique du Haut-Val', codePostal: '01100', commune: 'Oyonnax' },
      ouvert: 157,
      faits: [],
    },
  ],
};

/** §4.3.2 — a private group whose first site is done, whose others wait. */
const groupe: HistoireDeGroupement = {
  nom: 'Groupe Horizon Santé',
  genre: 'groupe-prive',
  dsi: { nom: 'Direction informatique d’Horizon Santé', courriel: 'dsi@horizon-sante.fr' },
  ouvert: 240,
  faits: [fait(236, 'dsi.contactee', { interlocuteur: 'Direction informatique d’Horizon Santé' })],
  etatDesLieux: null,
  sites: [
    {
      site: { denomination: 'EHPAD Les Glycines', codePostal: '38000', commune: 'Grenoble' },
      ouvert: 239,
      faits: [
        ...contratEtCarte(232, 'C-2020-0311', 12),
        administrateur(228, glycines, 45),
        ...formulaire413(220, glycines),
        fait(190, 'habilitation.accordee'),
        commande(186, admission, { qualite: 'agentAdmission' }),
        ...miseEnService(176, 0),
      ],
    },
    {
      site: { denomination: 'EHPAD Les Mimosas', codePostal: '42000', commune: 'Saint-Étienne' },
      ouvert: 120,
      faits: [
        ...contratEtCarte(112, 'C-2022-0908', 410),
        administrateur(100, { ...glycines, administrateur: { nom: 'Arnaud', prenom: 'Sam' } }, -5),
        fait(88, 'editeur.contacte', { editeur: 'Logiciels Hospitaliers Associés' }),
        fait(80, 'formulaire413.partie1Remplie'),
      ],
    },
    {
      site: { denomination: 'Clinique de l’Horizon', codePostal: '69003', commune: 'Lyon' },
      ouvert: 80,
      faits: [
        ...contratEtCarte(78, 'C-2020-0312', 500),
        fait(70, 'administrateurTechnique.designe', {
          personne: horizon.administrateur,
          origine: 'technicien',
          carte: null,
        }),
        partieEditeur(66, horizon),
        ...partiesStructure(60, horizon),
        fait(59, 'formulaire413.signe'),
        fait(38, 'carteAdministrateur.activee', (le) => ({ carte: { type: 'CPA', fin: le(330) } })),
        ...envoi(35, 'PORTAIL').slice(1),
      ],
    },
  ],
};

/** The groupements of the demonstration. */
export const groupements: readonly HistoireDeGroupement[] = [ght, groupe];
