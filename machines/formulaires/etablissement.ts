import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import type { Faute } from '../event.ts';
import { CodePostal, communesOf, departementOf, departementsOf, desserteOf } from '../identifiants/code-postal.ts';
import { Finess } from '../identifiants/finess.ts';
import { isOfPublicBody, Siret } from '../identifiants/siret.ts';
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

/** An address, and the FINESS that may speak for its département. */
type Adresse = Pick<Etablissement, 'codePostal' | 'commune'> & { finess?: string | null };

/** A commune of another département than its postal code, which the FINESS does not vouch for. */
export function verifyCommune(adresse: Adresse): Faute[] {
  const isWrong = desserteOf(adresse.codePostal, adresse.commune) === 'ailleurs' && !isVouchedFor(adresse);
  return isWrong ? [{ path: ['commune'], message: explainElsewhere(adresse) }] : [];
}

/** What of an address deserves a second look: a hamlet or a misspelt name, a code that is no commune's. */
export function warnEtablissement(adresse: Adresse, pointeur: string): Avertissement[] {
  const { codePostal, commune } = adresse;
  if (desserteOf(codePostal, commune) === 'desservie') return [];
  const served = communesOf(codePostal);
  if (served.length > 0)
    return [{ code: 'commune-a-verifier', pointeur: `${pointeur}/commune`, message: explainServed(codePostal) }];
  const message = `Vérifiez le code postal ${codePostal} : il n’est celui d’aucune commune, sauf code CEDEX.`;
  return [{ code: 'code-postal-inconnu', pointeur: `${pointeur}/codePostal`, message }];
}

/** §4.2 — a GHT joins public establishments: what is said of another kind of site that would enter one. */
export function warnNotPublic({ siret }: Pick<Etablissement, 'siret'>, pointeur: string): Avertissement[] {
  if (isOfPublicBody(siret)) return [];
  const message =
    'Vérifiez ce site : son SIRET est celui d’un organisme privé, et un GHT réunit des établissements publics. Un établissement privé suit son propre parcours.';
  return [{ code: 'site-non-public', pointeur: `${pointeur}/siret`, message }];
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

/** FINESS numbers begin by the département, overseas by 97 or 98. */
function isVouchedFor({ codePostal, finess }: Adresse): boolean {
  const [code, declared] = [codePostal, finess?.replace(/^2[AB]/, '20') ?? ''].map((text) => text.slice(0, 2));
  return code === declared || (/^9[78]/.test(codePostal) && /^9[78]/.test(declared ?? ''));
}

function explainElsewhere({ codePostal, commune }: Adresse): string {
  const known = departementsOf(commune).slice(0, 3).join(', ');
  return `Corrigez la commune ou le code postal : ${commune} est dans le département ${known}, et le code ${codePostal} dans le ${departementOf(codePostal)}.`;
}

function explainServed(codePostal: string): string {
  const communes = communesOf(codePostal);
  const others = communes.length > 5 ? ' et d’autres' : '';
  return `Vérifiez la commune : le code postal ${codePostal} est celui de ${communes.slice(0, 5).join(', ')}${others}.`;
}
