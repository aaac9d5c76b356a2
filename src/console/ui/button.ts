import { attrs, type Html, html } from '../../web/html.ts';
import { markOf } from '../demonstration/side.ts';
import { callout } from './blocks.ts';
import { type IconName, icon } from './icon.ts';

/** How a button weighs: one main action a page, the others less, what cannot be undone apart. */
export type Weight = 'principal' | 'second' | 'discret' | 'danger';

/** A link that looks like a button: it goes somewhere. */
export function linkButton(label: string, href: string, weight: Weight = 'second', sign?: IconName): Html {
  return html`<a class="bouton ${weight}" href="${href}">${sign && icon(sign)}${label}</a>`;
}

/** What a button sends, and how it looks. */
interface ButtonOptions {
  name?: string;
  value?: string;
  icon?: IconName;
  isSmall?: boolean;
  /** The id of the form that it sends, where it stands outside. */
  form?: string;
}

/** What sends a form; `name=value` tells which button of the form was pressed. */
export function button(label: string, weight: Weight = 'principal', options: ButtonOptions = {}): Html {
  const { name, value, icon: sign, isSmall, form } = options;
  return html`<button class="bouton ${weight}${isSmall && ' petit'}"${attrs({ name, value, form })}>${sign && icon(sign)}${label}</button>`;
}

/** What is sent with a form, unseen. */
export type Hidden = Readonly<Record<string, string>>;

/** Fields that are sent unseen. */
export function hiddenFields(hidden: Hidden): Html[] {
  return Object.entries(hidden).map(([name, value]) => hiddenField(name, value));
}

/** A field that is sent unseen. */
export function hiddenField(name: string, value: string | number): Html {
  return html`<input type="hidden"${attrs({ name, value })}>`;
}

/** Where a form that acts is sent, what goes with it unseen, and its own attributes. */
export interface Action {
  action: string;
  hidden?: Hidden;
  attributes?: Parameters<typeof attrs>[0];
}

/** A form that acts; it bears whether it was shown in a demonstration. */
export function actionForm({ action, hidden = {}, attributes = {} }: Action, body: Html): Html {
  return html`<form method="post"${attrs({ action, ...attributes })}>${markOf()}${hiddenFields(hidden)}${body}</form>`;
}

/** A form of a single button, with what it sends. */
export function postButton(label: string, action: string, hidden: Hidden = {}, weight: Weight = 'second'): Html {
  return actionForm({ action, hidden, attributes: { class: 'seul' } }, button(label, weight, { isSmall: true }));
}

/** What is about to be done, what will follow, and a way back; nothing is done before the button is pressed. */
interface Confirm {
  /** What follows from it, so that nobody is surprised. */
  consequences: Html;
  action: string;
  /** What the button does, in its own words. */
  label: string;
  back: string;
  hidden?: Hidden;
}

/** Asks before what cannot be undone at once. */
export function confirmForm({ consequences, action, label, back, hidden = {} }: Confirm): Html {
  const buttons = html`<div class="boutons">${button(label, 'danger')}${linkButton('Annuler', back)}</div>`;
  const body = html`${callout('attention', consequences)}${buttons}`;
  return actionForm({ action, hidden, attributes: { class: 'confirmation' } }, body);
}
