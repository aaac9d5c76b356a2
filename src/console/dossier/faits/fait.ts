import { SANS_DATE } from '../../../../machines/event.ts';
import { tellSource } from '../../../../machines/source.ts';
import { acteurs } from '../../../../machines/step.ts';
import { unlocks } from '../../../engine/answers/unlocks.ts';
import { explainRefusal } from '../../../engine/explain-refusal.ts';
import type { Refusal as EngineRefusal, Refusal } from '../../../engine/refusal.ts';
import { auteurOf } from '../../../identity/identity.ts';
import type { Erreur } from '../../../result.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { idOf } from '../../forms/draw-field.ts';
import type { GroupField } from '../../forms/field.ts';
import type { Form } from '../../forms/form.ts';
import { applyAction, readTyped, typedOf, write } from '../../forms/typed.ts';
import { cameFrom } from '../../journee/query.ts';
import { get, onceRead, post, type Screen, type Visit } from '../../shell/screen.ts';
import { type Page, type Refused, redirectDoubting, type Shown } from '../../shell/shown.ts';
import { alert, callout } from '../../ui/blocks.ts';
import { button, linkButton } from '../../ui/button.ts';
import { refusalNotice } from '../../ui/field.ts';
import { longDay } from '../../ui/words.ts';
import { filledByMail, mailOf } from '../courriels/tells.ts';
import { NEXT, whyNot } from '../etapes/fact.ts';
import { type ActContext, placesOf } from '../etapes/page.ts';
import { underCase } from '../frame.ts';
import { type Joinable, joinableTo, joinTo, PIECES, wrongFile } from '../joined.ts';
import { comingFrom, familyOf, followed, type News, newsAfter } from '../news.ts';
import { DESIGNATION, factsAbout, takesAnother } from '../read/administrateurs.ts';
import { type CaseRead, type Cible, type Fait, factIn, factsIn, linesAfter, pathOf, readCase } from '../read/case.ts';
import { type Brought, broughtBy, FILE, isTaken, WITHDRAWAL } from './depot.ts';
import { type AskedFact, askFact, drawFact, fallsOf } from './form.ts';

type Genre = Cible['genre'];

/** Where a fact of a case of that kind is told: its form, and what becomes of it. */
export function factScreens(genre: Genre): Screen[] {
  const path = `/${genre}s/:id/faits/:type` as const;
  const right = `${genre}s.faits` as const;
  const onDraft = onceRead((visit: Visit) => draftOf(visit, genre));
  return [get(path, right, onDraft(ask)), post(path, right, onDraft(answer), taken[genre])];
}

async function ask(visit: Visit, draft: Draft): Promise<Page> {
  const refusal = whyRefused(draft);
  const falls = refusal ? null : await fallsOf(visit, { ...draft, today: draft.places.today });
  const isInPlace = visit.request.headers['hx-request'] === 'true';
  return factPage(draft, { ...aroundOf(draft), refusal, falls, isInPlace });
}

async function answer(visit: Visit, draft: Draft): Promise<Shown> {
  const brought = draft.type === WITHDRAWAL ? await broughtBy(visit, draft.affaire.cible) : null;
  return brought ? filledIn(draft, brought) : tell(visit, draft);
}

/** What the form of a fact takes besides its fields: a certificate that fills it in, or the pieces that prove it. */
const taken = { dossier: { body: PIECES }, certificat: { file: FILE }, groupement: {} } as const;

