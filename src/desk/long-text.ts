import { z } from 'zod';
import { explainSecret } from '../../machines/formulaires/champs.ts';

const INVISIBLE = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;

/** A text of several lines of `most` signs at most, where no secret and no patient may slip in; `empty` and `long` say what is wrong. */
export function longText(most: number, { empty, long }: { empty?: string; long?: string } = {}) {
  return z
    .string()
    .overwrite((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .min(1, { error: empty, abort: true })
    .max(most, { error: long, abort: true })
    .refine((text) => !INVISIBLE.test(text), 'Retirez les caractères invisibles de ce texte.')
    .superRefine((text, { addIssue }) => {
      const message = explainSecret(text);
      if (message !== null) addIssue(message);
    });
}
