import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { type Compte, compteOf, type Delais, delaisUsuels, type Lieu } from '../../delays.ts';
import { possibleSince } from '../chronology.ts';
import type { Family } from '../decide.ts';
import { etablissementOf } from '../fiche.ts';
import { stateKey } from '../graph/state-key.ts';
import type { Instance } from '../instance.ts';
import { stateInfo, takenFacts } from '../state-info.ts';
import { limitedBy } from './certificates-summary.ts';
import { type Duree, daysOf, lieuOf } from './duree.ts';
import { liveCertificates } from './live-certificates.ts';
import { isOfSomebodyNew, lastingSteps, type NextSteps } from './next-steps.ts';
import { dueBefore, type Peremption } from './peremptions.ts';
import { lapsesAhead } from './remaining.ts';

/** Text with holes: what stands before each hole, the hole's name, and what stands after the last. */
interface Template {
  holes: [before: string, name: string][];
  end: string;
  /** How long what is left takes, and in how many days where no delay is set. */
  duree: Duree;
  jours: number;
}

const KEPT = 20_000;
/** The days that are left: no sentence holds its quotes bare. */
const LEFT = /("restant":\{"minimum":(?:null|\d+),"jours":)\d+/;
const HOLE = /"\uE000#([^\uE001]*)\uE001"|\uE000([^\uE001]*)\uE001/g;
/** One more whenever a view says more. */
const EDITION = 3;
/** What begins the holes of the days since which something can be done, before the path of a step. */
const POSSIBLE = 'possible:';
/** The hole of whom a dossier is about, in the examples that say it. */
const ETABLISSEMENT = 'etablissement';
const templates = new Map<string, Template>();

/**
 * A view as it is kept: the state it is of and what fills its holes, or its whole text where certificates make it unique; and all
 * that will lapse, of which the day of the reading tells what matters. Since when something can be done at a step is kept where that is
 * later than the step. Where its days are counted, and how long a unique one takes, serve once a delay is set. What an earlier program kept
 * is of another edition, and made anew.
 */
type KeptView = { edition: number; peremptions?: Peremption[]; lieu: Lieu } & (
  | { modele: string; valeurs: Record<string, string>; possibles?: Record<string, string> }
  | { texte: string; jours: number; duree: Duree }
);

/**
 * What is kept of the answer to « what is next? ». Two dossiers in the same state differ by ids and dates alone: their text is made
 * once per state, and the row, a tenth as long, is written × 1.5 as fast.
 */
export function keepView(family: Family, instance: Instance, jour: string): string {
  return JSON.stringify(keptView(family, instance, jour));
}

/** What is next, whatever it is next for. */
export type Suite = Omit<NextSteps, 'sujet'>;

/** What is next as it was kept: as it is sent, its subject under the name of its kind, and as data for whoever reads it here. */
export class StepsView {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Read anew each time: 50 µs. */
  get suite(): Suite {
    return JSON.parse(this.text) as Suite;
  }
}

/** The answer as it was kept, by the delays in force; null when its state has not been met since the start, or says more than was kept. */
export function readView(kept: string, jour: string, delais: Delais = delaisUsuels): StepsView | null {
  const view = JSON.parse(kept) as KeptView;
  if (view.edition !== EDITION) return null;
  const long = 'texte' in view ? view : templates.get(view.modele);
  const text = 'texte' in view ? view.texte : filled(view, jour);
  if (!long || text === null) return null;
  const { peremptions = [], lieu } = view;
  if (delais === delaisUsuels) return withPeremptions(text, dueBefore(peremptions, jour, long.jours));
  const compte = compteOf(delais, lieu);
  const jours = daysOf(long.duree, jour, compte);
  const told = text.replace(LEFT, `$1${jours}`);
  return withPeremptions('texte' in view ? withLimits(told, compte) : told, dueBefore(peremptions, jour, jours));
}

function filled(view: Extract<KeptView, { modele: string }>, jour: string): string | null {
  const template = templates.get(view.modele);
  if (!template) return null;
  return fill(template, (name) => {
    if (name === 'jour') return jour;
    return name.startsWith(POSSIBLE) ? possibleIn(view, name.slice(POSSIBLE.length)) : view.valeurs[name];
  });
}

/** Since when something can be done at a step where something can. */
function possibleIn({ valeurs, possibles = {} }: Extract<KeptView, { modele: string }>, etape: string) {
  return possibles[etape] ?? valeurs[etape];
}

function withLimits(text: string, compte: Compte): string {
  const steps = JSON.parse(text) as Suite;
  return JSON.stringify({ ...steps, certificats: limitedBy(steps.certificats, compte) });
}

/** Whether a view was kept as views are today. */
export function isOfToday(kept: string): boolean {
  return (JSON.parse(kept) as KeptView).edition === EDITION;
}

/** Whether two kept views say the same of the same state, in whatever words: sentences may have been written better since. */
export function isSameView(one: string, other: string): boolean {
  return one === other || essenceOf(one) === essenceOf(other);
}

/** What is told in words, or follows from delays. */
const APART = ['exemple', 'duree', ETABLISSEMENT];

/** Without sentences, and without examples, which sentences are part of. */
function essenceOf(kept: string): string {
  const { lieu: _lieu, ...view } = JSON.parse(kept) as KeptView;
  const text = 'texte' in view ? { ...view, texte: JSON.parse(view.texte) } : view;
  return JSON.stringify(text, (key, value) => {
    if (APART.includes(key)) return undefined;
    return typeof value === 'string' && 'texte' in view && value.includes(' ') ? '' : value;
  });
}

/** The kind of a view, and since when (YYYY-MM-DD) a step of it, by its path, is current, or can be done where it can; null for one that is unique. */
export function sharedView(kept: string): SharedView | null {
  const view = JSON.parse(kept) as KeptView;
  if (!('modele' in view) || view.edition !== EDITION) return null;
  return {
    kind: view.modele,
    depuis: (etape) => view.valeurs[etape],
    possibleDepuis: (etape) => possibleIn(view, etape),
  };
}

interface SharedView {
  kind: string;
  depuis(etape: string): string | undefined;
  possibleDepuis(etape: string): string | undefined;
}

function withPeremptions(text: string, peremptions: readonly Peremption[]): StepsView {
  return new StepsView(`${text.slice(0, -1)},"peremptions":${JSON.stringify(peremptions)}}`);
}

function keptView(family: Family, instance: Instance, jour: string): KeptView {
  const ahead = lapsesAhead(family, instance);
  const lapses = { edition: EDITION, lieu: lieuOf(family, instance), ...(ahead.length > 0 && { peremptions: ahead }) };
  if (liveCertificates(family, instance).nombre > 0 || isSingular(instance)) {
    const { steps, duree } = lastingSteps(family, instance, jour);
    return { texte: toText(steps), jours: steps.restant.jours, duree, ...lapses };
  }
  const groupement = instance.procedure.genre === 'certificat' ? null : family.groupement;
  const modele = [nameOf(instance), ...receivedAbove(groupement, instance)].join(' ');
  const template = templates.get(modele) ?? remember(modele, templateOf(family, instance));
  const isNamed = template.holes.some(([, name]) => name === ETABLISSEMENT);
  const { id, personne } = instance.procedure.responsable(instance.snapshot.context) ?? PERSONNE;
  const valeurs = {
    responsable: id,
    nom: escaped(personne.nom),
    prenom: escaped(personne.prenom),
    id: instance.id,
    version: `${instance.version}`,
    groupement: groupement?.id ?? '',
    ...instance.depuis,
    ...(isNamed && { [ETABLISSEMENT]: JSON.stringify(etablissementOf(instance.fiche) ?? exempleEtablissement) }),
  };
  const later = Object.entries(possibleSince(instance)).filter(([etape, jour]) => jour !== instance.depuis[etape]);
  return { modele, valeurs, ...(later.length > 0 && { possibles: Object.fromEntries(later) }), ...lapses };
}

/** Whether its answer tells what no other dossier in the same state does: reasons of the ANS, or that somebody of the examples is known. */
function isSingular(instance: Instance): boolean {
  const { procedure, snapshot } = instance;
  const { encore } = stateInfo(procedure, snapshot);
  return procedure.retour(snapshot.context) !== null || !encore.every((info) => isOfSomebodyNew(instance, info));
}

/** What of its groupement the answer of a case depends on: the facts that are told to it instead. */
function receivedAbove(groupement: Instance | null, { procedure }: Instance): string[] {
  if (!groupement || procedure.genre !== 'dossier') return [];
  const taken = takenFacts(stateInfo(groupement.procedure, groupement.snapshot)).map(({ type }) => type);
  return [groupement.procedure.id, ...taken.filter((type) => Object.hasOwn(procedure.facts, type)).sort()];
}

function nameOf({ procedure, snapshot }: Instance): string {
  return `${procedure.id}@${procedure.version}${stateKey(procedure, snapshot)}`;
}

function toText({ sujet: { genre, ...sujet }, ...rest }: Omit<NextSteps, 'peremptions'>): string {
  return JSON.stringify({ [genre]: sujet, ...rest });
}

/** The text of an instance whose every particular is a hole. */
function templateOf(family: Family, instance: Instance): Template {
  const depuis = holesOf(Object.keys(instance.depuis));
  const version = hole('#version') as unknown as number;
  const responsable = { id: hole('responsable'), personne: { nom: hole('nom'), prenom: hole('prenom') } };
  const { machine, anonyme } = instance.procedure;
  const context = anonyme(instance.snapshot.context, responsable);
  const snapshot = machine.resolveState({ value: instance.snapshot.value, context }) as Instance['snapshot'];
  const blank = { ...instance, id: hole('id'), version, depuis, snapshot };
  const groupement = family.groupement && { ...family.groupement, id: hole('groupement') };
  const isGroupement = groupement !== null && family.groupement === instance;
  const { steps, duree } = lastingSteps(
    { groupement: isGroupement ? blank : groupement, dossiers: family.dossiers, certificats: [] },
    blank,
    hole('jour'),
    {
      etablissement: () => hole(`#${ETABLISSEMENT}`),
      possibles: () => holesOf(Object.keys(possibleSince(instance)), POSSIBLE),
    },
  );
  return { ...parse(toText(steps)), duree, jours: steps.restant.jours };
}

/** Who is in charge where nobody is: no hole asks for him. */
const PERSONNE = { id: '', personne: { nom: '', prenom: '' } };

/** A text as it stands between quotes in JSON. */
const escaped = (text: string) => JSON.stringify(text).slice(1, -1);

const holesOf = (paths: readonly string[], prefix = '') =>
  Object.fromEntries(paths.map((path) => [path, hole(`${prefix}${path}`)]));

const hole = (name: string) => `\uE000${name}\uE001`;

function parse(text: string): Pick<Template, 'holes' | 'end'> {
  const holes: Template['holes'] = [];
  let from = 0;
  for (const { 0: found, 1: bare, 2: quoted, index } of text.matchAll(HOLE)) {
    holes.push([text.slice(from, index), bare ?? quoted ?? '']);
    from = index + found.length;
  }
  return { holes, end: text.slice(from) };
}

function fill({ holes, end }: Template, told: (name: string) => string | undefined): string | null {
  let text = '';
  for (const [before, name] of holes) {
    const value = told(name);
    if (value === undefined) return null;
    text += before + value;
  }
  return text + end;
}

function remember(modele: string, template: Template): Template {
  if (templates.size >= KEPT) templates.clear();
  templates.set(modele, template);
  return template;
}