/** What is being told, as typed so far; a fact that nobody tells, or a case in quarantine, is refused. */
async function draftOf(visit: Visit, genre: Genre): Promise<Draft | Refused> {
  const { id = '', type = '' } = visit.params;
  const read = await readCase(visit.services, { genre, id });
  if (!read.ok) return { refusal: read.error };
  const affaire = read.value;
  if (!affaire.procedure || !affaire.suite) return { refusal: { code: 'dossier-en-quarantaine', id } };
  const fact = factIn(affaire.procedure, type);
  if (!fact || fact.derive) return { refusal: { code: 'introuvable', objet: 'fait', id: type } };
  const { back, seen } = await comingFrom(visit, affaire.cible);
  const next = genre === 'dossier' ? ((await cameFrom(visit, id)).place?.apres ?? null) : null;
  const places = { ...(await placesOf(visit, affaire, seen, { next })), back };
  const { designes, today } = places;
  const asking = { designes, today, administrateur: visit.query['administrateur'] };
  const asked = askFact(affaire, { cible: affaire.cible, type, fact }, asking);
  const isPosted = visit.body.noms().length > 0;
  const courriel = genre === 'dossier' ? mailOf(visit) : null;
  const joinable = await joinableTo(visit.services, affaire.cible, fact.piece?.formulaire ?? null);
  const draft = { ...asked, affaire, places, courriel, joinable };
  if (isPosted) return { ...draft, typed: typedOf(visit.body, asked.form) };
  if (courriel === null) return draft;
  const filled = await filledByMail(visit, { cible: affaire.cible, rang: courriel }, asked.form, asked.typed);
  return { ...draft, typed: filled };
}

/** The form as a certificate fills it in, with what is wrong with it; nothing is recorded yet. */
function filledIn(draft: Draft, brought: Brought): Page {
  const { form, typed } = draft;
  const { deposit } = brought;
  const said = deposit?.genre === 'certificat' && isTaken(deposit) ? deposit.contenu : null;
  const filled = said ? { ...typed, ...readOf(form, said) } : typed;
  const status = brought.fault === null ? 200 : 422;
  const told = { ...aroundOf(draft), status, brought, refusal: whyRefused(draft) };
  return factPage({ ...draft, typed: filled }, told);
}

function readOf(
  form: Form,
  { numeroSerie, debut, fin, emetteur }: Record<'numeroSerie' | 'debut' | 'fin' | 'emetteur', string>,
) {
  const { date: _typed, ...read } = write(form, { numeroSerie, debut, fin, emetteur });
  return read;
}

/** Records what is typed, unless somebody acted since it was drawn: then it is shown first, and nothing typed is lost. */
async function tell(visit: Visit, draft: Draft): Promise<Shown> {
  const { affaire, type, form, typed, places } = draft;
  const around = aroundOf(draft);
  const changed = applyAction(form, typed, visit.body.get('action'));
  if (changed) return factPage({ ...draft, typed: changed.typed }, { ...around, focus: changed.nom });
  const nouvelles = await newsAfter(visit, affaire.cible, places.seen);
  if (nouvelles.lines.length > 0) return stale(draft, around, nouvelles);
  const wrong = await wrongFile(visit);
  if (wrong !== null) return factPage(draft, { ...around, status: 422, unkept: wrong });
  const act = { auteur: auteurOf(visit.identite), version: affaire.row.version };
  const recorded = await visit.services.record(affaire.cible, { ...readTyped(form, typed), type }, act);
  if (recorded.ok) {
    const left = await joinTo(visit, affaire.cible, type, draft.courriel === null ? [] : [draft.courriel]);
    const doubts = [...recorded.value.avertissements, ...left];
    return goOn(draft, visit.body.get('action') === 'suivant' ? places.next : null, doubts);
  }
  const { error } = recorded;
  if (error.code === 'version-perimee') return stale(draft, around, await newsAfter(visit, affaire.cible, places.seen));
  if (error.code === 'saisie-invalide') return factPage(draft, { ...around, status: 422, erreurs: error.erreurs });
  if (error.code === 'fait-refuse') return factPage(draft, { ...around, status: 409, refusal: asTold(error) });
  if (error.code !== 'date-anterieure') return { refusal: error };
  const anterieur = await datesOut(visit.services, affaire, error, idOf(form, 'date'));
  return factPage(draft, { ...around, status: 409, anterieur });
}

/** Back to where one came from, or on to the dossier `next`. */
function goOn({ affaire, fact, places }: Draft, next: string | null, doubts: readonly { message: string }[]): Shown {
  const done = `« ${fact.libelle} » est enregistré${next === null ? '' : ` pour « ${affaire.row.denomination} »`}.`;
  return redirectDoubting(next === null ? places.back : `/dossiers/${next}`, done, doubts);
}

