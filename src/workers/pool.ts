import { DocumentRejected } from '../model/errors.ts';
import { WorkerCrashed, WorkerProcess } from './worker-process.ts';

export { serve } from './serve.ts';

export interface PoolOptions<Result> {
  /** The file each process starts: it calls `serve`. Built (`.js`) or source (`.ts`, needs tsx). */
  readonly entry: URL | string;
  /** Processes at a time. */
  readonly size: number;
  /** Milliseconds for one job, counted from the moment a process that is ready gets it. */
  readonly timeoutMs: number;
  /** Resident megabytes a process may hold while it works. */
  readonly memoryMb: number;
  /** Jobs after which a process is replaced. */
  readonly recycleAfter: number;
  /** Checks what came back; what it throws makes the job `erreur_interne`. */
  readonly parseResult: (result: unknown) => Result;
}

/**
 * Processes kept warm, each at one job at a time. `run` waits for a free one and rejects with `DocumentRejected`: the worker's own reason, `delai_depasse`,
 * `memoire_depassee`, or `erreur_interne` when two processes in a row died of it; or with the signal's reason once aborted. Nothing a job does reaches another.
 */
export interface Pool<Job, Result> {
  run(job: Job, signal?: AbortSignal): Promise<Result>;
  /** Ends every process, jobs under way included; done when all are gone. */
  close(): Promise<void>;
}

const ATTEMPTS = 2;

export function createPool<Job, Result>(options: PoolOptions<Result>): Pool<Job, Result> {
  return new ProcessPool<Job, Result>(options);
}

class ProcessPool<Job, Result> implements Pool<Job, Result> {
  readonly #workers = new Set<WorkerProcess>();
  readonly #idle: WorkerProcess[] = [];
  readonly #queue: (() => void)[] = [];
  #busy = 0;
  #closed = false;

  constructor(private readonly options: PoolOptions<Result>) {}

  async run(job: Job, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    await this.#turn(signal);
    try {
      signal?.throwIfAborted();
      return this.#parse(await this.#attempt(job, signal));
    } finally {
      const next = this.#queue.shift();
      // The place goes from hand to hand: given back first, a newcomer could take it as well.
      if (next === undefined) this.#busy--;
      else next();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#workers].map((worker) => worker.end()));
  }

  /** Waits for one of the places; a call that is aborted while it waits leaves the queue. */
  async #turn(signal?: AbortSignal): Promise<void> {
    if (this.#busy < this.options.size) {
      this.#busy++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        const index = this.#queue.indexOf(go);
        if (index >= 0) this.#queue.splice(index, 1);
        reject(signal?.reason as Error);
      };
      this.#queue.push(go);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  async #attempt(job: Job, signal?: AbortSignal): Promise<unknown> {
    let detail = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (this.#closed) throw new DocumentRejected('erreur_interne', 'the pool is closed');
      const worker = this.#take();
      try {
        return await worker.run(job, signal);
      } catch (error) {
        signal?.throwIfAborted();
        // After an error nobody foresaw, what state the process is in nobody knows.
        if (error instanceof DocumentRejected && error.raison === 'erreur_interne') await worker.end();
        if (!(error instanceof WorkerCrashed)) throw error;
        detail = error.message;
      } finally {
        this.#putBack(worker);
      }
    }
    throw new DocumentRejected('erreur_interne', detail);
  }

  #take(): WorkerProcess {
    for (let worker = this.#idle.pop(); worker !== undefined; worker = this.#idle.pop()) {
      if (worker.alive) return worker;
      this.#workers.delete(worker);
    }
    const worker = new WorkerProcess(this.options);
    this.#workers.add(worker);
    return worker;
  }

  #putBack(worker: WorkerProcess): void {
    if (worker.alive && !this.#closed && worker.jobsDone < this.options.recycleAfter) {
      this.#idle.push(worker);
      return;
    }
    void worker.end().then(() => this.#workers.delete(worker));
  }

  #parse(result: unknown): Result {
    try {
      return this.options.parseResult(result);
    } catch (error) {
      throw new DocumentRejected('erreur_interne', `answer not understood: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
