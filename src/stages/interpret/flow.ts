import type { RoleMark, Unread } from '../../model/draft.ts';
import { readAmountCell } from '../../french/amounts.ts';
import { fold } from '../../french/text.ts';
import { cellText, type Block, type Cell, type Table, type TextLine } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Section } from '../../model/vocabulary.ts';
import { amountColumns, statesAmount } from './amount-cells.ts';
import { findBands, type Band } from './bands.ts';
import { withCentredAxes } from './centred-axes.ts';
import { readColumns, type Column, type Unit } from './columns.ts';
import { withHeadingCells } from './heading-cells.ts';
import { columnExtents, crownHeadings } from './group-headings.ts';
import { textCrown } from './text-crown.ts';
import { asAbove, isRestOfHeader, isRunOn, isSameHeader } from './same-header.ts';
import { piecesOf } from './stacked-labels.ts';
import { inWordsOf, isBegunAtFoot, strandedHeader } from './stranded-header.ts';
import type { Piece } from './heading-piece.ts';
import { isHeadingTable } from './heading-table.ts';
import { underTheirPlaces } from './parts/place-column.ts';
import { withAxesApart } from './cut-axes.ts';
import { withNumberedTitles } from './numbered-titles.ts';
import { withRepeatedRows } from './repeated-rows.ts';
import type { RowItem } from './row-items.ts';
import { readRows } from './rows.ts';
import { totalLabel } from './labels.ts';
import { withLabelsApart } from './labels-apart.ts';
import { looksLikeMoney, trailingAmount } from './sentences.ts';
import { isRankedTotal, shiftedTotals } from './shifted-totals.ts';
import { tableRows, type TableRows } from './table-rows.ts';
import { announcesOtherAnnexe } from './tables-of-programmes.ts';

/** A band read: its columns and what its rows are. */
export interface ReadBand {
  readonly columns: readonly Column[];
  readonly items: readonly RowItem[];
  readonly hasHeader: boolean;
}

/** The document as a reader meets it: text, and tables already read row by row. */
export type FlowItem =
  | { readonly kind: 'text'; readonly piece: Piece }
  | {
      readonly kind: 'table';
      /** Absent where text was read as if it were one. */
      readonly table?: Table;
      readonly preamble: readonly Piece[];
      readonly bands: readonly ReadBand[];
      readonly pieces: readonly Piece[];
      readonly unread: readonly Unread[];
    };

export interface Flow {
  readonly items: readonly FlowItem[];
  readonly roles: readonly RoleMark[];
}

function pieceOfLine(line: TextLine): Piece {
  return { text: line.text, place: line.place, size: line.size, bold: line.bold };
}

function cellsBetween(rows: TableRows, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = from; row <= to; row++) cells.push(...rows.starting(row));
  return cells;
}

interface Open {
  readonly columns: readonly Column[];
  readonly lastPage: number;
  readonly carried: { axe: string | null; action: string | null };
}

/** The upper rows of a header that stand apart from its table: as a table of their own, or as text. */
function crownOver(above: Table | null, text: readonly Piece[], rows: TableRows): readonly (readonly Cell[])[] {
  const crown = crownHeadings(above, rows);
  return crown.length > 0 ? crown : textCrown(text, rows);
}

