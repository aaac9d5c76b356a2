import { type AnyStateMachine, matchesState, type StateValue } from 'xstate';
import type { Fact } from '../event.ts';
import { exemplePersonne } from '../formulaires/champs.ts';
import type { Partie4 } from '../formulaires/formulaire-413.ts';
import type { Procedure, Responsable, Retour } from '../procedure.ts';
import { type Section, type Source, sourceIn } from '../source.ts';
import { idOf, isActif, lastDay, operationnels } from './administrateurs.ts';
import { confront } from './coherence.ts';
import { conditions } from './conditions.ts';
import type { CarteActive, DossierContext } from './context.ts';
import { type DossierEvent, dossierFacts, etablissementFacts } from './events.ts';
import { champOf, motifsRetour, partieOf } from './formulaire-413-facts.ts';

const EXEMPLE: Responsable = { id: idOf(exemplePersonne), personne: exemplePersonne };
const [NUMEROS] = etablissementFacts['etablissement.identifiantModifie'].exemples;
const isHabilite = (value: StateValue) => matchesState({ habilitation: 'accordee' }, value);
const isEquipe = (value: StateValue) => matchesState({ administrateurTechnique: 'actif' }, value);
const isOuvert = (value: StateValue) => matchesState({ suivi: 'ouvert' }, value);
const hasContrat = (value: StateValue) => matchesState({ contrat: 'actif' }, value);

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
    facette: (context) => facetteOf(context as DossierContext),
    nuance: (context) => nuanceOf(context as DossierContext),
    statut: (value) => {
      if (matchesState({ suivi: 'abandonne' }, value)) return 'abandonne';
      if (matchesState({ suivi: 'ferme' }, value)) return 'clos';
      return matchesState({ certificats: 'enService' }, value) ? 'enService' : 'enCours';
    },
    bilan: (enCours, enService) => {
      if (enService > 0) return 'certificats.enService';
      return enCours > 0 ? 'certificats.enCours' : 'certificats.aucun';
    },
    temoins: ['connus', 'declares', 'editeur', 'viseur'],
    anonyme: (context, responsable) => anonymous(context as DossierContext, responsable),
    responsable: (context) => {
      const [first, ...others] = (context as DossierContext).administrateurs;
      return first ? { id: first.id, personne: first.personne, seul: others.length === 0 } : null;
    },
    exempleDe: (context, fact, exemple) => exampleOf(context as DossierContext, fact, exemple),
    retour: (context) => retourOf(context as DossierContext),
    confronter: ({ value, context, fiche }, event) => {
      const known = context as DossierContext;
      const pouvoirs = pouvoirsOf(value, known, event.date);
      return confront({ context: known, fiche, pouvoirs }, event as DossierEvent);
    },
    relais: ({ value, context }) => {
      const able = operationnels(context as DossierContext);
      return [
        able.length > 0
          ? { type: 'administrateurTechnique.disponible', fin: lastDay(able) }
          : { type: 'administrateurTechnique.indisponible' },
        { type: isOuvert(value) && hasContrat(value) ? 'commande.ouverte' : 'commande.fermee' },
      ];
    },
    pause: { region: 'suivi', leve: 'dossier.rouvert' },
    ouvre: { 'certificat.demande': 'certificat' },
    equipe: null,
    terme: 'certificat.demande',
    entree: null,
    ouvertPar: null,
    exemple: {},
    objectifs: {
      complet: () => false,
      relais: isHabilite,
      relaisEquipe: (value) => isHabilite(value) && isEquipe(value),
    },
  };
}

/** A24 — whether each might still sign on a day: an active card and, for the mandataire, a mandate. */
function pouvoirsOf(value: StateValue, { carteResponsable, carteMandataire }: DossierContext, date: string) {
  const serves = (carte: CarteActive | null) => carte === null || carte.fin === null || date <= carte.fin;
  return {
    representantLegal: matchesState({ carteResponsable: 'active' }, value) && serves(carteResponsable),
    mandataire: matchesState({ mandataire: 'actif' }, value) && serves(carteMandataire),
  };
}

