import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AMOUNTS_A_DOCUMENT, makeBase } from './base.ts';

/**
 * `npm run bench:export [-- --dossier DIR]`: time and memory of large exports. Makes two databases (a million amounts, and 200,000), exports each in the formats
 * that must hold it, each in a process of its own, and prints a table. Needs 3 GB of disk. `--dossier` keeps the databases there, and uses them again.
 */
const MILLION = 1_000_000;
const WORKBOOK = 200_000;
const RUNS = [
  ['jsonl', MILLION],
  ['csv', MILLION],
  ['parquet', MILLION],
  ['xlsx', WORKBOOK],
] as const;
/** What the product promises of each. */
const SECONDS = 60;
const MEGABYTES = 500;

const at = process.argv.indexOf('--dossier');
const given = at < 0 ? undefined : process.argv[at + 1];
const folder = given ?? mkdtempSync(join(tmpdir(), 'tfpb-export-'));
const resultSchema = z.object({ milliseconds: z.number(), processor: z.number(), kilobytes: z.number() });

try {
  for (const amounts of new Set(RUNS.map(([, count]) => count))) {
    if (!readdirSync(folder).includes(`${amounts}.sqlite`)) await makeBase(join(folder, `${amounts}.sqlite`), amounts / AMOUNTS_A_DOCUMENT);
  }
  console.log('| format | amounts | seconds | of processor | peak memory | files |\n| --- | --- | --- | --- | --- | --- |');
  for (const [format, amounts] of RUNS) {
    const out = join(folder, `sortie-${format}`);
    rmSync(out, { recursive: true, force: true });
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), resolve('test/bench/dataset/one.ts'), format, join(folder, `${amounts}.sqlite`), out],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const { milliseconds, processor, kilobytes } = resultSchema.parse(JSON.parse(stdout));
    const bytes = readdirSync(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
    const megabytes = Math.round(kilobytes / 1024);
    console.log(
      `| ${format} | ${amounts} | ${(milliseconds / 1000).toFixed(1)} | ${(processor / 1000).toFixed(1)} | ${megabytes} MB | ${Math.round(bytes / 1e6)} MB |`,
    );
    if (milliseconds > SECONDS * 1000 || megabytes > MEGABYTES) process.exitCode = 1;
    rmSync(out, { recursive: true });
  }
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