/** Reads every table of the document in order. A table without header goes on from the one before it when their columns agree. */
export function readFlow(
  blocks: readonly Block[],
  marks: ReadonlyMap<'one' | 'two', Section>,
  unit: Unit | null,
  knowledge: Knowledge,
): Flow {
  const items: FlowItem[] = [];
  const roles: RoleMark[] = [];
  let open: Open | null = null;
  let last: Table | null = null;
  for (const printed of blocks) {
    const block: Block = printed.kind === 'table' ? { kind: 'table', table: withLabelsApart(printed.table) } : printed;
    const above: Table | null = last;
    last = block.kind === 'table' ? block.table : null;
    if (block.kind === 'text') {
      items.push({ kind: 'text', piece: pieceOfLine(block.line) });
      continue;
    }
    foldCells(items);
    // Under the title of an annexe about something else nothing goes on.
    if (announcesOtherAnnexe(textSince(items)) && announcesOtherAnnexe(saidFirst(items, open))) open = null;
    const rows = tableRows(withAxesApart(block.table, knowledge));
    if (isHeadingTable(rows)) {
      for (const piece of piecesOf(block.table.cells)) items.push({ kind: 'text', piece });
      continue;
    }
    const { preamble, bands } = findBands(rows, goesOn(open, block.table));
    const read: ReadBand[] = [];
    const unread: Unread[] = [];
    const told: Piece[] = [];
    for (const band of bands) {
      const hasHeader = band.header.to >= band.header.from;
      const isFirst = band === bands[0];
      const alone = isFirst && !hasHeader ? strandedHeader(textSince(items), block.table.parts[0].page, columnExtents(rows)) : null;
      const stranded = alone !== null && open !== null ? inWordsOf(open.columns, alone.headings) : (alone?.headings ?? null);
      const inherited: Open | null = !hasHeader && stranded === null && goesOn(open, block.table) ? open : null;
      const headings = { crown: isFirst ? crownOver(above, textSince(items), rows) : [], stranded };
      dropLines(items, alone?.lines ?? []);
      const named = readColumns(rows, band, inherited?.columns ?? null, unit, knowledge, headings);
      // The same header at the top of the next page, under the same title or none: the table goes on, its columns and axe with it.
      const isTurned: boolean =
        hasHeader && (isFirst ? isNextPage(open, block.table) && isRunOn(saidFirst(items, open)) : isPageTop(rows, band));
      const cut: Open | null = hasHeader && isFirst && isNextPage(open, block.table) ? open : null;
      const onPage = block.table.parts[0].page;
      const isBegun =
        cut !== null &&
        (strandedHeader(textSince(items), onPage, columnExtents(rows)) !== null ||
          isBegunAtFoot(cut.columns, textSince(items), onPage - 1));
      const isRest = cut !== null && isRestOfHeader(cut.columns, named, isBegun);
      const again: Open | null = isRest || (isTurned && open !== null && isSameHeader(open.columns, named)) ? open : null;
      const columns: readonly Column[] = again === null ? named : asAbove(again.columns, named);
      const carried = axeUnderHeader(rows, band, knowledge) ?? carriedOver(again ?? inherited, isFirst ? textSince(items) : [], knowledge);
      for (const cell of headerCells(rows, band)) roles.push({ cell: cell.id, role: 'en-tête' });
      const result = readRows(rows, band, columns, marks, carried, knowledge);
      roles.push(...result.roles);
      unread.push(...result.unread);
      const placed = underTheirPlaces(rows, columns, withCentredAxes(withNumberedTitles(result.items), rows, columns));
      told.push(...placed.facts);
      read.push({ columns, items: placed.items, hasHeader });
      if (columns.some((column) => column.kind === 'montant')) {
        open = { columns, lastPage: block.table.parts.at(-1)?.page ?? 1, carried: result.carried };
      }
    }
    items.push({
      kind: 'table',
      table: block.table,
      preamble: [...piecesOf(cellsBetween(rows, preamble.from, preamble.to)), ...told],
      bands: read,
      pieces: piecesOf(block.table.cells),
      unread: [...unread, ...unreadOf(rows, bands, read)],
    });
  }
  foldCells(items);
  return { items: withBands(items, withRepeatedRows(items.flatMap((item) => (item.kind === 'table' ? item.bands : [])))), roles };
}

/** The items with these for the bands of their tables, in order. */
function withBands(items: readonly FlowItem[], bands: readonly ReadBand[]): readonly FlowItem[] {
  let at = 0;
  return items.map((item): FlowItem => (item.kind === 'table' ? { ...item, bands: bands.slice(at, (at += item.bands.length)) } : item));
}

/** The text since the last table. */
export function textSince(items: readonly FlowItem[]): readonly Piece[] {
  const last = items.findLastIndex((item) => item.kind === 'table');
  return items.slice(last + 1).flatMap((item) => (item.kind === 'text' ? [item.piece] : []));
}

