import type { Cell, TextLine } from '../../model/grid.ts';

/** Thousands groups without cents or currency: what a line end leaves of a figure it cuts. */
const HEAD = /^[-−(]?\s?(?:€\s?)?\d{1,3}(?:[\s.]\d{3})*$/u;
/** The groups that follow, and whether cents or a currency show that the figure ends here. */
const TAIL = /^\d{3}(?:[\s.]\d{3})*(?<end>[.,]\d{1,2}|\s?(?:k?€|k?euros?|eur)\b.*|\s?€)?/iu;
/** White that a cell keeps at each side, in points: what its text shows, within these. */
const LEAST_PADDING = 1;
const MOST_PADDING = 6;
/** What the width of a line may be off by, in ems: bold figures are wider than their box tells. */
const ABOUT = 0.4;
/** A figure cut before bare thousands may also be two figures. */
const BARE = 0.3;

/** Whether a text may be what a line end leaves of a figure, and whether one may be the rest of it, to its end. */
export const isFigureHead = (text: string): boolean => HEAD.test(text);
export const isFigureEnd = (text: string): boolean => TAIL.exec(text)?.groups?.['end'] !== undefined;

/** Whether the first word of the second line would not have fitted into the first: the column is too narrow for the figure. */
function isForced(cell: Cell, above: TextLine, below: TextLine): boolean {
  const [x0, , x1] = cell.place.box;
  const width = (line: TextLine): number => line.place.box[2] - line.place.box[0];
  const [word = ''] = below.text.split(' ');
  const wordWidth = (width(below) * word.length) / Math.max(1, below.text.length);
  const gaps = cell.lines.flatMap((line) => [line.place.box[0] - x0, x1 - line.place.box[2]]);
  const padding = Math.min(MOST_PADDING, Math.max(LEAST_PADDING, Math.min(...gaps)));
  return width(above) + 0.25 * above.size + wordWidth > x1 - x0 - 2 * padding - ABOUT * above.size;
}

/**
 * The text of an amount cell with its printed line breaks, which tell two amounts one under the other from one: a break is a space where the column
 * is too narrow for the figure and the groups of thousands go on. `cost`: what doubt that leaves.
 */
export function printedAmount(cell: Cell, text: string): { readonly text: string; readonly cost: number } {
  if (cell.lines.map((line) => line.text).join(' ') !== text) return { text, cost: 0 };
  let cost = 0;
  const whole = cell.lines.reduce((sum, line, index) => {
    const above = cell.lines[index - 1];
    if (above === undefined) return line.text;
    const tail = TAIL.exec(line.text);
    if (tail === null || !HEAD.test(above.text) || !isForced(cell, above, line)) return `${sum}\n${line.text}`;
    if (tail.groups?.['end'] === undefined && index === cell.lines.length - 1) cost += BARE;
    return `${sum} ${line.text}`;
  }, '');
  return { text: whole, cost };
}
