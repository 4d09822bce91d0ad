/**
 * Scores `tfpb tables` on real scanned pages against transcriptions made by eye, whose totals prove them. Usage:
 * `npx tsx test/bench/tables/scanned.ts --reel DIR [--detail] [--reconnues FOLDER]`: DIR holds `aiglun/` with the PDFs; `reel/FILE.pN.tsv` says what page N
 * of FILE.pdf shows, a row a line, its label first. FOLDER keeps recognised pages while the recogniser's sources are unchanged.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAmountCell } from '../../../src/french/amounts.ts';
import { cellText } from '../../../src/model/grid.ts';
import type { Page } from '../../../src/model/page.ts';
import { openRecogniser, type Recogniser } from '../../../src/stages/recognise/open-recogniser.ts';
import { readPages } from '../../../src/stages/read/read-pages.ts';
import { keptReading } from '../scans/kept-reading.ts';
import { tabulate } from '../../../src/stages/tabulate/tabulate.ts';

const TRANSCRIPTIONS = join(import.meta.dirname, 'reel');

interface Row {
  readonly label: string;
  readonly amounts: readonly string[];
}

/** Letters and figures alone: accents and marks do not make another label. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/œ/gu, 'oe')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();
}

/** The amount a cell says, in euros; words may follow it. Dates and numbers without a euro sign or cents are none. */
function amountOf(text: string): string | null {
  const match =
    /^\W*((?:\d{1,3}(?:[ .\u00a0\u202f]\d{3})*|\d+)(?:[.,]\d{2})?)\s?€/u.exec(text) ??
    /^((?:\d{1,3}(?:[ \u00a0\u202f]\d{3})*|\d+)[.,]\d{2})$/u.exec(text);
  const read = match?.[1] === undefined ? null : readAmountCell(`${match[1].replace(/\.(?=\d{2}$)/u, ',')} €`);
  return read?.kind === 'amount' ? read.value.toFixed(2) : null;
}

function rowOf(cells: readonly string[]): Row {
  const amounts = cells.flatMap((cell) => amountOf(cell.trim()) ?? []);
  return { label: bare(cells.find((cell) => bare(cell) !== '') ?? ''), amounts };
}

function rowsOf(page: Page): Row[] {
  const [{ value: layout }] = tabulate([page]);
  const rows: Row[] = [];
  for (const grid of layout.grids) {
    const cells: string[][] = [];
    for (const cell of grid.cells) (cells[cell.row] ??= [])[cell.column] = cellText(cell).replaceAll('\u00a0', ' ');
    for (const row of cells) if (row !== undefined) rows.push(rowOf(row.filter((cell) => cell !== undefined)));
  }
  for (const block of layout.blocks) {
    if (block.kind !== 'text') continue;
    const text = block.line.text.replaceAll('\u00a0', ' ');
    const match = /^(.*?)((?:\d{1,3}(?: \d{3})*|\d+)(?:[.,]\d{2})? ?€)$/u.exec(text);
    if (match?.[2] !== undefined) rows.push(rowOf([match[1] ?? '', match[2]]));
  }
  return rows;
}

interface ScannedScore {
  amounts: number;
  found: number;
  extra: number;
  rows: number;
  rightRows: number;
  pages: number;
  milliseconds: number;
}

async function scoreScanned(directory: string, detail: boolean, kept: string | undefined): Promise<ScannedScore> {
  const total: ScannedScore = { amounts: 0, found: 0, extra: 0, rows: 0, rightRows: 0, pages: 0, milliseconds: 0 };
  const recogniser = await openRecogniser();
  for (const file of readdirSync(TRANSCRIPTIONS).sort()) {
    const match = /^(.+)\.p(\d+)\.tsv$/u.exec(file);
    const pdf = join(directory, `${match?.[1] ?? ''}.pdf`);
    if (match === null || !existsSync(pdf)) continue;
    const truth = readFileSync(join(TRANSCRIPTIONS, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => rowOf(line.split('\t')));
    const { page, milliseconds } = await recognisedPage(recogniser, pdf, Number(match[2]), kept);
    total.milliseconds += milliseconds;
    total.pages++;
    const read = rowsOf(page);
    const left = read.flatMap((row) => row.amounts);
    let found = 0;
    for (const amount of truth.flatMap((row) => row.amounts)) {
      const at = left.indexOf(amount);
      if (at < 0) {
        if (detail) process.stdout.write(`${file}: missing ${amount}\n`);
        continue;
      }
      left.splice(at, 1);
      found++;
    }
    if (detail && left.length > 0) process.stdout.write(`${file}: too many: ${left.join(', ')}\n`);
    const keys = read.map((row) => `${row.label}|${row.amounts.join('|')}`);
    let right = 0;
    for (const row of truth) {
      const at = keys.indexOf(`${row.label}|${row.amounts.join('|')}`);
      if (at >= 0) {
        keys.splice(at, 1);
        right++;
      } else if (detail) process.stdout.write(`${file}: row ${row.label} ${row.amounts.join(' ')}\n`);
    }
    const stated = truth.reduce((sum, row) => sum + row.amounts.length, 0);
    process.stdout.write(`${file}: ${found} of ${stated} amounts, ${left.length} too many, ${right} of ${truth.length} rows\n`);
    total.amounts += stated;
    total.found += found;
    total.extra += left.length;
    total.rows += truth.length;
    total.rightRows += right;
  }
  await recogniser.close();
  return total;
}

async function recognisedPage(
  recogniser: Recogniser,
  pdf: string,
  number: number,
  kept: string | undefined,
): Promise<{ readonly page: Page; readonly milliseconds: number }> {
  const bytes = new Uint8Array(readFileSync(pdf));
  const native = (await readPages(bytes, { maxPages: 500 }))[number - 1];
  if (native === undefined) throw new Error(`${pdf}: no page ${String(number)}`);
  const { pages, milliseconds } = await keptReading(kept, Buffer.concat([bytes, Buffer.from(`page ${String(number)}`)]), async () => {
    const scan = await recogniser.open(bytes);
    const page = await recogniser.read(scan, native);
    scan.close();
    return [page ?? native];
  });
  return { page: pages[0] ?? native, milliseconds };
}

const { values } = parseArgs({
  options: { reel: { type: 'string' }, detail: { type: 'boolean', default: false }, reconnues: { type: 'string' } },
});
if (values.reel === undefined || !existsSync(join(values.reel, 'aiglun'))) {
  process.stdout.write('Scanned tables skipped: no documents (give --reel DIR, a folder that holds aiglun/).\n');
} else {
  const { amounts, found, extra, rows, rightRows, pages, milliseconds } = await scoreScanned(
    join(values.reel, 'aiglun'),
    values.detail,
    values.reconnues,
  );
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  process.stdout.write(
    `${String(pages)} pages: amounts found ${share(found, amounts)} of ${String(amounts)}, precision ${share(found, found + extra)}, rows right ${share(rightRows, rows)} of ${String(rows)}, ${(milliseconds / Math.max(1, pages) / 1000).toFixed(1)} s a page\n`,
  );
}
process.exit(0);
