import type { Chunk } from './chunks.ts';
import { at } from '../lattice.ts';
import { leadingCandidates } from './leading.ts';
import { linksOf } from './links.ts';
import { numberedLines } from './numbered-lines.ts';
import { ALIGNMENTS, lineSays, rowCosts, type Alignment, type RowCost } from './row-cost.ts';

/** A line of a table with its text by column (`null` where it has none). */
export interface RowLine {
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly cells: readonly (Chunk | null)[];
  /** One of its texts runs over several columns. */
  readonly isSpanned: boolean;
  /** Its only text is a bold value, and few others of the column are bold: a total without label. */
  readonly isTotal: boolean;
}

/** Columns, and what is known of them. */
export interface ColumnBand {
  readonly from: number;
  readonly to: number;
  /** Most of its entries are values, one a row. */
  readonly values: boolean;
}

/** In a table that draws its rows, a row not drawn; in one that does not, a row that is drawn all the same. */
const UNDRAWN = 2;
const DRAWN = 0.5;
/** A row aligned otherwise than its table. */
const OTHERWISE = 0.5;
/** White that tells nothing is the last resort. */
const NO_LEADING = { step: null, cost: 1 };

/** How a table is set, as far as it bears on its rows. */
interface Setting {
  readonly alignment: Alignment;
  readonly isDrawn: boolean;
}

/** The lines of each row, and how far apart (font sizes) the lines of one text are set, where the white tells. */
export interface Rows {
  readonly rows: readonly (readonly number[])[];
  readonly leading: number | null;
}

interface Grouping {
  /** The first line of each row. */
  readonly starts: readonly number[];
  readonly cost: number;
}

function costIn(row: RowCost, { alignment }: Setting): number {
  return row.base + Math.min(row.aligned[alignment], ...ALIGNMENTS.map((other) => row.aligned[other] + OTHERWISE));
}

/** The cheapest way to cut lines into rows. */
function cheapest(costs: readonly (readonly RowCost[])[], bands: readonly number[], setting: Setting): Grouping {
  const count = costs.length;
  const least: number[] = Array.from({ length: count + 1 }, () => Infinity);
  const start: number[] = Array.from({ length: count + 1 }, () => 0);
  least[0] = 0;
  for (let from = 0; from < count; from += 1) {
    at(costs, from).forEach((row, extra) => {
      const end = from + extra + 1;
      const isAtEdge = end === count || bands[end] !== bands[end - 1];
      const boundary = end === count ? 0 : isAtEdge ? (setting.isDrawn ? 0 : DRAWN) : setting.isDrawn ? UNDRAWN : 0;
      const cost = at(least, from) + costIn(row, setting) + boundary;
      if (cost < at(least, end) - 1e-9) {
        least[end] = cost;
        start[end] = from;
      }
    });
  }
  const starts: number[] = [];
  for (let end = count; end > 0; end = at(start, end)) starts.unshift(at(start, end));
  return { starts, cost: at(least, count) };
}

/**
 * Groups the lines of a table into rows, as the indices of their lines. `bands`: for each line, how many edges drawn across the table stand above it; a row never runs over one.
 * All ways to cut the lines are weighed, for each way the table may be set: how far apart the lines of one text are, how cells stand in a row, whether all
 * rows are drawn.
 */
export function groupRows(lines: readonly RowLine[], columns: readonly ColumnBand[], bands: readonly number[]): Rows {
  if (lines.length === 0) return { rows: [], leading: null };
  const isDrawnAtAll = bands[0] !== bands.at(-1);
  const numbered = numberedLines(lines, columns.length);
  const said = lines.map((line) => lineSays(line, columns));
  let best: (Grouping & { readonly leading: number | null }) | null = null;
  for (const { step: leading, cost: own } of [...leadingCandidates(lines, columns.length), NO_LEADING]) {
    const links = linksOf(lines, columns, leading);
    const costs = lines.map((_, from) => rowCosts(from, lines, said, columns, links, bands, numbered));
    for (const alignment of ALIGNMENTS) {
      for (const isDrawn of isDrawnAtAll ? [true, false] : [false]) {
        const found = cheapest(costs, bands, { alignment, isDrawn });
        const cost = found.cost + own;
        if (best === null || cost < best.cost - 1e-9) best = { ...found, cost, leading };
      }
    }
  }
  const starts = best?.starts ?? [0];
  const rows = starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    return Array.from({ length: end - start }, (_, offset) => start + offset);
  });
  return { rows, leading: best?.leading ?? null };
}
