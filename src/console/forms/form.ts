import { z } from 'zod';
import {
  type Answer,
  type CheckField,
  type ChoiceField,
  type Field,
  type GroupField,
  habitOf,
  type ListField,
  type QuestionField,
  type TextField,
} from './field.ts';

/**
 * A form as a tree of fields, made once from a schema (`formOf`) or by hand (`formOfFields`). `typedOf` reads what was posted as flat names
 * (`partie4.logiciels.0.type`), `readTyped` makes of it what zod parses, `drawForm` draws it.
 */
export interface Form {
  root: GroupField;
  /** Before each id, so that two forms may stand on a page. */
  prefix: string;
}

/** The most lines of a list whose schema says nothing. */
const MAX_LINES = 300;
/** A text that may be longer than this is given several lines. */
const LONG = 300;

/** The form of an object’s schema, without the fields of `sauf` at its top; throws for a schema that no form can draw. */
export function formOf(
  schema: z.ZodType,
  { except = [], prefix = 'champ' }: { except?: readonly string[]; prefix?: string } = {},
): Form {
  const { core } = unwrap(schema);
  if (!(core instanceof z.ZodObject)) throw new Error(`A form is an object, not a ${core.def.type}`);
  const kept = Object.entries(core.shape as z.ZodRawShape).filter(([cle]) => !except.includes(cle));
  return { root: group(z.object(Object.fromEntries(kept)), wrapped('', schema)), prefix };
}

/** What a schema wraps: what may be missing, what stands for it, and what is said of it. */
interface Wrapped {
  cle: string;
  core: z.ZodType;
  optional: boolean;
  nullable: boolean;
  initial: unknown;
  meta: Readonly<Record<string, unknown>>;
}

function wrapped(cle: string, schema: z.ZodType): Wrapped {
  return { cle, ...unwrap(schema) };
}

function unwrap(schema: z.ZodType): Omit<Wrapped, 'cle'> {
  const meta = schema.meta() ?? {};
  const inner = (within: unknown, more: Partial<Wrapped>) => {
    const read = unwrap(within as z.ZodType);
    return { ...read, ...more, meta: { ...read.meta, ...meta } };
  };
  if (schema instanceof z.ZodOptional) return inner(schema.unwrap(), { optional: true });
  if (schema instanceof z.ZodNullable) return inner(schema.unwrap(), { nullable: true });
  if (schema instanceof z.ZodDefault) return inner(schema.unwrap(), { initial: schema.def.defaultValue });
  if (schema instanceof z.ZodPipe) return inner(schema.def.out, {});
  return { core: schema, optional: false, nullable: false, initial: undefined, meta };
}

/** Null for what is never asked: a literal. */
function fieldOf(cle: string, schema: z.ZodType): Field | null {
  const one = wrapped(cle, schema);
  const { core } = one;
  if (core instanceof z.ZodObject) return optionalGroup(core, one);
  if (core instanceof z.ZodArray) return list(core, one);
  if (core instanceof z.ZodEnum) return choice(core, one);
  if (core instanceof z.ZodBoolean) return check(one, false);
  if (core instanceof z.ZodLiteral) return core.value === true ? check(one, true) : null;
  if (core instanceof z.ZodString || core instanceof z.ZodISODate) return text(core, one);
  throw new Error(`No field can be drawn for ${cle}, a ${core.def.type}`);
}

function known({ cle, optional, nullable, meta }: Wrapped) {
  const { title: label = cle, description: help = null } = meta as { title?: string; description?: string };
  const { width = 6 } = habitOf(cle);
  const empty = nullable ? null : undefined;
  return { label, help, isRequired: !(optional || nullable), empty, width } as const;
}

function group(schema: z.ZodObject, one: Wrapped): GroupField {
  const champs = Object.entries(schema.shape as z.ZodRawShape).flatMap(([cle, inner]) => {
    const field = fieldOf(cle, inner as z.ZodType);
    return field === null ? [] : [[cle, orDeclared(schema, cle, field)] as const];
  });
  return { kind: 'group', ...known(one), width: 6, fields: Object.fromEntries(champs) };
}

/** A field beside a box that says it is missing (`finess`, `sansFiness`) is required: one or the other. */
function orDeclared({ shape }: z.ZodObject, cle: string, field: Field): Field {
  const declared = `sans${cle.charAt(0).toUpperCase()}${cle.slice(1)}`;
  return Object.hasOwn(shape, declared) ? { ...field, isRequired: true } : field;
}

function optionalGroup(schema: z.ZodObject, one: Wrapped): GroupField | QuestionField {
  const champ = group(schema, one);
  if (!one.optional && !one.nullable) return champ;
  const { question = champ.label } = one.meta as { question?: string };
  const reponses: { value: Answer; label: string }[] = [{ value: 'oui', label: 'Oui' }];
  if (one.nullable) reponses.push({ value: 'non', label: 'Non' });
  if (one.optional) reponses.push({ value: 'inconnu', label: one.nullable ? 'Non précisé' : 'Pas maintenant' });
  return {
    ...champ,
    kind: 'question',
    label: question,
    isRequired: !one.optional,
    group: { ...champ, help: null },
    answers: reponses,
  };
}

function list(schema: z.ZodArray, one: Wrapped): ListField {
  const element = fieldOf('', schema.element as z.ZodType);
  if (element === null) throw new Error(`No list of literals can be drawn: ${one.cle}`);
  const { min, max } = lengths(schema);
  const { ajouter = 'Ajouter' } = one.meta as { ajouter?: string };
  const requis = min > 0;
  return { kind: 'list', ...known(one), width: 6, isRequired: requis, element, addLabel: ajouter, min, max };
}

function lengths({ def: { checks = [] } }: z.ZodArray): { min: number; max: number } {
  const found = { min: 0, max: MAX_LINES };
  for (const { _zod } of checks) {
    const { check, minimum, maximum } = _zod.def as { check: string; minimum?: number; maximum?: number };
    if (check === 'min_length' && minimum !== undefined) found.min = minimum;
    if (check === 'max_length' && maximum !== undefined) found.max = maximum;
  }
  return found;
}

function choice(schema: z.ZodEnum, one: Wrapped): ChoiceField {
  const { libelles = {}, aucun = 'Aucun' } = one.meta as { libelles?: Record<string, string>; aucun?: string };
  const options = schema.options.map((valeur) => ({ value: `${valeur}`, label: libelles[valeur] ?? `${valeur}` }));
  return {
    kind: 'choice',
    ...known(one),
    isRequired: !one.optional,
    options,
    none: one.nullable ? aucun : null,
    initial: typeof one.initial === 'string' ? one.initial : '',
  };
}

function check(one: Wrapped, exigee: boolean): CheckField {
  return { kind: 'check', ...known(one), width: 6, isDemanded: exigee, initial: one.initial === true };
}

function text(schema: z.ZodString | z.ZodISODate, one: Wrapped): TextField {
  const { examples = [] } = one.meta as { examples?: readonly string[] };
  const { type = typeOf(schema), inputmode = type === 'email' ? 'email' : null } = habitOf(one.cle);
  const max = schema.maxLength;
  const isDate = type === 'date';
  return {
    kind: 'text',
    ...known(one),
    type,
    isLong: (max ?? 0) > LONG,
    max,
    example: examples[0] ?? null,
    inputmode: isDate ? 'numeric' : inputmode,
    initial: typeof one.initial === 'string' ? one.initial : '',
  };
}

function typeOf({ format }: z.ZodString | z.ZodISODate): TextField['type'] {
  if (format === 'date' || format === 'email') return format;
  return 'text';
}
