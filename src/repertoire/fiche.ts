import { communesOf, isSameCommune } from '../../machines/identifiants/code-postal.ts';
import { Finess } from '../../machines/identifiants/finess.ts';
import { Siret } from '../../machines/identifiants/siret.ts';
import { memo } from '../memo.ts';
import { err, ok, type Result } from '../result.ts';
import type { FicheImportee } from '../store/repertoire.ts';
import type { Champs } from './extract.ts';

const spelled = memo<string>();
const CODE_POSTAL = /^(\d{5}) +(.+)$/;

/** What an extract says of an establishment, checked; null for one that has closed, a « non » says in French what is wrong. */
export function ficheOf(champs: Champs): Result<FicheImportee | null, string> {
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
