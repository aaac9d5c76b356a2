/** A text without case, accents nor ligatures: « Œuvre Évrard » as « oeuvre evrard ». */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The same as it is compared and sorted: no punctuation, one space between words. */
export function fold(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
