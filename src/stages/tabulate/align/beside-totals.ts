import { at } from '../lattice.ts';
import { isTotalLabel } from '../text/value.ts';
import type { LaidLine } from './lay.ts';

/** Fewer labels of totals may stand anywhere, and fewer labels of items are no column. */
const TOTALS = 1;
const ITEMS = 2;

/** Fewer letters beside a total are a piece of a stamp, or dust. */
const WORD = /\p{L}{4}/u;

/**
 * Which of the edges between columns part the labels of items from those of their totals, set in the middle of the same column or at its right end: on one side nothing but
 * totals, beside none of the items. By the index of the column before the edge.
 */
export function edgesBesideTotals(lines: readonly LaidLine[], headerLines: number, values: readonly boolean[]): number[] {
  const cell = ({ cells }: LaidLine, column: number): string | null => cells[column]?.text ?? null;
  const [header, body] = [lines.slice(0, headerLines), lines.slice(headerLines)];
  const isBoth = (line: LaidLine, left: number): boolean => cell(line, left) !== null && cell(line, left + 1) !== null;
  return values.slice(1).flatMap((_, left): number[] => {
    if (at(values, left) || at(values, left + 1) || body.some((line) => isBoth(line, left) && WORD.test(cell(line, left) ?? ''))) return [];
    // What heads them both heads two columns; a row of fields with their labels heads none.
    if (header.some((line) => isBoth(line, left) && !/:/u.test(`${cell(line, left) ?? ''}${cell(line, left + 1) ?? ''}`))) return [];
    const textsIn = (column: number): string[] => body.flatMap((line) => cell(line, column) ?? []);
    const [items, totals] = [textsIn(left), textsIn(left + 1)];
    return items.length >= ITEMS && totals.length >= TOTALS && totals.every(isTotalLabel) && !items.every(isTotalLabel) ? [left] : [];
  });
}
