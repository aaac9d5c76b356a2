import type { Invariant } from '../claim.ts';
import { fait } from './motif.ts';

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
];
