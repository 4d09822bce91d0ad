import { readAmountCell } from '../../french/amounts.ts';
import { fold } from '../../french/text.ts';
import { nonEmpty } from '../../model/collections.ts';
import { boxAround } from '../../model/geometry.ts';
import { cellText, type Block, type Cell, type Table } from '../../model/grid.ts';
import { findBands } from './bands.ts';
import { headerShare } from './header-words.ts';
import { rubriqueOf } from './rubrique.ts';
import { looksLikeMoney } from './sentences.ts';
import { tableRows, type TableRows } from './table-rows.ts';

/** Actions that give all their figures one under the other, at least. */
const FEWEST_GROUPS = 3;
/** Share of the actions that must give them all. */
const MOSTLY = 0.7;

/** The measures that a column names row after row ("Prévu", "Réalisé", "Prévu", "Réalisé"…), and the rows of each action. */
interface Measures {
  readonly column: number;
  /** As printed, in the order of the first action. */
  readonly names: readonly string[];
  /** First and last row of each action, with the measure of each of its rows. */
  readonly groups: readonly (readonly {
    readonly row: number;
    readonly measure: number;
  }[])[];
}

function isMeasure(text: string): boolean {
  return text !== '' && text.length <= 40 && headerShare(text) === 1 && rubriqueOf(text, text, true) !== null;
}

/** A text of its own in a row: not one that began above, nor one that the row above says too. */
function isOwnText(rows: TableRows, row: number, column: number, above: number): boolean {
  const cell = rows.at(row, column);
  if (cell === null || cell.row !== row || cellText(cell) === '') return false;
  const other = rows.at(above, column);
  return other === null || fold(cellText(other)) !== fold(cellText(cell));
}

function isFigures(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => ['amount', 'none'].includes(readAmountCell(text).kind));
}

/** Whether nothing stands between two rows: one may be cut by the end of the page. */
function isBlankBetween(rows: TableRows, above: number, below: number): boolean {
  for (let row = above + 1; row < below; row++) if (rows.starting(row).some((cell) => cellText(cell) !== '')) return false;
  return true;
}

/** The measures of a column, `null` where it names none or names the state of each action: then each row has an action of its own. */
function measuresIn(rows: TableRows, column: number, body: readonly number[]): Measures | null {
  const names: string[] = [];
  const groups: { row: number; measure: number }[][] = [];
  for (const row of body) {
    const cell = rows.at(row, column);
    const text = cell === null || cell.row !== row || cell.column !== column || cell.columnSpan > 1 ? '' : cellText(cell);
    if (text === '') continue;
    if (!isMeasure(text)) return null;
    const last = groups.at(-1);
    const before = last?.at(-1);
    const known = names.findIndex((name) => fold(name) === fold(text));
    const measure = known >= 0 ? known : names.push(text) - 1;
    if (last !== undefined && before !== undefined && isBlankBetween(rows, before.row, row) && before.measure < measure)
      last.push({ row, measure });
    else groups.push([{ row, measure }]);
  }
  const rubriques = new Set(names.map((name) => rubriqueOf(name, name, true)));
  const whole = groups.filter((group) => group.length === names.length).length;
  if (names.length < 2 || rubriques.size < 2 || whole < FEWEST_GROUPS || whole < MOSTLY * groups.length) return null;
  return { column, names, groups };
}

/**
 * The columns that hold a figure for each measure: figures that differ, or money, which may be the same for both. `null` where another column has a text of its own beside a
 * further measure.
 */
function figureColumns(rows: TableRows, { column, groups }: Measures): ReadonlySet<number> | null {
  const further = groups.flatMap((group) => group.slice(1).map(({ row }) => ({ row, above: group[0]?.row ?? row })));
  const figures = new Set<number>();
  for (let other = 0; other < rows.columnCount; other++) {
    if (other === column) continue;
    const own = further.filter(({ row, above }) => isOwnText(rows, row, other, above));
    const isSaidAgain = further.some(({ row }) =>
      rows.starting(row).some((cell) => cell.column === other && looksLikeMoney(cellText(cell))),
    );
    const texts = groups.flatMap((group) =>
      group.flatMap(({ row }) => {
        const cell = rows.at(row, other);
        return cell !== null && cell.row === row && cell.column === other && cell.rowSpan === 1 && cellText(cell) !== ''
          ? [cellText(cell)]
          : [];
      }),
    );
    if (isFigures(texts) && (own.length > 0 || isSaidAgain)) figures.add(other);
    else if (own.length > 0) return null;
  }
  return figures.size === 0 ? null : figures;
}

/** Cells of one place as one: what a label says on further lines goes on, what it says again is said once. */
function joinedCell(own: Cell, next: Cell): Cell {
  if (cellText(next) === '' || fold(cellText(own)) === fold(cellText(next))) return own;
  if (cellText(own) === '') return { ...next, id: own.id };
  const box = own.place.page === next.place.page ? boxAround([own.place.box, next.place.box]) : null;
  return {
    ...own,
    place: box === null ? own.place : { ...own.place, box },
    continuations: box === null ? [...own.continuations, next.place] : own.continuations,
    lines: [...own.lines, ...next.lines],
    readings:
      nonEmpty([
        {
          text: `${cellText(own)} ${cellText(next)}`,
          cost: own.readings[0].cost + next.readings[0].cost,
        },
      ]) ?? own.readings,
  };
}

