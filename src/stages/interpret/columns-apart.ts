import { fold } from '../../french/text.ts';
import type { LineDraft } from '../../model/draft.ts';
import type { Column } from './columns.ts';
import type { Flow, FlowItem, ReadBand } from './flow.ts';
import type { RowItem, RowTotal } from './rows.ts';

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

function joinedBand(own: ReadBand, next: ReadBand): ReadBand | null {
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

/**
 * A spreadsheet too wide for its paper goes on with its further columns on the next page, the columns that name the rows printed again: the same rows in the
 * same order under other headings are one table, not the lines once more.
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
    const between = items.slice(at + 1).flatMap((other) => (other.kind === 'text' ? [other.piece.text] : []));
    const joined = last?.kind === 'table' && between.every((text) => saysNothingNew(text, said)) ? joinedTables(last, item) : null;
    if (joined === null) {
      said = between.map((text) => fold(text));
      items.push(item);
    } else items.splice(at, items.length - at, joined);
  }
  return { ...flow, items };
}
