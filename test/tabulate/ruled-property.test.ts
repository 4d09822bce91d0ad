import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import type { Rule, Word } from '../../src/model/page.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, horizontal, page, textAt, vertical } from './draw.ts';

interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** How a producer draws borders. */
type Producer = 'segments' | 'lines' | 'boxes' | 'boxes_apart' | 'short';

/** Tiles a grid with spans: at each free cell, in reading order, the next wish as far as it fits. */
function tile(rows: number, columns: number, wishes: readonly (readonly [number, number])[]): Span[] {
  const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false));
  const spans: Span[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken[row]?.[column] === true) continue;
      const [height, width] = wishes[spans.length % wishes.length] ?? [1, 1];
      let columnSpan = 1;
      while (columnSpan < width && column + columnSpan < columns && taken[row]?.[column + columnSpan] === false) columnSpan += 1;
      const rowSpan = Math.min(height, rows - row);
      for (let r = row; r < row + rowSpan; r += 1) for (let c = column; c < column + columnSpan; c += 1) (taken[r] ?? [])[c] = true;
      spans.push({ row, column, rowSpan, columnSpan });
    }
  }
  return spans;
}

/** An edge that no cell uses as a border is not there: lines that merge away in all rows (columns) leave no trace on the page. */
function isVisible(spans: readonly Span[], rows: number, columns: number): boolean {
  const starts = (pick: (span: Span) => number): number => new Set(spans.map(pick)).size;
  return starts((span) => span.row) === rows && starts((span) => span.column) === columns;
}

/** Each row is tied to the one above by a cell or by a column edge that both have: else the drawing is of two tables. */
function isOneTable(spans: readonly Span[], rows: number): boolean {
  const edgesOf = (row: number): number[] =>
    spans.filter((span) => span.row <= row && row < span.row + span.rowSpan && span.column > 0).map((span) => span.column);
  const parted = Array.from({ length: rows }, (_, row) => row).filter((row) => edgesOf(row).length > 0);
  return parted.every((row, index) => {
    const above = parted[index - 1];
    if (above === undefined) return true;
    const isTied = spans.some((span) => span.row <= above && row < span.row + span.rowSpan);
    return isTied || edgesOf(above).some((edge) => edgesOf(row).includes(edge));
  });
}

function draw(spans: readonly Span[], xs: readonly number[], ys: readonly number[], producer: Producer): Rule[] {
  const rules: Rule[] = [];
  for (const span of spans) {
    const [x0, y0] = [xs[span.column] ?? 0, ys[span.row] ?? 0];
    const [x1, y1] = [xs[span.column + span.columnSpan] ?? 0, ys[span.row + span.rowSpan] ?? 0];
    if (producer === 'boxes') rules.push(...frame([x0, y0, x1, y1], 0.75));
    else if (producer === 'boxes_apart') rules.push(...frame([x0 + 0.8, y0 + 0.8, x1 - 0.8, y1 - 0.8], 0.5));
    else if (producer === 'short') rules.push(horizontal(y0, x0 + 0.7, x1 - 0.7), vertical(x0, y0 + 0.7, y1 - 0.7));
    else if (producer === 'segments')
      rules.push(horizontal(y0, x0, x1), vertical(x0, y0, y1), horizontal(y1, x0, x1), vertical(x1, y0, y1));
    else {
      rules.push(horizontal(y0, x0, (x0 + x1) / 2, 1.5), horizontal(y0, (x0 + x1) / 2, x1, 1.5), vertical(x0, y0, y1, 1.5));
    }
  }
  const [left, top, right, bottom] = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  if (producer === 'short' || producer === 'lines') rules.push(horizontal(bottom, left, right), vertical(right, top, bottom));
  return rules;
}

const grids = fc
  .record({
    widths: fc.array(fc.integer({ min: 34, max: 90 }), { minLength: 2, maxLength: 6 }),
    heights: fc.array(fc.integer({ min: 14, max: 60 }), { minLength: 2, maxLength: 9 }),
    wishes: fc.array(fc.tuple(fc.constantFrom(1, 1, 1, 2, 3), fc.constantFrom(1, 1, 1, 1, 2, 3)), { minLength: 3, maxLength: 12 }),
    producer: fc.constantFrom<Producer>('segments', 'lines', 'boxes', 'boxes_apart', 'short'),
    emptyEvery: fc.integer({ min: 3, max: 7 }),
  })
  .map(({ widths, heights, wishes, producer, emptyEvery }) => {
    const edges = (sizes: readonly number[], start: number): number[] =>
      sizes.reduce<number[]>((list, size) => [...list, (list.at(-1) ?? 0) + size], [start]);
    const spans = tile(heights.length, widths.length, wishes);
    return { xs: edges(widths, 20), ys: edges(heights, 60), spans, producer, emptyEvery };
  })
  .filter(({ xs, ys, spans }) => isVisible(spans, ys.length - 1, xs.length - 1) && isOneTable(spans, ys.length - 1));

function recovered(words: readonly Word[], rules: readonly Rule[]): (Span & { text: string })[][] {
  const [{ value: layout }] = tabulate([page({ words, rules })]);
  return layout.grids.map((grid) =>
    grid.cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      text: cellText(cell),
    })),
  );
}

const inReadingOrder = (a: Span, b: Span): number => a.row - b.row || a.column - b.column;

test('a grid drawn with rules is found again: rows, columns, merged cells, text', () => {
  fc.assert(
    fc.property(grids, ({ xs, ys, spans, producer, emptyEvery }) => {
      const texts = spans.map((span, index) => (span.row > 1 && span.column > 0 && index % emptyEvery === 2 ? '' : `c${String(index)}`));
      const filled = spans.filter((_, index) => texts[index] !== '');
      fc.pre(
        filled.some((span) =>
          filled.some((other) => other.column > span.column && other.row < span.row + span.rowSpan && span.row < other.row + other.rowSpan),
        ),
      );
      const words = spans.flatMap((span, index) =>
        texts[index] === '' ? [] : textAt((xs[span.column] ?? 0) + 3, (ys[span.row] ?? 0) + 3, texts[index] ?? '', { size: 8 }),
      );
      const expected = spans.map((span, index) => ({ ...span, text: texts[index] })).sort(inReadingOrder);
      expect(recovered(words, draw(spans, xs, ys, producer))).toEqual([expected]);
    }),
    { numRuns: 300 },
  );
});

const line = fc.constantFrom('500 €', '28 000 €', '-', 'Sur site', 'et tri', 'Axe 7', '2023', '1,2 ETP');

test('cells of several lines, amounts stacked in a cell included, stay the cells that are drawn', () => {
  fc.assert(
    fc.property(
      grids,
      fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 4, maxLength: 30 }),
      ({ xs, ys, spans, producer }, contents) => {
        fc.pre(ys.length > 5);
        const lines = spans.map((span, index) => {
          const room = Math.max(1, Math.floor(((ys[span.row + span.rowSpan] ?? 0) - (ys[span.row] ?? 0) - 5) / 9));
          return (contents[index % contents.length] ?? []).slice(0, span.column === 0 ? 1 : room);
        });
        const words = spans.flatMap((span, index) =>
          (lines[index] ?? []).flatMap((text, row) =>
            textAt((xs[span.column] ?? 0) + 2, (ys[span.row] ?? 0) + 3 + 9 * row, text, { size: 7 }),
          ),
        );
        const expected = spans.map((span, index) => ({ ...span, text: (lines[index] ?? []).join(' ') })).sort(inReadingOrder);
        expect(recovered(words, draw(spans, xs, ys, producer))).toEqual([expected]);
      },
    ),
    { numRuns: 300 },
  );
});
