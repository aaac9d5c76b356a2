import { z } from 'zod';

z.config({ ...z.locales.fr(), customError: sayWhatToDo });

/** zod's own French names the fault; a user needs the remedy. */
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
    default:
      return undefined;
  }
}
