import { fold } from '../../french/text.ts';
import type { AmountColumn, AmountDraft, LineDraft } from '../../model/draft.ts';
import { overlap, type Place } from '../../model/geometry.ts';
import { missingAmount } from './row-amounts.ts';
import type { Column } from './columns.ts';
import type { Flow, FlowItem, ReadBand } from './flow.ts';
import type { Piece } from './heading-piece.ts';
import { placeId } from './place-id.ts';
import type { RowItem, RowTotal } from './row-items.ts';

type TableItem = Extract<FlowItem, { kind: 'table' }>;

/** So many lines must say the same in both tables: one alone may be the same action of two programmes. */
const FEWEST_LINES = 2;

/** `a` and `b` as one text where they say the same or one says nothing; `undefined` where they differ. */
function agreed(a: string | null, b: string | null): string | null | undefined {
  if (a === null || b === null) return a ?? b;
  return fold(a) === fold(b) ? a : undefined;
}

function joinedLine(own: LineDraft, next: LineDraft): LineDraft | null {
  const axeText = agreed(own.axeText, next.axeText);
  const actionText = agreed(own.actionText, next.actionText);
  const description = agreed(own.description, next.description);
  const calendrier = agreed(own.calendrier, next.calendrier);
  if (axeText === undefined || actionText === undefined || description === undefined || calendrier === undefined) return null;
  const names = (line: LineDraft): string | null => line.actionText ?? line.description;
  if (names(own) === null || names(next) === null) return null;
  return {
    ...own,
    axeText,
    actionText,
    description,
    calendrier,
    taux: own.taux ?? next.taux,
    continuations: [...own.continuations, next.place, ...next.continuations],
    amounts: [...own.amounts, ...next.amounts],
  };
}

function joinedTotal(own: RowTotal, next: RowTotal): RowTotal | null {
  const label = agreed(own.label, next.label);
  if (label === undefined) return null;
  const asLine = own.asLine === null || next.asLine === null ? null : joinedLine(own.asLine, next.asLine);
  return { ...own, label, says: own.says ?? next.says, sure: own.sure && next.sure, entries: [...own.entries, ...next.entries], asLine };
}

function joinedRow(own: RowItem, next: RowItem): RowItem | null {
  if (own.kind === 'line') {
    const line = next.kind === 'line' ? joinedLine(own.line, next.line) : null;
    return line === null ? null : { ...own, line };
  }
  if (own.kind === 'total') return next.kind === 'total' ? joinedTotal(own, next) : null;
  return next.kind === own.kind && fold(next.text) === fold(own.text) ? own : null;
}

function isAmount(column: Column): boolean {
  return column.amount !== null;
}

/** Two columns of amounts of one heading are the same column printed twice. */
function shareColumns(own: ReadBand, next: ReadBand): boolean {
  const headers = new Set(own.columns.filter(isAmount).map(({ header }) => fold(header)));
  return next.columns.some((column) => isAmount(column) && headers.has(fold(column.header)));
}

/** Where a row of amounts is printed; `null` for any other. */
function placeOf(row: RowItem): Place | null {
  return (row.kind === 'line' ? row.line.place : row.kind === 'total' ? row.entries[0]?.place : undefined) ?? null;
}

/** The pages on which rows are printed, in order: a table too long for its paper goes on at the heights of the next. */
function pagesOf(rows: readonly RowItem[]): readonly number[] {
  return [...new Set(rows.flatMap((row) => placeOf(row)?.page ?? []))];
}

function isBeside(own: Place | null, next: Place): boolean {
  if (own === null) return false;
  const [[, top, , bottom], [, nextTop, , nextBottom]] = [own.box, next.box];
  return overlap(top, bottom, nextTop, nextBottom) > BESIDE * (nextBottom - nextTop);
}

/** Columns of nothing but figures: none names the rows. */
function isBare({ columns }: ReadBand): boolean {
  return columns.every(({ kind }) => kind === null || kind === 'montant' || kind === 'taux' || kind === 'quantite');
}

