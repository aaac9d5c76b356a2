import type { Invariant } from '../../claim.ts';
import { fait, tropTard } from '../motif.ts';
import { complet, delegation } from './etats.ts';

const mandats = [
  'mandat.trouve',
  'mandat.demande',
  'mandat.enregistre',
  'mandat.confirme',
  'carteMandataire.demandee',
  'carteMandataire.renouvelee',
];

const mandatAttendu = ['mandataire.aucun', 'mandataire.attenteCarte', 'mandataire.attenteMandat'];

/** §4.1 — the optional delegate. */
export const mandat: Invariant[] = [
  {
    id: 'mandat-delegue',
    enonce: 'Seul un représentant légal sous contrat, porteur d’une carte active, délègue.',
    source: '§4.1',
    proposition: {
      forme: 'chaque',
      fait: fait('mandat.demande', 'mandat.confirme', 'carteMandataire.demandee'),
      depuis: delegation,
    },
  },
  {
    id: 'mandat-en-cours',
    enonce: 'Personne ne délègue avec une carte arrivée à sa date de fin.',
    source: '§4.1',
    proposition: { forme: 'jamais', fait: tropTard('mandat.demande', 'mandat.confirme', 'carteMandataire.demandee') },
  },
  {
    id: 'mandat-trouve-sous-contrat',
    enonce: 'Un mandat retrouvé suppose un contrat actif.',
    source: '§4.1',
    proposition: { forme: 'chaque', fait: fait('mandat.trouve'), depuis: 'contrat.actif' },
  },
  {
    id: 'mandat-facultatif',
    enonce: 'Le mandataire est facultatif : de partout, on va au bout sans lui.',
    source: '§4.1',
    proposition: { forme: 'mene', vers: complet, sans: fait(...mandats) },
  },
  {
    id: 'mandat-accorde',
    enonce: 'Un mandat retrouvé, enregistré ou confirmé rend le mandataire actif.',
    source: '§4.1',
    proposition: {
      forme: 'chaque',
      fait: fait('mandat.trouve', 'mandat.enregistre', 'mandat.confirme'),
      vers: 'mandataire.actif',
    },
  },
  {
    id: 'mandat-confirmable',
    enonce: 'Le représentant légal qui peut déléguer peut confirmer un mandat.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { et: ['mandataire.aConfirmer', delegation] },
      fait: fait('mandat.confirme'),
      vers: 'mandataire.actif',
    },
  },
  {
    id: 'mandat-demandable',
    enonce: 'Le représentant légal qui peut déléguer peut demander la carte d’un mandataire.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { et: ['mandataire.aucun', delegation] },
      fait: fait('carteMandataire.demandee'),
      vers: 'mandataire.attenteCarte',
    },
  },
  {
    id: 'mandat-refuse',
    enonce: 'Un mandat refusé par l’ANS n’en laisse aucun.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { ou: ['mandataire.attenteCarte', 'mandataire.attenteMandat'] },
      fait: fait('mandat.refuse'),
      vers: 'mandataire.aucun',
    },
  },
  {
    id: 'carte-mandataire-refusee',
    enonce: 'Une nouvelle carte de mandataire refusée laisse son mandat.',
    source: 'A27',
    proposition: {
      forme: 'conduit',
      si: 'mandataire.attenteRemplacement',
      fait: fait('carteMandataire.refusee'),
      vers: 'mandataire.carteARemplacer',
    },
  },
  {
    id: 'mandat-termine',
    enonce: 'Un mandat accordé peut toujours prendre fin.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { non: { ou: mandatAttendu } },
      fait: fait('mandat.termine'),
      vers: 'mandataire.aucun',
    },
  },
  {
    id: 'mandat-demande-caduc',
    enonce: 'Un mandat encore demandé tombe quand le représentant légal change.',
    source: 'A24',
    proposition: {
      forme: 'conduit',
      si: { ou: mandatAttendu },
      fait: fait('representantLegal.remplace'),
      vers: 'mandataire.aucun',
    },
  },
  {
    id: 'mandat-a-confirmer',
    enonce: 'Un mandat accordé est à confirmer quand le représentant légal change.',
    source: 'A24',
    proposition: {
      forme: 'conduit',
      si: { non: { ou: mandatAttendu } },
      fait: fait('representantLegal.remplace'),
      vers: 'mandataire.aConfirmer',
    },
  },
];
