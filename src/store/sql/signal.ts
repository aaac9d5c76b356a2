/**
 * Several `tell` within `delayMs` are heard once, at its end and outside of what told them, which a failing listener cannot spoil.
 * With nobody listening it costs a comparison.
 */
export function createSignal(delayMs: number) {
  const listeners = new Set<() => void>();
  let isTold = false;
  return {
    tell(): void {
      if (listeners.size === 0 || isTold) return;
      isTold = true;
      setTimeout(hear, delayMs).unref();
    },
    /** The answer stops listening. */
    listen(listener: () => void): () => void {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };

  function hear(): void {
    isTold = false;
    for (const listener of [...listeners]) listener();
  }
}
