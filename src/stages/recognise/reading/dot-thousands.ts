import { nonEmpty } from '../../../model/collections.ts';
import type { ReadLine } from './read-boxes.ts';

/** So many amounts whose thousands are parted by dots make it the way the page writes them. */
const ENOUGH = 4;
const DOTTED = /^[-–−(]?\d{1,3}(?:\.\d{3})+(?:,\d{2})?(?!\d)/u;
/** Thousands parted by a comma, or by one of each: nobody writes three figures behind the comma of an amount. */
const WITH_COMMA = /^([-–−(]?\d{1,3}(?:[.,]\d{3})*,\d{3})(?![\d.,])/u;
/** What it costs to take a comma for a dot that has a tail. */
const TAILED = 0.1;

/** Lines of a page that parts thousands by dots: « 3,812 € » among amounts like « 27.859 € » is one of them. */
export function withDotThousands(lines: readonly ReadLine[]): readonly ReadLine[] {
  if (lines.filter(({ numbers }) => numbers !== null && DOTTED.test(numbers[0].text)).length < ENOUGH) return lines;
  return lines.map((line) => {
    if (line.numbers?.some(({ text }) => WITH_COMMA.test(text)) !== true) return line;
    const dotted = line.numbers.map(({ text, cost }) => {
      const own = text.replace(WITH_COMMA, (amount) => amount.replaceAll(',', '.'));
      return { text: own, cost: own === text ? cost : cost + TAILED };
    });
    // What was read both ways is one reading.
    const once = dotted.filter(({ text }, at) => dotted.findIndex((other) => other.text === text) === at);
    return { ...line, numbers: nonEmpty(once) ?? line.numbers };
  });
}
