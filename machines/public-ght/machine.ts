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

/** §4.2 — a public establishment of a GHT, with the DSI of the GHT. */
export const publicGht = etablissement.createMachine({
  id: 'public-ght',
  meta: { libelle: 'Établissement public d’un GHT', source: '§4.2' },
  type: 'parallel',
  context: ({ input }) => openContext(input),
  states: openRegions({
    coordination: coordination('§4.2'),
    etatDesLieux: etatDesLieux('§4.2'),
    editeur: editeur('§4.2'),
    contrat,
    carteResponsable,
    mandataire,
    administrateurTechnique,
    formulaire413: formulaire413(['hasDsiContactee']),
    habilitation,
  }),
});
