import type { Piece } from '../heading-piece.ts';
import type { FlowItem } from '../flow.ts';
import { keyAndValue, keyKind } from './keys.ts';
import { sameLine } from './tabbed.ts';

/** The printed lines of a table whose cells nothing parts, where its lines pair keys with values one under the other; `null` for a table of rows. */
export function linesOfTable(item: Extract<FlowItem, { kind: 'table' }>): readonly Piece[] | null {
  const { table } = item;
  if (table === undefined || table.ruling === 'full' || table.columnCount > 4) return null;
  const lines = table.cells
    .flatMap((cell) => cell.lines)
    .map((line): Piece => ({ text: line.text, place: line.place, size: line.size, bold: line.bold }))
    .sort(
      (a, b) =>
        a.place.page - b.place.page ||
        (Math.abs(a.place.box[1] - b.place.box[1]) > 3 ? a.place.box[1] - b.place.box[1] : a.place.box[0] - b.place.box[0]),
    );
  // What stands beside a key with its colon is its value, whatever words it has.
  const endsKey = ({ text }: Piece): boolean => /:\s*$/u.test(text);
  const isValue = (line: Piece): boolean => !endsKey(line) && lines.some((other) => endsKey(other) && sameLine(other, line));
  const keys = lines.filter((line) => (keyKind(line.text) !== null || keyAndValue(line.text) !== null) && !isValue(line));
  const sharing = keys.filter((key) => keys.some((other) => other !== key && (sameLine(key, other) || sameLine(other, key))));
  const left = Math.min(...lines.map((line) => line.place.box[0]));
  const down = keys.filter((line) => line.place.box[0] < left + 6);
  return down.length > 0 && down.length * 2 > keys.length && sharing.length * 2 <= keys.length && down.length * 4 >= table.rowCount
    ? lines
    : null;
}
