import { Worker } from 'node:worker_threads';

/** What a thread runs, how much it may take, and what is answered when it cannot. */
interface Settings<Answer> {
  worker: URL;
  memoryMb: number;
  /** How long one task may take. */
  patienceMs: number;
  /** The thread ends once nobody has asked for so long. */
  idleMs: number;
  mostWaiting: number;
  tooLong: Answer;
  broken: Answer;
  busy: Answer;
}

interface Job<Task, Answer> {
  task: Task;
  settle(answer: Answer): void;
}

/** Does tasks one after the other in a thread of their own, which answers each by one message; one that takes too long, or breaks it, ends it alone. */
export class OneThread<Task, Answer> {
  private readonly settings: Settings<Answer>;
  private readonly waiting: Job<Task, Answer>[] = [];
  private current: Job<Task, Answer> | null = null;
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(settings: Settings<Answer>) {
    this.settings = settings;
  }

  ask(task: Task): Promise<Answer> {
    if (this.waiting.length >= this.settings.mostWaiting) return Promise.resolve(this.settings.busy);
    return new Promise((resolve) => {
      this.waiting.push({ task, settle: resolve });
      this.next();
    });
  }

  private next(): void {
    if (this.current) return;
    clearTimeout(this.timer);
    this.current = this.waiting.shift() ?? null;
    if (!this.current) {
      this.timer = setTimeout(() => this.end(), this.settings.idleMs).unref();
      this.worker?.unref();
      return;
    }
    this.worker ??= this.begin();
    this.worker.ref();
    this.timer = setTimeout(() => this.giveUp(this.settings.tooLong), this.settings.patienceMs);
    this.worker.postMessage(this.current.task);
  }

  private begin(): Worker {
    const { worker, memoryMb, broken } = this.settings;
    const begun = new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    begun.on('message', (answer: Answer) => this.settle(answer));
    begun.on('error', () => {});
    begun.once('exit', () => {
      if (this.worker === begun) this.giveUp(broken);
    });
    return begun;
  }

  private settle(answer: Answer): void {
    const { current } = this;
    this.current = null;
    current?.settle(answer);
    this.next();
  }

  private giveUp(answer: Answer): void {
    this.end();
    this.settle(answer);
  }

  private end(): void {
    const ending = this.worker;
    this.worker = null;
    void ending?.terminate();
  }
}
