import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { residentMb } from '../../../src/workers/memory.ts';
import { programmePdf } from '../../support/programme-pdf.ts';

/**
 * Imports many small generated documents with the built command: once undisturbed, once killed at random moments, once more with nothing left to do. Prints
 * rate, memory over time, and whether the disturbed run came to the same export. `npm run bench:import -- --nombre 10000 --morts 10`
 */
const { values } = parseArgs({
  options: {
    nombre: { type: 'string', default: '1000' },
    morts: { type: 'string', default: '10' },
    garder: { type: 'boolean', default: false },
  },
});
const count = Number(values.nombre);
const kills = Number(values.morts);
const CLI = 'dist/src/people/cli/main.js';
const eventSchema = z.object({ heure: z.string(), evenement: z.string() });
const root = mkdtempSync(join(tmpdir(), 'tfpb-bench-'));
const folder = join(root, 'archive');

interface Sample {
  readonly done: number;
  readonly parent: number;
  readonly workers: number;
}

for (let index = 0; index < count; index++) {
  const place = join(folder, `departement-${String(index % 19)}`, `commune-${String(index % 97)}`);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `programme-${String(index).padStart(6, '0')}.pdf`), programmePdf(index));
}

try {
  const undisturbed = join(root, 'entier.sqlite');
  const samples: Sample[] = [];
  const whole = await run(undisturbed, { sample: (sample) => samples.push(sample) });
  console.log(
    `${String(count)} documents, undisturbed: ${seconds(whole.ms)}, ${(count / (whole.ms / 1000)).toFixed(1)} a second, exit code ${String(whole.code)}`,
  );
  console.log(`first document under way after ${seconds(whole.firstMs)}`);
  console.log(whole.out.split('\n').slice(0, 7).join('\n'));
  printMemory(samples);

  const again = await run(undisturbed, {});
  console.log(`the same command with nothing left to do: ${seconds(again.ms)}`);

  const disturbed = join(root, 'tue.sqlite');
  for (let kill = 0; kill < kills; kill++) {
    const moment = 400 + Math.random() * Math.max(500, (whole.ms / (kills + 1)) * 1.6);
    const { done } = await run(disturbed, { killAfter: moment });
    console.log(`killed after ${seconds(moment)}, ${String(done)} documents said to be read in that run`);
  }
  const last = await run(disturbed, {});
  console.log(`the last run ended by itself after ${seconds(last.ms)}, exit code ${String(last.code)}`);
  const [one, other] = [await exportOf(undisturbed), await exportOf(disturbed)];
  const same = one.digest === other.digest;
  console.log(`export of both: ${String(one.documents)} and ${String(other.documents)} documents, ${same ? 'identical' : 'DIFFERENT'}`);
  if (!same || whole.code !== 0 || last.code !== 0) process.exitCode = 1;
} finally {
  if (values.garder) console.log(`kept: ${root}`);
  else rmSync(root, { recursive: true, force: true });
}

interface RunOptions {
  readonly killAfter?: number;
  readonly sample?: (sample: Sample) => void;
}

async function run(
  base: string,
  { killAfter, sample }: RunOptions,
): Promise<{ ms: number; firstMs: number; done: number; code: number | null; out: string }> {
  const journal = join(root, 'journal.jsonl');
  rmSync(journal, { force: true });
  const began = Date.now();
  const child = spawn(process.execPath, [CLI, 'import', folder, '--base', base, '--journal', journal, '--silencieux'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const timer = killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const clock =
    sample === undefined
      ? null
      : setInterval(() => {
          void memoryOf(child.pid ?? 0).then(({ parent, workers }) => sample({ done: eventsIn(journal).done, parent, workers }));
        }, 1000);
  const code = await ended;
  if (timer !== null) clearTimeout(timer);
  if (clock !== null) clearInterval(clock);
  const { done, first } = eventsIn(journal);
  return { ms: Date.now() - began, firstMs: (first ?? began) - began, done, code, out };
}

function eventsIn(journal: string): { done: number; first: number | null } {
  if (!existsSync(journal)) return { done: 0, first: null };
  let done = 0;
  let first: number | null = null;
  for (const line of readFileSync(journal, 'utf8').split('\n')) {
    if (line === '' || !line.endsWith('}')) continue;
    const { heure, evenement } = eventSchema.parse(JSON.parse(line));
    if (evenement === 'lu') done += 1;
    if (evenement === 'debut') first ??= Date.parse(heure);
  }
  return { done, first };
}

async function memoryOf(pid: number): Promise<{ parent: number; workers: number }> {
  const parent = (await residentMb(pid)) ?? 0;
  const path = `/proc/${String(pid)}/task/${String(pid)}/children`;
  const children = existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
  let workers = 0;
  for (const child of children) workers += (await residentMb(child)) ?? 0;
  return { parent, workers };
}

/** Highest memory in each tenth of the run, and between the hundredth document and the end. */
function printMemory(samples: readonly Sample[]): void {
  const warm = samples.filter(({ done }) => done >= 100);
  const parts = Array.from({ length: 10 }, (_, part) =>
    warm.filter(({ done }) => Math.min(9, Math.floor(((done - 100) / Math.max(1, count - 100)) * 10)) === part),
  );
  for (const key of ['parent', 'workers'] as const) {
    const figures = parts.map((part) => (part.length === 0 ? '–' : Math.max(...part.map((sample) => sample[key])).toFixed(0)));
    console.log(`highest memory in each tenth after document 100, ${key}, MB: ${figures.join(' ')}`);
  }
}

async function exportOf(base: string): Promise<{ digest: string; documents: number }> {
  const child = spawn(process.execPath, [CLI, 'export', '--format', 'jsonl', '--base', base], { stdio: ['ignore', 'pipe', 'inherit'] });
  const hash = createHash('sha256');
  let documents = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (const byte of chunk) if (byte === 0x0a) documents += 1;
  }
  return { digest: hash.digest('hex'), documents };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
