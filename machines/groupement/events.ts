import { z } from 'zod';
import { carteParmi } from '../etablissement/carte-facts.ts';
import { dsiContactee } from '../etablissement/dsi-facts.ts';
import { defineFacts, derivedFact, type EventOf, fact } from '../event.ts';
import { choix, IsoDate, NumeroContrat } from '../formulaires/champs.ts';
import { Finess } from '../identifiants/finess.ts';
import { Siret } from '../identifiants/siret.ts';

/** What the survey knows of one site; an absent field is unknown. */
const SiteConnu = z
  .strictObject({
    siret: Siret,
    finess: Finess.nullable(),
    contrat: choix('Contrat', { actif: 'Contrat actif', absent: 'Aucun contrat' }).optional(),
    numeroContrat: NumeroContrat.optional(),
    contratDepuis: IsoDate.optional().meta({ title: 'Contrat actif depuis le' }),
    carteResponsable: carteParmi(['CDE', 'CPS'])
      .nullable()
      .optional()
      .meta({ question: 'Le représentant légal a-t-il une carte active ?' }),
    mandataire: carteParmi(['CPE', 'CPS', 'CPA'])
      .nullable()
      .optional()
      .meta({ question: 'Un mandataire est-il habilité, carte active ?' }),
  })
  .meta({ title: 'Site', description: 'null : on sait qu’il n’y en a pas.' });
export type SiteConnu = z.output<typeof SiteConnu>;

/** Every fact that a groupement may know. */
const groupementFactSpecs = {
  'dsi.contactee': dsiContactee,
  'etatDesLieux.recu': fact({
    libelle: 'État des lieux des contrats reçu de la DSI',
    acteur: 'dsi',
    sorte: 'reponse',
    source: '§4.2, §4.3.2',
    champs: { sites: z.array(SiteConnu).max(300).meta({ title: 'Sites', ajouter: 'Ajouter un site' }) },
    exemples: [{ sites: [] }],
  }),
  'site.ouvert': derivedFact({
    libelle: 'Site ouvert ou entré dans le groupement',
    acteur: 'etablissement',
    source: 'A30',
    champs: { id: z.string().meta({ title: 'Identifiant du dossier' }) },
    exemples: [{ id: 'site' }],
  }),
  'sites.aucun': derivedFact({ libelle: 'Aucun site', acteur: 'etablissement', source: 'A30' }),
  'sites.enCours': derivedFact({ libelle: 'Sites en cours', acteur: 'etablissement', source: 'A30' }),
  'sites.enService': derivedFact({ libelle: 'Tous les sites en service', acteur: 'dsi', source: 'A30' }),
};

export type GroupementEvent = EventOf<typeof groupementFactSpecs>;

/** What a groupement is told by a table of its sites. */
export const RECENSEMENT = 'etatDesLieux.recu' as const satisfies GroupementEvent['type'];

/** Whether a fact, as a groupement received it, is that one. */
export function isRecensement(event: {
  type: string;
}): event is Extract<GroupementEvent, { type: typeof RECENSEMENT }> {
  return event.type === RECENSEMENT;
}

/** The same, each with its schema. */
export const groupementFacts = defineFacts(groupementFactSpecs);
