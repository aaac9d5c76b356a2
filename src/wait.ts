/** How long to wait, in milliseconds, and what cuts the wait short. */
export interface Wait {
  attendreMs: number;
  signal: AbortSignal;
}

/** What `look` finds once it is enough, or when the wait is over; it looks after each commit, never in between. */
export async function lookAtCommits<Found>(
  { onCommit }: { onCommit(listener: () => void): () => void },
  { attendreMs, signal }: Wait,
  look: () => Promise<Found>,
  isEnough: (found: Found) => boolean,
): Promise<Found> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(attendreMs)]);
  let wake = () => {};
  const hear = () => wake();
  const unlisten = onCommit(hear);
  over.addEventListener('abort', hear);
  try {
    for (;;) {
      const heard = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const found = await look();
      if (attendreMs === 0 || over.aborted || isEnough(found)) return found;
      await heard;
    }
  } finally {
    unlisten();
    over.removeEventListener('abort', hear);
  }
}
