import { fold } from '../../fold.ts';

const words = (list: string) => new Set(list.split('|'));
const OUI = words(
  'oui|o|x|1|vrai|true|yes|y|ok|actif|active|signe|signee|present|presente|valide|existant|existe|fait',
);
const NON = words('non|n|0|faux|false|no|aucun|aucune|absent|absente|neant|sans|inexistant|pas de contrat|sans objet');
const INCONNU = words(
  '|nsp|ne sait pas|ne sais pas|sait pas|inconnu|inconnue|a verifier|verifier|nc|nr|non connu|non connue|non renseigne|non renseignee|non communique|n a|na|a confirmer',
);

/** What is known of it: null when nobody knows. */
export type Connu = boolean | null;

/** A « oui », a « non » or « ne sait pas », in the words of who fills tables; an empty cell is « ne sait pas ». */
export function readKnown(cell: string): Reading<Connu> {
  if (/^\s*[✓✔☑]\s*$/u.test(cell)) return { valeur: true };
  if (/^\s*[✗✘☒]\s*$/u.test(cell)) return { valeur: false };
  const word = fold(cell);
  if (OUI.has(word)) return { valeur: true };
  if (NON.has(word)) return { valeur: false };
  if (INCONNU.has(word)) return { valeur: null };
  return { refus: `« ${cell.trim()} » ne se comprend pas : écrivez oui ou non, ou laissez vide si vous ne savez pas.` };
}

/** Whether a cell says that nobody knows, or nothing. */
export function saysUnknown(cell: string): boolean {
  return INCONNU.has(fold(cell));
}

/** Whether a cell says that there is none. */
export function saysNone(cell: string): boolean {
  return NON.has(fold(cell)) && !/\d/.test(cell);
}

/** A cell that was read, with what was put right in it; or why it was not, and what to do. */
export type Reading<T> = { valeur: T; correction?: string } | { refus: string };

/** What an office tool writes around an identifier so that it stays a text. */
export function bare(cell: string): string {
  return cell
    .replace(/[\p{Cf}\u00A0\u202F]/gu, ' ')
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim();
}
