import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DocumentRejected } from '../model/errors.ts';
import { isOutOfMemory, residentMb } from './memory.ts';
import { answerSchema, type Answer, type Request } from './messages.ts';

export interface WorkerLimits {
  readonly entry: URL | string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** The process ended by itself, or said something that is no answer. Another process may do better. */
export class WorkerCrashed extends Error {
  override readonly name = 'WorkerCrashed';
}

const START_LIMIT_MS = 60_000;
const MEMORY_EVERY_MS = process.platform === 'linux' ? 50 : 500;
const KEPT_STDERR = 4000;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly id: number;
}

/** One child process that does one job at a time and can be killed at any moment. */
export class WorkerProcess {
  jobsDone = 0;
  readonly #child: ChildProcess;
  readonly #limits: WorkerLimits;
  readonly #ready: Promise<void>;
  readonly #exited: Promise<void>;
  #waiting: Waiting | null = null;
  /** Why we killed it, once we did. */
  #verdict: unknown = null;
  #alive = true;
  #stderr = '';
  #lastId = 0;

  constructor(limits: WorkerLimits) {
    this.#limits = limits;
    this.#child = start(limits);
    const kill = (): void => {
      this.#child.kill('SIGKILL');
    };
    process.on('exit', kill);
    let markReady: () => void = () => undefined;
    let markFailed: (reason: unknown) => void = () => undefined;
    this.#ready = new Promise((resolve, reject) => {
      markReady = resolve;
      markFailed = reject;
    });
    this.#ready.catch(() => undefined);
    this.#exited = new Promise((resolve) => {
      const end = (how: string): void => {
        process.off('exit', kill);
        this.#alive = false;
        const reason = this.#verdict ?? this.#causeOfDeath(how);
        markFailed(reason);
        this.#settle((waiting) => {
          waiting.reject(reason);
        });
        resolve();
      };
      this.#child.once('exit', (code, signal) => {
        end(`code ${String(code)}, signal ${String(signal)}`);
      });
      this.#child.once('error', (error) => {
        if (this.#child.pid === undefined) end(error.message);
      });
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-KEPT_STDERR);
    });
    this.#child.on('message', (message) => {
      const parsed = answerSchema.safeParse(message);
      if (!parsed.success) this.#kill(new WorkerCrashed(`answer not understood: ${parsed.error.message}`));
      else if (parsed.data.kind === 'ready') markReady();
      else this.#receive(parsed.data);
    });
    this.#holdParent(false);
  }

  get alive(): boolean {
    return this.#alive && this.#verdict === null;
  }

  /**
   * The answer to one job. Rejects with `DocumentRejected` (the worker's own reason, `delai_depasse`, `memoire_depassee`), with `WorkerCrashed`, or with the
   * signal's reason.
   */
  async run(job: unknown, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    this.#holdParent(true);
    const stop = (): void => {
      this.#kill(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const starting = setTimeout(() => {
      this.#kill(new WorkerCrashed('the process did not start in time'));
    }, START_LIMIT_MS);
    try {
      await this.#ready;
      clearTimeout(starting);
      return await this.#work(job);
    } finally {
      clearTimeout(starting);
      signal?.removeEventListener('abort', stop);
      this.#holdParent(false);
    }
  }

  /** Ends the process at once; done when it is gone. */
  async end(): Promise<void> {
    // Whoever waits for the end must not be let go before it.
    this.#holdParent(true);
    this.#kill(new WorkerCrashed('ended by the pool'));
    await this.#exited;
  }

  async #work(job: unknown): Promise<unknown> {
    const { timeoutMs, memoryMb } = this.#limits;
    const clock = setTimeout(() => {
      this.#kill(new DocumentRejected('delai_depasse', `${String(timeoutMs)} ms`));
    }, timeoutMs);
    const scale = setInterval(() => {
      const { pid } = this.#child;
      if (pid === undefined) return;
      void residentMb(pid).then((megabytes) => {
        if (megabytes !== null && megabytes > memoryMb && this.#waiting !== null) {
          this.#kill(new DocumentRejected('memoire_depassee', `${megabytes.toFixed(0)} Mo`));
        }
      });
    }, MEMORY_EVERY_MS);
    try {
      return await new Promise<unknown>((resolve, reject) => {
        const id = ++this.#lastId;
        this.#waiting = { resolve, reject, id };
        const request: Request = { id, job };
        this.#child.send(request, (error) => {
          if (error instanceof Error) this.#kill(new WorkerCrashed(error.message));
        });
      });
    } finally {
      this.jobsDone++;
      clearTimeout(clock);
      clearInterval(scale);
    }
  }

  #receive(answer: Exclude<Answer, { kind: 'ready' }>): void {
    if (this.#waiting?.id !== answer.id) {
      this.#kill(new WorkerCrashed('answer to a question that was not asked'));
      return;
    }
    this.#settle((waiting) => {
      if (answer.kind === 'done') waiting.resolve(answer.result);
      else waiting.reject(new DocumentRejected(answer.raison, answer.detail, answer.precision));
    });
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) how(waiting);
  }

  #kill(verdict: unknown): void {
    if (!this.#alive) return;
    this.#verdict ??= verdict;
    this.#child.kill('SIGKILL');
  }

  #causeOfDeath(how: string): Error {
    const detail = `${how}\n${this.#stderr}`.trim();
    return isOutOfMemory(this.#stderr) ? new DocumentRejected('memoire_depassee', detail) : new WorkerCrashed(detail);
  }

  /** Only a process at work keeps the parent from ending. */
  #holdParent(hold: boolean): void {
    const held = [this.#child, this.#child.channel, this.#child.stderr] as readonly (
      Partial<Record<'ref' | 'unref', () => void>> | null | undefined
    )[];
    for (const each of held) {
      if (hold) each?.ref?.();
      else each?.unref?.();
    }
  }
}

function start({ entry, memoryMb }: WorkerLimits): ChildProcess {
  const path = entry instanceof URL ? fileURLToPath(entry) : entry;
  // Sources run through tsx, which only a development install has; the built package starts plain JavaScript.
  const loader = path.endsWith('.ts') ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  return fork(path, [], {
    execArgv: [`--max-old-space-size=${String(Math.max(64, Math.floor(memoryMb)))}`, ...loader],
    // Its standard output is no one's: the command's own may be piped into another program.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
  });
}
