import { isValue } from '../text/value.ts';
import { joinChunks, type LaidLine } from './lay.ts';

/** White between the lines of one text, in ems. */
const IN_TEXT = 0.3;
/** Lines set from one border, to one border or around one middle differ by less than this, in points. */
const SAME_PLACE = 1.5;

type Span = LaidLine['spans'][number];

/** The column of the line's only text in the columns of a span, where it is the next line of the text that runs over them: right below it, set as it is. */
function restOf(span: Span, above: LaidLine, line: LaidLine): number | null {
  const text = above.cells[span.from] ?? null;
  const columns = line.cells.flatMap((cell, column) => (cell !== null && column >= span.from && column <= span.to ? [column] : []));
  const [column, more] = columns;
  const rest = line.cells[column ?? -1] ?? null;
  if (text === null || rest === null || column === undefined || more !== undefined || column === span.from || isValue(rest.text))
    return null;
  // It may run over columns of its own, inside those of the text.
  if (line.spans.some(({ from, to }) => from <= span.to && to >= span.from && (from !== column || to > span.to))) return null;
  const white = rest.box[1] - text.box[3];
  const isBelow = white <= IN_TEXT * line.line.size && rest.box[1] > (text.box[1] + text.box[3]) / 2;
  const [left, right] = [rest.box[0] - text.box[0], rest.box[2] - text.box[2]];
  const isSetAlike = [left, right, (left + right) / 2].some((off) => Math.abs(off) <= SAME_PLACE);
  return isBelow && isSetAlike && left >= -SAME_PLACE && right <= SAME_PLACE ? column : null;
}

/**
 * Lines of a table in which the last line of a text over several columns, set to the right or in the middle, stands where the text does, not in the column it happens
 * to fall into: the label of a subtotal that wraps.
 */
export function withWrappedSpans(lines: readonly LaidLine[]): LaidLine[] {
  const out: LaidLine[] = [];
  for (const line of lines) {
    // A value in the middle of two lines of a label stands between them.
    const found = out.slice(-2).flatMap((above) =>
      above.spans.flatMap((span) => {
        const column = restOf(span, above, line);
        return column === null ? [] : [{ span, column }];
      }),
    );
    const first = found[0];
    if (first === undefined) out.push(line);
    else {
      const { span, column } = first;
      const rest = line.cells[column];
      const cells = line.cells.map((cell, index) =>
        index === column ? null : index === span.from && rest !== null && rest !== undefined ? joinChunks(cell, rest) : cell,
      );
      out.push({ ...line, cells, spans: [...line.spans.filter(({ from }) => from !== column), span] });
    }
  }
  return out;
}
