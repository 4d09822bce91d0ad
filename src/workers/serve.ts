import { Worker } from 'node:worker_threads';
import { DocumentRejected } from '../model/errors.ts';
import { isOutOfMemory } from './memory.ts';
import { requestSchema, type Answer } from './messages.ts';

/** How long a job may go on after a failure that nobody waited for. */
const GRACE_MS = 3000;

/**
 * Runs in a thread of its own, so that it sees the parent die even while the main thread hangs: then nobody else would end this process.
 */
const WATCHDOG = `
const parent = Number(require('node:worker_threads').workerData);
setInterval(() => {
  let gone = process.ppid !== parent;
  try { process.kill(parent, 0); } catch (error) { gone ||= error.code === 'ESRCH'; }
  if (gone) process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/**
 * The worker's side: answers the pool's jobs one by one with `handler`, after `parseJob` has checked them. A `DocumentRejected` crosses with its reason; any
 * other error becomes `erreur_interne` (or `memoire_depassee` when memory ran out). Ends with its parent.
 */
export function serve<Job, Result>(handler: (job: Job) => Result | Promise<Result>, parseJob: (job: unknown) => Job): void {
  if (process.send === undefined) throw new Error('a worker entry is started by a pool, not by hand');
  const say = (answer: Answer): void => {
    // A failing send means that the parent is gone; so will be this process.
    if (process.connected) process.send?.(answer, undefined, undefined, () => undefined);
  };
  process.on('disconnect', () => {
    process.exit(0);
  });
  // Ctrl-C reaches every process of a terminal: what to do about it is the parent's decision.
  process.on('SIGINT', () => undefined);
  new Worker(WATCHDOG, {
    eval: true,
    workerData: process.ppid,
    execArgv: [],
    stdout: false,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }).unref();
  // A promise that fails with nobody waiting is not the job's answer; the job usually goes on without it. One that waits for what will never come is given up.
  let abandon: (detail: string) => void = () => undefined;
  process.on('unhandledRejection', (reason) => {
    const current = abandon;
    setTimeout(() => {
      current(detailOf(reason));
    }, GRACE_MS);
  });
  process.on('message', (message) => {
    const request = requestSchema.safeParse(message);
    if (!request.success) throw new Error(`request not understood: ${request.error.message}`);
    const { id, job } = request.data;
    const abandoned = new Promise<Outcome>((resolve) => {
      abandon = (detail) => {
        resolve({ kind: 'rejected', raison: 'erreur_interne', detail, precision: null });
      };
    });
    void Promise.race([answer(handler, parseJob, job), abandoned]).then((outcome) => {
      say({ ...outcome, id });
    });
  });
  say({ kind: 'ready' });
}

type Outcome = { kind: 'done'; result: unknown } | ({ kind: 'rejected' } & Pick<DocumentRejected, 'raison' | 'detail' | 'precision'>);

async function answer<Job, Result>(
  handler: (job: Job) => Result | Promise<Result>,
  parseJob: (job: unknown) => Job,
  job: unknown,
): Promise<Outcome> {
  try {
    return { kind: 'done', result: await handler(parseJob(job)) };
  } catch (error) {
    if (error instanceof DocumentRejected)
      return { kind: 'rejected', raison: error.raison, detail: error.detail, precision: error.precision };
    const detail = detailOf(error);
    return { kind: 'rejected', raison: isOutOfMemory(detail) ? 'memoire_depassee' : 'erreur_interne', detail, precision: null };
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