/** The table with the measures of each action in columns of their own. */
function turned(table: Table, measures: Measures, figures: ReadonlySet<number>, headers: readonly number[]): Table | null {
  const { names, groups, column } = measures;
  const measureOf = new Map(groups.flatMap((group) => group.map(({ row, measure }) => [row, measure] as const)));
  const further = new Set(
    groups.flatMap((group) => {
      const [first, last] = [group[0]?.row ?? 0, group.at(-1)?.row ?? 0];
      return Array.from({ length: last - first }, (_, offset) => first + 1 + offset);
    }),
  );
  // Where each row and each column goes; a row of names is added under each header, or over a table without one.
  const newRow: number[] = [];
  const nameRows: number[] = headers.length === 0 ? [0] : [];
  let at = headers.length === 0 ? 1 : 0;
  for (let row = 0; row < table.rowCount; row++) {
    newRow.push(further.has(row) ? at - 1 : at++);
    if (headers.includes(row)) nameRows.push(at++);
  }
  newRow.push(at);
  const newColumn: number[] = [];
  let width = 0;
  for (let old = 0; old <= table.columnCount; old++) {
    newColumn.push(width);
    width += old === column ? 0 : figures.has(old) ? names.length : 1;
  }
  const put = (cell: Cell): Cell | null => {
    const [from, to] = [newColumn[cell.column] ?? 0, newColumn[cell.column + cell.columnSpan] ?? width - 1];
    const [top, bottom] = [newRow[cell.row] ?? 0, newRow[cell.row + cell.rowSpan - 1] ?? 0];
    const whole = { ...cell, row: top, rowSpan: bottom - top + 1 };
    if (to <= from) return null;
    const measure = measureOf.get(cell.row);
    const isFigure = figures.has(cell.column) && cell.columnSpan === 1 && cell.rowSpan === 1;
    if (isFigure && measure !== undefined) return { ...whole, column: from + measure, columnSpan: 1 };
    return { ...whole, column: from, columnSpan: to - from };
  };
  const cells = new Map<string, Cell>();
  for (const cell of table.cells) {
    const own = put(cell);
    if (own === null) continue;
    const key = `${String(own.row)} ${String(own.column)}`;
    const there = cells.get(key);
    cells.set(
      key,
      there === undefined
        ? own
        : {
            ...joinedCell(there, own),
            rowSpan: Math.max(there.rowSpan, own.rowSpan),
          },
    );
  }
  const nameCells = names.map((name) => table.cells.find((cell) => cell.column === column && cellText(cell) === name));
  for (const row of nameRows)
    for (const old of figures)
      nameCells.forEach((cell, measure) => {
        const own = (newColumn[old] ?? 0) + measure;
        if (cell !== undefined)
          cells.set(`${String(row)} ${String(own)}`, {
            ...cell,
            id: `${cell.id}n${String(row)}c${String(own)}`,
            row,
            column: own,
            rowSpan: 1,
            columnSpan: 1,
            bold: true,
          });
      });
  return {
    ...table,
    cells: [...cells.values()],
    rowCount: at,
    columnCount: width - 1,
  };
}

/** Whether a row without a measure states a figure in their columns: nobody knows of which measure. */
function hasOtherFigures(rows: TableRows, { groups }: Measures, figures: ReadonlySet<number>, body: readonly number[]): boolean {
  const own = new Set(groups.flatMap((group) => group.map(({ row }) => row)));
  return body.some(
    (row) =>
      !own.has(row) &&
      [...figures].some((column) => {
        const cell = rows.at(row, column);
        return cell !== null && cell.row === row && cell.column === column && readAmountCell(cellText(cell)).kind === 'amount';
      }),
  );
}

function acrossIn(table: Table): Table {
  const rows = tableRows(table);
  const { bands } = findBands(rows);
  const body = bands.flatMap(({ body: { from, to } }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  const headers = bands.flatMap(({ header }) => (header.to >= header.from ? [header.to] : []));
  for (let column = 0; column < rows.columnCount; column++) {
    const measures = measuresIn(rows, column, body);
    const figures = measures === null ? null : figureColumns(rows, measures);
    if (measures === null || figures === null || hasOtherFigures(rows, measures, figures, body)) continue;
    return turned(table, measures, figures, headers) ?? table;
  }
  return table;
}

/**
 * A form that gives the figures of each action one under the other, each named beside it ("Prévu | 48 000 €" over "Réalisé | 51 240 €"), says what another gives in columns:
 * a clerk reads one action with a figure for each name. The names become headings under those of the columns of figures.
 */
export function withMeasuresAcross(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.kind === 'text' ? block : { kind: 'table', table: acrossIn(block.table) }));
}
