import { breaksWord } from '../../french/broken-words.ts';
import { readAmountCell } from '../../french/amounts.ts';
import { readBase, readTaxe, readUnit } from '../../french/periods.ts';
import type { AmountColumn } from '../../model/draft.ts';
import { cellText, type Cell, type TextLine } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Band } from './bands.ts';
import { areRanked, FEW_ROWS, holding, namesAxes, rankedAmounts, sameExtent, widthInColumns } from './columns-above.ts';
import { groupHeadings, type HeadingAt } from './group-headings.ts';
import { periodOf } from './header-period.ts';
import { columnKind, isYears, type ColumnKind } from './header-words.ts';
import { withoutMarks } from './quartiers/marks.ts';
import { settleLabels } from './label-columns.ts';
import { rubriqueOf } from './rubrique.ts';
import { withSharedUnit } from './shared-unit.ts';
import { stackedGroups } from './stacked-groups.ts';
import { cellsOver, type TableRows } from './table-rows.ts';

/** What unit the figures of a column are printed in. */
export type Unit = 'euro' | 'kilo' | 'million';

/** A column understood: its kind, and for amounts what they are. `null` kind: a column without content. */
export interface Column {
  readonly index: number;
  readonly kind: ColumnKind | null;
  readonly header: string;
  /** The heading level by level, groups first, the column's own last. */
  readonly levels: readonly string[];
  readonly amount: AmountColumn | null;
  readonly unit: Unit;
  /** Its extent on the page, points. */
  readonly x0: number;
  readonly x1: number;
}

interface HeaderPath {
  /** Groups first, the column's own heading last. */
  readonly texts: readonly string[];
  readonly path: string;
  readonly leaf: string;
}

const NO_WORDS: ReadonlySet<string> = new Set();
const NO_HEADER: HeaderPath = { texts: [], path: '', leaf: '' };

/** The heading of one of the columns under a cell: the text of that cell, or the word of it for that column where each is the heading of one by itself ("AXES ACTIONS"). */
function ownHeading(cell: Cell, column: number): string {
  const text = cellText(cell);
  const headings = text.split(' ');
  const kinds = new Set(headings.map(columnKind));
  const isOneEach = cell.columnSpan > 1 && headings.length === cell.columnSpan && kinds.size === headings.length && !kinds.has(null);
  return (isOneEach ? headings[column - cell.column] : undefined) ?? text;
}

/** The cells of a header that a page prints twice, one under the other, once: those of the second. */
function printedOnce(cells: readonly Cell[]): readonly Cell[] {
  const half = cells.length / 2;
  const isTwice = Number.isInteger(half) && cells.every((cell, at) => at < half || cellText(cell) === cellText(cells[at - half] ?? cell));
  return isTwice && half > 0 ? cells.slice(half) : cells;
}

/** The header of a column: the texts of the header cells over it, groups first, each once; rows of one heading that the grid parted are one text. A title over the whole table is left out. */
function headerPath(rows: TableRows, band: Band, column: number, groups: HeadingAt, crown: readonly Cell[]): HeaderPath {
  const own = cellsOver(rows, band.header.from, band.header.to, column).map(
    (cell) => groups(Math.max(cell.row, band.header.from), column) ?? cell,
  );
  const cells = printedOnce(
    [...crown, ...own].filter((cell) => cellText(cell) !== '' && (cell.columnSpan < rows.columnCount || rows.columnCount === 1)),
  );
  const levels: { text: string; cell: Cell }[] = [];
  const isGroup = (cell: Cell): boolean => crown.includes(cell) || groups(cell.row, column) === cell;
  for (const cell of cells) {
    const above = levels.at(-1);
    const wraps =
      above !== undefined && above.cell.column === cell.column && above.cell.columnSpan === cell.columnSpan && !isGroup(above.cell);
    if (wraps)
      above.text = breaksWord(above.text, cellText(cell), NO_WORDS) ? above.text + cellText(cell) : `${above.text} ${cellText(cell)}`;
    else levels.push({ text: ownHeading(cell, column), cell });
  }
  const texts = levels.map(({ text }) => text);
  return { path: texts.join(' '), leaf: texts.at(-1) ?? '', texts };
}

interface Content {
  readonly filled: number;
  readonly amounts: number;
  readonly withUnit: number;
  readonly years: number;
  readonly blanks: number;
  /** Blanks with their currency: "- €". */
  readonly pricedBlanks: number;
  /** Amounts written with cents or separated thousands. */
  readonly grouped: number;
}

