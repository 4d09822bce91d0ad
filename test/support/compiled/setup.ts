import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { COMPILED } from './folder.ts';

/**
 * Compiles the product once for all tests, as `npm run build` does but without checking types. A process started from sources spends over a second of a core
 * turning them into JavaScript, and the tests start some hundreds.
 */
export async function setup(project: TestProject): Promise<void> {
  await compile();
  project.onTestsRerun(compile);
}

/** The product, and the workers that tests have of their own. */
const FOLDERS = ['src', 'pipelines', 'test/workers', 'test/pipelines'];
/** What else the outcome is made from. */
const OTHERS = ['package-lock.json', 'data', 'test/support/compiled'];
const STAMP = 'empreinte';

async function compile(): Promise<void> {
  const sources = FOLDERS.flatMap(filesIn);
  const stamp = digestOf([...sources, ...OTHERS.flatMap(filesIn)]);
  if (stampOf(COMPILED) === stamp) return;
  const aside = `${COMPILED.replace(/[/\\]$/u, '')}-${String(process.pid)}`;
  rmSync(aside, { recursive: true, force: true });
  await compileInto(
    aside,
    sources.filter((file) => file.endsWith('.ts') && !/\.(?:d|test)\.ts$/u.test(file)),
  );
  writeFileSync(join(aside, STAMP), stamp);
  // Another run may have come first; a process it started finds its files where they were.
  if (stampOf(COMPILED) !== stamp) {
    rmSync(COMPILED, { recursive: true, force: true });
    renameSync(aside, COMPILED);
  } else rmSync(aside, { recursive: true });
}

async function compileInto(root: string, sources: readonly string[]): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [...sources],
    outdir: root,
    outbase: '.',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(/(\bfrom |\bimport ?\(?)(["'])(\.{1,2}\/[^"'\n]+)\.ts\2/gu, '$1$2$3.js$2'));
  }
  // Only now: most runs find everything compiled.
  const { compileData, copyPage, joinPackages } = await import('./finish.ts');
  copyPage(root);
  compileData(root);
  await joinPackages(root);
}

function filesIn(path: string): readonly string[] {
  if (!path.includes('.')) {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }
  return [path];
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function stampOf(root: string): string | null {
  const file = join(root, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
