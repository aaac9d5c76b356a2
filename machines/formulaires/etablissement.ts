import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import type { Faute } from '../event.ts';
import { CodePostal, communesOf, servesCommune, warnCodePostal } from '../identifiants/code-postal.ts';
import { Finess } from '../identifiants/finess.ts';
import { Siret } from '../identifiants/siret.ts';
import { texteLibre } from './champs.ts';

/** §5 — which site asks; without a FINESS it says so (`sansFiness`), so that an oversight is never taken for an absence. */
export const Etablissement = z
  .strictObject({
    denomination: texteLibre('Dénomination').meta({ title: 'Dénomination', description: 'La raison sociale.' }),
    siret: Siret,
    finess: Finess.nullable()
      .default(null)
      .meta({ title: 'N° FINESS géographique', description: 'Celui du site, non celui de l’entité juridique.' }),
    sansFiness: z.boolean().default(false).meta({ title: 'La structure n’a pas de N° FINESS' }),
    codePostal: CodePostal,
    commune: texteLibre('Commune', 100),
  })
  .refine(({ finess, sansFiness }) => (finess === null) === sansFiness, {
    path: ['finess'],
    error: 'Saisissez le N° FINESS géographique, ou cochez « La structure n’a pas de N° FINESS » : l’un ou l’autre.',
  })
  .superRefine((saisie, { addIssue }) => {
    for (const { path, message } of verifyCommune(saisie)) addIssue({ code: 'custom', path, message });
  })
  .meta({ title: 'Établissement' });
export type Etablissement = z.output<typeof Etablissement>;

/** A commune that its postal code does not serve. */
export function verifyCommune({ codePostal, commune }: { codePostal: string; commune: string }): Faute[] {
  return servesCommune(codePostal, commune) ? [] : [{ path: ['commune'], message: explainCommune(codePostal) }];
}

/** What of an establishment deserves a second look. */
export function warnEtablissement({ codePostal }: Etablissement, pointeur: string): Avertissement[] {
  return warnCodePostal(codePostal, `${pointeur}/codePostal`);
}

/** A fictional hospital under the French public test numbers. */
export const exempleEtablissement: Etablissement = {
  denomination: 'Centre hospitalier Exemple',
  siret: '26011021800047',
  finess: '010000057',
  sansFiness: false,
  codePostal: '01130',
  commune: 'Nantua',
};

function explainCommune(codePostal: string): string {
  const communes = communesOf(codePostal);
  const others = communes.length > 5 ? ' et d’autres' : '';
  return `Corrigez la commune ou le code postal : ${codePostal} dessert ${communes.slice(0, 5).join(', ')}${others}.`;
}