/** The text since the last table that the page of that table does not say: what each page says is none of its titles ("Annexe 2 à la convention-cadre"). */
function saidFirst(items: readonly FlowItem[], open: Open | null): readonly Piece[] {
  const text = textSince(items);
  const onPage = items.flatMap((item) => (item.kind === 'text' && item.piece.place.page === open?.lastPage ? [item.piece] : []));
  const before = new Set(onPage.filter((piece) => !text.includes(piece)).map((piece) => fold(piece.text)));
  return text.filter((piece) => !before.has(fold(piece.text)));
}

/** Reads the text since the last table with the cells of its headings as one text each. */
function foldCells(items: FlowItem[]): void {
  const last = items.findLastIndex((item) => item.kind === 'table');
  const text = textSince(items);
  const folded = withHeadingCells(text);
  if (folded !== text) items.splice(last + 1, items.length - last - 1, ...folded.map((piece): FlowItem => ({ kind: 'text', piece })));
}

/** Takes out lines of text that are told otherwise. */
function dropLines(items: FlowItem[], lines: readonly Piece[]): void {
  const kept = items.filter((item) => item.kind !== 'text' || !lines.includes(item.piece));
  items.splice(0, items.length, ...kept);
}

function headerCells(rows: TableRows, band: Band): Cell[] {
  return cellsBetween(rows, band.header.from, band.header.to).filter((cell) => cellText(cell) !== '');
}

/** Whether the header of a band is the first row of its page. */
function isPageTop(rows: TableRows, band: Band): boolean {
  const [own] = rows.starting(band.header.from);
  const [above] = rows.starting(band.header.from - 1);
  return own !== undefined && above !== undefined && own.place.page > above.place.page;
}

/** How surely a text between two parts of a table names an axe. */
const SURE_AXE = 0.9;

/** Whether a text names an axe, in words of none of its actions. */
function namesAxe(text: string, knowledge: Knowledge): boolean {
  return knowledge.action(text) === null && (knowledge.axe(text)?.confidence ?? 0) >= SURE_AXE;
}

/** What the rows above leave open for those of a table that goes on; the name of an axe printed between, as text, begins another. */
function carriedOver(open: Open | null, between: readonly Piece[], knowledge: Knowledge): Open['carried'] | null {
  if (open === null) return null;
  const axe = between.findLast(({ text }) => namesAxe(text, knowledge));
  return axe === undefined ? open.carried : { axe: axe.text, action: null };
}

/** The first axe of a table whose name stands so close under the header that it was taken for a row of it. */
function axeUnderHeader(rows: TableRows, band: Band, knowledge: Knowledge): Open['carried'] | null {
  const below = cellsBetween(rows, band.header.from + 1, band.header.to).filter((cell) => cell.column === 0);
  const axe = below.map(cellText).find((text) => namesAxe(text, knowledge));
  return axe === undefined ? null : { axe, action: null };
}

function isNextPage(open: Open | null, table: Table): boolean {
  return open !== null && table.parts[0].page === open.lastPage + 1;
}

function goesOn(open: Open | null, table: Table): boolean {
  const page = table.parts[0].page;
  return open !== null && page - open.lastPage <= 1;
}

/** A cell that holds money and nothing else: one amount, or several that stand in columns of their own on the page. */
function holdsOnlyMoney(text: string): boolean {
  const reading = readAmountCell(text);
  switch (reading.kind) {
    case 'amount':
      return reading.hasUnit || (!reading.looksLikeYear && looksLikeMoney(text));
    case 'several':
      return looksLikeMoney(text);
    default:
      return false;
  }
}

/** Words that end with money in so many cells of a column, and so large a share of them: a column of amounts printed too close to be told apart. */
const FEWEST_PRICED = 3;
const MOSTLY_PRICED = 0.6;

/**
 * Behind these words a price is a part of the sentence, where the row has an amount of its own: "93 unités à 1 492 €", "Coût unitaire estimé à 24,50 €". Without one "soit 12 000 €" may be all
 * that the page says of it.
 */
