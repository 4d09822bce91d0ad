import type { Glyph } from './painted.ts';

/** Two glyphs nearer than this part of the font's size are one glyph drawn twice: the offset of a fake bold, far under a letter's width. */
const SAME_PLACE = 0.08;
/** Glyphs are filed by squares of this side, in points. */
const SQUARE = 4;
/** More squares than any page has across. */
const SQUARES = 1 << 20;

/** Drops glyphs drawn again over themselves; the one that stays is bold when the second was moved (or repeated in ink) to thicken it. */
export function dropRepeated(glyphs: readonly Glyph[]): Glyph[] {
  const squares = new Map<number, number[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.blank) {
      kept.push(glyph);
      continue;
    }
    const twin = findTwin(glyph, squares, kept);
    const first = twin === null ? undefined : kept[twin];
    if (twin !== null && first !== undefined) {
      // An invisible copy says nothing about weight; a visible one replaces an invisible original.
      kept[twin] = { ...(first.hidden ? glyph : first), bold: first.bold || (!glyph.hidden && !first.hidden) };
      continue;
    }
    const square = squareAt(glyph.start, glyph.base);
    const others = squares.get(square);
    if (others === undefined) squares.set(square, [kept.length]);
    else others.push(kept.length);
    kept.push(glyph);
  }
  return kept;
}

function squareAt(start: number, base: number): number {
  return Math.floor(start / SQUARE) * SQUARES + Math.floor(base / SQUARE);
}

function findTwin(glyph: Glyph, squares: ReadonlyMap<number, readonly number[]>, kept: readonly Glyph[]): number | null {
  const reach = SAME_PLACE * glyph.size;
  const right = Math.floor((glyph.start + reach) / SQUARE);
  const below = Math.floor((glyph.base + reach) / SQUARE);
  for (let across = Math.floor((glyph.start - reach) / SQUARE); across <= right; across++) {
    for (let down = Math.floor((glyph.base - reach) / SQUARE); down <= below; down++) {
      for (const index of squares.get(across * SQUARES + down) ?? []) {
        const other = kept[index];
        if (other !== undefined && other.text === glyph.text && isTwin(other, glyph, reach)) return index;
      }
    }
  }
  return null;
}

function isTwin(other: Glyph, glyph: Glyph, reach: number): boolean {
  return (
    other.direction === glyph.direction &&
    Math.abs(other.start - glyph.start) <= reach &&
    Math.abs(other.base - glyph.base) <= reach &&
    Math.abs(other.size - glyph.size) <= 0.1 * glyph.size
  );
}
