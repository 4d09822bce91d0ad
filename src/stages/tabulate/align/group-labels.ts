import { isTotalLabel, isValue } from '../text/value.ts';
import type { Chunk } from './chunks.ts';
import type { RowEdge } from './row-edges.ts';
import type { ColumnBand, RowLine } from './rows.ts';

/** How far, in ems, the middle of a label may lie from the middle of the rows it is set in the middle of, and its top below theirs at least. */
const OFF_MIDDLE = 0.6;
const BELOW_TOP = 0.3;
/** White between the lines of one label, in ems. */
const ONE_TEXT = 0.6;

/** The lines of one group: those between two edges drawn across the table. */
interface Group {
  readonly from: number;
  readonly to: number;
}

/** Labels of merged cells: for each of the first columns, the groups whose only text there stands for all of their rows. */
export type GroupLabels = readonly (readonly Group[])[];

/** The lines between the same full edges. */
function groupsOf(lines: readonly RowLine[], edges: readonly RowEdge[]): Group[] {
  const full = edges.filter((edge) => edge.isFull);
  const band = (line: RowLine): number => full.filter((edge) => edge.at < (line.top + line.bottom) / 2).length;
  const groups: { from: number; to: number }[] = [];
  lines.forEach((line, index) => {
    const last = groups.at(-1);
    const before = lines[index - 1];
    if (last !== undefined && before !== undefined && band(before) === band(line)) last.to = index;
    else groups.push({ from: index, to: index });
  });
  return groups;
}

/** Whether lines go on below a total, and a label stands on the first line of what it is said of: a row, by chance the middle one, of the second of two groups. */
function isOfRowUnderTotal(own: readonly RowLine[], column: number): boolean {
  const total = own.findIndex(({ cells }) => cells.some((cell) => cell !== null && isTotalLabel(cell.text)));
  const label = own.findIndex(({ cells }) => (cells[column] ?? null) !== null);
  return total >= 0 && total < label && (own[label]?.cells.filter((cell) => cell !== null).length ?? 0) > 1;
}

/** How the only text of a column stands in a group of several rows; `null` where it has none, or several. */
function standing(group: Group, lines: readonly RowLine[], columns: readonly ColumnBand[], column: number): 'middle' | 'top' | null {
  const own = lines.slice(group.from, group.to + 1);
  const isFigure = (chunk: Chunk | null | undefined): boolean => chunk !== null && chunk !== undefined && isValue(chunk.text);
  const rows = columns.map((_, other) => (columns[other]?.values === true ? own.filter(({ cells }) => isFigure(cells[other])).length : 0));
  if (Math.max(0, ...rows) < 2 || own.some((line) => line.isSpanned) || isOfRowUnderTotal(own, column)) return null;
  const texts = own.flatMap(({ cells }) => cells[column] ?? []);
  const [first, last] = [texts[0], texts.at(-1)];
  const size = Math.max(...own.map((line) => line.size));
  if (first === undefined || last === undefined) return null;
  if (texts.some((text, index) => index > 0 && text.box[1] - (texts[index - 1]?.box[3] ?? 0) > ONE_TEXT * size)) return null;
  // What the other columns hold tells where the rows begin and end.
  const others = own.flatMap(({ cells }) => cells.filter((cell, other) => cell !== null && other !== column));
  const [top, bottom] = [
    Math.min(...others.flatMap((cell) => cell?.box[1] ?? [])),
    Math.max(...others.flatMap((cell) => cell?.box[3] ?? [])),
  ];
  const off = Math.abs((first.box[1] + last.box[3]) / 2 - (top + bottom) / 2);
  if (off <= OFF_MIDDLE * size && first.box[1] > top + BELOW_TOP * size) return 'middle';
  return Math.abs(first.box[1] - top) <= BELOW_TOP * size ? 'top' : null;
}

/**
 * Where a table draws an edge between groups of rows, not between rows, the only text of a group in its first columns is the label of a merged cell. One that stands in the middle of its
 * rows shows that labels are; it says nothing about where a row begins.
 */
export function groupLabels(lines: readonly RowLine[], columns: readonly ColumnBand[], edges: readonly RowEdge[]): GroupLabels {
  // Without any such edge all lines are one group, of which a label stands in the middle by chance.
  if (!edges.some((edge) => edge.isFull)) return [];
  const groups = groupsOf(lines, edges);
  const labels: Group[][] = [];
  for (const [column, { values }] of columns.entries()) {
    const found = values ? [] : groups.map((group) => ({ group, stands: standing(group, lines, columns, column) }));
    if (!found.some(({ stands }) => stands === 'middle')) break;
    labels.push(found.filter(({ stands }) => stands !== null).map(({ group }) => group));
  }
  return labels;
}

/** Whether a line stands in a group with a label in that column. */
export function holdsLine(labels: GroupLabels, column: number, line: number): boolean {
  return labels[column]?.some(({ from, to }) => line >= from && line <= to) ?? false;
}

/** Lines without the labels of their groups. */
export function withoutGroupLabels(lines: readonly RowLine[], labels: GroupLabels): readonly RowLine[] {
  if (labels.length === 0) return lines;
  return lines.map((line, index) => ({
    ...line,
    cells: line.cells.map((cell, column) => (holdsLine(labels, column, index) ? null : cell)),
  }));
}

/** Whether two lines stand in one group with a label in that column: no wall is between their rows there. */
export function inOneGroup(labels: GroupLabels, column: number, first: number, second: number): boolean {
  return labels[column]?.some(({ from, to }) => first >= from && second <= to) ?? false;
}
