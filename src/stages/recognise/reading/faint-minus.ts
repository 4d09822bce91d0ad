/** A mark glued to the figures behind it, or a dash that was seen as such. */
const MARK = /^[-–—“”"':*+~=«°](?=\d)/u;
const DASH = /^[-–—]/u;
/** So many recognisers must see something before the figures. */
const ENOUGH = 2;

/**
 * What recognisers said of a number on a coarse scan. The minus before an amount is a pale dot there: where some see a dash and some another mark, or most a
 * mark, it may be one, and each of these says so as well.
 */
export function withFaintMinus(said: readonly string[]): readonly string[] {
  const marked = said.filter((text) => MARK.test(text));
  const others = marked.filter((text) => !DASH.test(text));
  if (marked.length < ENOUGH || others.length === 0) return said;
  return [...said, ...others.map((text) => text.replace(MARK, '-'))];
}
