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
export type Largeur = 2 | 3 | 4 | 6;

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
