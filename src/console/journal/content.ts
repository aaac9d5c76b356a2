import type { z } from 'zod';
import type { Fact } from '../../../machines/event.ts';
import { DossierOuvert, GroupementOuvert } from '../../engine/opening.ts';
import { type Html, html } from '../../web/html.ts';
import { among } from '../dossier/faits/fact-form.ts';
import { namesOfDesignes } from '../dossier/read/administrateurs.ts';
import { type Form, formOf } from '../forms/form.ts';
import { drawRead } from '../forms/read.ts';
import { write } from '../forms/typed.ts';
import { pli } from '../parts/blocs.ts';
import type { LigneLue } from './lines.ts';

/** More values than that are folded. */
const SHOWN = 5;
const forms = new WeakMap<Fact, Form>();
const openings: Readonly<Record<string, Form>> = {
  'dossier.ouvert': formOf(DossierOuvert.shape.etablissement.def.out as z.ZodObject, { prefixe: 'ouverture' }),
  'groupement.ouvert': formOf(GroupementOuvert.omit({ dsi: true }), { prefixe: 'ouverture' }),
};

/** What was typed with a line, with the labels of its form; null when it says nothing more. */
export function contentOf(
  { ligne: { type, saisie }, procedure }: LigneLue,
  others: ReadonlyMap<number, LigneLue>,
): Html | null {
  if (saisie === null) return html`<p class="petit doux">Le contenu a été effacé.</p>`;
  const fact = procedure && Object.hasOwn(procedure.facts, type) ? procedure.facts[type] : undefined;
  const form = fact && !fact.derive ? formFor(fact, others) : openings[type];
  const value: unknown = JSON.parse(saisie);
  const size = leavesOf(value);
  if (!form || size === 0) return null;
  const read = drawRead(form, write(form, value));
  return size > SHOWN ? pli('Ce qui a été saisi', read) : html`<div class="saisi">${read}</div>`;
}

function formFor(fact: Fact, others: ReadonlyMap<number, LigneLue>): Form {
  const form = forms.get(fact) ?? formOf(fact.schema, { sauf: ['type', 'date'], prefixe: 'lu' });
  forms.set(fact, form);
  if (!Object.hasOwn(fact.champs, 'administrateur')) return form;
  return among(form, namesOfDesignes([...others.values()].map(({ ligne }) => ligne)));
}

function leavesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + leavesOf(part), 0);
}
