/** Says that something happened to whoever listens. */
export interface Signal {
  tell(): void;
  /** The answer stops listening. */
  listen(listener: () => void): () => void;
}

/**
 * Several `tell` within `delayMs` are heard once, at its end and outside of what told them, which a failing listener cannot spoil.
 * With nobody listening it costs a comparison.
 */
export function createSignal(delayMs: number): Signal {
  const listeners = new Set<() => void>();
  let isTold = false;
  return {
    tell() {
      if (listeners.size === 0 || isTold) return;
      isTold = true;
      setTimeout(hear, delayMs).unref();
    },
    listen(listener) {
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
