/** Heights of ink in parts of the font's size: capitals and figures, small letters; what hangs below the line, letters and marks. */
export const CAPITAL = 0.72;
const ACCENTED = 0.92;
export const SMALL = 0.53;
const BELOW = 0.21;
const MARK_BELOW = 0.13;
/** What a font takes above and below its base line, in parts of its size; and where the middle of a dash stands above it. */
const ASCENT = 0.92;
const DESCENT = 0.22;
const DASH = 0.27;
/** Letters stand no further than this from where the line's ink says: what is taken for most of them are none. */
const ASTRAY = 0.35;

const LEADERS = /^[.…]+$/u;

/** White that letters keep to each side within their own width, and what is left between words at least, in parts of the font's size. */
const BEARING = 0.06;
const SPACE = 0.1;

/** How far a word set in a font of this size reaches beyond its ink, where so much white follows. Pixels. */
export function bearing(white: number, size: number): number {
  return Math.max(0, Math.min(BEARING * size, (white - SPACE * size) / 2));
}

/** How far the ink of a text reaches above and below its base line, in parts of the font's size; `null` where marks alone do not tell. */
export function extentOf(text: string): { readonly above: number; readonly below: number } | null {
  if (!/[\p{L}\d€]/u.test(text)) return null;
  return {
    above: /[ÀÂÄÉÈÊËÎÏÔÙÛÜ]/u.test(text) ? ACCENTED : /[\p{Lu}\dbdfhkltij€()éèàêîôù]/u.test(text) ? CAPITAL : SMALL,
    below: /[gjpqyçQ]/u.test(text) ? BELOW : /[,;()/[\]|]/u.test(text) ? MARK_BELOW : 0,
  };
}

/** The upper and lower end of a line of text set in a font of this size, from where its ink stands; `foot`: where most of its letters do. All in pixels. */
export function fontBox(
  text: string,
  ink: { readonly y0: number; readonly y1: number },
  size: number,
  foot?: number,
): { readonly y0: number; readonly y1: number } {
  // Leaders stand on the line as letters do, other marks as a dash does.
  const extent = extentOf(LEADERS.test(text) ? 'x' : text);
  const reached = extent === null ? (ink.y0 + ink.y1) / 2 + DASH * size : ink.y1 - extent.below * size;
  const base = extent !== null && foot !== undefined && Math.abs(foot - reached) <= ASTRAY * size ? foot : reached;
  return { y0: base - ASCENT * size, y1: base + DESCENT * size };
}
