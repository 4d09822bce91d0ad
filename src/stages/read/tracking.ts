import type { Glyph } from './painted.ts';

/** Fewer letters than this in a row are too few to tell letter-spacing from separate words. */
const FEWEST_GAPS = 4;
const SMALLEST = 0.06;
const LARGEST = 0.6;
const LETTER = /^\p{L}$/u;

/**
 * For each glyph, the letter-spacing (points) of the line it stands on, where the document placed letters one by one to spread them; 0 for ordinary
 * text. Only letters tell: single digits at equal distances are columns of figures.
 */
export function medianTracking(glyphs: readonly Glyph[]): number[] {
  const tracking = new Array<number>(glyphs.length).fill(0);
  let from = 0;
  for (let index = 1; index <= glyphs.length; index++) {
    const last = glyphs[index - 1];
    const next = glyphs[index];
    if (last !== undefined && next !== undefined && sameLine(last, next)) continue;
    const spacing = spacingOf(glyphs.slice(from, index));
    if (spacing > 0) tracking.fill(spacing, from, index);
    from = index;
  }
  return tracking;
}

function sameLine(last: Glyph, next: Glyph): boolean {
  return (
    last.direction === next.direction &&
    Math.abs(last.base - next.base) <= 0.05 * last.size &&
    Math.abs(last.size - next.size) <= 0.05 * last.size &&
    next.start - last.end < 3 * last.em &&
    next.start > last.start
  );
}

function spacingOf(line: readonly Glyph[]): number {
  const gaps: number[] = [];
  let em = 0;
  line.forEach((glyph, index) => {
    const next = line[index + 1];
    em = Math.max(em, glyph.em);
    if (next !== undefined && LETTER.test(glyph.text) && LETTER.test(next.text)) gaps.push(next.start - glyph.end);
  });
  if (gaps.length < FEWEST_GAPS) return 0;
  gaps.sort((a, b) => a - b);
  const at = (part: number): number => gaps[Math.floor((gaps.length - 1) * part)] ?? 0;
  const middle = at(0.5);
  // Spread text spreads all of its letters alike; words set apart have some touching letters.
  return middle >= SMALLEST * em && middle <= LARGEST * em && at(0.1) >= 0.6 * middle && at(0.75) <= 1.5 * middle ? middle : 0;
}
