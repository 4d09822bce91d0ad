import type { Unread } from '../../model/draft.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Piece } from './heading-piece.ts';
import { textSince, type FlowItem } from './flow.ts';

type TableItem = Extract<FlowItem, { kind: 'table' }>;

/** Lines of a page's foot, its number among them. */
const FOOT = 2;
const SURE_AXE = 0.9;
const LONGEST_TITLE = 120;

/** A header with a column of amounts, and not one row below it. */
function isHeaderAlone(item: TableItem): boolean {
  const [band] = item.bands;
  return (
    item.bands.length === 1 &&
    band?.hasHeader === true &&
    band.items.length === 0 &&
    band.columns.some(({ amount }) => amount !== null) &&
    item.pieces.length > 0
  );
}

function axeTitle(pieces: readonly Piece[], knowledge: Knowledge): Piece | null {
  return pieces.findLast(({ text }) => text.length <= LONGEST_TITLE && (knowledge.axe(text)?.confidence ?? 0) >= SURE_AXE) ?? null;
}

/**
 * The table at this place of the flow when it is a header alone, the last of its page, under the title of an axe, and when what follows on the next page is
 * the table of another axe, or nothing: office suites lose the rows of such a table, and no total tells.
 */
export function emptiedTable(items: readonly FlowItem[], at: number, knowledge: Knowledge): Unread | null {
  const item = items[at];
  if (item?.kind !== 'table' || !isHeaderAlone(item)) return null;
  const page = item.pieces[0]?.place.page;
  const title = axeTitle(textSince(items.slice(0, at)), knowledge) ?? axeTitle(item.preamble, knowledge);
  if (page === undefined || title === null) return null;
  const next = items.findIndex((other, index) => index > at && other.kind === 'table');
  const below = items.slice(at + 1, next < 0 ? undefined : next).flatMap((other) => (other.kind === 'text' ? [other.piece] : []));
  if (below.filter(({ place }) => place.page === page).length > FOOT) return null;
  const following = items[next];
  const isLast = next < 0 || following?.kind !== 'table';
  const isOther = !isLast && following.pieces[0]?.place.page !== page && axeTitle([...below, ...following.preamble], knowledge) !== null;
  return isLast || isOther ? { text: title.text, place: title.place, isEmptyTable: true } : null;
}
