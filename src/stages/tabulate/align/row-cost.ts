import { isFigure, isTotalLabel, isTotalWord, isValue } from '../text/value.ts';
import { at } from '../lattice.ts';
import type { Link } from './links.ts';
import type { ColumnBand, RowLine } from './rows.ts';

/** How the cells of a row stand to each other. */
export const ALIGNMENTS = ['top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** What it costs to take lines `from`…`to` as one row, whichever way its cells are aligned, and for each way what it costs besides. */
export interface RowCost {
  readonly base: number;
  readonly aligned: Readonly<Record<Alignment, number>>;
}

/** More lines than this do not make one row. */
export const MOST_LINES = 40;

const STACKED = 3;
const NO_VALUE = 0.3;
const NO_LABEL = 1;
const SPAN_WITH_OTHERS = 1.5;
/** A total, without label or under another text of its label's column, taken into the row above it or below it. */
const TOTAL_WITH_OTHERS = 3;
/** Two items of a numbered list in one row. */
const NUMBERED_TWICE = 4;
const ASKEW = 1;
/** White right across a row, between all that stands above it and all below, higher than this in font sizes: cells of one row stand beside each other. */
const WHITE_ACROSS = 1;
const ACROSS = 0.8;
/** Cells stand at one height when they differ by less than this, in font sizes. */
const SAME_HEIGHT = 0.3;

/** One column's part of a row that grows downwards. */
interface Part {
  top: number;
  bottom: number;
  first: number;
  last: number;
}

function hasWhiteAcross(parts: readonly Part[], size: number): boolean {
  const sorted = [...parts].sort((a, b) => a.top - b.top);
  return sorted.some(
    (part, index) => index > 0 && part.top - Math.max(...sorted.slice(0, index).map(({ bottom }) => bottom)) > ACROSS * size,
  );
}

function askew(parts: readonly (Part | null)[], from: number, to: number, size: number): Record<Alignment, number> {
  const used = parts.filter((part) => part !== null);
  const tallest = used.reduce<Part | null>(
    (most, part) => (most === null || part.bottom - part.top > most.bottom - most.top ? part : most),
    null,
  );
  const cost = { top: 0, middle: 0, bottom: 0 };
  if (tallest === null || used.length < 2) return cost;
  const top = Math.min(...used.map((part) => part.top));
  const bottom = Math.max(...used.map((part) => part.bottom));
  const white = hasWhiteAcross(used, size) ? WHITE_ACROSS : 0;
  for (const alignment of ALIGNMENTS) cost[alignment] += white;
  for (const part of used) {
    if (part.first !== from && part.top - top > SAME_HEIGHT * size) cost.top += ASKEW;
    if (part.last !== to && bottom - part.bottom > SAME_HEIGHT * size) cost.bottom += ASKEW;
    const apart = Math.abs(part.top + part.bottom - tallest.top - tallest.bottom) / 2;
    if (apart > SAME_HEIGHT * size) cost.middle += ASKEW;
  }
  return cost;
}

/** What the text of a cell is, as far as it bears on rows. */
interface CellSays {
  readonly position: number;
  readonly top: number;
  readonly bottom: number;
  readonly isTotalWord: boolean;
  readonly isTotalLabel: boolean;
  /** A value in a column of values. */
  readonly isValue: boolean;
}

/** What a line says, asked once: it stands in many rows that are weighed. */
export interface LineSays {
  readonly cells: readonly CellSays[];
  readonly hasFigure: boolean;
}

export function lineSays({ cells }: RowLine, columns: readonly ColumnBand[]): LineSays {
  return {
    cells: cells.flatMap((cell, position): CellSays[] =>
      cell === null
        ? []
        : [
            {
              position,
              top: cell.box[1],
              bottom: cell.box[3],
              isTotalWord: isTotalWord(cell.text),
              isTotalLabel: isTotalLabel(cell.text),
              isValue: columns[position]?.values === true && isValue(cell.text),
            },
          ],
    ),
    hasFigure: cells.some((cell) => cell !== null && isFigure(cell.text)),
  };
}

/** The costs of all rows that could begin with line `from`, by how many lines they have (one at least); they end at a drawn edge. */
export function rowCosts(
  from: number,
  lines: readonly RowLine[],
  said: readonly LineSays[],
  columns: readonly ColumnBand[],
  links: readonly (readonly Link[])[],
  bands: readonly number[],
  numbered: readonly ReadonlySet<number>[],
): RowCost[] {
  const parts: (Part | null)[] = columns.map(() => null);
  const values = columns.map(() => 0);
  const costs: RowCost[] = [];
  const items = columns.map(() => 0);
  const named = columns.map(() => false);
  const hasValues = columns.some((column) => column.values);
  let leaving: Link[] = [];
  let inside = 0;
  let stacked = 0;
  let spanned = 0;
  let totals = 0;
  for (let to = from; to < lines.length && to - from < MOST_LINES && bands[to] === bands[from]; to += 1) {
    const line = at(lines, to);
    const { cells, hasFigure } = at(said, to);
    for (const says of cells) {
      const { position, top, bottom } = says;
      const part = parts[position] ?? null;
      if (part === null) parts[position] = { top, bottom, first: to, last: to };
      else {
        // The label of a total under that of another begins its own row, be the one above without amount.
        if (hasFigure && (says.isTotalWord || (at(named, position) && says.isTotalLabel))) stacked += TOTAL_WITH_OTHERS;
        part.bottom = bottom;
        part.last = to;
      }
      if (says.isTotalLabel) named[position] = true;
      if (numbered[position]?.has(to) === true) {
        if (at(items, position) > 0) stacked += NUMBERED_TWICE;
        items[position] = at(items, position) + 1;
      }
      if (says.isValue) {
        if (at(values, position) > 0) stacked += STACKED;
        values[position] = at(values, position) + 1;
      }
    }
    if (line.isSpanned) spanned += 1;
    if (line.isTotal) totals += 1;
    leaving = leaving.filter((link) => {
      if (link.to > to) return true;
      inside += link.inside;
      return false;
    });
    leaving.push(...at(links, to));
    const used = parts.flatMap((part, position) => (part === null ? [] : [position]));
    const valued = values.some((count) => count > 0);
    const isLone = used.length === 1;
    let base = inside + stacked + leaving.reduce((sum, link) => sum + link.cut, 0);
    if (spanned > 0 && spanned < to - from + 1) base += SPAN_WITH_OTHERS;
    if (totals > 0 && to > from) base += TOTAL_WITH_OTHERS;
    if (hasValues && !valued && !isLone) base += NO_VALUE;
    if (isLone && used[0] !== 0 && spanned === 0) base += NO_LABEL;
    costs.push({ base, aligned: askew(parts, from, to, line.size) });
  }
  return costs;
}
