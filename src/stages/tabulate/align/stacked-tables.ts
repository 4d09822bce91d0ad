import { middleX, middleY } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import { latticeBox } from '../lattice.ts';
import { tableConfidence } from './accept.ts';
import { chunkedLines, type ChunkedLine } from './chunks.ts';
import { columnEdges } from './column-edges.ts';
import { grown } from './grow.ts';
import { carriedColumns, isDrawing, isHeaded, sistersOf, type Hints } from './hints.ts';
import { isBoxed, withOpenEnds } from './frame-sides.ts';
import { columnedIntervals, isOfFacts } from './intervals.ts';
import { bareText } from './segments.ts';
import { withSplitValues } from './split-values.ts';
import { edgesWithin, type Stack } from './stacks.ts';
import { alignedTable, type AlignedTable } from './table.ts';

/** Top and bottom, in points. */
type Range = readonly [number, number];

const isIn = (line: ChunkedLine, [top, bottom]: Range): boolean => line.top > top - 1 && line.bottom < bottom + 1;

/** What an interval of a stack is read as; no table when it has a single line. */
interface Built {
  readonly table: AlignedTable | null;
  readonly columns: readonly number[];
  readonly isCarried: boolean;
  readonly fills: number;
  readonly edges: number;
}

/** An interval of a stack, what it grew over, and what it is read as where that is known. */
interface Grown {
  readonly interval: Range;
  readonly wider: Range;
  readonly held: Range;
  readonly built: Built | null;
}

/** The lines in an interval and beyond it as far as the next edge of its stack. */
function reachable([top, bottom]: readonly [number, number], lines: readonly ChunkedLine[], stack: Stack): ChunkedLine[] {
  const above = Math.max(-Infinity, ...stack.ys.filter((y) => y < top - 1));
  const below = Math.min(Infinity, ...stack.ys.filter((y) => y > bottom + 1));
  return lines.filter((line) => line.top > above - 1 && line.bottom < below + 1);
}

/**
 * Intervals of one stack with what each grew over (`wider`); two that meet over lines between them are one, for rows of one table lie further apart
 * than those of another. A box and rows between mere rules below it are drawn as two tables.
 */
function met(grown: readonly Grown[], lines: readonly ChunkedLine[], isBox: (interval: Range) => boolean): Grown[] {
  const met: Grown[] = [];
  for (const own of grown) {
    const last = met.at(-1);
    const between = last === undefined ? [] : lines.filter((line) => line.top > last.interval[1] - 1 && line.bottom < own.interval[0] + 1);
    const isDrawnApart = last !== undefined && isBox(last.interval) !== isBox(own.interval);
    const isMet =
      last !== undefined && !isDrawnApart && between.length > 0 && between.every((line) => isIn(line, last.held) || isIn(line, own.held));
    if (!isMet) met.push(own);
    else {
      const wider: Range = [Math.min(last.wider[0], own.wider[0]), Math.max(last.wider[1], own.wider[1])];
      const held: Range = [last.held[0], own.held[1]];
      met[met.length - 1] = { interval: [last.interval[0], own.interval[1]], wider, held, built: null };
    }
  }
  return met;
}

/** A line that begins so far outside a stack is none of its rows, in points. */
const OUTSIDE = 8;

/** The words between the sides of a stack, but for those of a line of facts that runs over one of them: the heading over a table that is narrower. */
function wordsBetween({ left, right }: Stack, words: readonly Word[]): Word[] {
  const runsOver = ({ chunks }: ChunkedLine): boolean =>
    chunks.some(({ box }) => (box[0] < left - OUTSIDE && box[2] > left) || (box[2] > right + OUTSIDE && box[0] < right));
  const over = new Set(
    chunkedLines(words)
      .filter((line) => runsOver(line) && isOfFacts({ lines: [line] }))
      .flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.words)),
  );
  return words.filter((word) => middleX(word.box) > left - 2 && middleX(word.box) < right + 2 && !over.has(word));
}

/** The tables that the edges of a stack bound above and below, with the rows beyond that keep to their columns. */
export function tablesOfStack(stack: Stack, words: readonly Word[], hints: Hints): AlignedTable[] {
  const own = wordsBetween(stack, words);
  const lines = withSplitValues(chunkedLines(own));
  const turned = own.filter((word) => word.direction !== 0);
  const intervals = columnedIntervals(stack, lines, hints.vertical, hints.bands).map((interval) =>
    withOpenEnds(interval, stack, hints.vertical),
  );
  const build = ([top, bottom]: Range): Built => {
    const inside = own.filter((word) => middleY(word.box) > top && middleY(word.box) < bottom);
    const bands = hints.bands.filter(
      (band) => band.top >= top - 3 && band.bottom <= bottom + 3 && band.left >= stack.left - 8 && band.right <= stack.right + 8,
    );
    const horizontal = edgesWithin(hints.horizontal, stack.left, stack.right, top, bottom);
    const carried = carriedColumns(inside, { left: stack.left, right: stack.right, isOpen: false }, hints).slice(1, -1);
    const columns =
      carried.length > 0
        ? carried
        : columnEdges(inside, { left: stack.left, right: stack.right, horizontal, bands }, sistersOf(inside, hints));
    const table = alignedTable({ words: inside, left: stack.left, right: stack.right, horizontal, columns });
    return {
      table,
      columns,
      isCarried: carried.length > 0,
      fills: bands.length,
      edges: stack.ys.filter((y) => y >= top - 2 && y <= bottom + 2).length,
    };
  };
  /** Nothing but the header that the document repeats. */
  const isHeader = (interval: Range): boolean => {
    const inside = lines.filter((line) => isIn(line, interval));
    return hints.header !== null && bareText(inside.flatMap(({ chunks }) => chunks)) === hints.header;
  };
  const widened = intervals.map((interval): Grown => {
    const built = build(interval);
    const xs = built.table?.lattice.xs ?? [stack.left, ...built.columns, stack.right];
    const free = lines.filter((line) => !intervals.some((other) => other !== interval && isIn(line, other)));
    const { sure: wider, held } = grown(interval, reachable(interval, free, stack), xs, turned, isHeader(interval));
    return { interval, wider, held, built: wider[0] === interval[0] && wider[1] === interval[1] ? built : null };
  });
  const found = met(widened, lines, (interval) => isBoxed(interval, stack, hints.vertical)).flatMap(({ wider, built }) => {
    const final = built ?? build(wider);
    return final.table === null ? [] : [{ table: final.table, final, wider }];
  });
  const confidenceOf = ({ table, final, wider }: (typeof found)[number], isAgain: boolean): number =>
    tableConfidence(table, {
      edges: final.edges,
      fills: final.fills,
      isHeaded: isAgain || isHeaded(table, hints.header),
      isCarried: final.isCarried,
      isTitled: false,
      isLast: !lines.some((line) => line.top > wider[1] - 1 && line.chunks.length > 1),
    });
  const sure = new Set(found.filter((each) => confidenceOf(each, false) > 0).map(({ table }) => headOf(table)));
  return found.flatMap((each): AlignedTable[] => {
    const { table } = each;
    const head = headOf(table);
    const confidence = confidenceOf(each, head !== '' && confidenceOf(each, false) === 0 && sure.has(head));
    return confidence === 0 || isDrawing(hints, latticeBox(table.lattice))
      ? []
      : [{ ...table, lattice: { ...table.lattice, confidence, ruling: 'partial' } }];
  });
}

/** What the header of a table says: under the header of another table of its stack, few rows are a table too. */
function headOf({ lines, headerLines }: AlignedTable): string {
  return bareText(lines.slice(0, headerLines).flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])));
}
