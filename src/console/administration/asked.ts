import type { Result } from '../../result.ts';
import type { IdOperation } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import type { AnyRefusal } from '../../web/problem.ts';
import { drawForm } from '../forms/draw.ts';
import type { Form } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, onceRead, post, type Screen, type Visit } from '../shell/screen.ts';
import { afterForm, type Page, refusedBy, type Shown, toCorrect } from '../shell/shown.ts';
import { secretField } from '../ui/blocks.ts';
import { button, confirmForm, linkButton } from '../ui/button.ts';
import { refusalNotice } from '../ui/field.ts';
import { type AdminPlace, adminPath, innerPage } from './frame.ts';

type Objet = Extract<AnyRefusal, { code: 'introuvable' }>['objet'];

/** Whoever is at the address of one thing, once it is found; a page says so where it is not there. */
export function onceFound<Found extends object>(
  objet: Objet,
  find: (visit: Visit, id: string) => Promise<Found | null> | Found | null,
  param = 'id',
) {
  return onceRead(async (visit: Visit) => {
    const id = visit.params[param] ?? '';
    return (await find(visit, id)) ?? refusedBy({ code: 'introuvable', objet, id });
  });
}

/** A form at an address of its own: what it asks, and what it makes. */
export interface Asking<Made> {
  right: IdOperation;
  title: string;
  /** What its button says. */
  label: string;
  form(visit: Visit): Promise<Form> | Form;
  /** What stands in it before anybody types, beside what does by default. */
  initial?(visit: Visit): Typed;
  /** Makes what was read of it, once its schema takes it. */
  make(visit: Visit, read: Record<string, unknown>): Promise<Result<Made, AnyRefusal>>;
  done(made: Made, visit: Visit, typed: Typed): Shown;
  places?: Parameters<typeof afterForm>[3];
  /** Whether it is a list of boxes, which needs no frame. */
  isChecklist?: boolean;
}

/** Asks a form, then makes what it says; or shows it again with what is to be corrected. */
export function formScreens<Made>(place: AdminPlace, step: string, asking: Asking<Made>): Screen[] {
  const { right, title, label, places, isChecklist = false } = asking;
  const draw = (form: Form, typed: Typed, erreurs: Parameters<typeof toCorrect>[0] = []): Page =>
    innerPage(place, {
      title,
      ...toCorrect(erreurs),
      body: html`<section class="${isChecklist ? 'cocher' : 'panneau'}">${drawForm(form, typed, {
        action: adminPath(place, step),
        defaultAction: 'creer',
        erreurs,
        buttons: html`${button(label)}${linkButton('Annuler', adminPath(place))}`,
      })}</section>`,
    });
  return [
    get(`/administration/${place}/${step}`, right, async (visit) => {
      const form = await asking.form(visit);
      return draw(form, { ...blank(form), ...asking.initial?.(visit) });
    }),
    post(`/administration/${place}/${step}`, right, async (visit) => {
      const form = await asking.form(visit);
      const typed = typedOf(visit.body, form);
      return afterForm(
        await asking.make(visit, readTyped(form, typed)),
        (made) => asking.done(made, visit, typed),
        (erreurs) => draw(form, typed, erreurs),
        places,
      );
    }),
  ];
}

/** What is about to be done, in words, and what leads to it, below its place. */
type Asked = Omit<Parameters<typeof confirmForm>[0], 'action'> & { title: string; trail?: Page['trail'] };

/** What is asked before it is done to something that was found, how it is done, and what that makes. */
export interface Confirming<Found, Made = null> {
  right: IdOperation;
  found: (act: (visit: Visit, found: Found) => Promise<Shown> | Shown) => (visit: Visit) => Promise<Shown>;
  ask(found: Found, visit: Visit): Promise<Asked> | Asked;
  act(visit: Visit, found: Found): Promise<Result<Made, AnyRefusal>>;
  done(found: Found, made: Made): Shown;
}

/** Asks before something is done, at the address that does it; what could not be done is asked again, with why. */
export function confirmScreens<Found, Made>(place: AdminPlace, step: string, confirming: Confirming<Found, Made>) {
  const { right, found, ask, act, done } = confirming;
  const path = `/administration/${place}/:id/${step}` as const;
  const page = async (visit: Visit, one: Found, refusals: readonly { message: string }[] = []): Promise<Page> =>
    askPage(place, adminPath(place, visit.params['id'] ?? '', step), await ask(one, visit), refusals);
  return [
    get(
      path,
      right,
      found((visit, one) => page(visit, one)),
    ),
    post(
      path,
      right,
      found(async (visit, one) =>
        afterForm(
          await act(visit, one),
          (made) => done(one, made),
          (erreurs) => page(visit, one, erreurs),
        ),
      ),
    ),
  ];
}

/** Asks before what is done at `action`, under why it could not be. */
export function askPage(
  place: AdminPlace,
  action: string,
  { title, trail = [], ...asked }: Asked,
  refusals: readonly { message: string }[] = [],
): Page {
  return innerPage(place, {
    title,
    trail,
    status: refusals.length > 0 ? 409 : 200,
    body: html`${refusals.map(({ message }) => refusalNotice(message))}
${confirmForm({ ...asked, action })}`,
  });
}

/** What was just made and is shown here alone: a link, a key, a secret. */
export function secretPage(place: AdminPlace, title: string, secret: Parameters<typeof secretField>[0], back: Html) {
  const body = html`<section class="panneau">${secretField(secret)}
<div class="boutons">${back}</div></section>`;
  return innerPage(place, { title, status: 201, body });
}
