import type { Chunk } from './chunks.ts';
import { at } from '../lattice.ts';
import { isValue } from '../text/value.ts';
import { rowsByWhite } from './white.ts';

/** A line of a table with its text by column (`null` where it has none). */
export interface RowLine {
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly cells: readonly (Chunk | null)[];
}

/** Columns, and what is known of them. */
export interface ColumnBand {
  readonly from: number;
  readonly to: number;
  /** Most of its entries are values, one a row. */
  readonly values: boolean;
}

/** Costs of what a grouping of lines into rows implies. */
const COST = { stackedValue: 3, noValue: 0.8, cutText: 1, forcedJoin: 0.9, gapAgainst: 0.6 };

function firstWordWidth(chunk: Chunk): number {
  const box = chunk.words[0]?.box;
  return box === undefined ? 0 : box[2] - box[0];
}

/** Right end of the text of a column over all lines: where its lines wrap. */
function rightEnds(lines: readonly RowLine[], columns: readonly ColumnBand[]): number[] {
  return columns.map((_, index) => Math.max(...lines.map((line) => line.cells[index]?.box[2] ?? -Infinity)));
}

type Link = 'goes_on' | 'starts' | 'unclear';

/** Whether the text of `next` looks like the rest of `previous` in the same column. */
function link(previous: Chunk, next: Chunk, right: number, size: number): Link {
  const fits = previous.box[2] + 0.28 * size + firstWordWidth(next) <= right;
  const lower = /^[\p{Ll}),;:]/u.test(next.text);
  if (fits) return lower && /[-,(/]$/u.test(previous.text) ? 'goes_on' : 'starts';
  if (lower || /[-,(/'’&]$|\s(?:de|du|des|d'|la|le|les|et|ou|à|au|aux|en|pour|par|sur|of|and|the|for|in|to)$/iu.test(previous.text))
    return 'goes_on';
  return 'unclear';
}

interface Facts {
  /** Per line: it has a value in a column of values. */
  readonly valued: readonly boolean[];
  /** Per line but the first: how its texts go on from the line above. */
  readonly links: readonly (Link | 'none')[];
  /** Per line but the first: white above it, in ems. */
  readonly gaps: readonly number[];
}

/** The text of a line in a column; `null` where it has none. */
function cellAt(line: RowLine, column: number): Chunk | null {
  return line.cells[column] ?? null;
}

function hasValue(line: RowLine, columns: readonly ColumnBand[]): boolean {
  return columns.some((column, index) => column.values && isValue(cellAt(line, index)?.text ?? ''));
}

/** How the texts of a line go on from the line above, all columns of text taken together. */
function linkBetween(above: RowLine, line: RowLine, columns: readonly ColumnBand[], ends: readonly number[]): Link | 'none' {
  const kinds = columns.flatMap((column, position): Link[] => {
    const [previous, next] = [cellAt(above, position), cellAt(line, position)];
    return column.values || previous === null || next === null ? [] : [link(previous, next, ends[position] ?? 0, line.size)];
  });
  const order: readonly Link[] = ['starts', 'goes_on', 'unclear'];
  return order.find((kind) => kinds.includes(kind)) ?? 'none';
}

function factsOf(lines: readonly RowLine[], columns: readonly ColumnBand[]): Facts {
  const ends = rightEnds(lines, columns);
  return {
    valued: lines.map((line) => hasValue(line, columns)),
    links: lines.map((line, index) => {
      const above = lines[index - 1];
      return above === undefined ? 'none' : linkBetween(above, line, columns, ends);
    }),
    gaps: lines.map((line, index) => {
      const above = lines[index - 1];
      return above === undefined ? 0 : (line.top - above.bottom) / Math.max(1, line.size);
    }),
  };
}

/** `starts[i]`: a row begins with line i. */
type Grouping = readonly boolean[];

function costOf(grouping: Grouping, lines: readonly RowLine[], columns: readonly ColumnBand[], facts: Facts): number {
  let cost = 0;
  let empty = 0;
  let from = 0;
  let closest = Infinity;
  grouping.forEach((starts, index) => {
    if (starts && index > 0) closest = Math.min(closest, facts.gaps[index] ?? Infinity);
  });
  for (let to = 1; to <= lines.length; to += 1) {
    if (to < lines.length && grouping[to] !== true) {
      if (facts.links[to] === 'starts') cost += COST.forcedJoin;
      if ((facts.gaps[to] ?? 0) > closest + 0.08) cost += COST.gapAgainst;
      continue;
    }
    columns.forEach((column, position) => {
      if (!column.values) return;
      let values = 0;
      for (let index = from; index < to; index += 1) if (isValue(lines[index]?.cells[position]?.text ?? '')) values += 1;
      if (values > 1) cost += COST.stackedValue * (values - 1);
    });
    if (!facts.valued.slice(from, to).some(Boolean)) empty += 1;
    if (to < lines.length && facts.links[to] === 'goes_on') cost += COST.cutText;
    from = to;
  }
  return cost + (columns.some((column) => column.values) ? COST.noValue * empty : 0);
}

/** Several ways to group lines are weighed: each line a row, rows set apart by white, a row begins with each value, a row begins where text does not go on. */
function weighedRows(lines: readonly RowLine[], columns: readonly ColumnBand[]): number[][] {
  if (lines.length === 0) return [];
  const facts = factsOf(lines, columns);
  const candidates: Grouping[] = [
    lines.map(() => true),
    lines.map((_, index) => index === 0 || facts.valued[index] === true || facts.links[index] === 'starts'),
    lines.map(
      (_, index) => index === 0 || facts.valued[index] === true || facts.links[index] === 'starts' || facts.links[index] === 'none',
    ),
    lines.map((_, index) => index === 0 || facts.valued[index] === true),
    lines.map((_, index) => index === 0 || (facts.links[index] !== 'goes_on' && facts.links[index] !== 'unclear')),
    lines.map((_, index) => index === 0 || facts.valued[index - 1] === true),
  ];
  const gaps = [...new Set(facts.gaps.slice(1).map((gap) => Math.round(gap * 20) / 20))].sort((a, b) => a - b);
  for (const gap of gaps.slice(0, 12)) candidates.push(lines.map((_, index) => index === 0 || (facts.gaps[index] ?? 0) > gap + 0.04));
  let best = candidates[0] ?? [];
  let least = Infinity;
  for (const candidate of candidates) {
    const cost = costOf(candidate, lines, columns, facts);
    if (cost < least - 1e-9) {
      best = candidate;
      least = cost;
    }
  }
  const groups: number[][] = [];
  best.forEach((starts, index) => {
    if (starts || groups.length === 0) groups.push([index]);
    else groups.at(-1)?.push(index);
  });
  return groups;
}

/** A row holds several values of one column: it is several rows without white between them. */
function isStacked(row: readonly RowLine[], columns: readonly ColumnBand[]): boolean {
  return columns.some((column, position) => column.values && row.filter((line) => isValue(cellAt(line, position)?.text ?? '')).length > 1);
}

/**
 * Groups the lines of a table part without row rules into rows, as indices: by the white between them where it tells rows apart, else by what the texts say.
 * `leading`: distance between the lines of one text in this table (see `leadingOf`), where known.
 */
export function groupRows(lines: readonly RowLine[], columns: readonly ColumnBand[], leading: number | null): number[][] {
  const byWhite = leading === null ? null : rowsByWhite(lines, columns, leading);
  if (byWhite === null) return weighedRows(lines, columns);
  return byWhite.flatMap((row) => {
    const own = row.map((index) => at(lines, index));
    return isStacked(own, columns) ? weighedRows(own, columns).map((group) => group.map((position) => at(row, position))) : [row];
  });
}
