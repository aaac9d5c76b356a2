import { z } from 'zod';
import { QualiteBeneficiaire } from '../../machines/certificat/demande.ts';
import { Etablissement } from '../../machines/formulaires/etablissement.ts';
import { GroupementOuvert } from './opening.ts';

const texte = z.string();

/**
 * Who a case is about, as it was opened and since renamed; read by people, never by a guard. Of a dossier, its establishment; of a
 * groupement, its name, genre and DSI; of a certificate, its usage, its beneficiary and the one it replaces.
 */
const Fiche = z
  .looseObject({
    denomination: texte,
    siret: texte.nullable(),
    finess: texte.nullable(),
    codePostal: texte,
    commune: texte,
    nom: texte,
    genre: GroupementOuvert.shape.genre,
    dsi: GroupementOuvert.shape.dsi,
    usage: z.enum(['AUTH', 'SIGN']),
    beneficiaire: z.looseObject({ nom: texte, prenom: texte, qualite: QualiteBeneficiaire }),
    remplace: texte.nullable(),
  })
  .partial();
export type Fiche = Readonly<z.output<typeof Fiche>>;

/** What is kept of it as JSON; empty where that is damaged. */
export function readFiche(text: string): Fiche {
  return parse(text) ?? {};
}

/** The establishment of a dossier, as forms take it; null where it is not whole. */
export function etablissementOf({
  denomination,
  siret,
  finess = null,
  codePostal,
  commune,
}: Fiche): Etablissement | null {
  const saisie = { denomination, siret, finess, sansFiness: finess === null, codePostal, commune };
  return Etablissement.safeParse(saisie).data ?? null;
}

function parse(text: string): Fiche | null {
  try {
    return Fiche.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