/** Share of the height of a row that must stand at the height of its other part. */
const BESIDE = 0.6;

/** The amounts of a row in each of these columns: an empty cell is one too, or the amount of another column would be taken for it. */
function inEachColumn(entries: readonly AmountDraft[], columns: readonly AmountColumn[], place: Place | undefined): readonly AmountDraft[] {
  if (place === undefined) return entries;
  const id = (at: number): string => `m-${String(at)}-${placeId('beside', place)}`;
  return columns.map((column, at) => entries.find((entry) => entry.column === column) ?? missingAmount(column, id(at), place));
}

/** A band of nothing but amounts, each row at the height of one of the pages before: the columns that name the rows are not printed again. `null` for any other. */
function withAmountsBeside(own: ReadBand, next: ReadBand): ReadBand | null {
  if (!isBare(next) || !own.hasHeader || !next.hasHeader || shareColumns(own, next)) return null;
  const items = [...own.items];
  const [pages, nextPages] = [pagesOf(own.items), pagesOf(next.items)];
  const taken = new Set<number>();
  for (const row of next.items) {
    const heights = placeOf(row);
    const page = heights === null ? undefined : pages[nextPages.indexOf(heights.page)];
    const at = heights === null ? -1 : items.findIndex((other) => placeOf(other)?.page === page && isBeside(placeOf(other), heights));
    const beside = items[at];
    if (row.kind !== 'total' || row.label !== null || beside === undefined || taken.has(at)) return null;
    taken.add(at);
    const [place] = row.entries.map((entry) => entry.place);
    const money = next.columns.flatMap(({ amount }) => amount ?? []);
    if (beside.kind === 'total') items[at] = { ...beside, entries: [...beside.entries, ...row.entries] };
    else if (beside.kind === 'line')
      items[at] = {
        ...beside,
        line: {
          ...beside.line,
          amounts: [...beside.line.amounts, ...inEachColumn(row.entries, money, place)],
          continuations: [...beside.line.continuations, ...(place === undefined ? [] : [place])],
        },
      };
  }
  const lines = [...taken].filter((at) => items[at]?.kind === 'line').length;
  return lines < FEWEST_LINES ? null : { ...own, columns: [...own.columns, ...next.columns.filter(isAmount)], items };
}

/** The number that names a row of nothing but a number and amounts. */
function numberOf({ actionText, axeText, description }: LineDraft): number | null {
  return axeText === null && description === null && actionText !== null && /^\d{1,3}$/u.test(actionText.trim())
    ? Number(actionText)
    : null;
}

/** A row with the amounts of the one of its rank: numbered lines, or the total below them. */
function withAmountsOf(own: RowItem, next: RowItem): RowItem | null {
  if (own.kind === 'line' && next.kind === 'line') {
    const { amounts, place } = next.line;
    return { ...own, line: { ...own.line, amounts: [...own.line.amounts, ...amounts], continuations: [...own.line.continuations, place] } };
  }
  if (own.kind !== 'total' || next.kind !== 'total' || (next.label !== null && agreed(own.label, next.label) === undefined)) return null;
  return { ...own, entries: [...own.entries, ...next.entries] };
}

/** A band of amounts that prints only the numbers of the rows again, under the same heading: one row for each of the page before, in order. `null` for any other. */
function withAmountsNumbered(own: ReadBand, next: ReadBand): ReadBand | null {
  const numbers = [own, next].map(({ columns }) => columns.find(({ kind }) => kind === 'numero')?.header);
  const isNumbered = next.columns.every(({ kind }) => kind === null || kind === 'montant' || kind === 'numero');
  const [first, second] = numbers;
  if (!isNumbered || first === undefined || second === undefined || fold(first) !== fold(second) || shareColumns(own, next)) return null;
  if (!own.hasHeader || !next.hasHeader || own.items.length !== next.items.length) return null;
  const ranks = next.items.flatMap((row) => (row.kind === 'line' ? [numberOf(row.line)] : []));
  if (ranks.length < FEWEST_LINES || ranks.some((rank, at) => rank === null || rank !== (ranks[0] ?? 0) + at)) return null;
  const items = own.items.flatMap((row, index): RowItem[] => {
    const other = next.items[index];
    const joined = other === undefined ? null : withAmountsOf(row, other);
    return joined === null ? [] : [joined];
  });
  return items.length < own.items.length ? null : { ...own, columns: [...own.columns, ...next.columns.filter(isAmount)], items };
}

