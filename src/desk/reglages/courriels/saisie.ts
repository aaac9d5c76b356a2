import { z } from 'zod';
import { choix, explainSecret, texteLibre } from '../../../../machines/formulaires/champs.ts';
import { faultOf } from './variables.ts';

const INVISIBLE = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;

/** To whom a mail goes: addresses of the settings, or one that is typed. */
export const destinataires = {
  ans: 'ANS',
  cartes: 'ANS, contrats et cartes',
  editeur: 'Éditeur',
  autre: 'Autre',
} as const;
export type Destinataire = keyof typeof destinataires;

const known = (text: string, context: z.RefinementCtx<string>) => {
  const message = faultOf(text);
  if (message) context.addIssue({ code: 'custom', message });
};

const Corps = z
  .string()
  .overwrite((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .min(1, { abort: true })
  .max(5_000, { abort: true })
  .refine((text) => !INVISIBLE.test(text), 'Retirez les caractères invisibles de ce texte.')
  .superRefine((text, context) => {
    const message = explainSecret(text);
    if (message) context.addIssue({ code: 'custom', message });
  })
  .superRefine(known)
  .meta({ title: 'Corps' });

/** A canned mail as it is written; `version` is the one that was read, 0 for a new mail. */
export const ModeleEcrit = z.strictObject({
  nom: texteLibre('Nom', 100),
  destinataire: choix('Destinataire', destinataires),
  objet: texteLibre('Objet', 200).superRefine(known),
  corps: Corps,
  version: z.coerce.number().int().min(0).default(0).meta({ title: 'Version lue' }),
});
