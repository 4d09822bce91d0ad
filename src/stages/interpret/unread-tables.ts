import { fold } from '../../french/text.ts';
import type { Unread } from '../../model/draft.ts';
import type { Place } from '../../model/geometry.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { onBaseline } from './baseline.ts';
import { isLine, type Entry } from './entries.ts';
import { columnKind, type ColumnKind } from './header-words.ts';
import type { Piece } from './heading-piece.ts';
import type { TableItem } from './tables-of-programmes.ts';

/** How surely a text names an action, and how many do where a table has them. */
const SURE_ACTION = 0.9;
const FEWEST = 2;
const LONGEST_NAME = 200;

/** A table of actions that gave no lines: its header or first words, and the actions it names. */
export interface UntakenTable {
  readonly text: string;
  readonly place: Place;
  readonly names: readonly string[];
}

/** The header of a table of actions with their money that stands as text, and the actions named under it: a table that was not seen as one. */
export function tableInText(pieces: readonly Piece[], knowledge: Knowledge): UntakenTable | null {
  for (const piece of pieces) {
    const kind = columnKind(piece.text);
    if (kind !== 'axe' && kind !== 'action') continue;
    const line = pieces.filter((other) => other === piece || onBaseline(other, piece));
    if (!line.some((other) => columnKind(other.text) === 'montant')) continue;
    const { page, box } = piece.place;
    const below = pieces.filter(({ place }) => place.page > page || (place.page === page && place.box[1] >= box[3] - 1));
    const names = below.flatMap(({ text }) => (text.length <= LONGEST_NAME && isAction(text, knowledge) ? [text] : []));
    if (names.length >= FEWEST) return { text: line.map((other) => other.text).join(' '), place: piece.place, names };
  }
  return null;
}

/** A table of axes and actions none of whose columns was taken for amounts: its rows became no lines. One of themes alone is a grid of observations. */
export function tableWithoutMoney(item: TableItem, knowledge: Knowledge): UntakenTable | null {
  const [first] = item.pieces;
  const isHeaded = (kind: ColumnKind): boolean =>
    item.bands.some(({ columns }) => columns.some((column) => column.kind === kind && column.header !== ''));
  if (first === undefined || !isHeaded('axe') || !isHeaded('action')) return null;
  const names = item.bands.flatMap(({ items }) =>
    items.flatMap((row) => {
      const action = row.kind === 'line' ? row.line.actionText : null;
      return action !== null && isAction(action, knowledge) ? [action] : [];
    }),
  );
  return names.length < FEWEST ? null : { text: first.text, place: first.place, names };
}

function isAction(text: string, knowledge: Knowledge): boolean {
  return (knowledge.action(text)?.confidence ?? 0) >= SURE_ACTION;
}

/** What is unread of a programme with such a table, when most of the actions it names stand in no line: a table that only says more of them lacks nothing. */
export function unreadTable({ text, place, names }: UntakenTable, entries: readonly Entry[]): Unread | null {
  const lines = entries.filter(isLine).map(({ line }) => fold(`${line.actionText ?? ''} ${line.description ?? ''}`));
  const missing = names.filter((name) => !lines.some((line) => line.includes(fold(name))));
  return missing.length * 2 > names.length ? { text, place, isUnreadTable: true } : null;
}