function joinedBand(own: ReadBand, next: ReadBand): ReadBand | null {
  const beside = withAmountsBeside(own, next) ?? withAmountsNumbered(own, next);
  if (beside !== null) return beside;
  if (own.items.length !== next.items.length || !own.hasHeader || !next.hasHeader || shareColumns(own, next)) return null;
  const items: RowItem[] = [];
  for (const [index, row] of own.items.entries()) {
    const other = next.items[index];
    const joined = other === undefined ? null : joinedRow(row, other);
    if (joined === null) return null;
    items.push(joined);
  }
  if (items.filter(({ kind }) => kind === 'line').length < FEWEST_LINES) return null;
  const kinds = new Set(own.columns.map(({ kind }) => kind));
  const further = next.columns.filter((column) => isAmount(column) || !kinds.has(column.kind));
  return { ...own, columns: [...own.columns, ...further], items };
}

function pageOf(item: TableItem): number | null {
  return item.table?.parts[0].page ?? null;
}

function joinedTables(own: TableItem, next: TableItem): TableItem | null {
  const [page, nextPage] = [pageOf(own), pageOf(next)];
  if (page === null || nextPage === null || nextPage <= page || own.bands.length !== next.bands.length) return null;
  const bands: ReadBand[] = [];
  for (const [index, band] of own.bands.entries()) {
    const other = next.bands[index];
    const joined = other === undefined ? null : joinedBand(band, other);
    if (joined === null) return null;
    bands.push(joined);
  }
  return { ...own, bands, pieces: [...own.pieces, ...next.pieces], unread: [...own.unread, ...next.unread] };
}

/** Text between two pages that says nothing new: the number of the page, or a line that the page above has too, whole or as far as it was printed. */
function saysNothingNew(text: string, said: readonly string[]): boolean {
  const folded = fold(text);
  return !/\p{L}{3}/u.test(folded) || /^page \d/u.test(folded) || said.some((other) => other === folded || other.startsWith(`${folded} `));
}

/** Text below the first pages of a table whose further columns, which nothing names, begin a page: notes on it, of no table of their own. */
function areNotesOver(texts: readonly Piece[], item: TableItem): boolean {
  const page = pageOf(item);
  return page !== null && item.bands.every(isBare) && texts.every(({ place }) => place.page < page);
}

/**
 * A spreadsheet too wide for its paper goes on with its further columns on the next page: the same rows in the same order under other headings, where the columns
 * that name them are printed again, or amounts at the heights of the rows, where they are not. It is one table, not the lines once more.
 */
export function joinColumnsApart(flow: Flow): Flow {
  const items: FlowItem[] = [];
  let said: string[] = [];
  for (const item of flow.items) {
    if (item.kind === 'text') {
      items.push(item);
      continue;
    }
    const at = items.findLastIndex(({ kind }) => kind === 'table');
    const last = items[at];
    const between = items.slice(at + 1).flatMap((other) => (other.kind === 'text' ? [other.piece] : []));
    const news = between.filter(({ text }) => !saysNothingNew(text, said));
    const joined = last?.kind === 'table' && (news.length === 0 || areNotesOver(news, item)) ? joinedTables(last, item) : null;
    if (joined === null) {
      said = between.map(({ text }) => fold(text));
      items.push(item);
    } else items.splice(at, items.length - at, joined, ...news.map((piece) => ({ kind: 'text' as const, piece })));
  }
  return { ...flow, items };
}
