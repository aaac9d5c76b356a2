import type { Form } from './form.ts';

/** What every field of a form is known by. */
interface Known {
  /** French, as it is read beside the field. */
  titre: string;
  aide: string | null;
  /** Whether it must be answered; what must not is said to be « facultatif ». */
  requis: boolean;
  /** What an empty answer means: not said, or said to be none. */
  vide: null | undefined;
  /** How many of the six columns it takes on a wide screen. */
  largeur: Largeur;
}

/** Of six. */
type Largeur = 2 | 3 | 4 | 6;

/** A line, or a text of several. */
export interface TextField extends Known {
  genre: 'texte';
  type: 'text' | 'email' | 'tel' | 'date';
  long: boolean;
  max: number | null;
  inputmode: 'numeric' | 'tel' | 'email' | null;
  exemple: string | null;
  /** What it says before anybody types. */
  defaut: string;
}

/** One of a few, or none of them where that is an answer. */
export interface ChoiceField extends Known {
  genre: 'choix';
  options: readonly { valeur: string; libelle: string }[];
  /** How « none » is said, when it is an answer. */
  aucun: string | null;
  defaut: string;
}

/** A box to tick; `exigee` when only a ticked one is accepted. */
export interface CheckField extends Known {
  genre: 'case';
  exigee: boolean;
  defaut: boolean;
}

/** Fields that go together, under a legend. */
export interface GroupField extends Known {
  genre: 'groupe';
  champs: Readonly<Record<string, Field>>;
}

/** As many of a field as there are. */
export interface ListField extends Known {
  genre: 'liste';
  element: Field;
  /** What the button that adds one says. */
  ajouter: string;
  min: number;
  max: number;
}

/** Fields that are asked for once a question is answered by yes. */
export interface QuestionField extends Known {
  genre: 'question';
  champ: GroupField;
  /** What may be answered, and what each answer stands for. */
  reponses: readonly { valeur: Reponse; libelle: string }[];
}

/** `oui` asks for the fields; `non` says that there is none; `inconnu` says nothing. */
export type Reponse = 'oui' | 'non' | 'inconnu';

/** A field of a form, drawn from its schema. */
export type Field = TextField | ChoiceField | CheckField | GroupField | ListField | QuestionField;

/** The name under which the answer to a question is sent. */
export const answerName = (nom: string) => `${nom}.reponse`;
/** The name under which the length of a list is sent. */
export const lengthName = (nom: string) => `${nom}.length`;
/** The name of a field within another; the form itself has none. */
export const within = (nom: string, cle: string | number) => (nom === '' ? `${cle}` : `${nom}.${cle}`);

/** How a field is typed. */
interface Habit {
  largeur?: Largeur;
  inputmode?: TextField['inputmode'];
  type?: TextField['type'];
}

const nombre = { inputmode: 'numeric', largeur: 3 } as const;

/** How fields are typed, by their keys: what no schema says. */
const habits: Readonly<Record<string, Habit>> = {
  siret: nombre,
  /** Corsica's begin with letters. */
  finess: { largeur: 3 },
  rpps: nombre,
  codePostal: { inputmode: 'numeric', largeur: 2 },
  commune: { largeur: 4 },
  dsi: { largeur: 3 },
  nom: { largeur: 3 },
  prenom: { largeur: 3 },
  fonction: { largeur: 3 },
  courriel: { largeur: 3 },
  telephone: { type: 'tel', inputmode: 'tel', largeur: 3 },
  type: { largeur: 3 },
  typeCarte: { largeur: 3 },
  rattachement: { largeur: 3 },
  numero: { largeur: 3 },
  fin: { largeur: 3 },
  date: { largeur: 2 },
  debut: { largeur: 3 },
  depuis: { largeur: 3 },
  lieu: { largeur: 4 },
  editeur: { largeur: 3 },
  solution: { largeur: 3 },
  version: { largeur: 3 },
  numeroSerie: { largeur: 3 },
  contrat: { largeur: 3 },
  upn: { largeur: 3 },
};

/** How a field of that key is typed. */
export function habitOf(cle: string): Habit {
  return habits[cle] ?? {};
}

/** What may be said of a field beside its name. */
interface Precisions {
  aide?: string;
  /** True unless told. */
  requis?: boolean;
  /** Of six; 6 unless told. */
  largeur?: Largeur;
  exemple?: string;
}

const connu = (titre: string, { aide, requis = true, largeur = 6 }: Precisions) =>
  ({ titre, aide: aide ?? null, requis, vide: undefined, largeur }) as const;

/** A line. */
export function ligne(
  titre: string,
  { type = 'text', ...more }: Precisions & { type?: TextField['type']; inputmode?: TextField['inputmode'] } = {},
): TextField {
  const { exemple = null, inputmode = type === 'email' ? 'email' : null } = more;
  return { genre: 'texte', ...connu(titre, more), type, long: false, max: null, inputmode, exemple, defaut: '' };
}

/** A day. */
export function jourDe(titre: string, more: Precisions = {}): TextField {
  return ligne(titre, { largeur: 3, ...more, type: 'date', inputmode: 'numeric' });
}

/** A text of several lines. */
export function texte(titre: string, more: Precisions = {}): TextField {
  return { ...ligne(titre, more), long: true };
}

/** One of a few. */
export function choixDe(titre: string, libelles: Readonly<Record<string, string>>, more: Precisions = {}): ChoiceField {
  const options = Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }));
  return { genre: 'choix', ...connu(titre, more), options, aucun: null, defaut: '' };
}

/** A box to tick. */
export function coche(titre: string, aide?: string): CheckField {
  return { genre: 'case', ...connu(titre, aide ? { aide } : {}), requis: false, exigee: false, defaut: false };
}

/** Boxes, as many as one likes; `ticked` reads them. */
export function coches(titre: string, libelles: Readonly<Record<string, string>>, more: Precisions = {}): GroupField {
  const champs = Object.fromEntries(Object.entries(libelles).map(([code, libelle]) => [code, coche(libelle)]));
  return { genre: 'groupe', ...connu(titre, more), champs };
}

/** The codes of the boxes that were ticked. */
export function ticked(read: unknown): string[] {
  return Object.entries(read as Record<string, boolean>).flatMap(([code, isTicked]) => (isTicked ? [code] : []));
}

/** A form of such fields. */
export function formulaire(champs: Readonly<Record<string, Field>>, prefixe = 'champ'): Form {
  return { racine: { genre: 'groupe', ...connu('', {}), champs }, prefixe };
}
