import { z } from 'zod';
import { DocumentRejected } from '../../src/model/errors.ts';
import { serve } from '../../src/workers/pool.ts';

/** A worker that does what its job says, good or bad. */
const jobSchema = z.strictObject({ does: z.string(), marker: z.string().optional() });

const kept: unknown[] = [];
let jobs = 0;

serve(
  async ({ does, marker }: z.infer<typeof jobSchema>): Promise<unknown> => {
    jobs++;
    const { appendFileSync, existsSync } = await import('node:fs');
    const before = marker !== undefined && existsSync(marker);
    if (marker !== undefined) appendFileSync(marker, `${String(process.pid)}\n`);
    switch (does) {
      case 'hang':
        for (;;) kept.length = 0;
      case 'wait':
        await new Promise((resolve) => setTimeout(resolve, 60_000));
        return 'too late';
      case 'eat buffers':
        for (;;) kept.push(Buffer.alloc(8_000_000, 1));
      case 'eat heap':
        for (;;) kept.push({ a: [kept.length, 'x'] });
      case 'exit':
        process.exit(0);
      case 'die once':
        if (!before) process.kill(process.pid, 'SIGKILL');
        return 'survived';
      case 'die':
        return process.kill(process.pid, 'SIGKILL');
      case 'throw':
        throw new TypeError('unforeseen');
      case 'reject':
        throw new DocumentRejected('chiffre', 'password please');
      case 'unhandled':
        void Promise.reject(new Error('nobody listens'));
        return new Promise(() => undefined);
      case 'unhandled aside':
        void Promise.reject(new Error('nobody listens'));
        await new Promise((resolve) => setTimeout(resolve, 50));
        return 'fine';
      case 'garbage':
        process.send?.({ kind: 'poem', lines: 14 });
        return new Promise(() => undefined);
      case 'lie':
        return { wrong: 'shape' };
      case 'print':
        console.log('PRINTED BY THE WORKER');
        return 'printed';
      case 'count':
        return String(jobs);
      case 'pid':
        return String(process.pid);
      default:
        return does;
    }
  },
  (job) => jobSchema.parse(job),
);
