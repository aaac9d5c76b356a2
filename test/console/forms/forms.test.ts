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

const sent = { action: '/', parDefaut: 'envoyer', boutons: html`` };

describe.each(all)('$nom', ({ schema, sauf, plus, exemples }) => {
  const form = formOf(schema, { sauf });

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

function titlesOf({ racine }: Form): string[] {
  const inner = (field: Form['racine']['champs'][string]): string[] => {
    if (field.genre === 'groupe') return [field.titre, ...Object.values(field.champs).flatMap(inner)];
    if (field.genre === 'liste') return [field.titre, ...inner(field.element)];
    if (field.genre === 'question') return [field.titre, ...inner(field.champ)];
    if (field.genre === 'choix') return [field.titre, ...field.options.map(({ libelle }) => libelle)];
    return [field.titre];
  };
  return Object.values(racine.champs).flatMap(inner);
}
