import { numberKey } from './reading/number-text.ts';
import { surenessOf, type ReadLine } from './reading/read-boxes.ts';

/** What is read with less confidence than this on the whole page is no print: handwriting, a photo, a plan. */
const NO_PRINT = 42;
/** So many likely amounts (−ln of their probability at most), of so many figures each, no photo shows. */
const AMOUNTS = 10;
const LIKELY = 0.7;
const FIGURES = 3;

/**
 * Whether the lines of a page are print. On a copy so coarse that every word is a guess, the numbers on it still show that it
 * is.
 */
export function isLegible(lines: readonly ReadLine[]): boolean {
  return surenessOf(lines.map(({ words }) => words)) >= NO_PRINT || lines.filter(isLikelyAmount).length >= AMOUNTS;
}

function isLikelyAmount({ numbers }: ReadLine): boolean {
  return (
    numbers !== null &&
    numbers[0].cost <= LIKELY &&
    numberKey(numbers[0].text).valid &&
    numbers[0].text.replace(/\D/gu, '').length >= FIGURES
  );
}
