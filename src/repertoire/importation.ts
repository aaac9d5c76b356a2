import type { FicheImportee } from '../store/repertoire.ts';
import { ExtractError, readExtract } from './extract.ts';
import { ficheOf } from './fiche.ts';

/** A line that was left out, and why. */
interface Ecart {
  ligne: number;
  message: string;
}

/** What became of the lines of an extract. */
export interface Bilan {
  lues: number;
  fermes: number;
  /** Of those left out, the first ones alone are told. */
  ecartees: number;
  ecarts: Ecart[];
}

const TOLD = 20;
/** Beyond one line in so many, the file is not what it was taken for. */
const ONE_IN = 20;

/** The establishments to import of an extract; `bilan` is filled on the way. A file in which too much is wrong throws an ExtractError at its end. */
export async function* fichesOf(bytes: Buffer, bilan: Bilan): AsyncGenerator<FicheImportee> {
  for await (const { ligne, champs } of readExtract(bytes)) {
    bilan.lues += 1;
    const fiche = ficheOf(champs);
    if (!fiche.ok) {
      bilan.ecartees += 1;
      if (bilan.ecarts.length < TOLD) bilan.ecarts.push({ ligne, message: fiche.error });
    } else if (fiche.value === null) bilan.fermes += 1;
    else yield fiche.value;
  }
  if (bilan.lues === 0) throw new ExtractError('Ce fichier ne nomme aucun établissement : rien n’a été importé.');
  if (bilan.ecartees * ONE_IN > bilan.lues)
    throw new ExtractError(
      `Lignes qui ne se lisent pas : ${bilan.ecartees} sur ${bilan.lues}. Rien n’a été importé.\n${tellEcarts(bilan)}`,
    );
}

/** Nothing read yet. */
export function bilanVide(): Bilan {
  return { lues: 0, fermes: 0, ecartees: 0, ecarts: [] };
}

/** What was left out, line by line. */
export function tellEcarts({ ecarts, ecartees }: Bilan): string {
  const more = ecartees > ecarts.length ? [`… et ${ecartees - ecarts.length} de plus.`] : [];
  return [...ecarts.map(({ ligne, message }) => `Ligne ${ligne} : ${message}`), ...more].join('\n');
}
