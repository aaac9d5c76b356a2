import { openContext } from '../etablissement/context.ts';
import { openRegions } from '../etablissement/path.ts';
import { administrateurTechnique } from '../etablissement/regions/administrateur-technique.ts';
import { carteResponsable } from '../etablissement/regions/carte-responsable.ts';
import { contrat } from '../etablissement/regions/contrat.ts';
import { coordination } from '../etablissement/regions/coordination.ts';
import { editeur } from '../etablissement/regions/editeur.ts';
import { etatDesLieux } from '../etablissement/regions/etat-des-lieux.ts';
import { formulaire413 } from '../etablissement/regions/formulaire-413.ts';
import { habilitation } from '../etablissement/regions/habilitation.ts';
import { mandataire } from '../etablissement/regions/mandataire.ts';
import { etablissement } from '../etablissement/setup.ts';

/** §4.3.2 — a private establishment of a group, with the group’s DSI. */
export const priveGroupe = etablissement.createMachine({
  id: 'prive-groupe',
  meta: { libelle: 'Établissement d’un groupe privé', source: '§4.3.2' },
  type: 'parallel',
  context: ({ input }) => openContext(input),
  states: openRegions({
    coordination: coordination('§4.3.2'),
    etatDesLieux: etatDesLieux('§4.3.2'),
    editeur: editeur('§4.3.2'),
    contrat,
    carteResponsable,
    mandataire,
    administrateurTechnique,
    formulaire413: formulaire413(['hasDsiContactee']),
    habilitation,
  }),
});
