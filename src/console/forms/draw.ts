import type { Erreur } from '../../result.ts';
import { attrs, type Html, html } from '../../web/html.ts';
import { type Action, actionForm, type Hidden, hiddenFields } from '../ui/button.ts';
import { faultBox } from '../ui/field.ts';
import { toFrenchDays } from '../ui/words.ts';
import { drawField, formId, idOf, type Messages, type Pen } from './draw-field.ts';
import { childOf, type Field, fieldAt, within } from './field.ts';
import type { Form } from './form.ts';
import type { Typed } from './typed.ts';

/** What is told of the fields while they are drawn. */
interface FieldNotes extends Partial<Pick<Pen, 'focus' | 'extras' | 'folded' | 'footers'>> {
  /** What must be corrected, by JSON pointers. */
  erreurs?: readonly Erreur[];
  /** What deserves a second look. */
  avertissements?: readonly Erreur[];
  /** Whether what stands alone between groups is framed as they are. */
  isFramed?: boolean;
}

/** Where a form is sent, and what goes with its fields. */
interface FormSpec extends FieldNotes {
  action: string;
  /** What the Enter key does: the `action` that is sent, that of the main button. */
  defaultAction: string;
  /** Sent with the fields, unseen: a version. */
  hidden?: Hidden;
  /** Above the fields. */
  head?: Html | null;
  /** Between them and the buttons. */
  below?: Html | null;
  /** Below all. */
  buttons: Html;
  /** More attributes of the form: those of htmx. */
  attributes?: Action['attributes'];
}

/** A form with what is wrong first, its fields, and its buttons; « Ajouter » and « Retirer » replace it alone when htmx is there. */
export function drawForm(form: Form, typed: Typed, sent: FormSpec): Html {
  const { action, defaultAction, hidden = {}, head = null, below = null, buttons, attributes = {} } = sent;
  const own = { class: 'saisie', id: formId(form), novalidate: true, autocomplete: 'off', ...attributes };
  const first = { class: 'sr', name: 'action', value: defaultAction, tabindex: -1, 'aria-hidden': 'true' };
  return actionForm(
    { action, attributes: own },
    html`
<button${attrs(first)}>Valider</button>
${hiddenFields(hidden)}
${drawSummary(form, sent.erreurs ?? [])}
${head}
${drawFields(form, typed, sent, action)}
${below}
<div class="boutons">${buttons}</div>
`,
  );
}

function drawFields(form: Form, typed: Typed, told: FieldNotes, action: string): Html {
  const pen = penOf(form, typed, told, action);
  const champs = Object.entries(form.root.fields);
  const draw = (some: typeof champs) => some.map(([cle, field]) => drawField(pen, field, within('', cle)));
  if (!told.isFramed) return html`<div class="champs">${draw(champs)}</div>`;
  return html`<div class="champs">${runs(champs).map((run) =>
    isFramed(run[0]?.[1]) ? draw(run) : html`<div class="groupe l6"><div class="champs">${draw(run)}</div></div>`,
  )}</div>`;
}

/** What stands alone, with its neighbours that do too. */
function runs(champs: readonly [string, Field][]): [string, Field][][] {
  const found: [string, Field][][] = [];
  for (const champ of champs) {
    const last = found.at(-1);
    if (last && !isFramed(champ[1]) && !isFramed(last[0]?.[1])) last.push(champ);
    else found.push([champ]);
  }
  return found;
}

/** One field alone, to be put back in its place by htmx: its id is that of the field, then `-bloc`. */
export function drawOne(form: Form, typed: Typed, nom: string, told: FieldNotes): Html | null {
  const field = fieldAt(form.root, nom);
  return field ? drawField(penOf(form, typed, told, ''), field, nom) : null;
}

function penOf(form: Form, typed: Typed, told: FieldNotes, action: string): Pen {
  const { erreurs = [], avertissements = [], focus = null, footers = {}, extras = {}, folded = [] } = told;
  const [faults, doubts] = [messagesOf(form, erreurs), messagesOf(form, avertissements)];
  return { form, typed, action, focus, footers, folded, extras, faults, doubts };
}

function isFramed(field: Field | undefined): boolean {
  return field?.kind === 'group' || field?.kind === 'list';
}

/** All that is wrong, once, each with a link to its field; what is no field’s is said without. */
function drawSummary(form: Form, erreurs: readonly Erreur[]): Html | null {
  const said = [...messagesOf(form, erreurs)];
  if (said.length === 0) return null;
  const lines = said.flatMap(([nom, messages]) => messages.map((message) => lineOf(form, nom, message)));
  return faultBox('À corriger', html`<ul>${lines}</ul>`);
}

function lineOf(form: Form, nom: string, message: string): Html {
  if (nom === '') return html`<li>${message}</li>`;
  return html`<li><a href="#${idOf(form, nom)}">${labelIn(form, nom)}</a> : ${message}</li>`;
}

/** What a field is called among the others of its form: « Nom », or « Mandataire, Nom » where another is called the same. */
export function labelIn({ root }: Form, nom: string): string {
  const titles = titlesTo(root, nom.split('.'));
  const own = titles.at(-1) ?? '';
  const isLine = / \d+$/.test(titles.at(-2) ?? '');
  return titles.length > 1 && (isLine || timesNamed(root, own) > 1) ? titles.slice(-2).join(', ') : own;
}

/** The titles of what a field stands in, then its own; a line of a list stands for its list. */
function titlesTo(field: Field, path: readonly string[]): string[] {
  const [cle, ...rest] = path;
  const inner = cle === undefined ? undefined : childOf(field, cle);
  if (!inner) return [];
  if (inner.kind === 'list' && rest.length > 0) return titlesTo(inner, rest);
  const title = field.kind === 'list' ? `${inner.label} ${Number(cle) + 1}` : inner.label;
  return [title, ...titlesTo(inner, rest)];
}

function timesNamed(field: Field, titre: string): number {
  const own = field.label === titre ? 1 : 0;
  const within = innerFields(field).map((inner) => timesNamed(inner, titre));
  return within.reduce((sum, one) => sum + one, own);
}

function innerFields(field: Field): readonly Field[] {
  if (field.kind === 'group') return Object.values(field.fields);
  if (field.kind === 'question') return Object.values(field.group.fields);
  return field.kind === 'list' ? [field.element] : [];
}

/** Messages by the name of the field that each points at, or of the nearest one around it. */
function messagesOf({ root }: Form, erreurs: readonly Erreur[]): Messages {
  const said = new Map<string, string[]>();
  for (const { pointeur, message } of erreurs) {
    const nom = nearest(root, partsOf(pointeur));
    said.set(nom, [...(said.get(nom) ?? []), toFrenchDays(message)]);
  }
  return said;
}

/** RFC 6901. */
function partsOf(pointeur: string): string[] {
  const parts = pointeur.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function nearest(field: Field, parts: readonly string[], nom = ''): string {
  const [cle, ...rest] = parts;
  const inner = cle === undefined ? undefined : childOf(field, cle);
  return inner && cle !== undefined ? nearest(inner, rest, within(nom, cle)) : nom;
}
