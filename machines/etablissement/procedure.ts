import { type AnyStateMachine, matchesState, type StateValue } from 'xstate';
import type { Procedure } from '../procedure.ts';
import { type Section, type Source, sourceIn } from '../source.ts';
import { conditions } from './conditions.ts';
import type { DossierContext } from './context.ts';
import { dossierFacts } from './events.ts';

const isHabilite = (value: StateValue) => matchesState({ demande: 'certificats' }, value);
const isCommande = (value: StateValue) =>
  isHabilite(value) && !matchesState({ demande: { certificats: 'aCommander' } }, value);
const isEquipe = (value: StateValue) => matchesState({ administrateurTechnique: 'actif' }, value);
const isAbandonne = (value: StateValue) => matchesState({ suivi: 'abandonne' }, value);

/** A path of an establishment, as a published procedure; what it shares with others cites its own passage, `source`. */
export function definePath(machine: AnyStateMachine, titre: string, source: Section): Procedure {
  return {
    id: machine.id,
    version: 1,
    titre,
    source,
    genre: 'dossier',
    machine,
    facts: citedIn(source, dossierFacts),
    conditions: citedIn(source, conditions),
    facette: (context) => (context as DossierContext).signataire ?? '',
    statut: (value) => {
      if (isAbandonne(value)) return 'abandonne';
      return matchesState({ demande: { certificats: 'enService' } }, value) ? 'enService' : 'enCours';
    },
    bilan: (enCours, enService) => {
      if (enService > 0) return 'certificats.enService';
      return enCours > 0 ? 'certificats.enCours' : 'certificats.aucun';
    },
    pause: { region: 'suivi', leve: 'dossier.rouvert' },
    ouvre: { 'certificat.demande': 'certificat' },
    equipe: null,
    objectifs: {
      complet: (value) => !isAbandonne(value) && isCommande(value),
      relais: (value) => !isAbandonne(value) && isHabilite(value),
      relaisEquipe: (value) => !isAbandonne(value) && isHabilite(value) && isEquipe(value),
    },
  };
}

function citedIn<Cited extends { source: Source }>(section: Section, all: Readonly<Record<string, Cited>>) {
  return Object.fromEntries(
    Object.entries(all).map(([name, cited]) => [name, { ...cited, source: sourceIn(cited.source, section) }]),
  );
}
