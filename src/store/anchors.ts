import type { Head } from './seals.ts';

/**
 * The anchors of a text, wherever in it they stand: a log will do. Each is a line of the journal as it was told outside the base,
 * « 1234:ab12… », its rang and its mac: an older copy put back, or a base that has lost its end, does not have it.
 */
export function anchorsIn(text: string): Head[] {
  return [...text.matchAll(/\b(\d+):([0-9a-f]{64})\b/g)].map(([, rang, mac]) => ({
    rang: Number(rang),
    mac: mac ?? '',
  }));
}

/** Tells the end of the journal, each time that it is asked and has moved. */
export function anchorer(head: () => Promise<Head>, tell: (anchor: string) => void): () => Promise<void> {
  let told = 0;
  return async () => {
    const end = await head();
    if (end.rang === told) return;
    told = end.rang;
    tell(`${end.rang}:${end.mac}`);
  };
}