function stale(draft: Draft, around: Around, nouvelles: Awaited<ReturnType<typeof newsAfter>>): Shown {
  return factPage(draft, { ...around, status: 409, news: nouvelles, refusal: whyRefused(draft) });
}

type Around = Pick<Feedback, 'scope' | 'hasNext'>;

/** A fact told to a groupement is told for all its sites. */
function aroundOf({ affaire, places }: Draft): Around {
  if (affaire.cible.genre !== 'groupement') return { hasNext: places.next !== null };
  return { scope: `Ce que vous notez vaut pour tous les sites de « ${affaire.row.denomination} ».` };
}

/** Why a fact would be refused now, by the steps that wait for it, or by the machine where none does; null when it may be taken. */
export function whyRefused(told: Pick<Draft, 'affaire' | 'type' | 'places'>): FactRefusal | null {
  const { affaire, type } = told;
  const { designes, today } = told.places;
  const { procedure, etat } = affaire;
  if (designes.some(({ id }) => factsAbout(affaire, id, today).includes(type))) return null;
  if (type === DESIGNATION && takesAnother(affaire, today)) return null;
  const known = factsIn(affaire).filter((fait) => fait.type === type);
  if (known.some(({ accepte }) => accepte)) return null;
  if (known[0]) return known[0];
  if (!procedure || !etat) return null;
  const [exemple] = procedure.facts[type]?.exemples ?? [];
  const event = { ...exemple, type, date: SANS_DATE, empreinte: '' };
  const manque = explainRefusal(procedure, etat.snapshot, event);
  return asTold({ manque, deblocages: unlocks(procedure, etat.snapshot, type) });
}

type FactRefused = Extract<EngineRefusal, { code: 'fait-refuse' }>;

/** A refusal of the engine, in the words of the answers. */
function asTold({ manque, deblocages }: Pick<FactRefused, 'manque' | 'deblocages'>): FactRefusal {
  return { manque, deblocages: deblocages.map((acts) => acts.map((act) => act.type)) };
}

/** How many acts of others are told: the last ones. */
const SHOWN = 20;

/** A fact that is being told of a case, as typed so far. */
export interface Draft extends AskedFact {
  affaire: CaseRead;
  places: ActContext;
  joinable: Joinable | null;
  /** The line of the mail that tells it, which becomes its piece; null for none. */
  courriel: number | null;
}

/** Why the machine takes no such fact now, and the ways out. */
export type FactRefusal = Pick<Fait, 'manque' | 'deblocages'>;

/** What is told beside a form that was sent, or that cannot be. */
interface Feedback {
  status?: number;
  erreurs?: readonly Erreur[];
  /** Why the machine refuses it, and the ways out. */
  refusal?: FactRefusal | null;
  /** That its day comes before what it stands on, and both ways out. */
  anterieur?: Html | null;
  /** What others did since it was drawn. */
  news?: News | null;
  focus?: string | null;
  /** What an accident would undo, before it is told; null for what undoes nothing. */
  falls?: Html | null;
  /** Whether another dossier follows in the list that one came from. */
  hasNext?: boolean;
  /** Whom else it is told to, when it is told to more than this case. */
  scope?: string | null;
  /** Whether the form alone is wanted, to stand where it was asked for. */
  isInPlace?: boolean;
  /** What was brought to fill it in. */
  brought?: Brought;
  /** Why a file that was joined would not be kept. */
  unkept?: string;
}

/** The page where one fact is told. */
function factPage(draft: Draft, said: Feedback): Page {
  const { affaire, fact, form, places } = draft;
  const { erreurs = [], refusal: refus = null, anterieur = null, news = null, scope = null, falls = null } = said;
  const vu = news?.seen ?? places.seen;
  const isStale = news !== null;
  return {
    title: fact.libelle,
    ...underCase(affaire),
    subtitle: html`<ul class="rang identite"><li>${acteurs[fact.acteur]}</li><li>${tellSource(fact.source)}</li></ul>`,
    status: said.status ?? 200,
    hasFaults: erreurs.length > 0 || refus !== null || anterieur !== null || said.status === 422,
    body: html`${followed(affaire.cible, vu)}
<div id="fait" data-partie${said.status !== undefined && html` data-saisi`}><div class="a-placer">${scope !== null && callout('info', scope)}
${isStale && staleNotice(news)}
${falls}
${anterieur}
${said.unkept !== undefined && refusalNotice(said.unkept)}
${refus && refusal(places, refus, said.status !== undefined && !isStale)}
<div class="panneau"${said.isInPlace && html` data-saisi`}>${drawFact(draft, {
      seen: vu,
      back: places.back,
      erreurs,
      focus: said.focus ?? (said.isInPlace ? firstOf(form.root) : null),
      more: besideOf(draft, isStale, said),
      courriel: draft.courriel,
      brought: said.brought ?? null,
      joinable: draft.joinable,
      ...(isStale && { label: 'Enregistrer quand même' }),
    })}</div></div></div>`,
  };
}

