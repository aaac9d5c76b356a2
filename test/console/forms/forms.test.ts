import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { formulaires } from '../../../machines/formulaires/index.ts';
import { procedures } from '../../../machines/index.ts';
import { drawForm } from '../../../src/console/forms/draw.ts';
import { type Form, formOf } from '../../../src/console/forms/form.ts';
import { blank, readTyped, typedOf, write } from '../../../src/console/forms/typed.ts';
import { toErreurs } from '../../../src/result.ts';
import { html } from '../../../src/web/html.ts';
import { postedBy } from './posted.ts';

const JOUR = '2026-01-05';

/** Every schema that a person fills, with all its examples. */
const facts = [...new Set(procedures.map(({ facts }) => facts))].flatMap((map) =>
  Object.entries(map).map(([type, { schema, exemples }]) => ({
    nom: type,
    schema: schema as z.ZodType,
    sauf: ['type'],
    plus: { type },
    exemples: exemples.map((exemple) => ({ ...exemple, date: JOUR }) as Record<string, unknown>),
  })),
);
const forms = Object.entries(formulaires).map(([nom, { schema, exemple }]) => ({
  nom,
  schema: schema as z.ZodType,
  sauf: [],
  plus: {},
  exemples: [exemple as Record<string, unknown>],
}));
const all = [...facts, ...forms];

const sent = { action: '/', defaultAction: 'envoyer', buttons: html`` };

describe.each(all)('$nom', ({ schema, sauf, plus, exemples }) => {
  const form = formOf(schema, { except: sauf });

  test('is drawn, and its examples come back from the page as they went', () => {
    for (const exemple of exemples) {
      const page = drawForm(form, write(form, exemple), sent).text;
      const typed = typedOf(postedBy(page), form);
      expect(schema.parse({ ...plus, ...readTyped(form, typed) })).toEqual(schema.parse({ ...plus, ...exemple }));
    }
  });

  test('has a label in French for every field, and an id of its own for each thing', () => {
    const page = drawForm(form, write(form, exemples[0]), sent).text;
    expect(titlesOf(form).filter((titre) => titre === '' || /^[a-z]+[A-Z]?\w*$/.test(titre))).toEqual([]);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, rang) => ids.indexOf(id) !== rang)).toEqual([]);
  });

  test('sent blank, says what is missing in one summary that links to the fields', () => {
    const parsed = schema.safeParse({ ...plus, ...readTyped(form, blank(form)) });
    const erreurs = parsed.success ? [] : toErreurs(parsed.error);
    const page = drawForm(form, blank(form), { ...sent, erreurs }).text;
    const links = [...page.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !page.includes(` id="${id}"`))).toEqual([]);
    expect(page.match(/<li>/g)?.length ?? 0).toBe(erreurs.length);
  });
});

function titlesOf({ root: racine }: Form): string[] {
  const inner = (field: Form['root']['fields'][string]): string[] => {
    if (field.kind === 'group') return [field.label, ...Object.values(field.fields).flatMap(inner)];
    if (field.kind === 'list') return [field.label, ...inner(field.element)];
    if (field.kind === 'question') return [field.label, ...inner(field.group)];
    if (field.kind === 'choice') return [field.label, ...field.options.map(({ label }) => label)];
    return [field.label];
  };
  return Object.values(racine.fields).flatMap(inner);
}
