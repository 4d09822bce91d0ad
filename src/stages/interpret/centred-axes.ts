import { cellText, type Cell } from '../../model/grid.ts';
import { boxAround, type Box } from '../../model/geometry.ts';
import type { Column } from './columns.ts';
import type { RowItem } from './row-items.ts';
import type { TableRows } from './table-rows.ts';

type LineItem = Extract<RowItem, { kind: 'line' }>;
type AxeItem = Extract<RowItem, { kind: 'axe' }>;

/** So much of a label's height stands beside the row above, and beside the row below, when it is set in the middle of both. */
const BESIDE = 0.2;

/** A label of the column of axes: how many lines stand above its middle, and what it says. */
interface Label {
  readonly at: number;
  readonly text: string;
  readonly isBetween: boolean;
}

function textBox(cells: readonly Cell[]): Box | null {
  return boxAround(cells.flatMap((cell) => cell.lines.map(({ place }) => place.box)));
}

/** The written cells of the row that a line is read from. */
function cellsOf({ line }: LineItem, cells: readonly Cell[]): readonly Cell[] {
  const [, y0, , y1] = line.place.box;
  return cells.filter(({ place: { page, box } }) => page === line.place.page && box[1] >= y0 - 1 && box[3] <= y1 + 1);
}

/** Where the text of one line ends and that of the next on its page begins. */
function whiteOf(above: RowItem | undefined, below: RowItem | undefined, cells: readonly Cell[]): readonly [number, number] | null {
  if (above?.kind !== 'line' || below?.kind !== 'line' || above.line.place.page !== below.line.place.page) return null;
  const [upper, lower] = [textBox(cellsOf(above, cells)), textBox(cellsOf(below, cells))];
  return upper === null || lower === null ? null : [upper[3], lower[1]];
}

/** The white that lines right under each other leave, of most of them; none where no two stand so. */
function usualWhite(items: readonly RowItem[], cells: readonly Cell[]): number {
  const whites = items.slice(1).flatMap((item, index) => {
    const white = whiteOf(items[index], item, cells);
    return white === null ? [] : [white[1] - white[0]];
  });
  return whites.sort((a, b) => a - b)[whites.length >> 1] ?? -Infinity;
}

/**
 * No row has room of its own between these two: the label stands beside the lower half of one and the upper half of the other, or in no more white than lines leave that have nothing
 * between them (`usual`).
 */
function isBetween(label: AxeItem, above: RowItem | undefined, below: RowItem | undefined, cells: readonly Cell[], usual: number): boolean {
  const own = textBox(cells.filter(({ place }) => place === label.place));
  const white = whiteOf(above, below, cells);
  if (own === null || white === null) return false;
  const beside = BESIDE * (own[3] - own[1]);
  return (own[1] < white[0] - beside && own[3] > white[1] + beside) || white[1] - white[0] < usual + beside;
}

/** The axe of each line where every label is the middle of its lines; `null` where the labels do not part the lines so. */
function axesOf(labels: readonly Label[], count: number): readonly string[] | null {
  const axes: string[] = [];
  for (const { at, text } of labels) {
    const lines = 2 * (at - axes.length);
    if (lines < 1 || !Number.isInteger(lines)) return null;
    for (let line = 0; line < lines; line++) axes.push(text);
  }
  return axes.length === count ? axes : null;
}

/** One stretch of lines and labels without a total or a title between. */
function settled(run: readonly RowItem[], axeColumn: number, cells: readonly Cell[], usual: number): readonly RowItem[] {
  const lines = run.filter((item): item is LineItem => item.kind === 'line');
  const labels: Label[] = [];
  let above = 0;
  run.forEach((item, index) => {
    if (item.kind === 'axe') {
      labels.push({ at: above, text: item.text, isBetween: isBetween(item, run[index - 1], run[index + 1], cells, usual) });
    } else if (item.kind === 'line') {
      const own = cellsOf(item, cells).filter(({ column }) => column === axeColumn);
      const text = own.map(cellText).join(' ').trim();
      if (text !== '') labels.push({ at: above + 0.5, text, isBetween: false });
      above++;
    }
  });
  if (!labels.some((label) => label.isBetween)) return run;
  const axes = axesOf(labels, lines.length);
  if (axes === null) return run;
  return run.map((item): RowItem => {
    const axeText = item.kind === 'line' ? axes[lines.indexOf(item)] : undefined;
    return item.kind === 'line' && axeText !== undefined ? { ...item, line: { ...item.line, axeText } } : item;
  });
}

/**
 * Lines of a table without rules in the column of axes, each under the axe whose label is set in the middle of its lines: one that stands between two rows shows that labels are, and
 * the first row says where the first begins. As they were where no label stands so.
 */
export function withCentredAxes(items: readonly RowItem[], rows: TableRows, columns: readonly Column[]): readonly RowItem[] {
  const column = columns.find(({ kind }) => kind === 'axe');
  if (column === undefined || rows.table.ruling === 'full') return items;
  const cells = rows.table.cells.filter((cell) => cellText(cell) !== '');
  const runs: RowItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const goesOn = item.kind === 'line' || item.kind === 'axe';
    const before = last?.at(-1);
    if (last !== undefined && goesOn && (before?.kind === 'line' || before?.kind === 'axe')) last.push(item);
    else runs.push([item]);
  }
  const usual = usualWhite(items, cells);
  return runs.flatMap((run) => settled(run, column.index, cells, usual));
}
