import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { containsNir } from '../identifiants/nir.ts';
import { narrow } from '../identifiants/numero.ts';
import { Rpps, warnRpps } from '../identifiants/rpps.ts';
import '../francais.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes
const CLE_DER = /^0(?:\x82..|\x81.|[\x00-\x7f])\x02\x01[\x00\x01][\x02\x04\x30]/s;
const CLE_PRIVEE = /-----BEGIN [A-Z ]*PRIVATE KEY-----/i;

const SANS_NIR = 'Retirez le numéro de sécurité sociale : il ne se transmet jamais ici.';
const SANS_CLE = 'Retirez la clé privée : elle ne se transmet jamais.';

/** What must be taken out of a text before it is kept anywhere; null when nothing must. */
export function explainSecret(texte: string): string | null {
  const texts = [texte, ...encodedIn(texte)];
  if (texts.some(containsNir)) return SANS_NIR;
  return texts.some(isPrivateKey) ? SANS_CLE : null;
}

/** What the runs of base64 of a text hold, a character per byte: as long as a NIR at least. */
function encodedIn(texte: string): string[] {
  return (texte.match(/[\w+/-]{18,}={0,2}/g) ?? []).flatMap((run) => {
    try {
      return [atob(run.replaceAll('-', '+').replaceAll('_', '/'))];
    } catch {
      return [];
    }
  });
}

/** In PEM, or in DER: a sequence that begins by the version of a key, where a certificate begins by another sequence. */
function isPrivateKey(texte: string): boolean {
  return CLE_PRIVEE.test(texte) || CLE_DER.test(texte);
}

/** A required text on one line, of `max` characters at most, where no secret and no patient may slip in. */
export const texteLibre = (title: string, max = 200) =>
  z
    .string()
    .overwrite((saisie) => narrow(saisie).normalize('NFC').replace(/\s+/g, ' ').trim())
    .min(1, { abort: true })
    .max(max, { abort: true })
    .refine((texte) => !INVISIBLE.test(texte), 'Retirez les caractères invisibles de ce texte.')
    .superRefine((texte, context) => {
      const message = explainSecret(texte);
      if (message) context.addIssue(message);
    })
    .meta({ title });

/** One of the codes of `libelles`, which says in French what each means. */
export const choix = <Code extends string>(title: string, libelles: Record<Code, string>) =>
  z.enum(Object.keys(libelles) as Code[]).meta({ title, libelles });

/** A real calendar day, YYYY-MM-DD. */
export const IsoDate = z.iso.date('Saisissez une date du calendrier, au format AAAA-MM-JJ.').meta({ title: 'Date' });

/** The number that the ANS gave a contract. */
export const NumeroContrat = texteLibre('Numéro du contrat', 50);

/** An e-mail address in lower case. */
export const Courriel = texteLibre('Courriel', 254)
  .toLowerCase()
  .check(z.email('Saisissez une adresse complète : nom@domaine.fr.'))
  .meta({ title: 'Courriel', examples: ['camille.martin@ch-exemple.fr'] });

/** Ten French digits without separators, or + and a foreign number. */
export const Telephone = z
  .string()
  .overwrite((saisie) =>
    narrow(saisie)
      .replace(/[\s.()-]/g, '')
      .replace(/^(\+|00)330?/, '0'),
  )
  .regex(/^(0[1-9]\d{8}|\+[1-9]\d{7,13})$/, 'Saisissez un numéro à 10 chiffres, ou commençant par + à l’étranger.')
  .meta({ title: 'Téléphone', examples: ['0474000000'] });

/** Who a form names. */
export const Personne = z
  .strictObject({ nom: texteLibre('Nom', 100), prenom: texteLibre('Prénom', 100) })
  .meta({ title: 'Personne' });
export type Personne = z.output<typeof Personne>;

/** A person who holds, or is to hold, a card; the RPPS is a health professional's. */
export const Porteur = Personne.extend({ rpps: Rpps.optional().meta({ title: 'N° RPPS' }) }).meta({ title: 'Porteur' });

/** What of a holder deserves a second look. */
export function warnPorteur({ rpps }: z.output<typeof Porteur>, pointeur: string): Avertissement[] {
  return rpps === undefined ? [] : warnRpps(rpps, `${pointeur}/rpps`);
}

/** §4.1 — the person who binds the establishment. */
export const RepresentantLegal = Personne.extend({
  fonction: texteLibre('Fonction', 100),
  courriel: Courriel,
  telephone: Telephone.optional().meta({ title: 'Téléphone' }),
}).meta({ title: 'Représentant légal' });

/** §4.1 — in which capacity a form is signed. */
export const Qualite = choix('Qualité du signataire', {
  representantLegal: 'Représentant légal',
  mandataire: 'Mandataire',
});

/** Where and when a form was signed; the signature itself is a fact of the dossier. */
export const Signature = z
  .strictObject({ lieu: texteLibre('Fait à', 100), date: IsoDate.meta({ title: 'Le' }) })
  .meta({ title: 'Signature' });

const cartes = {
  CPS: 'CPS, professionnel de santé',
  CPF: 'CPF, professionnel en formation',
  CPE: 'CPE, personnel d’établissement',
  CPA: 'CPA, personnel autorisé',
  CDE: 'CDE, directeur d’établissement',
} as const;
type CodeCarte = keyof typeof cartes;

/** The type of a card, among some. */
export const typeCarteParmi = <const Types extends readonly [CodeCarte, ...CodeCarte[]]>(
  types: Types,
  error?: string,
) => {
  const libelles = Object.fromEntries(types.map((type) => [type, cartes[type]]));
  return z.enum(types, error).meta({ title: 'Type de carte', libelles });
};

/** §4, §4.1 — every card that may be shown, among them some that the procedure refuses. */
export const TypeCarte = typeCarteParmi(['CPS', 'CPF', 'CPE', 'CPA', 'CDE']);

/** A card as printed: its end date is read, never computed. */
export const Carte = z
  .strictObject({
    type: TypeCarte,
    numero: z
      .string()
      .overwrite((saisie) => narrow(saisie).replace(/\s/g, ''))
      .regex(/^\d{6,12}$/, 'Saisissez les chiffres du numéro imprimé sur la carte.')
      .optional()
      .meta({ title: 'Numéro de la carte' }),
    fin: IsoDate.nullable().meta({ title: 'Fin de validité', description: 'La date imprimée sur la carte.' }),
  })
  .meta({ title: 'Carte' });

/** The fictional person of every example. */
export const exemplePersonne: Personne = { nom: 'Martin', prenom: 'Camille' };

/** Somebody else of the examples. */
export const exempleAutre: Personne = { nom: 'Durand', prenom: 'Alix' };
