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
