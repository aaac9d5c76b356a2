import { type Html, html } from '../../web/html.ts';
import { icone } from '../ui/icon.ts';
import type { Said } from './faults.ts';
import {
  answerName,
  type CheckField,
  type ChoiceField,
  type Field,
  type GroupField,
  type ListField,
  lengthName,
  type QuestionField,
  type TextField,
  within,
} from './field.ts';
import type { Form } from './form.ts';
import { addAction, removeAction } from './lists.ts';
import { lengthOf, NONE, TICKED, type Typed } from './typed.ts';

/** As many choices as may be seen at once, and the letters that half a line has room for; others are in a list that opens. */
const SEEN_AT_ONCE = 3;
const HALF_LINE = 24;

/** A field under its name, with what it holds within. */
export function drawField(pen: Pen, field: Field, nom: string): Html {
  switch (field.genre) {
    case 'texte':
      return drawText(pen, field, nom);
    case 'choix':
      return isSeenAtOnce(field) ? drawRadios(pen, field, nom) : drawSelect(pen, field, nom);
    case 'case':
      return drawCheck(pen, field, nom);
    case 'groupe':
      return drawGroup(pen, field, nom);
    case 'liste':
      return drawList(pen, field, nom);
    case 'question':
      return drawQuestion(pen, field, nom);
  }
}

function isSeenAtOnce({ requis, options, aucun, largeur }: ChoiceField): boolean {
  const letters = options.reduce((sum, { libelle }) => sum + libelle.length, 0);
  return requis && aucun === null && options.length <= SEEN_AT_ONCE && (largeur > 3 || letters <= HALF_LINE);
}

function drawText(pen: Pen, field: TextField, nom: string): Html {
  const { titre, requis, long, max, largeur } = field;
  const id = idOf(pen.form, nom);
  const { textes, attributs } = beside(pen, nom, helpOf(field));
  const value = pen.typed[nom] ?? '';
  const common = html` id="${id}" name="${nom}"${requis && html` required`}${max !== null && html` maxlength="${max}"`}${attributs}${pen.plus[nom]?.attributs}${focus(pen, nom)}`;
  return html`<div class="champ l${largeur}" id="${id}-bloc"><label for="${id}">${titre}${mention(requis)}</label>
${textes}${long ? html`<textarea${common} rows="${rowsOf(value)}">${value}</textarea>` : html`<input${common}${lineOf(field)} value="${value}">`}${pen.plus[nom]?.dessous}</div>`;
}

/** Days are typed as text: what is half typed comes back, and no browser asks for them in English. */
function lineOf({ type, inputmode }: TextField): Html {
  const isPlain = type === 'date' || type === 'text';
  return html` type="${isPlain ? 'text' : type}"${inputmode && html` inputmode="${inputmode}"`}${type === 'email' && html` spellcheck="false" autocapitalize="none"`}`;
}

function helpOf({ aide, type, exemple }: TextField): string | null {
  const format = type === 'date' ? 'Au format JJ/MM/AAAA.' : exemple && `Exemple : ${exemple}`;
  return [aide, format].filter(Boolean).join(' ') || null;
}

function rowsOf(value: string): number {
  return Math.min(Math.max(3, Math.ceil(value.length / 80) + 1), 12);
}

function drawSelect(pen: Pen, { titre, requis, aide, options, aucun, largeur }: ChoiceField, nom: string): Html {
  const id = idOf(pen.form, nom);
  const { textes, attributs } = beside(pen, nom, aide);
  const chosen = pen.typed[nom] ?? '';
  const none = aucun === null ? [] : [{ valeur: NONE, libelle: aucun }];
  const shown = [{ valeur: '', libelle: requis ? 'Choisir…' : 'Non précisé' }, ...none, ...options];
  return html`<div class="champ l${largeur}"><label for="${id}">${titre}${mention(requis)}</label>
${textes}<select id="${id}" name="${nom}"${requis && html` required`}${attributs}${focus(pen, nom)}>${shown.map(
    ({ valeur, libelle }) => html`<option value="${valeur}"${valeur === chosen && html` selected`}>${libelle}</option>`,
  )}</select></div>`;
}

