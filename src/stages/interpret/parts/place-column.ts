import { clean, fold } from '../../../french/text.ts';
import type { LineDraft } from '../../../model/draft.ts';
import { overlap } from '../../../model/geometry.ts';
import { cellText, type Cell } from '../../../model/grid.ts';
import type { Column } from '../columns.ts';
import { codeQpIn, quartierName } from '../facts.ts';
import type { RowItem } from '../rows.ts';
import type { TableRows } from '../table-rows.ts';

const PLACE = /^(?:nom (?:du |des |de la )?)?(?:qpv|quartiers?(?: prioritaires?)?)(?: concernes?)?$/u;
/** What is done in several places at once is in no part. */
const SEVERAL = /^(?:tous|toutes|ensemble|les \d|\d|multi|inter)\b|\bqpv$|\bquartiers\b|[,;/]| et /u;

type LineItem = Extract<RowItem, { kind: 'line' }>;

function isLine(item: RowItem): item is LineItem {
  return item.kind === 'line';
}

/** The cell of a column that stands beside a line, whatever rows it runs over. */
function cellBeside({ place }: LineDraft, cells: readonly Cell[]): Cell | null {
  const [, y0, , y1] = place.box;
  return (
    cells.find((cell) =>
      [cell.place, ...cell.continuations].some(({ page, box }) => page === place.page && overlap(y0, y1, box[1], box[3]) > 0.5 * (y1 - y0)),
    ) ?? null
  );
}

function without(line: LineDraft, text: string): LineDraft | null {
  if (line.description?.includes(text) !== true) return null;
  const description = clean(line.description.replace(text, ' '));
  // A row that says nothing else is of a summary by quartier.
  if (description === '' && line.actionText === null) return null;
  return { ...line, description: description === '' ? null : description };
}

/**
 * The rows of a table that names the quartier of each line in a column of its own, quartier by quartier, each under a row that names it. As they were where there is
 * no such column, it names one quartier, or totals stand between the lines of several.
 */
export function underTheirPlaces(rows: TableRows, columns: readonly Column[], items: readonly RowItem[]): readonly RowItem[] {
  const column = columns.find(({ header, kind }) => kind !== 'montant' && PLACE.test(fold(header)));
  if (column === undefined) return items;
  const cells = rows.table.cells.filter((cell) => cell.column === column.index && cell.columnSpan === 1 && cellText(cell) !== '');
  const groups = new Map<string, { readonly cell: Cell; readonly lines: LineItem[] }>();
  for (const item of items.filter(isLine)) {
    const cell = cellBeside(item.line, cells);
    const text = cell === null ? '' : cellText(cell);
    const line = without(item.line, text);
    const name = quartierName(text);
    if (cell === null || line === null || name === null || SEVERAL.test(fold(name)) || SEVERAL.test(name)) return items;
    const key = codeQpIn(text) ?? fold(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { cell, lines: [{ ...item, line }] });
    else group.lines.push({ ...item, line });
  }
  const first = items.findIndex(isLine);
  const last = items.findLastIndex(isLine);
  if (groups.size < 2 || !items.slice(first, last + 1).every(isLine)) return items;
  const parted = [...groups.values()].flatMap(({ cell, lines }): RowItem[] => [
    { kind: 'note', text: `QPV ${cellText(cell).replace(/^(?:qpv|quartier)\s+/iu, '')}`, place: cell.place },
    ...lines,
  ]);
  return [...items.slice(0, first), ...parted, ...items.slice(last + 1)];
}
