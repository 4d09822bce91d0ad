import type { Cell } from '../../model/grid.ts';
import type { Column } from './columns.ts';
import { joinedLines } from './joined-lines.ts';

/** What a cell says in bold over words in plain type: an action and what is done, in a table that has one column for both. */
export interface TitleInCell {
  readonly title: string;
  readonly words: string;
}

const textOf = (lines: Cell['lines']): string => lines.reduce((whole, { text }) => (whole === '' ? text : joinedLines(whole, text)), '');

/** The title in bold and the words under it of the only cell with text of a line; `null` where its type tells no such two, or the table has a column for each. */
export function titleInCell(cells: readonly Cell[], columns: readonly Column[]): TitleInCell | null {
  if (columns.filter(({ kind }) => kind === 'action' || kind === 'description').length !== 1) return null;
  const [only, another] = cells.filter(({ lines }) => lines.length > 0);
  if (only === undefined || another !== undefined) return null;
  const end = only.lines.findIndex(({ bold }) => !bold);
  if (end <= 0 || only.lines.slice(end).some(({ bold }) => bold)) return null;
  const [title, words] = [textOf(only.lines.slice(0, end)), textOf(only.lines.slice(end))];
  return /\p{L}{3}/u.test(title) && /\p{L}{3}/u.test(words) && !/:\s*$/u.test(title) ? { title, words } : null;
}
