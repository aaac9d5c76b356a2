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
