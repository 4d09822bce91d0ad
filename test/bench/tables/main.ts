/**
 * Scores table finding and structure together on the EU half of the ICDAR 2013 table competition, as the competition did: adjacency relations of cells,
 * precision and recall per document, averaged over documents. Usage: `npm run bench:tables -- --reel DIR [--detail DOCUMENT]`, where DIR holds `icdar2013-eu/`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cellText, type PageGrid } from '../../../src/model/grid.ts';
import { readPages } from '../../../src/stages/read/read-pages.ts';
import { tabulate } from '../../../src/stages/tabulate/tabulate.ts';
import { readTruth } from './icdar-truth.ts';
import { adjacencyRelations, agreement, scores, type Agreement } from './relations.ts';

function relationsOf(grid: PageGrid): string[] {
  return adjacencyRelations(
    grid.cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      lastRow: cell.row + cell.rowSpan - 1,
      lastColumn: cell.column + cell.columnSpan - 1,
      text: cellText(cell),
    })),
  );
}

function tagged(page: number, relations: readonly string[]): string[] {
  return relations.map((relation) => `p${String(page)} ${relation}`);
}

interface Result {
  readonly name: string;
  readonly agreement: Agreement;
  readonly tablesExpected: number;
  readonly tablesFound: number;
  readonly milliseconds: number;
  readonly pages: number;
}

/** Some documents have two accepted truths (`eu-009a`, `eu-009b`): the better match counts. */
async function score(directory: string, pdf: string): Promise<Result> {
  const name = pdf.replace(/\.pdf$/u, '');
  const pages = await readPages(new Uint8Array(readFileSync(join(directory, pdf))), { maxPages: 100 });
  const start = performance.now();
  const [{ value: layout }] = tabulate(pages);
  const milliseconds = performance.now() - start;
  const found = layout.grids.flatMap((grid) => tagged(grid.page, relationsOf(grid)));
  const truths = readdirSync(directory).filter((file) => file.endsWith('-str.xml') && file.startsWith(name.replace(/[a-z]$/u, '')));
  let best: Result | null = null;
  for (const truth of truths) {
    const tables = readTruth(join(directory, truth));
    const expected = [...tables].flatMap(([page, list]) => list.flatMap((cells) => tagged(page, adjacencyRelations(cells))));
    const tablesExpected = [...tables.values()].reduce((sum, list) => sum + list.length, 0);
    const result = {
      name,
      agreement: agreement(expected, found),
      tablesExpected,
      tablesFound: layout.grids.length,
      milliseconds,
      pages: pages.length,
    };
    if (best === null || scores(result.agreement).f1 > scores(best.agreement).f1) best = result;
  }
  if (best === null) throw new Error(`no truth for ${pdf}`);
  return best;
}

const percent = (value: number): string => (100 * value).toFixed(1).padStart(6);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { reel: { type: 'string' }, detail: { type: 'string' } } });
  const directory = values.reel === undefined ? null : join(values.reel, 'icdar2013-eu');
  if (directory === null || !existsSync(directory)) {
    console.log('Table bench skipped: no ICDAR 2013 documents (give --reel DIR, a folder that holds icdar2013-eu/).');
    return;
  }
  const results: Result[] = [];
  console.log('document   tables   precision recall   F1     ms/page');
  for (const pdf of readdirSync(directory)
    .filter((file) => file.endsWith('.pdf'))
    .sort()) {
    if (values.detail !== undefined && !pdf.startsWith(values.detail)) continue;
    const result = await score(directory, pdf);
    results.push(result);
    const { precision, recall, f1 } = scores(result.agreement);
    const speed = (result.milliseconds / result.pages).toFixed(1).padStart(7);
    console.log(
      `${result.name.padEnd(9)} ${`${String(result.tablesFound)}/${String(result.tablesExpected)}`.padStart(7)}    ${percent(precision)} ${percent(recall)} ${percent(f1)} ${speed}`,
    );
    if (values.detail !== undefined) {
      console.log('missing:\n ' + result.agreement.missing.join('\n '));
      console.log('extra:\n ' + result.agreement.extra.join('\n '));
    }
  }
  const mean = (pick: (result: Result) => number): number => results.reduce((sum, result) => sum + pick(result), 0) / results.length;
  const precision = mean((result) => scores(result.agreement).precision);
  const recall = mean((result) => scores(result.agreement).recall);
  console.log(
    `mean of ${String(results.length)}           ${percent(precision)} ${percent(recall)} ${percent((2 * precision * recall) / (precision + recall))}`,
  );
}

await main();
