import { boxAround, type Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import { isFree } from '../align/chunks.ts';
import { at, type SpanRect } from '../lattice.ts';
import { isFigure, isValue } from '../text/value.ts';
import { blocksIn, MIDDLE, rowsOfBlocks } from './text-blocks.ts';

/** A word may reach over the edge of a row by so much of its height: descenders, tight cells. */
const OVER = 0.3;
/** So many figures one under the other, each in a row of its own, are as many cells. */
const FEWEST_FIGURES = 2;

/** Where the edges of columns and rows lie on the page. */
export interface Edges {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The elementary cells (row, column) of an area that no wall parts. */
export type Members = readonly (readonly [number, number])[];

/** The rows that an area has in one of its columns, without a gap, and the words of each. */
interface Run {
  readonly column: number;
  readonly from: number;
  readonly rows: readonly (readonly Word[])[];
}

function standsOver({ box: [, top, , bottom] }: Word, y: number): boolean {
  return Math.min(y - top, bottom - y) > OVER * (bottom - top);
}

function runsOf({ xs, ys }: Edges, members: Members, words: readonly Word[]): Run[] {
  const byColumn = new Map<number, number[]>();
  for (const [row, column] of members) byColumn.set(column, [...(byColumn.get(column) ?? []), row]);
  return [...byColumn].flatMap(([column, unsorted]) => {
    const rows = [...unsorted].sort((a, b) => a - b);
    const own = words.filter(({ box: [x0, , x1] }) => (x0 + x1) / 2 > at(xs, column) && (x0 + x1) / 2 < at(xs, column + 1));
    const inRow = (row: number): readonly Word[] =>
      own.filter(({ box: [, y0, , y1] }) => (y0 + y1) / 2 > at(ys, row) && (y0 + y1) / 2 < at(ys, row + 1));
    const starts = rows.filter((row) => !rows.includes(row - 1));
    return starts.map((from, index): Run => {
      const end = at([...starts.slice(1), Infinity], index);
      return { column, from, rows: rows.filter((row) => row >= from && row < end).map(inRow) };
    });
  });
}

/** No text of a run stands over an edge between two of its rows. */
function isApart({ from, rows }: Run, { ys }: Edges): boolean {
  return rows.every((words, offset) =>
    words.every((word) => !standsOver(word, at(ys, from + offset)) && !standsOver(word, at(ys, from + offset + 1))),
  );
}

/** Texts of several rows stand alike in them when they do within this, points. */
const ALIKE = 1.5;

/** One line in each of these rows, in the middle of it, or all as far from their tops or their bottoms: lines of one cell stand at one pitch, whatever the rows beside it. */
function standAsRows({ from, rows }: Run, { ys }: Edges): boolean {
  const placed = rows.flatMap((words, offset) => {
    const [block, another] = blocksIn(words);
    if (block === undefined) return [];
    const [top, bottom] = [at(ys, from + offset), at(ys, from + offset + 1)];
    const isLine = another === undefined && block.lines === 1;
    return [{ isLine, above: block.box[1] - top, below: bottom - block.box[3], size: block.size }];
  });
  const areAlike = (values: readonly number[]): boolean => Math.max(...values) - Math.min(...values) <= ALIKE;
  return (
    placed.every(({ isLine }) => isLine) &&
    (placed.every(({ above, below, size }) => Math.abs(above - below) / 2 <= MIDDLE * size) ||
      areAlike(placed.map(({ above }) => above)) ||
      areAlike(placed.map(({ below }) => below)))
  );
}

const textOf = (words: readonly Word[]): string => words.map((word) => word.readings[0].text).join(' ');

/** A value in each row of a run, or, where walls are known to be missing, in some of them: figures two at least. */
function holdsValues(run: Run, edges: Edges, isErased: boolean): boolean {
  const texts = run.rows.map(textOf);
  const written = texts.filter((text) => text !== '');
  return (
    run.rows.length > 1 &&
    (isErased || written.length === texts.length) &&
    written.every(isValue) &&
    written.filter(isFigure).length >= FEWEST_FIGURES &&
    isApart(run, edges) &&
    standAsRows(run, edges)
  );
}

/** Whether white stands at each edge between two columns of an area. */
function isParted({ xs }: Edges, runs: readonly Run[]): boolean {
  const columns = new Set(runs.map(({ column }) => column));
  const all = runs.flatMap(({ rows }) => rows.flat());
  return [...columns].every((column) => !columns.has(column + 1) || isFree(all, at(xs, column + 1)));
}

/** A text in each elementary cell of several rows and columns: no merged cell, whose one text would run on. */
function holdsTexts(runs: readonly Run[], edges: Edges): boolean {
  const columns = new Set(runs.map(({ column }) => column));
  return (
    columns.size > 1 &&
    runs.some(({ rows }) => rows.length > 1) &&
    runs.every((run) => run.rows.every((words) => words.length > 0) && isApart(run, edges))
  );
}

function elementary({ column, from, rows }: Run): SpanRect[] {
  return rows.map((_, offset) => ({ row: from + offset, column, rowSpan: 1, columnSpan: 1 }));
}

/** Lines of fewer texts than rows, each line close under the one over it. */
function holdsFewer({ rows }: Run): boolean {
  return blocksIn(rows.flat()).length < rows.length;
}

/** The cells of a run: one a row where its texts stand in rows, or one for each text that stands in the middle of several. */
function cellsOf(run: Run, edges: Edges, isErased: boolean): SpanRect[] {
  const { column, from, rows } = run;
  const cell = (first: number, last: number): SpanRect => ({ row: first, column, rowSpan: last - first + 1, columnSpan: 1 });
  if (rows.length > 1 && holdsValues(run, edges, isErased)) return elementary(run);
  const blocks = blocksIn(rows.flat());
  const parts = rows.length > 1 ? rowsOfBlocks(blocks, edges.ys.slice(from, from + rows.length + 1)) : null;
  return parts === null ? [cell(from, from + rows.length - 1)] : parts.map(([first, last]) => cell(from + first, from + last));
}

function boxOf({ xs, ys }: Edges, members: Members): Box {
  return boxAround(members.map(([row, column]): Box => [at(xs, column), at(ys, row), at(xs, column + 1), at(ys, row + 1)])) ?? [0, 0, 0, 0];
}

/**
 * The cells of each area that no wall parts though its text shows that it is several: the page leaves out walls of a table that has them elsewhere (borders erased). A text in each
 * elementary cell, or figures one under the other, each in a row, show it; beside these, texts in columns, and labels each in the middle of rows of its own. `null` for
 * an area that is one cell, or whose text tells nothing.
 */
export function partedAreas(edges: Edges, areas: readonly Members[], words: readonly Word[]): readonly (readonly SpanRect[] | null)[] {
  const runs = areas.map((members) => {
    if (members.length < 2) return [];
    const [left, top, right, bottom] = boxOf(edges, members);
    const near = words.filter(
      ({ box: [x0, y0, x1, y1] }) => x0 + x1 > 2 * left && x0 + x1 < 2 * right && y0 + y1 > 2 * top && y0 + y1 < 2 * bottom,
    );
    const own = runsOf(edges, members, near);
    return own.length > 0 && isParted(edges, own) ? own : [];
  });
  const isFull = runs.map((own) => holdsTexts(own, edges));
  const isShown = runs.map((own, index) => isFull[index] === true || own.some((run) => holdsValues(run, edges, false)));
  const isErased = isShown.includes(true);
  return runs.map((own, index): readonly SpanRect[] | null => {
    // A label of two lines beside two rows is one cell, where the texts of another column show what the rows are.
    const isLabel = (run: Run): boolean => holdsFewer(run) && !own.every(holdsFewer);
    if (isFull[index] === true) return own.flatMap((run) => (isLabel(run) ? cellsOf(run, edges, true) : elementary(run)));
    const isWritten = own.length > 0 && own.every(({ rows }) => rows.some((line) => line.length > 0));
    if (isShown[index] !== true && !(isErased && isWritten)) return null;
    return own.flatMap((run) => cellsOf(run, edges, isErased));
  });
}
