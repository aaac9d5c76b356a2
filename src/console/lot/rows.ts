import { ENTIER, type Fact } from '../../../machines/event.ts';
import { type Erreur, ok, toErreurs } from '../../result.ts';
import type { Champs } from '../../web/form.ts';
import { hasSeveral } from '../dossier/read/administrateurs.ts';
import { type Cible, readCase } from '../dossier/read/case.ts';
import { fieldAt } from '../forms/field.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { parties, type Saisie } from '../formulaires/catalogue.ts';
import { control, reasonFault, redPoints } from '../formulaires/control.ts';
import { type FilledForm, keptForm } from '../formulaires/filled-form.ts';
import type { Point } from '../formulaires/returns.ts';
import { followUps } from '../formulaires/sending.ts';
import type { Visit } from '../shell/screen.ts';
import type { AskedSite, SiteFact } from './acts.ts';
import { cellName, type SplitForm, TOUS, typedFor } from './fields.ts';

/** One case that an act is for: a site, or a certificate of it. */
export interface Row {
  /** The id of the case, under which its cells are sent. */
  key: string;
  cible: Cible;
  siteId: string;
  nom: string;
  /** What it is found by in a table that is pasted. */
  cles: readonly string[];
  /** The step that waits for it, when it is a certificate’s. */
  sous: string;
  version: number;
  /** Whether it may do without. */
  isOptional: boolean;
  /** Why it does not take it; null when it does. */
  refus: string | null;
  /** What its form would hold before anybody types. */
  known: Typed;
  /** The form of the procedure that the act fills or sends; null for none. */
  travail: FilledForm | null;
  /** What the ANS would return, for what is signed or sent. */
  red: readonly Point[];
}

/** An act for several sites, and how it is asked. */
export interface BulkAct {
  type: string;
  fact: Fact;
  split: SplitForm;
}

/** Who looks, without what they have typed: forms are as they are kept. */
type Looking = Visit<unknown>;

/** What a page may weigh, and what a line and each of its cells do, in bytes: the other sites come after. */
const [PAGE, LINE, CELL] = [80_000, 650, 430];

/** The rows of an act: one for each case that waits for it, or the site with why it does not; how many are left for later. */
export async function rowsOf(visit: Looking, asked: readonly AskedSite[], act: BulkAct) {
  const rows: Row[] = [];
  const takers: [AskedSite, SiteFact][] = [];
  for (const one of asked) {
    const facts = factsOf(one, act);
    const taken = takenOf(facts);
    for (const found of taken.values()) takers.push([one, found]);
    if (taken.size === 0) rows.push(refusing(one, facts[0]));
  }
  const most = Math.floor(PAGE / (LINE + CELL * act.split.columns.length));
  for (const [one, found] of takers.slice(0, most)) rows.push(await taking(visit, one, found, act));
  return { rows, left: Math.max(0, takers.length - most) };
}

/** The rows that a page has shown, by their dossiers, as they are now: what no longer waits for the act is there, and says so. */
export async function rowsShown(
  visit: Looking,
  asked: readonly AskedSite[],
  act: BulkAct,
  shown: ReadonlyMap<string, string>,
): Promise<Row[]> {
  const sites = new Map(asked.map((one) => [one.site.id, one]));
  const rows: Row[] = [];
  for (const [key, siteId] of shown) {
    const one = sites.get(siteId);
    if (!one) continue;
    const facts = factsOf(one, act);
    const found = takenOf(facts).get(key);
    const row = found
      ? await taking(visit, one, found, act)
      : refusing(
          one,
          facts.find(({ cible }) => cible.id === key),
        );
    rows.push(found || key === siteId ? row : { ...row, key, cible: { genre: 'certificat', id: key } });
  }
  return rows;
}

function factsOf({ faits }: AskedSite, { type }: BulkAct): SiteFact[] {
  return faits.filter(({ fait }) => fait.type === type);
}

/** Those that are taken now, by the case that would be told. */
function takenOf(facts: readonly SiteFact[]): Map<string, SiteFact> {
  return new Map(facts.filter(({ fait }) => fait.accepte).map((each) => [each.cible.id, each]));
}

function identify({ site, version }: AskedSite, cible: Cible, libelle: string) {
  const { id: siteId, denomination: nom, finess, siret, commune } = site;
  const sous = cible.genre === 'certificat' ? libelle : [finess, commune].filter(Boolean).join(' · ');
  const cles = [nom, finess ?? '', siret ?? ''].filter(Boolean);
  return { key: cible.id, cible, siteId, nom, sous, version, cles, isOptional: false };
}

