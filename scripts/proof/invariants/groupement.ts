import type { Invariant } from '../claim.ts';
import { fait } from './motif.ts';

const offre = (type: string) => ({ type: 'offre', vers: 'dossiers', 'fait.type': type });

/** §4.2, §4.3.2 — what a GHT or a private group promises. */
export const groupementInvariants: Invariant[] = [
  {
    id: 'dsi-contactee',
    enonce: 'La DSI n’est réputée contactée que si quelqu’un le déclare.',
    source: '§4.2, §4.3.2',
    proposition: { forme: 'passe', but: { etat: 'coordination.contactee' }, par: fait('dsi.contactee') },
  },
  {
    id: 'etat-des-lieux-repetable',
    enonce: 'Un état des lieux peut toujours être reçu, et ne se perd pas.',
    source: '§4.2, §4.3.2',
    proposition: { forme: 'chaque', fait: fait('etatDesLieux.recu'), vers: 'etatDesLieux.recu' },
  },
  {
    id: 'fin-atteignable',
    enonce: 'De tout état, la DSI peut être contactée, sans état des lieux.',
    source: '§4.2, §4.3.2',
    proposition: { forme: 'mene', vers: 'coordination.contactee', sans: fait('etatDesLieux.recu') },
  },
  {
    id: 'dit-dsi',
    enonce: 'La DSI contactée l’est pour tous les sites.',
    source: '§4.2, §4.3.2',
    proposition: { forme: 'dit', fait: fait('dsi.contactee'), dits: [offre('dsi.contactee')] },
  },
  ...(
    [
      ['dsi', { et: ['coordination.contactee', 'etatDesLieux.attendu'] }, ['dsi.contactee']],
      ['etat-des-lieux', { et: ['coordination.aContacter', 'etatDesLieux.recu'] }, ['etatDesLieux.recu']],
      ['tout', { et: ['coordination.contactee', 'etatDesLieux.recu'] }, ['dsi.contactee', 'etatDesLieux.recu']],
    ] as const
  ).map(
    ([id, si, types]): Invariant => ({
      id: `dit-site-ouvert-${id}`,
      enonce: 'Un site ouvert ensuite apprend ce que la DSI a déjà fait, et lui seul.',
      source: '§4.2, §4.3.2',
      proposition: {
        forme: 'dit',
        fait: fait('site.ouvert'),
        si,
        dits: types.map((type) => ({ ...offre(type), 'site.id': { saisie: 'id' } })),
      },
    }),
  ),
  ...(
    [
      ['contrat-trouve', { 'sites.0.contrat': 'actif' }, { 'fait.type': 'contrat.trouve' }],
      ['contrat-absent', { 'sites.0.contrat': 'absent' }, { 'fait.type': 'contrat.absent' }],
      [
        'carte-trouvee',
        { 'sites.0.carteResponsable.type': 'CDE' },
        { 'fait.type': 'carteResponsable.trouvee', 'fait.carte': { saisie: 'sites.0.carteResponsable' } },
      ],
      ['carte-absente', { 'sites.0.carteResponsable': null }, { 'fait.type': 'carteResponsable.absente' }],
      [
        'mandat-trouve',
        { 'sites.0.mandataire.type': 'CPE' },
        { 'fait.type': 'mandat.trouve', 'fait.carte': { saisie: 'sites.0.mandataire' } },
      ],
    ] as const
  ).map(
    ([id, saisie, dit]): Invariant => ({
      id: `dit-${id}`,
      enonce: 'Ce que l’état des lieux sait d’un site est dit à ce site, et à lui seul.',
      source: '§4.2, §4.3.2',
      proposition: {
        forme: 'dit',
        fait: { faits: ['etatDesLieux.recu'], saisie },
        dits: [
          offre('etatDesLieux.recu'),
          {
            ...offre(dit['fait.type']),
            ...dit,
            'site.siret': { saisie: 'sites.0.siret' },
            'site.finess': { saisie: 'sites.0.finess' },
          },
        ],
      },
    }),
  ),
];

const bilans: [type: string, etat: string, autres: string[]][] = [
  ['sites.aucun', 'sansSite', ['enCours', 'complet']],
  ['sites.enCours', 'enCours', ['sansSite', 'complet']],
  ['sites.enService', 'complet', ['sansSite', 'enCours']],
];

/** A30 — what its count of sites promises, apart from the rest. */
export const avancementInvariants: Invariant[] = [
  {
    id: 'complet-par-ses-sites',
    enonce: 'Un groupement n’est complet que lorsque tous ses sites sont en service.',
    source: 'A30',
    proposition: { forme: 'passe', but: { etat: 'avancement.complet' }, par: fait('sites.enService') },
  },
  ...bilans.map(
    ([type, etat, autres]): Invariant => ({
      id: `bilan-${etat}`,
      enonce: `Le groupement suit ses sites : ${type}.`,
      source: 'A30',
      proposition: {
        forme: 'conduit',
        si: { ou: autres.map((autre) => `avancement.${autre}`) },
        fait: fait(type),
        vers: `avancement.${etat}`,
      },
    }),
  ),
  ...(
    [
      ['complet', 'avancement.complet', 'enService'],
      ['incomplet', { non: 'avancement.complet' }, 'enCours'],
    ] as const
  ).map(
    ([id, si, statut]): Invariant => ({
      id: `statut-${id}`,
      enonce: 'Un groupement est en service quand il est complet, en cours sinon.',
      source: 'A30',
      proposition: { forme: 'toujours', si, alors: `statut.${statut}` },
    }),
  ),
];