/** The first field that is not filled beforehand, as the day is. */
function firstOf({ fields }: GroupField, within = ''): string {
  const [first] = Object.entries(fields).filter(([cle]) => cle !== 'date');
  if (!first) return `${within}date`;
  const [cle, field] = first;
  return field.kind === 'group' ? firstOf(field, `${within}${cle}.`) : `${within}${cle}`;
}

function besideOf({ affaire: { cible }, places: { back } }: Draft, isStale: boolean, { hasNext }: Feedback): Html {
  return html`${hasNext && !isStale && button('Enregistrer et suivant', 'second', NEXT)}
${isStale && html`<a class="bouton second" href="${pathOf(cible)}" target="_blank" rel="noopener">Revoir le dossier (nouvel onglet)</a>`}
${linkButton('Annuler', back, 'discret')}`;
}

/** What was just sent and refused takes the focus; what is merely not possible yet is read in its place. */
function refusal(places: ActContext, refus: FactRefusal, isAnswer: boolean): Html {
  const told = callout('faute', whyNot(places, refus), 'Pas encore possible');
  return isAnswer ? alert(told) : told;
}

function staleNotice({ lines }: News): Html {
  const told = callout(
    'attention',
    html`<p>Rien de ce que vous avez saisi n’est perdu, et rien n’est encore enregistré. Depuis que vous avez ouvert cette page :</p>
${lines.length > SHOWN && html`<p>${lines.length - SHOWN} lignes plus anciennes sont au journal.</p>`}
<ul class="nouvelles">${lines.slice(-SHOWN).map(({ text, when }) => html`<li>${text}, ${when}</li>`)}</ul>
<p>Vérifiez que votre saisie convient toujours, puis enregistrez.</p>`,
    'Le dossier a changé entre-temps',
  );
  return alert(told);
}

/** A fact dated before what it stands on. */
type DateAnterieure = Extract<Refusal, { code: 'date-anterieure' }>;

/** Both ways out of dates in disorder: the day that was typed, `champ`, or that of the other fact, where its line is corrected. */
export async function datesOut(
  services: Services,
  { cible }: Pick<CaseRead, 'cible'>,
  { date, anterieur }: DateAnterieure,
  champ: string,
): Promise<Html> {
  const place = await lineOf(services, cible, anterieur);
  return alert(
    callout(
      'faute',
      html`<p>Ceci, daté du ${longDay(date)}, s’appuie sur « ${anterieur.libelle} », daté du ${longDay(anterieur.date)}. L’une des deux dates est fausse :</p>
<ul><li><a href="#${champ}">corrigez la date saisie ici</a></li>
<li>ou <a href="${place}">corrigez celle de « ${anterieur.libelle} »</a>, puis revenez.</li></ul>`,
      'Dates dans le désordre',
    ),
  );
}

/** Where the line that tells a fact is corrected; the journal where it is not found. */
async function lineOf(services: Services, cible: Cible, { type, date }: DateAnterieure['anterieur']): Promise<string> {
  const family = await familyOf(services, cible);
  const lines = await linesAfter(services, family, 0);
  const line = lines.findLast((one) => one.type === type && one.date === date);
  if (!line) return `${pathOf(family)}/journal`;
  const bearer: Cible = line.certificat ? { genre: 'certificat', id: line.certificat.id } : family;
  return `${pathOf(bearer)}/journal/${line.rang}/correction`;
}
