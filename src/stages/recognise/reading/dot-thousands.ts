import { nonEmpty } from '../../../model/collections.ts';
import type { PixelBox } from '../pixels/picture.ts';
import type { ReadLine } from './read-boxes.ts';

/** So many amounts whose thousands are parted by dots make it the way the page writes them. */
const ENOUGH = 4;
const DOTTED = /^[-–−(]?\d{1,3}(?:\.\d{3})+(?:,\d{2})?(?!\d)/u;
/** Thousands of euros parted by a comma, or by one of each: three figures behind a comma are a price of something, or a ratio, where nothing that is in dots stands in their column. */
const WITH_COMMA = /^([-–−(]?[1-9]\d{0,2}(?:[.,]\d{3})*,\d{3})(?![\d.,])(?=.*(?:€|EUR|euros?))/u;
/** What it costs to take a comma for a dot that has a tail. */
const TAILED = 0.1;

/** Lines of a page that parts thousands by dots: « 3,812 € » among amounts like « 27.859 € » is one of them. */
export function withDotThousands(lines: readonly ReadLine[]): readonly ReadLine[] {
  const isDotted = ({ numbers }: ReadLine): boolean => numbers !== null && DOTTED.test(numbers[0].text);
  const dotted = lines.filter(isDotted);
  if (dotted.length < ENOUGH) return lines;
  return lines.map((line) => {
    if (line.numbers?.some(({ text }) => WITH_COMMA.test(text)) !== true) return line;
    const isPrice = lines.some((other) => other !== line && isOver(other.box, line.box) && isBelowOne(other));
    if (isPrice || !(isBehindWords(line, lines) || dotted.some((other) => isOver(other.box, line.box)))) return line;
    const read = line.numbers.map(({ text, cost }) => {
      const own = text.replace(WITH_COMMA, (amount) => amount.replaceAll(',', '.'));
      return { text: own, cost: own === text ? cost : cost + TAILED };
    });
    // What was read both ways is one reading.
    const once = read.filter(({ text }, at) => read.findIndex((other) => other.text === text) === at);
    return { ...line, numbers: nonEmpty(once) ?? line.numbers };
  });
}

const isOver = (one: PixelBox, other: PixelBox): boolean => one.x0 < other.x1 && one.x1 > other.x0;

const isBelowOne = ({ numbers }: ReadLine): boolean => numbers !== null && /^0,\d/u.test(numbers[0].text);

/** Words end right before it: it is the amount of a list, which has no columns. */
function isBehindWords({ box }: ReadLine, lines: readonly ReadLine[]): boolean {
  const high = box.y1 - box.y0;
  return lines.some(
    ({ box: other, numbers }) => numbers === null && other.y0 < box.y1 && other.y1 > box.y0 && Math.abs(box.x0 - other.x1) <= high,
  );
}
