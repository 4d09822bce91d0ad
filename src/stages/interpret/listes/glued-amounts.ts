import type { PrintedRow } from './printed-rows.ts';

/** A line that ends with an amount right behind a bracket it leaves open: an amount set apart too close to the words ("(1" and "2 500 €"). */
const GLUED = /\(\s?\d[\d .,]*(?:€|eur(?:os?)?)[^()]*$/iu;

/** The figure of a unit price whose currency the line below begins with ("(24,50" over "€ par logement)"). */
const UNIT_PRICE = /\(\s?\d[\d .,]*$/u;
const REST_OF_UNIT_PRICE = /^(?:€|eur(?:os?)?\b)[^(]*\)/iu;

/**
 * An amount so close to the bracket before it that both may be one. `next`: the line below, which may close the bracket of an amount that wraps ("(10 700 € /"
 * over "an)") or of a unit price before the amount set apart ("(45 € par").
 */
export function isGlued(row: PrintedRow, next: PrintedRow | undefined): boolean {
  if (isSetApart(row)) return false;
  const below = next?.text ?? '';
  const isWhole =
    ((row.amount === null || GLUED.test(row.text)) && /^[^(]*\)/u.test(below)) ||
    (UNIT_PRICE.test(row.text) && REST_OF_UNIT_PRICE.test(below));
  return GLUED.test(`${row.text} ${row.amount ?? ''}`) && !isWhole;
}

/** White (ems) that no two words of one text have between them. */
const APART = 0.7;

/** The amount stands behind white of its own. */
function isSetApart({ pieces, size, x1 }: PrintedRow): boolean {
  const amount = pieces.at(-1);
  return pieces.length > 1 && amount !== undefined && amount.place.box[0] - x1 > APART * size;
}