function contentOf(rows: TableRows, band: Band, column: number): Content {
  let filled = 0;
  let amounts = 0;
  let withUnit = 0;
  let years = 0;
  let blanks = 0;
  let pricedBlanks = 0;
  let grouped = 0;
  for (const cell of cellsOver(rows, band.body.from, band.body.to, column)) {
    const text = cellText(cell);
    if (text === '' || cell.column !== column) continue;
    const reading = readAmountCell(text);
    filled++;
    if (reading.kind === 'amount') {
      if (reading.looksLikeYear && !reading.hasUnit) years++;
      else amounts++;
      if (reading.hasUnit) withUnit++;
      if (/\d[.,]\d{2}$|\d[\s.]\d{3}\b/u.test(text)) grouped++;
    } else if (reading.kind === 'none') {
      blanks++;
      if (/€|eur/iu.test(text)) pricedBlanks++;
    }
  }
  return { filled, amounts, withUnit, years, blanks, pricedBlanks, grouped };
}

/** Bare whole numbers under no heading are page numbers or ranks as likely as euros: money shows by its sign, its cents or its thousands. */
function kindByContent(content: Content, header: string): ColumnKind | null {
  if (content.filled === 0) return null;
  if (isYears(header) && content.amounts + content.blanks === content.filled) return 'montant';
  if (content.withUnit + content.pricedBlanks + content.grouped > 0 && (content.amounts + content.blanks) / content.filled >= 0.6)
    return 'montant';
  return 'description';
}

/** `groups`: the headings over the column's own. A name under a heading of money ("Résidence du Parc") is no description where only figures stand under it. */
function kindOf(leaf: string, path: string, groups: string, content: Content): ColumnKind | null {
  const named = (leaf === '' ? null : columnKind(leaf)) ?? (path === '' ? null : columnKind(path));
  const texts = content.filled - content.amounts - content.blanks - content.years;
  // Nothing but figures under a unit of money, nothing or marks for none under a heading of money: "Financement partenaires en M€" names nobody's partners.
  const isUnderMoney = groups !== '' && columnKind(groups) === 'montant';
  const saysMoney = isUnderMoney || /€|\beuros?\b|\b(?:co-?)?financements?\b|\bsubventions?\b/iu.test(path);
  const isTold = content.amounts > 0 || (content.blanks > 0 && content.blanks === content.filled);
  const isMoney = texts === 0 && (isTold ? saysMoney : content.filled === 0 && isUnderMoney);
  switch (named) {
    case null:
      return kindByContent(content, leaf);
    case 'montant':
      // "Actions réalisées" over wording alone, were it one row: what was done, not what it cost.
      if (texts > 0 && texts === content.filled && /\bactions?\b/iu.test(leaf)) return 'action';
      return texts > 2 && texts > content.filled * 0.7 ? 'description' : 'montant';
    case 'axe':
    case 'action':
    case 'description':
    case 'calendrier':
      return isMoney || (content.withUnit + content.grouped >= 2 && content.amounts + content.blanks >= content.filled * 0.8)
        ? 'montant'
        : named;
    case 'tick_specifique':
    case 'tick_droit_commun':
      return content.amounts > content.filled / 2 ? 'montant' : named;
    default:
      return named;
  }
}

/** Where a column stands, from its cells of one column; a column that only spanning cells cover has no extent of its own. */
function extentOf(rows: TableRows, column: number): { x0: number; x1: number } {
  const boxes = rows.table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1).map((cell) => cell.place.box);
  if (boxes.length === 0) return { x0: 0, x1: 0 };
  return { x0: Math.min(...boxes.map((box) => box[0])), x1: Math.max(...boxes.map((box) => box[2])) };
}

/** What is printed in the cells of one column of a band. */
function linesOf(rows: TableRows, band: Band, column: number): readonly TextLine[] {
  return cellsOver(rows, band.body.from, band.body.to, column)
    .filter((cell) => cell.column === column && cell.columnSpan === 1)
    .flatMap(({ lines }) => lines);
}

/** A grid column that no cell of the band begins in, or that only shares the heading of a neighbour which holds the figures, is none of its own. */
function withoutShadows(rows: TableRows, band: Band, kinds: (ColumnKind | null)[]): void {
  const begins = (column: number, from: number, to: number, written: boolean): boolean =>
    cellsOver(rows, from, to, column).some((cell) => cell.column === column && (!written || cellText(cell) !== ''));
  const headOf = (column: number): Cell | undefined => cellsOver(rows, band.header.from, band.header.to, column).at(-1);
  kinds.forEach((kind, column) => {
    if (kind === null || column === 0) return;
    const head = headOf(column);
    const shares = kinds.some(
      (_, other) =>
        other !== column &&
        head !== undefined &&
        head.columnSpan > 1 &&
        headOf(other) === head &&
        begins(other, band.body.from, band.body.to, true),
    );
    const isCovered = !begins(column, Math.min(band.header.from, band.body.from), band.body.to, false);
    if (isCovered || (shares && !begins(column, band.body.from, band.body.to, true))) kinds[column] = null;
  });
}

/** Headings that stand outside the table, by column. */
interface Headings {
  /** Cells of a header torn off above. */
  readonly crown: readonly (readonly Cell[])[];
  /** The texts of a header that is no part of any table; `null` for none. */
  readonly stranded: readonly string[] | null;
}

