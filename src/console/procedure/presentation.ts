import { procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';

/** What is said of a procedure to whoever discovers it. */
interface Presentation {
  short: string;
  /** Who it is for. */
  audience: string;
  /** What makes it its own. */
  features: readonly string[];
}

const unknown: Presentation = { short: '', audience: '', features: [] };

const presentations: Readonly<Record<string, Presentation>> = {
  'public-ght': {
    short: 'Public, dans un GHT',
    audience: 'Un établissement public de santé, ou un EHPAD public, membre d’un groupement hospitalier de territoire.',
    features: [
      'La DSI du GHT est contactée d’abord : sans elle, le formulaire 413 ne part pas.',
      'La DSI fait de préférence l’état des lieux des contrats de tous les sites ; il n’arrête personne.',
      'Chaque site a son contrat, sa demande et ses certificats : le GHT n’a pas de personnalité morale.',
    ],
  },
  'prive-mono-site': {
    short: 'Un seul site',
    audience:
      'Un établissement privé, EHPAD ou clinique, sur un seul site géographique. Un EHPAD public hors GHT suit les mêmes étapes (choix A14).',
    features: [
      'Ni DSI à contacter, ni état des lieux : l’établissement mène seul sa demande.',
      'L’éditeur du logiciel est contacté de préférence, sans que rien n’en dépende.',
    ],
  },
  'prive-groupe': {
    short: 'Privé, dans un groupe',
    audience: 'Un établissement d’un groupe privé d’EHPAD ou de cliniques, qui a plusieurs sites.',
    features: [
      'La DSI du groupe est contactée d’abord, comme celle d’un GHT.',
      'La DSI fait de préférence l’état des lieux des contrats de tous les sites ; il n’arrête personne.',
      'Chaque site a son contrat, sa demande et ses certificats.',
    ],
  },
  groupement: {
    short: 'Groupement',
    audience: 'Un GHT ou un groupe privé : ce que sa DSI fait une fois pour tous ses sites.',
    features: ['Il est achevé quand tous ses sites, hors dossiers abandonnés, sont en service.'],
  },
  certificat: {
    short: 'Certificat',
    audience: 'Chaque certificat commandé, pour une personne et un usage, de la commande à sa fin.',
    features: [
      'Il est valable trois ans, et se renouvelle tant qu’il est actif.',
      'Une fois expiré ou révoqué, un autre se commande.',
    ],
  },
};

/** The paths that a dossier may follow, in their last version. */
export const parcours = procedures.filter((procedure) => procedure.genre === 'dossier' && isLast(procedure));
/** What goes beside them. */
export const others = procedures.filter((procedure) => procedure.genre !== 'dossier' && isLast(procedure));

/** What is said of a procedure to whoever discovers it. */
export function presentationOf({ id }: Pick<Procedure, 'id'>): Presentation {
  return presentations[id] ?? unknown;
}

function isLast({ id, version }: Procedure): boolean {
  return procedures.findLast((known) => known.id === id)?.version === version;
}