function drawRadios(pen: Pen, { titre, requis, aide, options, largeur }: ChoiceField, nom: string): Html {
  const { textes, attributs } = beside(pen, nom, aide);
  return html`<fieldset class="champ choix l${largeur}" role="radiogroup"${attributs}><legend>${titre}${mention(requis)}</legend>
${textes}<div class="options">${radios(pen, nom, options)}</div></fieldset>`;
}

/** The first has the id of the field, for the summary of faults. */
function radios(pen: Pen, nom: string, options: readonly { valeur: string; libelle: string }[], name = nom): Html {
  const id = idOf(pen.form, nom);
  return html`${options.map(({ valeur, libelle }, rang) => {
    const own = rang === 0 ? id : `${id}-${rang + 1}`;
    return html`<label class="option" for="${own}"><input type="radio" id="${own}" name="${name}" value="${valeur}"${
      pen.typed[name] === valeur && html` checked`
    }${rang === 0 && focus(pen, nom)}> <span>${libelle}</span></label>`;
  })}`;
}

function drawCheck(pen: Pen, { titre, aide, exigee }: CheckField, nom: string): Html {
  const id = idOf(pen.form, nom);
  const { textes, attributs } = beside(pen, nom, aide);
  return html`<div class="champ case l6"><label class="option" for="${id}"><input type="checkbox" id="${id}" name="${nom}" value="${TICKED}"${
    pen.typed[nom] !== undefined && html` checked`
  }${exigee && html` required`}${attributs}${focus(pen, nom)}> <span>${titre}</span></label>
${textes}</div>`;
}

function drawGroup(pen: Pen, { titre, aide, champs }: GroupField, nom: string): Html {
  const { textes, attributs } = beside(pen, nom, aide, true);
  return html`<fieldset class="groupe l6" id="${idOf(pen.form, nom)}" tabindex="-1"${attributs}><legend>${legend(nom, titre)}</legend>
${textes}<div class="champs">${inner(pen, champs, nom)}</div>${pen.pieds[nom]}</fieldset>`;
}

/** What stands at the top of a form is a heading of the page. */
function legend(nom: string, titre: string): Html | string {
  return nom.includes('.') ? titre : html`<h2>${titre}</h2>`;
}

function inner(pen: Pen, champs: GroupField['champs'], nom: string): Html[] {
  return Object.entries(champs).map(([cle, field]) => drawField(pen, field, within(nom, cle)));
}

function drawList(pen: Pen, field: ListField, nom: string): Html {
  const { titre, aide, requis, max } = field;
  const { textes, attributs } = beside(pen, nom, aide, true);
  const length = lengthOf(field, pen.typed[lengthName(nom)]);
  const lines = Array.from({ length }, (_, rang) => drawLine(pen, field, within(nom, rang), length > field.min));
  return html`<fieldset class="liste l6" id="${idOf(pen.form, nom)}" tabindex="-1"${attributs}${focus(pen, nom)}><legend>${legend(nom, titre)}${mention(requis)}</legend>
${textes}<input type="hidden" name="${lengthName(nom)}" value="${length}">
${lines}
${length < max && html`<p class="ajout">${listButton(pen, addAction(nom), html`${icone('plus')}${field.ajouter}`)}</p>`}</fieldset>`;
}