function refusing(one: AskedSite, found: SiteFact | undefined): Row {
  const cible = found?.cible ?? { genre: 'dossier' as const, id: one.site.id };
  const why = found?.fait.manque.map(({ libelle }) => libelle).join(' ');
  const refus = why || 'N’attend pas cela en ce moment.';
  return { ...identify(one, cible, found?.etape.libelle ?? ''), refus, known: {}, travail: null, red: [] };
}

async function taking(visit: Looking, one: AskedSite, found: SiteFact, act: BulkAct): Promise<Row> {
  const { cible, fait, etape } = found;
  const row = { ...identify(one, cible, etape.libelle), refus: null, travail: null, red: [] };
  const travail = cible.genre === 'dossier' ? await formOf(visit, cible.id, act) : null;
  const read = travail ? ok(travail.affaire) : await readCase(visit.services, cible);
  if (!read.ok) return { ...row, refus: 'Ne peut pas être lu.', known: {} };
  const { version } = read.value.row;
  const asksWhom = 'administrateur' in act.fact.champs && hasSeveral(read.value);
  const value = { ...proposed(act, fait.exemple), date: visit.services.today(), ...knownIn(act.fact, travail) };
  const isFollowUp = Object.values(followUps).some(({ type }) => type === act.type);
  const contacts = travail && (travail.saisie['partie4'] as Saisie | undefined)?.['administrateursTechniques'];
  const several = asksWhom || (act.fact.piece?.contenu === 'partie4' && Array.isArray(contacts) && contacts.length > 1);
  return {
    ...row,
    isOptional: etape.nature === 'facultative',
    version,
    travail,
    known: write(act.split.whole, value),
    red: isFollowUp && travail ? redPoints(travail) : [],
    refus: several ? 'A plusieurs administrateurs techniques : à faire depuis son dossier.' : null,
  };
}

/** The form of the procedure that an act is about, as it is kept of a dossier. */
export async function formOf(visit: Looking, id: string, { fact, type }: BulkAct): Promise<FilledForm | null> {
  const isFollowUp = Object.values(followUps).some((one) => one.type === type);
  const { formulaire, contenu } = fact.piece ?? {};
  if (formulaire === undefined || (contenu === undefined && !isFollowUp)) return null;
  const filled = await keptForm(visit, id, formulaire);
  return 'refusal' in filled ? null : filled;
}

/** What a dossier knows of what a fact carries of a form. */
function knownIn({ piece, champs }: Fact, travail: FilledForm | null): Saisie {
  if (!travail || !piece) return {};
  const { envoi: _envoi, remplissage: _remplissage, ...saisie } = travail.saisie;
  const partie = parties.find((one) => one === piece.contenu);
  if (partie) return { [partie]: withVisa(saisie[partie] as Saisie | undefined, travail.jour) };
  if (piece.contenu !== ENTIER) return {};
  const signature = { ...(saisie['signature'] as Saisie | undefined) };
  const own = piece.role && saisie['role'] !== piece.role ? { porteur: undefined } : {};
  const role = piece.role ? { role: piece.role, mandat: piece.role === 'mandataire' } : {};
  const how = 'moyen' in champs ? { moyen: piece.formulaire } : {};
  return { ...how, saisie: { ...saisie, ...own, ...role, signature: { date: travail.jour, ...signature } } };
}

/** A visa is of today unless it says its day. */
function withVisa(partie: Saisie | undefined, jour: string): Saisie | undefined {
  return partie && 'signataire' in partie ? { date: jour, ...partie } : partie;
}

/** Of a body that is taken as it is, the choices that are said once for all, and the kind of card of whoever is known; never a date nor a name. */
function proposed({ fact: { carte }, split }: BulkAct, exemple: object | null): Saisie {
  const { fields } = split.common.root;
  return Object.fromEntries(
    Object.entries({ ...exemple } as Saisie).flatMap(([cle, value]): [string, unknown][] => {
      if (cle === 'carte' && carte !== null) return [[cle, { type: (value as Saisie)['type'], fin: null }]];
      return fields[cle]?.kind === 'choice' ? [[cle, value]] : [];
    }),
  );
}

