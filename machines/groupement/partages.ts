import type { Source } from '../source.ts';

/** Who may do one act for several sites, by the type of the act; it stays one act per site. */
export const partages: Readonly<Record<string, { conseil: string; source: Source }>> = {
  'administrateurTechnique.designe': {
    conseil:
      'Un même technicien de l’éditeur ou de l’intégrateur, porteur d’une CPA, peut être désigné par tous ces sites : sa carte ne se demande qu’une fois.',
    source: '§4',
  },
  'formulaire413.signe': {
    conseil:
      'Un même mandataire peut signer pour tous ces sites, si chaque représentant légal lui donne mandat par le formulaire 502.',
    source: '§4.1',
  },
};
