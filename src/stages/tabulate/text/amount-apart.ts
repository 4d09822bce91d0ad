import { splitBefore, type PrintedLine } from './lines.ts';

/** White before an amount that stands apart from its words, in ems, and how much wider it is than any other white of the line. */
const APART = 1;
const WIDER = 2;
const AMOUNT = /^[-–]?\s?\d{1,3}(?:[\s.\u00a0\u202f]?\d{3})*(?:,\d{1,2})?\s?(?:k?€|k?euros?)(?:\s?(?:ttc|ht|\/\s?an|par an))?$/iu;

/** The white, in points, that sets an amount at the end of a line apart from its words though it is narrow, as where the words reach over a tab stop; `null` for none. */
export function whiteBeforeAmount({ words, size }: PrintedLine): number | null {
  const gaps = words.slice(1).map((word, index) => word.box[0] - (words[index]?.box[2] ?? word.box[0]));
  const widest = Math.max(0, ...gaps);
  const at = gaps.indexOf(widest);
  if (widest < APART * size || gaps.some((gap, index) => index !== at && WIDER * gap > widest)) return null;
  const end = words.slice(at + 1).map((word) => word.readings[0].text);
  return AMOUNT.test(end.join(' ')) ? widest : null;
}

/** So many amounts behind wide white that begin within this of each other (points) stand at a tab stop. */
const SHOWN = 3;
const SAME_X = 0.8;

const textFrom = ({ words }: PrintedLine, from: number): string =>
  words
    .slice(from)
    .map((word) => word.readings[0].text)
    .join(' ');

/** Where amounts begin. `isLeft`: some are longer than others, as they are only where they are set to the left; of those set to the right, as many figures begin alike. */
export interface AmountStart {
  readonly x: number;
  readonly isLeft: boolean;
}

/** Where amounts begin one under the other, each behind the words of its line. `lines`: each cut at its wide white. */
export function amountStarts(lines: readonly (readonly PrintedLine[])[]): readonly AmountStart[] {
  const boxes = lines.flatMap((pieces) =>
    pieces
      .slice(1)
      .filter((piece) => AMOUNT.test(textFrom(piece, 0)))
      .map(({ box }) => box),
  );
  return boxes.flatMap(([x]) => {
    const ends = boxes.filter((box) => Math.abs(box[0] - x) <= SAME_X).map((box) => box[2]);
    return ends.length < SHOWN ? [] : [{ x, isLeft: Math.max(...ends) - Math.min(...ends) > SAME_X }];
  });
}

/**
 * Cuts a line whose words reach up to its amount before the amount, where others begin: a number there is none of its figures ("caméras sur 5" before "8 577 €"). Thousands that the
 * number goes on with are cut only from a column set to the left: the hundreds of all amounts set to the right begin alike.
 */
export function splitAtAmount(line: PrintedLine, starts: readonly AmountStart[]): PrintedLine[] {
  if (line.direction !== 0 || starts.length === 0) return [line];
  const at = line.words.findIndex(({ box }, index) => {
    if (index === 0 || !AMOUNT.test(textFrom(line, index))) return false;
    const goesOn = AMOUNT.test(textFrom(line, index - 1));
    return starts.some(({ x, isLeft }) => Math.abs(x - box[0]) <= SAME_X && (isLeft || !goesOn));
  });
  return at < 0 ? [line] : splitBefore(line, [at]);
}