/** A column under a year beside columns of money under years holds money as they do, though hardly a cell is filled and the group's words say otherwise ("Calendrier financier"). */
function settleYears(kinds: (ColumnKind | null)[], leaves: readonly string[], contents: readonly Content[]): void {
  const paid = kinds.filter((kind, column) => kind === 'montant' && isYears(leaves[column] ?? ''));
  kinds.forEach((kind, column) => {
    const content = contents[column];
    const isFree = content !== undefined && content.amounts + content.blanks + content.years === content.filled;
    const isOpen = kind === null || kind === 'calendrier' || kind === 'description';
    if (isOpen && paid.length > 0 && isFree && isYears(leaves[column] ?? '')) kinds[column] = 'montant';
  });
}

/** The columns of a band. `noted`: the unit that a title or note gives for all amounts. `inherited` are those of an earlier part of the same table shape, for a band without header. */
export function readColumns(
  rows: TableRows,
  band: Band,
  inherited: readonly Column[] | null,
  noted: Unit | null,
  knowledge: Knowledge,
  { crown, stranded }: Headings = { crown: [], stranded: null },
): readonly Column[] {
  const indexes = Array.from({ length: rows.columnCount }, (_, column) => column);
  const groups = groupHeadings(rows, band);
  const stacked = stackedGroups(rows, band);
  const paths = indexes.map((column) => {
    const text = stranded?.[column] ?? '';
    return text === ''
      ? headerPath(rows, band, column, groups, [...(crown[column] ?? []), ...(stacked[column] ?? [])])
      : { texts: [text], path: text, leaf: text };
  });
  const contents = indexes.map((column) => contentOf(rows, band, column));
  const kinds = indexes.map((column): ColumnKind | null => {
    const { path, leaf, texts } = paths[column] ?? NO_HEADER;
    const content = contents[column];
    return content === undefined ? null : kindOf(withoutMarks(leaf), withoutMarks(path), texts.slice(0, -1).join(' '), content);
  });
  settleYears(
    kinds,
    paths.map(({ leaf }) => leaf),
    contents,
  );
  withoutShadows(rows, band, kinds);
  settleLabels(rows, band, kinds, paths, knowledge);
  const amountCount = kinds.filter((kind) => kind === 'montant').length;
  const ranked = paths.some(({ path }) => path !== '') ? new Map<number, Column>() : rankedAmounts(rows, band, inherited);
  const extents = indexes.map((index) => extentOf(rows, index));
  const alike = inherited !== null && areRanked(inherited, extents) ? inherited : null;
  const columns = indexes.map((index): Column => {
    const kind = kinds[index] ?? null;
    const header = paths[index]?.path ?? '';
    const { texts: levels } = paths[index] ?? NO_HEADER;
    const { x0, x1 } = extents[index] ?? extentOf(rows, index);
    // Texts as wide as several columns of the table above, row after row, are none of them: a summary under it.
    const isWider = kind !== 'montant' && rows.rowCount > FEW_ROWS && widthInColumns(inherited, x0, x1) > 1;
    if (isWider && (contents[index]?.filled ?? 0) > 0) {
      const named = namesAxes(rows, band, index, knowledge) ? 'axe' : 'description';
      return { index, kind: named, header, levels, amount: null, unit: 'euro', x0, x1 };
    }
    const own = ranked.get(index);
    if (own !== undefined) return { ...own, index, x0, x1 };
    const ranksAs = alike?.[index];
    const isOfRank = ranksAs !== undefined && (kind !== 'montant' || ranksAs.amount !== null);
    const isLoose = kind !== 'montant' || rows.rowCount <= FEW_ROWS;
    const isMoney = kind === 'montant';
    const placed = inherited === null || isOfRank ? null : holding(inherited, linesOf(rows, band, index), isMoney);
    const earlier = inherited === null ? null : isOfRank ? ranksAs : (placed ?? sameExtent(inherited, x0, x1, isMoney, isLoose));
    if (earlier !== null && (kind === null || earlier.amount !== null || kind !== 'montant')) return { ...earlier, index, x0, x1 };
    if (kind !== 'montant') return { index, kind, header, levels, amount: null, unit: 'euro', x0, x1 };
    const rubrique = rubriqueOf(header, paths[index]?.leaf ?? '', amountCount > 1);
    const period = periodOf(levels);
    const periode = period === undefined ? null : { debut: period.debut, fin: period.fin };
    const amount: AmountColumn = {
      header,
      rubrique: rubrique ?? 'prevu',
      periode,
      base: readBase(header),
      taxe: readTaxe(header),
      unit: readUnit(header) ?? noted ?? 'euro',
      sure: rubrique !== null,
    };
    return { index, kind, header, levels, amount, unit: readUnit(header) ?? noted ?? 'euro', x0, x1 };
  });
  return withSharedUnit(columns, (column) => cellsOver(rows, band.body.from, band.body.to, column).map(cellText));
}
