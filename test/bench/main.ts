import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LAYOUTS, generate, layoutsNamed } from '../generator/index.ts';
import type { GeneratedDocument } from '../generator/index.ts';
import { isPrintedWhole } from './lost-text.ts';
import { figuresTable, timesTable } from './report.ts';
import type { Tally } from './report.ts';
import { runAll } from './run.ts';
import type { Result } from './run.ts';
import { addCounts, noCounts } from './score.ts';
import { producers, typesetAll } from './typeset.ts';

const USAGE = `npm run bench -- [options]
  --graine N       seed (default: a fresh one, printed)
  --documents N    how many documents (default 60)
  --layout NAMES   only these layouts, in turn: ${LAYOUTS.join(', ')}
  --pires N        how many of the worst documents to show (default 5)
  --garder DIR     keep the PDF, truth and reading of every document that is not fully right
  --composes DIR   take what was typeset before from this folder, and put the rest there: a second run of a seed starts at once
  --ecrire         put the figures into docs/bench.md
`;

const { values } = parseArgs({
  options: {
    graine: { type: 'string' },
    documents: { type: 'string', default: '60' },
    layout: { type: 'string' },
    pires: { type: 'string', default: '5' },
    garder: { type: 'string' },
    composes: { type: 'string' },
    ecrire: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function tally(name: string, results: readonly Result[]): Tally {
  const counts = noCounts();
  for (const result of results) addCounts(counts, result.score.counts);
  return { name, counts };
}

function figures(results: readonly Result[]): string {
  const by = (names: readonly string[], key: (result: Result) => string): Tally[] =>
    names.flatMap((name) => {
      const own = results.filter((result) => key(result) === name);
      return own.length === 0 ? [] : [tally(name, own)];
    });
  return figuresTable(
    tally('all', results),
    by(LAYOUTS, (result) => result.generated.layout),
    by(['browser', 'office', 'sheet'], (result) => result.generated.producer),
  );
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

async function keep(folder: string, results: readonly Result[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { generated, pdf, read, score } of results) {
    if (score.differences.length === 0) continue;
    const path = join(folder, generated.name);
    await writeFile(`${path}.pdf`, pdf);
    await writeFile(`${path}.verite.json`, `${JSON.stringify(generated.truth, null, 2)}\n`);
    await writeFile(`${path}.lecture.json`, `${JSON.stringify(read, null, 2)}\n`);
    await writeFile(`${path}.differences.txt`, `${score.differences.join('\n')}\n`);
  }
}

const BEGIN = '<!-- figures: begin -->';
const END = '<!-- figures: end -->';

async function writeFigures(text: string): Promise<void> {
  const path = 'docs/bench.md';
  const page = await readFile(path, 'utf8');
  const start = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (start < 0 || end < 0) throw new Error(`${path} has no place for the figures`);
  await writeFile(path, `${page.slice(0, start + BEGIN.length)}\n\n${text}\n\n${page.slice(end)}`);
}

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const layouts = layoutsNamed(values.layout);
  const allowed = producers();
  if (allowed.length === 0) {
    process.stderr.write('Ni Chromium ni LibreOffice sur cette machine : rien à composer, mesure abandonnée.\n');
    process.exitCode = 2;
    return;
  }
  if (!allowed.includes('browser'))
    process.stderr.write('Chromium introuvable : les documents composés par un navigateur manquent à cette mesure.\n');
  if (!allowed.includes('office')) process.stderr.write('LibreOffice introuvable : les documents bureautiques manquent à cette mesure.\n');
  const seed = values.graine === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.graine);
  process.stderr.write(`graine ${seed}, ${values.documents} documents\n`);
  const documents = generate(seed, Number(values.documents), { producers: allowed, ...(layouts === null ? {} : { layouts }) });
  const pdfs = await typesetAll(documents, values.composes);
  const printed: { generated: GeneratedDocument; pdf: Uint8Array }[] = [];
  for (const generated of documents) {
    const pdf = pdfs.get(generated.name);
    if (pdf !== undefined && (await isPrintedWhole(generated, pdf))) printed.push({ generated, pdf });
  }
  const { results, times } = await runAll(printed);
  const text = [
    `Seed ${seed}, ${results.length} documents, commit ${commit()}, ${new Date().toISOString().slice(0, 10)}.`,
    figures(results),
    timesTable(times),
  ].join('\n\n');
  process.stdout.write(`${text}\n`);
  const worst = results
    .filter((result) => result.score.differences.length > 0)
    .sort((a, b) => b.score.differences.length - a.score.differences.length);
  for (const { generated, score } of worst.slice(0, Number(values.pires))) {
    const planted = generated.planted.map((error) => `${error.kind}, ${error.where}`).join('; ');
    process.stdout.write(
      `\n${generated.name} ${generated.layout} ${generated.kind} ${generated.producer}${planted === '' ? '' : ` [${planted}]`}\n`,
    );
    for (const difference of score.differences.slice(0, 12)) process.stdout.write(`  ${difference}\n`);
    if (score.differences.length > 12) process.stdout.write(`  … ${score.differences.length - 12} more\n`);
  }
  if (values.garder !== undefined) await keep(values.garder, results);
  if (values.ecrire) await writeFigures(text);
}

await main();
