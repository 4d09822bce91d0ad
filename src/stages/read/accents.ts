import type { Glyph } from './painted.ts';

/** Accents that stand alone in a font, and the combining character each of them is over a letter. */
const COMBINING: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '^': '\u0302',
  '¨': '\u0308',
  '˜': '\u0303',
  '¸': '\u0327',
  ˇ: '\u030c',
};
const ALREADY_COMBINING = /^[\u0300-\u036f]$/u;
const LETTER = /^\p{L}/u;

/** Puts an accent that was drawn on its own over (or under) a letter, before or after it, into that letter. */
export function joinAccents(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some((glyph) => combiningOf(glyph) !== null)) return glyphs;
  const joined: Glyph[] = [];
  let waiting: Glyph | null = null;
  for (const glyph of glyphs) {
    const mark = combiningOf(glyph);
    const last = joined.at(-1);
    if (mark !== null && last !== undefined && isOver(glyph, last)) {
      joined[joined.length - 1] = accented(last, mark);
      continue;
    }
    const before: string | null = waiting === null ? null : combiningOf(waiting);
    if (waiting !== null && before !== null && isOver(waiting, glyph)) {
      joined[joined.length - 1] = accented(glyph, before);
      waiting = null;
      continue;
    }
    waiting = mark === null ? null : glyph;
    joined.push(glyph);
  }
  return joined;
}

function combiningOf({ text }: Glyph): string | null {
  return ALREADY_COMBINING.test(text) ? text : (COMBINING[text] ?? null);
}

/** Their middles are near each other, along the line: one was drawn over the other, not beside it. */
function isOver(accent: Glyph, letter: Glyph): boolean {
  if (accent.direction !== letter.direction || !LETTER.test(letter.text)) return false;
  const apart = Math.abs(accent.start + accent.end - letter.start - letter.end) / 2;
  return apart <= 0.25 * letter.em && Math.abs(accent.base - letter.base) <= 0.5 * letter.size;
}

function accented(letter: Glyph, mark: string): Glyph {
  return { ...letter, text: (letter.text + mark).normalize('NFC') };
}
