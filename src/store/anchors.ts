import type { Head } from './seals.ts';

/** A line of the journal as it was told outside the base, signed unless it is the older one of a receipt. */
export interface Anchor extends Head {
  signature: string | null;
}

/**
 * The anchors of a text, wherever in it they stand: a log, or a receipt. Each is a line of the journal as it was told outside the base,
 * « 1234:ab12…:signature »: an older copy put back, or a base that has lost its end, does not have it.
 */
export function anchorsIn(text: string): Anchor[] {
  return [...text.matchAll(/\b(\d+):([0-9a-f]{64})\b(?::([\w-]{86})(?![\w-]))?/g)].map(
    ([, rang, mac = '', signature = null]) => ({ rang: Number(rang), mac, signature }),
  );
}

/** What whoever acted is given: the line of his act, then the end of what was written with it, signed. */
export function receiptOf({ rang, mac }: Head, signedEnd: string): string {
  const line = `${rang}:${mac}`;
  return signedEnd.startsWith(`${line}:`) ? signedEnd : `${line};${signedEnd}`;
}

/** Tells the signed end of the journal, each time that it is asked and has moved. */
export function anchorer(signedEnd: () => Promise<string>, tell: (anchor: string) => void): () => Promise<void> {
  let told = '';
  return async () => {
    const end = await signedEnd();
    if (end === told || end.startsWith('0:')) return;
    told = end;
    tell(end);
  };
}
