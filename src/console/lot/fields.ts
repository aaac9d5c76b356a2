import type { Fact } from '../../../machines/event.ts';
import { factForm } from '../dossier/faits/form.ts';
import { labelIn } from '../forms/draw.ts';
import {
  answerName,
  type Field,
  fieldAt,
  type GroupField,
  type Leaf,
  lengthName,
  type QuestionField,
  within,
} from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import type { Typed } from '../forms/typed.ts';

/** What is of one establishment alone, by the key of its field: who it is, its people, their cards, its numbers. */
const OWN: ReadonlySet<string> = new Set([
  ...['personne', 'origine', 'carte', 'porteur', 'signataire', 'qualite', 'representantLegal', 'mandataire'],
  ...['numero', 'lieu', 'domaineMessagerie', 'administrateursTechniques', 'beneficiaire'],
  ...['numeroSerie', 'debut', 'fin'],
  ...['siret', 'finess', 'denomination', 'codePostal', 'commune'],
]);
/** Of these, what no two sites have in common. */
const UNIQUE: ReadonlySet<string> = new Set(['numero', 'numeroSerie', 'lieu', 'siret', 'finess']);
/** What is never asked: the dossier says it, or the act itself does. */
const SILENT: ReadonlySet<string> = new Set(['etablissement', 'role', 'mandat', 'administrateur', 'offre', 'upn']);

/** A field of each site: a column of the table. */
export interface Column {
  nom: string;
  label: string;
  field: Leaf;
  /** Whether one value may be said for all the sites. */
  isShareable: boolean;
}

/** The fields of an act for several sites: what is said once, and what each site says. */
export type SplitForm = ReturnType<typeof splitForm>;

/** Cuts the form of a fact in two. */
export function splitForm(fact: Fact) {
  const whole = factForm(fact);
  const silent = new Set(fact.identite === null ? SILENT : [...SILENT, fact.identite]);
  const columns = Object.entries(whole.root.fields).flatMap(([cle, field]) =>
    columnsOf({ field, nom: cle, isOwn: OWN.has(cle), silent }),
  );
  const root = commonOf(whole.root, '', silent) ?? { ...whole.root, fields: {} };
  return {
    whole,
    common: { ...whole, root },
    columns: columns.map(({ nom, field }) => ({
      nom,
      field,
      label: columnLabel(whole, nom, columns),
      isShareable: !UNIQUE.has(nom.split('.').at(-1) ?? ''),
    })),
  };
}

interface Place {
  field: Field;
  nom: string;
  isOwn: boolean;
  silent: ReadonlySet<string>;
}

function columnsOf({ field, nom, isOwn, silent }: Place): { nom: string; field: Leaf }[] {
  const cle = nom.split('.').at(-1) ?? '';
  if (silent.has(cle)) return [];
  const isNested = nom.includes('.');
  switch (field.kind) {
    case 'group':
    case 'question': {
      const { fields } = field.kind === 'group' ? field : field.group;
      return Object.entries(fields).flatMap(([key, inner]) =>
        columnsOf({ field: inner, nom: within(nom, key), isOwn: isOwn || OWN.has(key), silent }),
      );
    }
    case 'list':
      return isOwn ? columnsOf({ field: field.element, nom: within(nom, 0), isOwn, silent }) : [];
    default:
      return isOwn && !(isNested && isOptional(field)) ? [{ nom, field }] : [];
  }
}

/** What may be left out, and is asked at the form of one dossier alone. */
function isOptional({ isRequired, empty }: Leaf): boolean {
  return !isRequired && empty === undefined;
}

/** What is left of a field once each site has said its own; null for nothing. */
function commonOf(field: GroupField, nom: string, silent: ReadonlySet<string>): GroupField | null {
  const isTop = nom === '';
  const kept = Object.entries(field.fields).flatMap(([cle, inner]): [string, Field][] => {
    if (OWN.has(cle) || silent.has(cle) || (isTop && inner.kind === 'text' && inner.type === 'email')) return [];
    if (inner.kind !== 'group' && inner.kind !== 'question') return [[cle, inner]];
    const left = commonOf(inner.kind === 'group' ? inner : inner.group, within(nom, cle), silent);
    return left ? [[cle, left]] : [];
  });
  return kept.length > 0 ? { ...field, fields: Object.fromEntries(kept) } : null;
}

/** « Nom », or « Signataire, Nom » where another column is called the same; nobody is counted. */
function columnLabel(form: Form, nom: string, columns: readonly { field: Leaf; nom: string }[]): string {
  const label = columns.find((one) => one.nom === nom)?.field.label ?? nom;
  const isAlone = columns.filter(({ field }) => field.label === label).length === 1;
  return isAlone ? label : labelIn(form, nom).replace(/ 1, /, ', ');
}

/** The name under which a site sends a field of its own; `TOUS` says it for all those that leave it empty. */
export const cellName = (key: string, nom: string) => `s.${key}.${nom}`;
export const TOUS = 'tous';

/** What the form of a fact would hold for one site: what it knows, what all say, what it says itself. */
export function typedFor({ whole, common, columns }: SplitForm, known: Typed, said: { common: Typed; own: Typed }) {
  const own = Object.fromEntries(columns.map(({ nom }) => [nom, said.own[nom] ?? '']).filter(([, value]) => value));
  const cells = new Set(columns.map(({ nom }) => nom));
  const kept = Object.entries(known).filter(([nom]) => !cells.has(nom) && fieldAt(common.root, nom) === undefined);
  const all = { ...Object.fromEntries(kept), ...said.common, ...own };
  return { ...all, ...answersOf(whole.root, { columns, known, own }), ...lengthsOf(whole.root, columns) };
}

interface Said {
  columns: readonly Column[];
  known: Typed;
  own: Typed;
}

/** A question is answered by what a site says under it. */
function answersOf(field: GroupField, said: Said, nom = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(field.fields).flatMap(([cle, inner]): [string, string][] => {
      const here = within(nom, cle);
      if (inner.kind === 'group') return Object.entries(answersOf(inner, said, here));
      if (inner.kind !== 'question') return [];
      return [[answerName(here), answerTo(inner, said, here)], ...Object.entries(answersOf(inner.group, said, here))];
    }),
  );
}

/** A form whose content may go without is told without as long as nobody has typed in it and something is missing. */
function answerTo({ answers }: QuestionField, { columns, known, own }: Said, nom: string): string {
  const cells = columns.filter((column) => column.nom.startsWith(`${nom}.`));
  const isTouched = cells.some((column) => (own[column.nom] ?? '') !== (known[column.nom] ?? ''));
  const isFilled = cells.some((column) => own[column.nom]);
  const isWhole = cells.every((column) => own[column.nom] || column.field.empty === null);
  const isOptional = answers.some(({ value }) => value === 'inconnu');
  if (isFilled && (!isOptional || isTouched || isWhole)) return 'oui';
  return isOptional ? 'inconnu' : 'non';
}

/** A list of which a site says the first line has one. */
function lengthsOf(root: GroupField, columns: readonly Column[]): Record<string, string> {
  const lists = columns.flatMap(({ nom }) => {
    const [, list] = /^(.+)\.0\./.exec(nom) ?? [];
    return list && fieldAt(root, list)?.kind === 'list' ? [[lengthName(list), '1']] : [];
  });
  return Object.fromEntries(lists);
}
