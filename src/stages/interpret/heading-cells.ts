import { boxAround } from '../../model/geometry.ts';
import { onBaseline } from './baseline.ts';
import { isWholeLabel } from './heading-labels.ts';
import type { Piece } from './heading-piece.ts';
import { joinedLines } from './joined-lines.ts';
import { isOtherMoney } from './other-money.ts';
import { isUnder } from './wrapped-labels.ts';

/** A cell of a heading holds so many lines at most. */
const MOST_LINES = 5;
/** A line of a label has so many characters at most. */
const LONGEST = 60;
/** White between its lines differs by less than this, and its middle from that of its label, in ems. */
const SAME_LEADING = 0.15;
const SAME_MIDDLE = 0.35;

const topOf = (piece: Piece): number => piece.place.box[1];
const bottomOf = (piece: Piece): number => piece.place.box[3];

/** Lines close under each other that begin at one x. */
type Stack = readonly [Piece, ...Piece[]];

const lastOf = (stack: Stack): Piece => stack.at(-1) ?? stack[0];
const textOf = (stack: Stack): string => stack.map(({ text }) => text).reduce(joinedLines);
const heightsOf = (stack: Stack): readonly [number, number] => [topOf(stack[0]), bottomOf(lastOf(stack))];
const rightOf = (stack: Stack): number => Math.max(...stack.map(({ place }) => place.box[2]));
const leftOf = (stack: Stack): number => stack[0].place.box[0];

function isNext(piece: Piece, last: Piece): boolean {
  return last.bold === piece.bold && last.whole !== true && piece.whole !== true && isUnder(piece, last);
}

/** A column of texts parted where the white between two is wider than elsewhere: rows of cells stand further apart than the lines of one. */
function cellsOf(stack: Stack): Stack[] {
  const whites = stack.slice(1).map((piece, index) => (topOf(piece) - bottomOf(stack[index] ?? piece)) / piece.size);
  const least = Math.min(...whites);
  const [first, ...rest] = stack;
  const cells: Stack[] = [[first]];
  rest.forEach((piece, index) => {
    const own = cells.at(-1);
    if (own === undefined || (whites[index] ?? 0) - least > SAME_LEADING) cells.push([piece]);
    else cells[cells.length - 1] = [...own, piece];
  });
  return cells;
}

/** The texts of a page as stacks; `pieces` are in reading order. */
function stacksOf(pieces: readonly Piece[]): Stack[] {
  const closed: Stack[] = [];
  let open: Stack[] = [];
  for (const piece of pieces) {
    const isOver = (stack: Stack): boolean =>
      stack[0].place.page !== piece.place.page ||
      bottomOf(lastOf(stack)) < topOf(piece) - piece.size ||
      topOf(piece) < topOf(stack[0]) - piece.size;
    closed.push(...open.filter(isOver));
    open = open.filter((stack) => !isOver(stack));
    const at = open.findIndex((stack) => isNext(piece, lastOf(stack)));
    const own = open[at];
    if (own === undefined) open.push([piece]);
    else open[at] = [...own, piece];
  }
  return [...closed, ...open].flatMap(cellsOf);
}

function isLabel(stack: Stack): boolean {
  if (stack.length > MOST_LINES || stack[0].text.length > LONGEST) return false;
  const text = textOf(stack);
  // "Montant de" over "l'abattement": what the actions are set against, no action's name.
  if (stack.length > 1 && isOtherMoney(text) && !/\d/u.test(text)) return true;
  // Labels of rows that stand close are no label of several lines.
  return isWholeLabel(text) || (stack.length > 1 && /^[^:]*:\s*$/u.test(text) && !stack.some((line) => isWholeLabel(line.text)));
}

function stand(one: Stack, other: Stack): boolean {
  const [[top, bottom], [from, to]] = [heightsOf(one), heightsOf(other)];
  return one[0].place.page === other[0].place.page && top < to - 1 && bottom > from + 1;
}

/** Whether the lines of a stack are the value of a label: it stands alone to their left, next to them, in their middle. */
function isValue(stack: Stack, label: Stack, stacks: readonly Stack[]): boolean {
  const [[top, bottom], [from, to]] = [heightsOf(stack), heightsOf(label)];
  if (rightOf(label) > leftOf(stack) + 2 || Math.abs(top + bottom - from - to) / 2 > SAME_MIDDLE * stack[0].size) return false;
  return !stacks.some(
    (other) =>
      other !== stack && other !== label && stand(other, stack) && leftOf(other) >= leftOf(label) - 2 && leftOf(other) < leftOf(stack) - 2,
  );
}

/** Labels one under the other, each with its value beside it on its own line: as many facts, whatever they would say in one ("Nb de logts" over "Quartier :"). */
function areRows(label: Stack, value: Stack): boolean {
  return label.length === value.length && label.every((line, at) => isWholeLabel(line.text) && onBaseline(line, value[at] ?? label[0]));
}

function joined(stack: Stack): Piece {
  const [first] = stack;
  const box = boxAround(stack.map(({ place }) => place.box)) ?? first.place.box;
  return { ...first, text: textOf(stack), place: { ...first.place, box }, whole: true };
}

/**
 * The cells of a heading that draws no rules: a label, on one line or several, and beside it, in its middle, the lines of its value. A clerk reads each as one text, whatever stands
 * at the height of its lines ("LES" over "Quartier : | MINGUETTES" over "OUEST").
 */
export function withHeadingCells(pieces: readonly Piece[]): readonly Piece[] {
  const stacks = stacksOf(pieces);
  const labels = stacks.filter(isLabel);
  if (labels.length === 0) return pieces;
  const cells = new Map<Piece, Piece>();
  const dropped = new Set<Piece>();
  const take = (stack: Stack): void => {
    if (stack.length === 1 || stack.length > MOST_LINES) return;
    cells.set(stack[0], joined(stack));
    for (const piece of stack.slice(1)) dropped.add(piece);
  };
  for (const label of labels) {
    const beside = stacks.filter((stack) => stack !== label && stand(stack, label));
    const value = beside.find((stack) => !labels.includes(stack) && isValue(stack, label, stacks));
    if (value === undefined || areRows(label, value)) continue;
    take(label);
    take(value);
  }
  return pieces.flatMap((piece) => (dropped.has(piece) ? [] : [cells.get(piece) ?? piece]));
}
