import type { Glyph } from './painted.ts';

/** Two glyphs nearer than this part of the font's size are one glyph drawn twice: the offset of a fake bold, far under a letter's width. */
const SAME_PLACE = 0.08;

/** Drops glyphs drawn again over themselves; the one that stays is bold when the second was moved (or repeated in ink) to thicken it. */
export function dropRepeated(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, number[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.blank) {
      kept.push(glyph);
      continue;
    }
    const twin = findTwin(glyph, seen, kept);
    if (twin !== null) {
      const first = kept[twin];
      // An invisible copy says nothing about weight; a visible one replaces an invisible original.
      if (first !== undefined) kept[twin] = { ...(first.hidden ? glyph : first), bold: first.bold || (!glyph.hidden && !first.hidden) };
      continue;
    }
    const key = cellKey(glyph, 0, 0);
    const cell = seen.get(key);
    if (cell === undefined) seen.set(key, [kept.length]);
    else cell.push(kept.length);
    kept.push(glyph);
  }
  return kept;
}

/** Glyphs are filed by text and by squares of a size that grows with the font's, so that a twin is in the same square or beside it. */
const SQUARE = 0.25;

function step(glyph: Glyph): number {
  return Math.max(0.5, 2 ** Math.round(Math.log2(Math.max(glyph.size, 0.1))) * SQUARE);
}

function cellKey(glyph: Glyph, across: number, down: number): string {
  const side = step(glyph);
  return `${glyph.text}|${String(glyph.direction)}|${String(side)}|${String(Math.floor(glyph.start / side) + across)}|${String(Math.floor(glyph.base / side) + down)}`;
}

function findTwin(glyph: Glyph, seen: ReadonlyMap<string, readonly number[]>, kept: readonly Glyph[]): number | null {
  const reach = SAME_PLACE * glyph.size;
  for (let across = -1; across <= 1; across++) {
    for (let down = -1; down <= 1; down++) {
      for (const index of seen.get(cellKey(glyph, across, down)) ?? []) {
        const other = kept[index];
        if (
          other !== undefined &&
          Math.abs(other.start - glyph.start) <= reach &&
          Math.abs(other.base - glyph.base) <= reach &&
          Math.abs(other.size - glyph.size) <= 0.1 * glyph.size
        ) {
          return index;
        }
      }
    }
  }
  return null;
}
