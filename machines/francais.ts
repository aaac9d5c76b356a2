import { z } from 'zod';

z.config({ customError: sayWhatToDo });

/** What to do about each fault: zod's own French names the fault, and a user needs the remedy. */
function sayWhatToDo(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined || issue.input === '') return 'À renseigner.';
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'À renseigner.' : `Indiquez-en au moins ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Raccourcissez ce texte : ${issue.maximum} caractères au plus.`
        : `Indiquez-en au plus ${issue.maximum}.`;
    case 'invalid_value':
      return `Choisissez parmi : ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return `Retirez ce que ce formulaire ne connaît pas : ${issue.keys.join(', ')}.`;
    case 'invalid_type':
      return ATTENDUS[issue.expected] ?? AUTREMENT;
    case 'not_multiple_of':
      return ATTENDUS['int'];
    case 'invalid_format':
      return FORMES[issue.format] ?? AUTREMENT;
    default:
      return AUTREMENT;
  }
}

/** What is to be given, by what zod calls it. */
const ATTENDUS: Readonly<Record<string, string>> = {
  string: 'Écrivez un texte.',
  number: 'Écrivez un nombre.',
  int: 'Écrivez un nombre entier.',
  boolean: 'Répondez par oui (true) ou par non (false).',
  array: 'Donnez une liste.',
  object: 'Donnez un objet, avec ses champs.',
  record: 'Donnez un objet, avec ses champs.',
};
/** What a text is to be, by the format of zod. */
const FORMES: Readonly<Record<string, string>> = {
  email: 'Écrivez une adresse de courriel : nom@exemple.fr.',
  url: 'Écrivez une adresse entière : https://exemple.fr/.',
  uuid: 'Donnez un identifiant de cette API.',
  date: 'Écrivez une date qui existe : AAAA-MM-JJ.',
  datetime: 'Écrivez un instant : AAAA-MM-JJThh:mm:ssZ.',
};
const AUTREMENT = 'Écrivez-le autrement : la forme attendue est dite avec le champ.';
