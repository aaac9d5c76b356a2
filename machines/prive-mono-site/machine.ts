import { openContext } from '../etablissement/context.ts';
import { openRegions } from '../etablissement/path.ts';
import { administrateurTechnique } from '../etablissement/regions/administrateur-technique.ts';
import { carteResponsable } from '../etablissement/regions/carte-responsable.ts';
import { contrat } from '../etablissement/regions/contrat.ts';
import { editeur } from '../etablissement/regions/editeur.ts';
import { formulaire413 } from '../etablissement/regions/formulaire-413.ts';
import { habilitation } from '../etablissement/regions/habilitation.ts';
import { mandataire } from '../etablissement/regions/mandataire.ts';
import { etablissement } from '../etablissement/setup.ts';

/** §4.3.1 — an establishment on one site, from the contract check to its certificates; also a public EHPAD outside a GHT (A14). */
export const priveMonoSite = etablissement.createMachine({
  id: 'prive-mono-site',
  meta: { libelle: 'Établissement sur un seul site', source: '§4.3.1' },
  type: 'parallel',
  context: ({ input }) => openContext(input),
  states: openRegions({
    editeur: editeur('§4.3.1'),
    contrat,
    carteResponsable,
    mandataire,
    administrateurTechnique,
    formulaire413: formulaire413(),
    habilitation,
  }),
});
