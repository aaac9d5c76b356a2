/** Questions that share one answer time. */
interface Group<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  /** Answers at once what is waiting. */
  flush(): void;
}

/**
 * Hands to `run`, in one call, all that was asked during one turn of the event loop. It answers each in order, an Error for one
 * that failed alone; if it throws, all fail.
 */
export function group<Question, Answer>(run: (questions: Question[]) => (Answer | Error)[]): Group<Question, Answer> {
  let waiting: Waiting<Question, Answer>[] = [];
  return { ask, flush };

  function ask(question: Question): Promise<Answer> {
    if (waiting.length === 0) setImmediate(flush);
    return new Promise((resolve, reject) => waiting.push({ question, resolve, reject }));
  }

  function flush(): void {
    const asked = waiting;
    waiting = [];
    if (asked.length > 0) settle(asked, run);
  }
}

interface Waiting<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

function settle<Question, Answer>(
  asked: Waiting<Question, Answer>[],
  run: (questions: Question[]) => (Answer | Error)[],
): void {
  try {
    const answers = run(asked.map(({ question }) => question));
    asked.forEach(({ resolve, reject }, i) => {
      const answer = answers[i] as Answer | Error;
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    });
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}

/** Says that something happened to whoever listens. */
interface Signal {
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
