import type { Word } from '../../../model/page.ts';
import { chunkedLines } from '../align/chunks.ts';
import { inferSeparators } from '../align/columns.ts';
import { medianLineSize } from '../align/sizes.ts';
import { isValue } from '../text/value.ts';
import type { Lattice } from '../lattice.ts';
import { at } from '../lattice.ts';
import { placeWords } from '../place-words.ts';

/** A grid with more columns than this draws them. */
const FEW_COLUMNS = 2;
/** Fewer lines than this in columns of their own are chance. */
const LEAST_LINES = 4;
/** Share of the lines with values that have white between inner columns, and of an inner column's entries that must be values. */
const MOSTLY = 0.6;
/** Columns of values beside each other inside one drawn column: one alone may be the figures of its text. */
const LEAST_VALUES = 2;

function hidesValues(words: readonly Word[]): boolean {
  const lines = chunkedLines(words).filter(({ chunks }) => chunks.length > 1 && chunks.some(({ text }) => isValue(text)));
  if (lines.length < LEAST_LINES) return false;
  const edges = inferSeparators(lines, medianLineSize(lines))
    .filter(({ support }) => support >= MOSTLY * lines.length)
    .map(({ from, to }) => (from + to) / 2);
  const bounds = [-Infinity, ...edges, Infinity];
  const ofValues = bounds.slice(1).filter((to, index) => {
    const from = at(bounds, index);
    const texts = lines.flatMap(({ chunks }) => chunks.filter(({ box }) => box[0] >= from - 1 && box[2] <= to + 1).map(({ text }) => text));
    return texts.length >= LEAST_LINES && texts.filter(isValue).length >= MOSTLY * texts.length;
  });
  return ofValues.length >= LEAST_VALUES;
}

/**
 * Whether rules drawn for one or two columns leave several columns of values together beside text: a page that rules off its rows and draws a single
 * upright line, say beside the axes, draws no grid. Its columns are those of its text.
 */
export function hidesColumns(lattice: Lattice, words: readonly Word[]): boolean {
  const columns = lattice.xs.length - 1;
  if (columns > FEW_COLUMNS) return false;
  const { byCell } = placeWords(lattice, words);
  return Array.from({ length: columns }, (_, column) =>
    lattice.cells.flatMap((cell, index) => (cell.column === column && cell.columnSpan === 1 ? at(byCell, index) : [])),
  ).some(hidesValues);
}
