import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DocumentRejected } from '../../src/model/errors.ts';
import { createPool, type Pool, type PoolOptions } from '../../src/workers/pool.ts';
import { compiled } from '../support/compiled/folder.ts';

interface Job {
  readonly does: string;
  readonly marker?: string;
}

const entry = compiled('test/workers/faulty-entry');
let pools: Pool<Job, string>[] = [];
let folder = '';

function open(options: Partial<PoolOptions<string>> = {}): Pool<Job, string> {
  const pool = createPool<Job, string>({
    entry,
    size: 1,
    timeoutMs: 20_000,
    memoryMb: 400,
    recycleAfter: 100,
    parseResult: (result) => z.string().parse(result),
    ...options,
  });
  pools.push(pool);
  return pool;
}

async function raisonOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    (value) => new Error(`no rejection: ${String(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DocumentRejected)) throw error;
  return error.raison;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, limitMs = 10_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeEach(() => {
  pools = [];
  folder = mkdtempSync(join(tmpdir(), 'tfpb-pool-'));
});

afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  rmSync(folder, { recursive: true });
});

describe('a pool of processes', () => {
  it('answers, from a process that stays warm', async () => {
    const pool = open();
    expect(await pool.run({ does: 'hello' })).toBe('hello');
    const pid = await pool.run({ does: 'pid' });
    expect(await pool.run({ does: 'pid' })).toBe(pid);
  });

  it('answers each of many callers with their own result, on several processes', async () => {
    const pool = open({ size: 2 });
    const names = Array.from({ length: 30 }, (_, index) => `job ${String(index)}`);
    expect(await Promise.all(names.map((does) => pool.run({ does })))).toEqual(names);
  });

  it('replaces a process after its share of jobs', async () => {
    const pool = open({ recycleAfter: 2 });
    const counts: string[] = [];
    for (let i = 0; i < 5; i++) counts.push(await pool.run({ does: 'count' }));
    expect(counts).toEqual(['1', '2', '1', '2', '1']);
  });

  it('kills a job that never ends, and goes on', async () => {
    const pool = open({ timeoutMs: 700 });
    expect(await raisonOf(pool.run({ does: 'hang' }))).toBe('delai_depasse');
    expect(await raisonOf(pool.run({ does: 'wait' }))).toBe('delai_depasse');
    expect(await pool.run({ does: 'hello' })).toBe('hello');
  });

  it.each(['eat buffers', 'eat heap'])('kills a job that grows without end (%s)', async (does) => {
    const pool = open({ memoryMb: 300 });
    expect(await raisonOf(pool.run({ does }))).toBe('memoire_depassee');
    expect(await pool.run({ does: 'hello' })).toBe('hello');
  });

  it.each(['exit', 'die', 'garbage'])('tries a job that ends its process (%s) once more, then says so', async (does) => {
    const pool = open();
    const marker = join(folder, 'tries');
    expect(await raisonOf(pool.run({ does, marker }))).toBe('erreur_interne');
    expect(readFileSync(marker, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(await pool.run({ does: 'hello' })).toBe('hello');
  });

  it('gives up a job that waits for what has failed unnoticed, and lets one that does not wait go on', async () => {
    const pool = open();
    await expect(pool.run({ does: 'unhandled' })).rejects.toMatchObject({
      raison: 'erreur_interne',
      detail: expect.stringContaining('nobody listens') as string,
    });
    expect(await pool.run({ does: 'unhandled aside' })).toBe('fine');
  });

  it('gives the answer of the second try', async () => {
    expect(await open().run({ does: 'die once', marker: join(folder, 'tries') })).toBe('survived');
  });

  it('carries the reason of a rejection across, and makes any other error one of ours', async () => {
    const pool = open();
    await expect(pool.run({ does: 'reject' })).rejects.toMatchObject({ raison: 'chiffre', detail: 'password please' });
    await expect(pool.run({ does: 'throw' })).rejects.toMatchObject({
      raison: 'erreur_interne',
      detail: expect.stringContaining('unforeseen') as string,
    });
    expect(await raisonOf(pool.run({ does: 'lie' }))).toBe('erreur_interne');
    expect(await pool.run({ does: 'hello' })).toBe('hello');
  });

  it('does not let one job spoil the others that run beside it', async () => {
    const pool = open({ size: 2, timeoutMs: 1500 });
    const bad = Promise.all(['hang', 'die', 'hang'].map((does) => raisonOf(pool.run({ does }))));
    const good = Promise.all(['a', 'b', 'c'].map((does) => pool.run({ does })));
    expect(await good).toEqual(['a', 'b', 'c']);
    expect(await bad).toEqual(['delai_depasse', 'erreur_interne', 'delai_depasse']);
  });

  it('stops at once when aborted, waiting or at work', async () => {
    const pool = open();
    const marker = join(folder, 'tries');
    const controller = new AbortController();
    const working = pool.run({ does: 'hang', marker }, controller.signal);
    const waiting = pool.run({ does: 'hello' }, controller.signal);
    const both = Promise.allSettled([working, waiting]);
    await until(() => {
      try {
        return readFileSync(marker, 'utf8').includes('\n');
      } catch {
        return false;
      }
    });
    controller.abort();
    expect((await both).map((each) => each.status)).toEqual(['rejected', 'rejected']);
    await until(() => !isRunning(Number(readFileSync(marker, 'utf8').trim())));
    await expect(pool.run({ does: 'hello' }, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await pool.run({ does: 'hello' })).toBe('hello');
  });

  it('leaves no process behind once closed', async () => {
    const pool = open({ size: 2 });
    const idle = Number(await pool.run({ does: 'pid' }));
    const marker = join(folder, 'tries');
    const stuck = raisonOf(pool.run({ does: 'hang', marker }));
    await until(() => {
      try {
        return readFileSync(marker, 'utf8').includes('\n');
      } catch {
        return false;
      }
    });
    await pool.close();
    expect(await stuck).toBe('erreur_interne');
    expect(isRunning(idle)).toBe(false);
    expect(isRunning(Number(readFileSync(marker, 'utf8').trim()))).toBe(false);
  });
});

describe('beside its parent', () => {
  const script = (body: string): string => `
    import { createPool } from ${JSON.stringify(compiled('src/workers/pool').href)};
    const pool = createPool({ entry: new URL(${JSON.stringify(entry.href)}), size: 1, timeoutMs: 60000, memoryMb: 400, recycleAfter: 10, parseResult: String });
    ${body}`;
  const start = (body: string) => {
    const path = join(folder, 'parent.mjs');
    writeFileSync(path, script(body));
    return spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'pipe'] });
  };

  it('a hanging process ends when its parent is killed', async () => {
    const marker = join(folder, 'pid');
    const parent = start(`await pool.run({ does: 'hang', marker: ${JSON.stringify(marker)} });`);
    const pid = (): number => {
      try {
        return Number(readFileSync(marker, 'utf8').trim());
      } catch {
        return 0;
      }
    };
    await until(() => pid() > 0, 30_000);
    parent.kill('SIGKILL');
    await until(() => !isRunning(pid()));
  });

  it('what a process prints stays out of the standard output, and an idle pool lets the parent end', async () => {
    const parent = start(`process.stdout.write(await pool.run({ does: 'print' }));`);
    let output = '';
    parent.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    const code = await new Promise((resolve) => parent.once('exit', resolve));
    expect({ code, output }).toEqual({ code: 0, output: 'printed' });
  });
});
