/**
 * Scores tables of generated programmes, typeset here by every producer there is and in every style of border, against the cells they were made from. Usage:
 * `npx tsx test/bench/tables/generated.ts [--graine N] [--documents N] [--bordures STYLE] [--layout NAMES] [--garder DIR]`; kept are the documents that were not read exactly.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cellText, type Table } from '../../../src/model/grid.ts';
import { readPages } from '../../../src/stages/read/read-pages.ts';
import { tabulate } from '../../../src/stages/tabulate/tabulate.ts';
import { generate, layoutsNamed, type GeneratedDocument } from '../../generator/index.ts';
import { placeCells, plainText } from '../../typeset/layout.ts';
import type { BorderStyle, Table as TypesetTable, TypesetDocument } from '../../typeset/model.ts';
import { producers, typesetAll } from '../typeset.ts';
import { adjacencyRelations, agreement, scores, type Agreement, type ScoredCell } from './relations.ts';

const STYLES: readonly BorderStyle[] = ['all', 'horizontal', 'header', 'outer', 'none', 'zebra'];

function withBorders(document: TypesetDocument, border: BorderStyle): TypesetDocument {
  const parts = document.parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => (block.kind === 'table' ? { ...block, border } : block)),
  }));
  return { ...document, parts };
}

function expectedCells(table: TypesetTable): ScoredCell[] {
  return placeCells(table).flatMap(({ slots }) =>
    slots.flatMap((slot) =>
      slot === null
        ? []
        : [
            {
              row: slot.row,
              column: slot.column,
              lastRow: slot.row + slot.rowSpan - 1,
              lastColumn: slot.column + slot.colSpan - 1,
              text: plainText(slot.cell.text),
            },
          ],
    ),
  );
}

function foundCells(table: Table): ScoredCell[] {
  return table.cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    lastRow: cell.row + cell.rowSpan - 1,
    lastColumn: cell.column + cell.columnSpan - 1,
    text: cellText(cell),
  }));
}

interface Result {
  readonly document: GeneratedDocument;
  readonly style: BorderStyle | 'own';
  readonly agreement: Agreement;
  readonly pdf: Uint8Array;
}

async function scoreStyle(documents: readonly GeneratedDocument[], style: BorderStyle | 'own'): Promise<Result[]> {
  const styled = documents.map((document) =>
    style === 'own' ? document : { ...document, document: withBorders(document.document, style) },
  );
  const pdfs = await typesetAll(styled);
  const results: Result[] = [];
  for (const document of styled) {
    const pdf = pdfs.get(document.name);
    if (pdf === undefined) continue;
    const [{ value: layout }] = tabulate(await readPages(pdf.slice(), { maxPages: 200 }));
    const tables = document.document.parts.flatMap((part) => part.blocks.filter((block) => block.kind === 'table'));
    const expected = tables.flatMap((table) => adjacencyRelations(expectedCells(table)));
    const found = layout.blocks.flatMap((block) => (block.kind === 'table' ? adjacencyRelations(foundCells(block.table)) : []));
    results.push({ document, style, agreement: agreement(expected, found), pdf });
  }
  return results;
}

function report(results: readonly Result[], label: string): void {
  const sum = (pick: (one: Agreement) => number): number => results.reduce((total, result) => total + pick(result.agreement), 0);
  const all = {
    expected: sum((one) => one.expected),
    found: sum((one) => one.found),
    right: sum((one) => one.right),
    missing: [],
    extra: [],
  };
  const { precision, recall, f1 } = scores(all);
  const exact = results.filter((result) => result.agreement.missing.length + result.agreement.extra.length === 0).length;
  const percent = (value: number): string => (100 * value).toFixed(2).padStart(7);
  console.log(`${label.padEnd(22)} ${percent(precision)} ${percent(recall)} ${percent(f1)}   ${String(exact)}/${String(results.length)}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      graine: { type: 'string' },
      documents: { type: 'string', default: '24' },
      bordures: { type: 'string' },
      garder: { type: 'string' },
      layout: { type: 'string' },
    },
  });
  const seed = Number(values.graine ?? Math.floor(Math.random() * 1e6));
  const layouts = layoutsNamed(values.layout);
  const documents = generate(seed, Number(values.documents), { producers: producers(), ...(layouts === null ? {} : { layouts }) });
  console.log(`seed ${String(seed)}, ${String(documents.length)} documents`);
  console.log('borders, producer     precision  recall      F1   exact');
  const styles =
    values.bordures === undefined
      ? (['own', ...STYLES] as const)
      : [...STYLES, 'own' as const].filter((style) => style === values.bordures);
  for (const style of styles) {
    const results = await scoreStyle(documents, style);
    for (const producer of ['browser', 'office', 'sheet'] as const) {
      const own = results.filter((result) => result.document.producer === producer);
      if (own.length > 0) report(own, `${style}, ${producer}`);
    }
    if (values.garder === undefined) continue;
    mkdirSync(values.garder, { recursive: true });
    for (const { document, agreement: result, pdf } of results) {
      if (result.missing.length + result.extra.length === 0) continue;
      const name = join(values.garder, `${style}-${document.producer}-${document.name}`);
      writeFileSync(`${name}.pdf`, pdf);
      writeFileSync(`${name}.txt`, ['missing', ...result.missing, 'extra', ...result.extra].join('\n'));
    }
  }
}

await main();
