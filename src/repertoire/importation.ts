import { communesOf, isSameCommune } from '../../machines/identifiants/code-postal.ts';
import { Finess } from '../../machines/identifiants/finess.ts';
import { Siret } from '../../machines/identifiants/siret.ts';
import { memo } from '../memo.ts';
import { err, ok, type Result } from '../result.ts';
import type { FicheImportee } from '../store/repertoire.ts';
import { type Champs, ExtractError, readExtract } from './extract.ts';

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

const spelled = memo<string>();
const CODE_POSTAL = /^(\d{5}) +(.+)$/;

/** What an extract says of an establishment, checked; null for one that has closed, a « non » says in French what is wrong. */
function ficheOf(champs: Champs): Result<FicheImportee | null, string> {
  const said = (champ: keyof Champs) => (champs[champ] ?? '').replace(/\s+/g, ' ').trim();
  if (said('typefermeture') !== '' || /^\[ferm/i.test(said('rs'))) return ok(null);
  const finess = Finess.safeParse(said('nofinesset'));
  if (!finess.success) return err(`FINESS « ${said('nofinesset')} » : ${finess.error.issues[0]?.message}`);
  const denomination = said('rslongue') || said('rs');
  if (denomination === '') return err('la raison sociale manque.');
  const [, routed = '', office = ''] = CODE_POSTAL.exec(said('ligneacheminement')) ?? [];
  const codePostal = routed || said('codepostal');
  if (codePostal === '') return err('le code postal manque.');
  if (!/^\d{5}$/.test(codePostal)) return err(`code postal « ${codePostal} » : il faut 5 chiffres.`);
  const commune = communeOf(codePostal, office || said('libcommune'));
  if (commune === '') return err('la commune manque.');
  return ok({
    finess: finess.data,
    finessEj: Finess.safeParse(said('nofinessej')).data ?? null,
    siret: Siret.safeParse(said('siret')).data ?? null,
    denomination,
    codePostal,
    commune,
    categorie: said('libcategetab') || null,
    statut: said('libsph') || null,
    autresNoms: `${said('rs')} ${said('libcommune')}`,
  });
}

/** As its official list spells it, where it is there: « Nantua » for « NANTUA ». */
function communeOf(codePostal: string, written: string): string {
  return spelled(
    `${codePostal} ${written}`,
    () => communesOf(codePostal).find((commune) => isSameCommune(commune, written)) ?? written,
  );
}