function drawLine(pen: Pen, { element }: ListField, nom: string, isRemovable: boolean): Html {
  const titre = `${element.titre} ${Number(nom.slice(nom.lastIndexOf('.') + 1)) + 1}`;
  const remove =
    isRemovable &&
    listButton(pen, removeAction(nom), html`${icone('croix')}Retirer<span class="sr"> : ${titre}</span>`);
  if (element.genre !== 'groupe')
    return html`<div class="ligne">${drawField(pen, { ...element, titre }, nom)}${remove}</div>`;
  const { textes, attributs } = beside(pen, nom, element.aide, true);
  return html`<fieldset class="ligne" id="${idOf(pen.form, nom)}" tabindex="-1"${attributs}${focus(pen, nom)}><legend>${titre}</legend>
${remove}${textes}<div class="champs">${inner(pen, element.champs, nom)}</div></fieldset>`;
}

/** Works by sending the form; with htmx the form alone comes back. */
function listButton({ form, action }: Pen, value: string, corps: Html): Html {
  const target = `#${formId(form)}`;
  return html`<button class="bouton discret petit" name="action" value="${value}" hx-post="${action}" hx-target="${target}" hx-select="${target}" hx-swap="outerHTML">${corps}</button>`;
}

/** The fields of a « yes » are hidden by the style sheet until then, and sent all the same. */
function drawQuestion(pen: Pen, { titre, aide, reponses, champ, requis }: QuestionField, nom: string): Html {
  const { textes, attributs } = beside(pen, nom, aide);
  return html`<div class="question l6"><fieldset class="champ choix" role="radiogroup"${attributs}><legend>${titre}${mention(requis)}</legend>
${textes}<div class="options">${radios(pen, nom, reponses, answerName(nom))}</div></fieldset>
<div class="suite champs">${inner(pen, champ.champs, nom)}</div></div>`;
}

function focus(pen: Pen, nom: string): Html | null {
  return pen.focus === nom ? html` autofocus data-focus` : null;
}

/** What a screen adds to a field of its own: attributes of htmx, and what stands under it. */
export interface Plus {
  attributs?: Html;
  dessous?: Html | null;
}

/** What fields are drawn with. */
export interface Pen {
  form: Form;
  typed: Typed;
  /** Where the form is sent. */
  action: string;
  focus: string | null;
  /** More attributes of fields, and what stands under them, by their names. */
  plus: Readonly<Record<string, Plus>>;
  /** At the bottom of groups, by their names. */
  pieds: Readonly<Record<string, Html>>;
  fautes: Said;
  doutes: Said;
}

/** The id of a form, which htmx replaces. */
export function formId({ prefixe }: Form): string {
  return `${prefixe}-formulaire`;
}

/** The id of a field, which the summary of faults links to. */
export function idOf({ prefixe }: Form, nom: string): string {
  return `${prefixe}-${nom.replaceAll('.', '-')}`;
}

/** What is said beside a field, and the attributes by which it is read with it. */
interface Beside {
  textes: Html;
  attributs: Html;
}

/** The help, faults and doubts of a field; a group is not `aria-invalid`, which its role has not. */
function beside({ form, fautes, doutes }: Pen, nom: string, aide: string | null, isGroup = false): Beside {
  const id = idOf(form, nom);
  const faults = fautes.get(nom) ?? [];
  const doubts = doutes.get(nom) ?? [];
  const told: (readonly [string, string, readonly string[]])[] = [
    ['aide', `${id}-aide`, aide === null ? [] : [aide]],
    ['faute', `${id}-faute`, faults],
    ['doute', `${id}-doute`, doubts],
  ];
  const shown = told.filter(([, , texts]) => texts.length > 0);
  const described = shown.map(([, one]) => one).join(' ');
  return {
    textes: html`${shown.map(
      ([classe, one, texts]) =>
        html`<p class="${classe}" id="${one}">${classe === 'doute' && html`<strong>À vérifier.</strong> `}${texts.join(' ')}</p>`,
    )}`,
    attributs: html`${faults.length > 0 && !isGroup && html` aria-invalid="true"`}${described !== '' && html` aria-describedby="${described}"`}`,
  };
}

/** « (facultatif) », in words, for what need not be answered. */
function mention(requis: boolean): Html | null {
  return requis ? null : html` <span class="facultatif">(facultatif)</span>`;
}
