import { ENTIER, type Fact } from '../../../machines/event.ts';
import { ok } from '../../result.ts';
import { Champs } from '../../web/form.ts';
import { hasSeveral } from '../dossier/read/administrateurs.ts';
import { type Cible, readCase } from '../dossier/read/case.ts';
import { type Typed, write } from '../forms/typed.ts';
import { redPoints } from '../formulaires/anyway.ts';
import { parties, type Saisie } from '../formulaires/catalogue.ts';
import { type FilledForm, filledForm } from '../formulaires/filled-form.ts';
import type { Point } from '../formulaires/returns.ts';
import { followUps } from '../formulaires/sending.ts';
import type { Visit } from '../shell/screen.ts';
import type { AskedSite, SiteFact } from './acts.ts';
import type { SplitForm } from './fields.ts';

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
export async function rowsOf(
  visit: Looking,
  asked: readonly AskedSite[],
  act: BulkAct,
): Promise<{ rows: Row[]; left: number }> {
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
  const filled = await filledForm({ ...visit, params: { id, formulaire }, query: {}, body: new Champs() });
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
