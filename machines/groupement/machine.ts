import { setup } from 'xstate';
import type { Effect, OfferedFact } from '../effect.ts';
import type { DossierEvent } from '../etablissement/events.ts';
import type { Meta } from '../step.ts';
import type { GroupementEvent, SiteConnu } from './events.ts';

const groupementSetup = setup({
  types: {
    context: {} as Record<never, never>,
    events: {} as GroupementEvent,
    meta: {} as Meta,
    emitted: {} as Effect,
  },
});

const tellSites = (type: string) =>
  groupementSetup.emit(({ event }) => ({
    type: 'offre',
    vers: 'dossiers',
    fait: { type },
    ...(event.type === 'site.ouvert' && { site: { id: event.id } }),
  }));
const tellDsiContactee = tellSites('dsi.contactee');
const tellEtatDesLieux = tellSites('etatDesLieux.recu');

const spreadSurvey = groupementSetup.enqueueActions(({ event, enqueue }) => {
  if (event.type !== 'etatDesLieux.recu') return;
  for (const site of event.sites) {
    const { siret, finess } = site;
    for (const { fait } of factsOf(site))
      enqueue.emit({ type: 'offre', vers: 'dossiers', fait, site: { siret, finess } });
  }
});

/** §4.2, §4.3.2 — a GHT or a private group: what its DSI does once for all its sites, and how far they are. */
export const groupement = groupementSetup.createMachine({
  id: 'groupement',
  meta: { libelle: 'Groupement', source: '§4.2, §4.3.2' },
  type: 'parallel',
  context: {},
  states: {
    coordination: {
      meta: { libelle: 'Coordination avec la DSI', phase: 'prevenir', source: '§4.2, §4.3.2' },
      initial: 'aContacter',
      states: {
        aContacter: {
          meta: {
            libelle: 'DSI du groupement à contacter',
            court: 'Prévenir la DSI',
            acteur: 'etablissement',
            nature: 'obligatoire',
            source: '§4.2, §4.3.2',
          },
          on: { 'dsi.contactee': { target: 'contactee', actions: tellDsiContactee } },
        },
        contactee: {
          meta: { libelle: 'DSI contactée', acteur: 'dsi', nature: 'acquise', source: '§4.2, §4.3.2' },
          on: { 'site.ouvert': { actions: tellDsiContactee } },
        },
      },
    },
    etatDesLieux: {
      meta: { libelle: 'État des lieux des contrats', phase: 'equiper', source: '§4.2, §4.3.2' },
      initial: 'attendu',
      on: { 'etatDesLieux.recu': { target: '.recu', actions: [tellEtatDesLieux, spreadSurvey] } },
      states: {
        attendu: {
          meta: {
            libelle: 'État des lieux des contrats par la DSI',
            court: 'État des lieux des contrats',
            acteur: 'dsi',
            nature: 'recommandee',
            source: '§4.2, §4.3.2',
          },
        },
        recu: {
          meta: { libelle: 'État des lieux reçu', acteur: 'dsi', nature: 'acquise', source: '§4.2, §4.3.2' },
          on: { 'site.ouvert': { actions: tellEtatDesLieux } },
        },
      },
    },
    avancement: {
      meta: { libelle: 'Avancement des sites', source: 'A30' },
      initial: 'sansSite',
      states: {
        sansSite: {
          meta: { libelle: 'Sites à ouvrir', acteur: 'etablissement', nature: 'acquise', source: 'A30' },
          on: { 'sites.enCours': 'enCours', 'sites.enService': 'complet' },
        },
        enCours: {
          meta: { libelle: 'Sites en cours', acteur: 'etablissement', nature: 'acquise', source: 'A30' },
          on: { 'sites.aucun': 'sansSite', 'sites.enService': 'complet' },
        },
        complet: {
          meta: { libelle: 'Tous les sites en service', acteur: 'dsi', nature: 'acquise', source: 'A30' },
          on: { 'sites.aucun': 'sansSite', 'sites.enCours': 'enCours' },
        },
      },
    },
  },
});

/** What a site learns, and the region that hears it: that of the same name as what the survey knows. */
export interface SurveyFact {
  region: 'contrat' | 'carteResponsable' | 'mandataire';
  fait: OfferedFact;
}

/** What a site learns of what the survey knows of it. */
export function factsOf(site: SiteConnu): SurveyFact[] {
  const { contrat, numeroContrat: numero, contratDepuis: depuis, carteResponsable, mandataire } = site;
  const tell = (region: SurveyFact['region'], type: DossierEvent['type'], champs: object = {}): SurveyFact => ({
    region,
    fait: { type, ...champs },
  });
  return [
    ...(contrat === 'actif'
      ? [tell('contrat', 'contrat.trouve', { ...(numero && { numero }), ...(depuis && { depuis }) })]
      : []),
    ...(contrat === 'absent' ? [tell('contrat', 'contrat.absent')] : []),
    ...(carteResponsable ? [tell('carteResponsable', 'carteResponsable.trouvee', { carte: carteResponsable })] : []),
    ...(carteResponsable === null ? [tell('carteResponsable', 'carteResponsable.absente')] : []),
    ...(mandataire ? [tell('mandataire', 'mandat.trouve', { carte: mandataire })] : []),
  ];
}
