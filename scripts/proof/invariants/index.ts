import type { Procedure } from '../../../machines/procedure.ts';
import { sourceIn } from '../../../machines/source.ts';
import { descendants, independentRegions } from '../../../src/engine/graph/independence.ts';
import type { Clause, Invariant } from '../claim.ts';
import { certificatInvariants } from './certificat.ts';
import { certificatDates } from './certificat-dates.ts';
import { certificatMemoire } from './certificat-memoire.ts';
import { administrateurTechnique } from './etablissement/administrateur-technique.ts';
import { annonces, suivi } from './etablissement/annonces.ts';
import { cartes } from './etablissement/cartes.ts';
import { commande, comptes } from './etablissement/commande.ts';
import { conditionsDesCartes, retenuDesAdministrateurs } from './etablissement/conditions.ts';
import { contrat } from './etablissement/contrat.ts';
import { coordination } from './etablissement/coordination.ts';
import { formulaire413 } from './etablissement/formulaire-413.ts';
import { mandat } from './etablissement/mandat.ts';
import { memoire, memoireAPart } from './etablissement/memoire.ts';
import { parcours } from './etablissement/parcours.ts';
import { pause } from './etablissement/pause.ts';
import { avancementInvariants, groupementInvariants } from './groupement.ts';
import { echeancesCertificat, echeancesDossier, politiques } from './politique.ts';
import { saisiesOf } from './saisies.ts';

/** What a procedure promises: of what its regions decide together, of those that stand apart, and of what is written. */
export function invariantsOf(procedure: Procedure): {
  ensemble: Invariant[];
  aPart: Invariant[];
  ecrit: Invariant<Clause>[];
} {
  const names = Object.keys(procedure.machine.root.states);
  const apart = [...independentRegions(procedure), ...names.filter((name) => name === procedure.pause?.region)];
  const together = names.filter((name) => !apart.includes(name));
  return {
    ensemble: [...listOf(procedure), covered(procedure, 'tout-atteint', together)],
    aPart: apart.length > 0 ? [...aloneOf(procedure), covered(procedure, 'tout-atteint-a-part', apart)] : [],
    ecrit: writtenOf(procedure).map((promise) => ({ ...promise, source: sourceIn(promise.source, procedure.source) })),
  };
}

function listOf({ genre, machine, source }: Procedure): Invariant[] {
  if (genre === 'certificat') return [...certificatInvariants, ...certificatDates, ...certificatMemoire];
  if (genre === 'groupement') return groupementInvariants;
  const common = [
    ...contrat,
    ...cartes,
    ...mandat,
    ...administrateurTechnique,
    ...formulaire413,
    ...commande,
    ...parcours,
    ...memoire,
    ...annonces,
  ];
  const all = machine.root.states['coordination'] ? [...common, ...coordination] : common;
  return all.map((promise) => ({ ...promise, source: sourceIn(promise.source, source) }));
}

function aloneOf({ genre }: Procedure): Invariant[] {
  if (genre === 'groupement') return avancementInvariants;
  return genre === 'dossier' ? [...comptes, ...suivi, ...memoireAPart] : [];
}

function writtenOf(procedure: Procedure): Invariant<Clause>[] {
  const own = {
    dossier: [...pause, ...conditionsDesCartes, retenuDesAdministrateurs, ...politiques, ...echeancesDossier],
    certificat: [...politiques, ...echeancesCertificat],
    groupement: [],
  };
  return [...own[procedure.genre], ...saisiesOf(procedure)];
}

/** Every leaf of those regions is reached, every fact they listen to is taken. */
function covered({ machine }: Procedure, id: string, regions: readonly string[]): Invariant {
  const nodes = descendants(machine.root).filter(({ path }) => regions.includes(path[0] ?? ''));
  const leaves = nodes.filter(({ states }) => Object.keys(states).length === 0);
  const faits = new Set(nodes.flatMap(({ ownEvents }) => ownEvents));
  return {
    id,
    enonce: 'Tout état est atteint, tout fait écouté est pris.',
    source: '§4',
    proposition: {
      forme: 'couvre',
      etats: leaves.map(({ path }) => path.join('.')),
      faits: [...faits].filter((type) => !type.startsWith('xstate.')),
    },
  };
}
