import { z } from 'zod';
import { choix, IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';
import { acteurs } from '../../../machines/step.ts';
import type { Services } from '../../services.ts';
import { type Form, formOf } from '../forms/form.ts';

/** The form of a note. */
export const noteForm: Form = formOf(
  z.object({
    texte: z.string().max(4_000).meta({
      title: 'Nouvelle note',
      description: 'Pour vos collègues : les éditeurs ne la voient jamais. Ni nom de patient, ni mot de passe.',
    }),
  }),
  { prefixe: 'note' },
);

/** The form of a follow-up, for one of the accounts that may act. */
export async function relanceForm({ identites }: Services): Promise<Form> {
  const comptes = (await identites.comptes()).filter(({ actif, role }) => actif && role !== 'lecteur');
  const noms = Object.fromEntries(comptes.map(({ id, nom }) => [id, nom]));
  return formOf(
    z.object({
      pourLe: IsoDate.meta({ title: 'Pour le' }),
      acteur: choix('Qui relancer', acteurs),
      quoi: texteLibre('À faire', 300).meta({ title: 'À faire' }),
      compteId: choix('Qui s’en charge', noms),
    }),
    { prefixe: 'relance' },
  );
}