const TELLS_PRICE = /(?:^|[\s’'])(?:à|a|de|d|soit|pour|par|[x×*=])$/iu;

/** The columns of text whose cells mostly end with an amount. `hasAmount`: whether the row of a cell gives one in a column of amounts. */
function pricedColumns(cells: readonly Cell[], hasAmount: (cell: Cell) => boolean): ReadonlySet<number> {
  const byColumn = new Map<number, Cell[]>();
  for (const cell of cells) byColumn.set(cell.column, [...(byColumn.get(cell.column) ?? []), cell]);
  // "3 x 1 500 €" says how the amount beside it was reckoned.
  const isReckoning = (text: string): boolean => readAmountCell(text).kind === 'formula';
  const isPriced = (cell: Cell): boolean => {
    const label = trailingAmount(cellText(cell))?.label.trim() ?? '';
    const isTold = TELLS_PRICE.test(label) && hasAmount(cell);
    return label !== '' && !isTold && totalLabel(cellText(cell)) === null && !isReckoning(cellText(cell));
  };
  return new Set(
    [...byColumn].flatMap(([column, own]) => {
      const priced = own.filter(isPriced).length;
      return priced >= FEWEST_PRICED && priced >= MOSTLY_PRICED * own.length ? [column] : [];
    }),
  );
}

/** A column of words or of nothing known, all of whose cells are figures, mostly too large for ranks or counts: amounts whose heading was lost. */
const FEWEST_FIGURES = 3;
const MOSTLY_LARGE = 0.6;
const LARGE = /^\d{3}/u;
const isLarge = (text: string): boolean => LARGE.test(text.replace(/[\s.]/gu, ''));

function figureColumns(cells: readonly Cell[], kinds: readonly Column[]): ReadonlySet<number> {
  return new Set(
    kinds.flatMap(({ index, kind }) => {
      const own = cells.filter((cell) => cell.column === index && cell.columnSpan === 1).map(cellText);
      const isFigures = own.every((text) => {
        const reading = readAmountCell(text);
        return reading.kind === 'none' || (reading.kind === 'amount' && !reading.looksLikeYear);
      });
      const [large, stated] = [own.filter(isLarge).length, own.filter((text) => /\d/u.test(text)).length];
      const isMostlyLarge = large > 0 && large >= MOSTLY_LARGE * stated;
      return (kind === null || kind === 'description') && own.length >= FEWEST_FIGURES && isFigures && isMostlyLarge ? [index] : [];
    }),
  );
}

/** Cells that hold money and nothing else, or words with money as all of their column, in columns that were not taken for amounts. */
function unreadOf(rows: TableRows, bands: readonly Band[], read: readonly ReadBand[]): Unread[] {
  return bands.flatMap((band, index) => {
    const kinds = read[index]?.columns ?? [];
    const cells = cellsBetween(rows, band.body.from, band.body.to).filter((cell) => cellText(cell) !== '');
    const hasAmount = (cell: Cell): boolean =>
      amountColumns(kinds).some(({ index: column, unit }) => {
        const beside = rows.at(cell.row, column);
        return beside !== null && beside !== cell && statesAmount(beside, unit);
      });
    const priced = new Set([...pricedColumns(cells, hasAmount), ...figureColumns(cells, kinds)]);
    return cells.flatMap((cell): Unread[] => {
      const kind = kinds[cell.column]?.kind;
      const reaches = amountColumns(kinds).filter(({ index: at }) => at > cell.column && at < cell.column + cell.columnSpan).length === 1;
      if (kind === 'montant' || kind === 'quantite' || kind === 'taux' || reaches || shiftedTotals(rows, cell.row, kinds).has(cell))
        return [];
      if (isRankedTotal(rows, cell.row, kinds)) return [];
      return holdsOnlyMoney(cellText(cell)) || priced.has(cell.column) ? [{ text: cellText(cell), place: cell.place }] : [];
    });
  });
}
