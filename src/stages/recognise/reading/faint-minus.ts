/** A mark, no dash, glued to the figures behind it. */
const MARK = /^[“”"':*+~=«°](?=\d)/u;

/**
 * What recognisers said of a number on a coarse scan. The minus before an amount is a pale dot there: each that saw another mark glued to its figures may have
 * seen one, and says so as well.
 */
export function withFaintMinus(said: readonly string[]): readonly string[] {
  const marked = said.filter((text) => MARK.test(text));
  return [...said, ...marked.map((text) => text.replace(MARK, '-'))];
}