/** The rows that the page shows, each with its dossier: « dossier:certificat », sent unseen. */
export function shownIn(body: Champs): ReadonlyMap<string, string> {
  const pairs = body.tous('ligne').map((text) => text.split(':'));
  return new Map(pairs.map(([siteId = '', key = '']) => [key, siteId]));
}

/** What was typed, once the page of the act was shown: by row, and for all those that leave a cell empty. */
export type Said = NonNullable<ReturnType<typeof saidIn>>;

/** Reads it; null while the page was not shown yet. */
export function saidIn(body: Champs, { split }: BulkAct) {
  if (body.get('action') === undefined) return null;
  const keys = [TOUS, ...shownIn(body).keys()];
  const cells = keys.map((key): [string, Typed] => {
    const typed = split.columns.map(({ nom }) => [nom, body.get(cellName(key, nom))?.trim() ?? '']);
    return [key, Object.fromEntries(typed)];
  });
  const pairs = body.tous('pris').map((text) => text.split(':'));
  return {
    common: typedOf(body, split.common),
    cells: new Map(cells),
    versions: new Map(pairs.map(([id = '', version]) => [id, Number(version)])),
    reasons: new Map(keys.map((key) => [key, body.get(`malgre.${key}`)?.trim() ?? ''])),
  };
}

/** What all the rows know the same of; what only some of them say is written on none of the others. */
export function agreed([first, ...others]: readonly Row[]): Typed {
  const known = Object.entries(first?.known ?? {});
  return Object.fromEntries(known.filter(([nom, value]) => others.every((other) => other.known[nom] === value)));
}

/** What one row says of its form: its own, else what is said for all; where all are left to their own, what it knows. */
function typedOfRow({ split }: BulkAct, said: Said, { key, known }: Row, same: Typed): Typed {
  const mine = said.cells.get(key) ?? {};
  const all = said.cells.get(TOUS) ?? {};
  const own = Object.fromEntries(split.columns.map(({ nom }) => [nom, mine[nom] || all[nom] || '']));
  const common = Object.entries(said.common).map(([nom, value]) => {
    return [nom, value === '' && same[nom] === undefined ? (known[nom] ?? '') : value];
  });
  return typedFor(split, known, { common: Object.fromEntries(common), own });
}

/** What is told to a row, and what is wrong with it. */
export type Line = ReturnType<typeof lineOf>;

/** Reads what a row is told; `same` is what all of them know. */
export function lineOf(act: BulkAct, said: Said, row: Row, same: Typed) {
  const input = { ...readTyped(act.split.whole, typedOfRow(act, said, row, same)), type: act.type };
  if (row.refus !== null) return { row, input, erreurs: [], red: [] };
  const { error } = act.fact.schema.safeParse(input);
  const erreurs = error ? toErreurs(error) : [];
  const saisie = (input as { saisie?: Record<string, unknown> }).saisie;
  const red = row.travail && saisie && erreurs.length === 0 ? redIn(row, saisie) : row.red;
  return { row, input, erreurs, red };
}

/** What the ANS would return of a form that is sent as it is typed here. */
function redIn({ travail }: Row, saisie: Record<string, unknown>): Point[] {
  if (!travail) return [];
  const { imprime, affaire, jour } = travail;
  return control({ imprime, affaire, saisie, jour }).filter(({ etat }) => etat === 'faute');
}

/** What is to be corrected: at the fields of all, and by the cells of each row; the cell '' is the row itself. */
export interface Faults {
  common: readonly Erreur[];
  cells: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What is to be corrected: at the fields of all, and at those of each row; null for nothing. */
export function faultsOf({ split }: BulkAct, said: Said, lines: readonly Line[]): Faults | null {
  const common = new Map<string, Erreur>();
  const cells = new Map<string, Map<string, string>>();
  for (const { row, erreurs, red } of lines) {
    const own = new Map<string, string>();
    for (const erreur of erreurs) {
      const nom = erreur.pointeur.slice(1).replaceAll('/', '.');
      const column = split.columns.find((one) => one.nom === nom || one.nom.startsWith(`${nom}.`));
      if (column) own.set(column.nom, erreur.message);
      else if (fieldAt(split.common.root, nom)) common.set(erreur.pointeur, erreur);
      else own.set('', erreur.message);
    }
    const why = red.length > 0 ? reasonFault(said.reasons.get(row.key) ?? '') : null;
    if (why !== null) own.set('malgre', why);
    if (own.size > 0) cells.set(row.key, own);
  }
  return common.size + cells.size > 0 ? { common: [...common.values()], cells } : null;
}
