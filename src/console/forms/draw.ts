import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { marque } from '../demonstration/side.ts';
import { drawField } from './draw-field.ts';
import { childOf, saidOf } from './faults.ts';
import { type Field, within } from './field.ts';
import type { Form } from './form.ts';
import { formId, type Pen, type Plus } from './pen.ts';
import { drawSummary } from './summary.ts';
import type { Typed } from './typed.ts';

/** What is told of the fields while they are drawn. */
export interface Told {
  /** What must be corrected, by JSON pointers. */
  erreurs?: readonly Erreur[];
  /** What deserves a second look. */
  avertissements?: readonly Erreur[];
  /** The name of the field that takes the focus. */
  focus?: string | null;
  /** What a screen adds to some fields, by their names. */
  plus?: Readonly<Record<string, Plus>>;
  /** Whether what stands alone between groups is framed as they are. */
  encadre?: boolean;
  /** What stands at the bottom of groups, by their names: a button of their own. */
  pieds?: Readonly<Record<string, Html>>;
}

/** Where a form is sent, and what goes with its fields. */
export interface Sent extends Told {
  action: string;
  /** What the Enter key does: the `action` that is sent, that of the main button. */
  parDefaut: string;
  /** Sent with the fields, unseen: a version. */
  caches?: Readonly<Record<string, string>>;
  /** Above the fields. */
  entete?: Html | null;
  /** Below them. */
  boutons: Html;
  /** More attributes of the form: those of htmx. */
  attributs?: Html | null;
}

/** A form with what is wrong first, its fields, and its buttons; « Ajouter » and « Retirer » replace it alone when htmx is there. */
export function drawForm(form: Form, typed: Typed, sent: Sent): Html {
  const { action, parDefaut, caches = {}, entete = null, boutons, attributs = null } = sent;
  return html`<form class="saisie" id="${formId(form)}" method="post" action="${action}" novalidate autocomplete="off"${attributs && html` ${attributs}`}>${marque()}
<button class="sr" name="action" value="${parDefaut}" tabindex="-1" aria-hidden="true">Valider</button>
${Object.entries(caches).map(([nom, valeur]) => html`<input type="hidden" name="${nom}" value="${valeur}">`)}
${drawSummary(form, sent.erreurs ?? [])}
${entete}
${drawFields(form, typed, sent, action)}
<div class="boutons">${boutons}</div>
</form>`;
}

function drawFields(form: Form, typed: Typed, told: Told, action: string): Html {
  const pen = penOf(form, typed, told, action);
  const champs = Object.entries(form.racine.champs);
  const draw = (some: typeof champs) => some.map(([cle, field]) => drawField(pen, field, within('', cle)));
  if (!told.encadre) return html`<div class="champs">${draw(champs)}</div>`;
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
export function drawOne(form: Form, typed: Typed, nom: string, told: Told): Html | null {
  const field = nom.split('.').reduce<Field | undefined>((inner, cle) => inner && childOf(inner, cle), form.racine);
  return field ? drawField(penOf(form, typed, told, ''), field, nom) : null;
}

function penOf(form: Form, typed: Typed, told: Told, action: string): Pen {
  const { erreurs = [], avertissements = [], focus = null, pieds = {}, plus = {} } = told;
  return {
    form,
    typed,
    action,
    focus,
    pieds,
    plus,
    fautes: saidOf(form, erreurs),
    doutes: saidOf(form, avertissements),
  };
}

function isFramed(field: Field | undefined): boolean {
  return field?.genre === 'groupe' || field?.genre === 'liste';
}
