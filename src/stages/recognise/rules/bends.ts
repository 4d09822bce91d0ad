/** Strokes no longer than this (pixels at 300 dpi) may be arcs: longer ones bend with the paper. */
const AN_ARC = 400;
/** How far the middle of a straight line may lie from where its ends have it, in pixels. */
const SAG = 3;
/** Share of a stroke that tells where its ends and its middle lie, and what of that must be stroke alone. */
const TOLD = 0.2;
const ALONE = 0.3;

/**
 * Whether a stroke is an arc: a piece of a stamp's ring or of a signature, between two lines of a table as straight as one of its own. `middleAt`: where the ink of
 * the stroke lies at each of its `length` places, `null` where other ink touches it.
 */
export function bends(length: number, middleAt: (at: number) => number | null): boolean {
  if (length > AN_ARC) return false;
  const told = Math.ceil(TOLD * length);
  const mean = (from: number): number | null => {
    let [sum, count] = [0, 0];
    for (let at = from; at < from + told; at++) {
      const middle = middleAt(at);
      if (middle === null) continue;
      sum += middle;
      count++;
    }
    return count < ALONE * told ? null : sum / count;
  };
  const [first, middle, last] = [mean(0), mean(Math.floor((length - told) / 2)), mean(length - told)];
  return first !== null && middle !== null && last !== null && Math.abs(middle - (first + last) / 2) > SAG;
}
