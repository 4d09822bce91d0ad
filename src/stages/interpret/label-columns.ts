import { readAmountCell } from '../../french/amounts.ts';
import { cellText } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Band } from './bands.ts';
import { columnKind, type ColumnKind } from './header-words.ts';
import { totalLabel } from './labels.ts';
import { saysAxe } from './says-axe.ts';
import { withoutMarks } from './quartiers/marks.ts';
import { cellsOver, type TableRows } from './table-rows.ts';

/** The words over a column: all of them, groups first, and its own. */
interface Heading {
  readonly path: string;
  readonly leaf: string;
}

const UNHEADED: Heading = { path: '', leaf: '' };

/** A row with a figure beside this column: a line or a total, no title over lines. */
function isPriced(rows: TableRows, row: number, column: number): boolean {
  return rows.starting(row).some((cell) => cell.column !== column && readAmountCell(cellText(cell)).kind === 'amount');
}

/** The texts of a column but the labels of totals, which name what they sum, and titles over lines, which tell what these are under. */
function pricedTexts(rows: TableRows, band: Band, column: number): readonly string[] {
  const cells = cellsOver(rows, band.body.from, band.body.to, column).filter(
    (cell) => cell.columnSpan === 1 && cellText(cell) !== '' && totalLabel(cellText(cell)) === null,
  );
  const priced = cells.filter(({ row }) => isPriced(rows, row, column));
  return (priced.length > 0 ? priced : cells).map(cellText);
}

/** How much of a column's text names axes or actions of the référentiel. */
function recognised(rows: TableRows, band: Band, column: number, knows: (text: string) => unknown): number {
  const texts = pricedTexts(rows, band, column);
  return texts.length === 0 ? 0 : texts.filter((text) => knows(text) !== null).length / texts.length;
}

/** Only numbers: the rank of an axe or an action, not its wording. */
const NUMBER = /^\W*(?:axe\s*)?\d{1,2}(?:[.-]\d{1,2})?\W*$/iu;
/** Marks that parts and their items bear in turn: "A", "A.1", "II-3". */
const MARK = /^(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?:[.-]?\d{1,2})?\s*[.)]?$/u;

/** The words over a column that say nothing of what it holds ("N° / Nr.", none at all). */
function isUntold({ leaf, path }: Heading): boolean {
  return columnKind(withoutMarks(leaf)) === null && columnKind(withoutMarks(path)) === null;
}

/** Fewer different marks are ticks, or the names of two buildings. */
const FEWEST_MARKS = 3;

function textsOf(rows: TableRows, band: Band, column: number): string[] {
  return cellsOver(rows, band.body.from, band.body.to, column)
    .filter((cell) => cell.columnSpan === 1)
    .map(cellText)
    .filter((text) => text !== '');
}

function onlyNumbers(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => NUMBER.test(text));
}

function onlyMarks(texts: readonly string[]): boolean {
  return new Set(texts).size >= FEWEST_MARKS && texts.every((text) => MARK.test(text));
}

function isWording(kind: ColumnKind | null): boolean {
  return kind === 'action' || kind === 'description';
}

/** Two rows of one axe: the only words of these rows are those of its actions, not its name twice. */
function saysAxeTwice(rows: TableRows, band: Band, column: number, knowledge: Knowledge): boolean {
  const axes = pricedTexts(rows, band, column).flatMap((text) => knowledge.axe(text)?.axe ?? []);
  return new Set(axes).size < axes.length;
}

/** A row of the same column that calls itself an axe and has no figure beside it ("Axe 7. Animation et lien social"): the axe of the rows under it, which are its actions. */
function isTitledByAxes(rows: TableRows, band: Band, column: number): boolean {
  return cellsOver(rows, Math.min(band.header.from, band.body.from), band.body.to, column).some(
    (cell) => saysAxe(cellText(cell)) && !isPriced(rows, cell.row, column),
  );
}

/** One axe and one action column at the most; a column without heading is told by its wording; what is left is description. */
export function settleLabels(
  rows: TableRows,
  band: Band,
  kinds: (ColumnKind | null)[],
  headings: readonly Heading[],
  knowledge: Knowledge,
): void {
  const axeLike = (text: string): unknown => knowledge.axe(text);
  const actionLike = (text: string): unknown => knowledge.action(text);
  // An action has words of its axe: "Ramassage des encombrants".
  const rather = (text: string): unknown => {
    const axe = knowledge.axe(text);
    return axe === null || (knowledge.action(text)?.confidence ?? 0) > axe.confidence ? null : axe;
  };
  kinds.forEach((kind, column) => {
    const others = kinds.some((other, index) => index !== column && (other === 'axe' || other === 'action' || other === 'description'));
    const isTwice = (kind === 'axe' || kind === 'action') && kinds.filter((other) => other === kind).length > 1;
    const isUnknown = kind === 'description' && isUntold(headings[column] ?? UNHEADED);
    if (!others || !(isTwice || isUnknown)) return;
    const texts = textsOf(rows, band, column);
    if ((isTwice && onlyNumbers(texts)) || (isUnknown && onlyMarks(texts))) kinds[column] = 'numero';
  });
  const columnsOf = (kind: ColumnKind): number[] => kinds.flatMap((k, column) => (k === kind ? [column] : []));
  for (const [kind, knows, other] of [
    ['axe', axeLike, 'action'],
    ['action', actionLike, 'description'],
  ] as const) {
    const candidates = columnsOf(kind);
    if (candidates.length > 1) {
      const scored = candidates.map((column) => ({ column, share: recognised(rows, band, column, knows) }));
      const best = scored.reduce((a, b) => (b.share > a.share + 0.2 ? b : a));
      for (const { column } of scored) if (column !== best.column) kinds[column] = columnsOf('action').length === 0 ? other : 'description';
    } else if (candidates.length === 0) {
      const free = kinds.flatMap((k, column) => (k === 'description' && headings[column]?.path === '' ? [column] : []));
      for (const column of free) {
        const isOnlyWording = kinds.every((k, other) => other === column || !isWording(k));
        if (kind === 'axe' && isOnlyWording && (saysAxeTwice(rows, band, column, knowledge) || isTitledByAxes(rows, band, column)))
          continue;
        if (recognised(rows, band, column, kind === 'axe' ? rather : knows) >= 0.5) {
          kinds[column] = kind;
          break;
        }
      }
    }
  }
}
