import { boxAround } from '../../model/geometry.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import { isFigureEnd, isFigureHead, printedAmount } from './wrapped-amounts.ts';

/** White between two lines of one figure, in sizes of its type: rows of a table stand further apart. */
const LINE_GAP = 0.6;

function areLines(above: Cell, below: Cell): boolean {
  const [first, second] = [above.lines.at(-1), below.lines[0]];
  return first !== undefined && second !== undefined && second.place.box[1] - first.place.box[3] <= LINE_GAP * first.size;
}

/**
 * The cell of a figure that a narrow column broke over two lines ("107" over "266,00"), each of which was read as a row; `null` where they are two figures:
 * the first alone is one, and its column had room for both.
 */
export function wholeFigure(above: Cell, below: Cell): Cell | null {
  const [head, end] = [cellText(above), cellText(below)];
  if (above.place.page !== below.place.page || !isFigureHead(head) || !isFigureEnd(end) || !areLines(above, below)) return null;
  const text = `${head} ${end}`;
  const box = boxAround([above.place.box, below.place.box]) ?? above.place.box;
  const whole: Cell = {
    ...above,
    place: { ...above.place, box },
    lines: [...above.lines, ...below.lines],
    readings: [{ text, cost: above.readings[0].cost + below.readings[0].cost }],
  };
  return printedAmount(whole, text).text === text ? whole : null;
}