function retourOf({ retour }: DossierContext): Retour | null {
  if (retour === null) return null;
  const motifs = retour.motifs.map(({ code, precision = null }) => ({
    code,
    libelle: motifsRetour[code],
    precision,
    partie: partieOf(code),
    champ: champOf(code),
  }));
  return { le: retour.le, motifs };
}

/** Who signs, whose staff the administrateur technique in charge is, and whether part 4 names one of those who are designated. */
function facetteOf({ signataire, administrateurs, nommes, parties }: DossierContext): string {
  const actifs = administrateurs.filter(isActif);
  const counted = actifs.length > 0 ? actifs : administrateurs.slice(0, 1);
  const isNamed = parties.partie4 === null || counted.some(({ id }) => nommes.includes(id));
  return [
    ...(signataire === null ? [] : [signataire]),
    ...(administrateurs[0]?.origine === 'technicien' ? ['technicien'] : []),
    ...(administrateurs.length === 0 || isNamed ? [] : ['nul nommé']),
  ].join(' ');
}

/** What an example says of somebody by his id, and of whom part 4 of the form names as the examples do, is told of who is in charge. */
function exampleOf(
  { administrateurs: [first, second] }: DossierContext,
  fact: Pick<Fact, 'champs'> | undefined,
  exemple: object,
): object {
  if (!first) return exemple;
  const told = second && fact && Object.hasOwn(fact.champs, 'administrateur') ? { administrateur: first.id } : {};
  const { partie4 } = exemple as { partie4?: Partie4 };
  if (!partie4) return { ...exemple, ...told };
  const administrateursTechniques = partie4.administrateursTechniques.map((one) =>
    idOf(one) === EXEMPLE.id ? { ...one, ...first.personne } : one,
  );
  return { ...exemple, ...told, partie4: { ...partie4, administrateursTechniques } };
}

/** Whoever is in charge goes by the name of the examples, or by the one given, the others by their rank. */
function anonymous(context: DossierContext, responsable: Responsable = EXEMPLE): DossierContext {
  const named = context.administrateurs.map((one, rank) =>
    rank === 0 ? { ...one, ...responsable } : { ...one, id: `${rank}`, personne: { nom: `${rank}`, prenom: '' } },
  );
  const names = new Map(context.administrateurs.map(({ id }, rank) => [id, named[rank]?.id ?? id]));
  const rename = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
  const isOpen = context.administrateurs.length === 0 && context.nommes.length > 0;
  return {
    ...context,
    identifiants: isExample(context.identifiants) ? context.identifiants : { siret: null, finess: null },
    administrateurs: named.map((one) => ({ ...one, societe: null })),
    habilites: rename(context.habilites),
    nommes: isOpen ? [responsable.id] : rename(context.nommes),
    connus: { representantLegal: null, mandataire: null },
    editeur: null,
    viseur: null,
    declares: null,
  };
}

/** What other administrateurs techniques change, and whether the identifiers are those of the examples: '' for most dossiers. */
function nuanceOf({ administrateurs, habilites, nommes, identifiants }: DossierContext): string {
  const numbers = isExample(identifiants) ? ' exemple' : '';
  if (administrateurs.length <= 1) return numbers;
  const marks = administrateurs.map((one) =>
    [
      one.origine,
      ...(isActif(one) ? ['actif'] : []),
      ...(one.bloquee ? ['bloqué'] : []),
      ...(habilites.includes(one.id) ? ['habilité'] : []),
      ...(nommes.includes(one.id) ? ['nommé'] : []),
    ].join(' '),
  );
  return `${numbers} ${marks.join(', ')}`;
}

function isExample({ siret, finess }: DossierContext['identifiants']): boolean {
  return siret === NUMEROS.siret && finess === NUMEROS.finess;
}

function citedIn<Cited extends { source: Source }>(section: Section, all: Readonly<Record<string, Cited>>) {
  return Object.fromEntries(
    Object.entries(all).map(([name, cited]) => [name, { ...cited, source: sourceIn(cited.source, section) }]),
  );
}
