/** Lines of this length (pixels at 300 dpi) may be the x-height of a bold word whose letters ran together; shorter ones are judged by what they meet, and no word is longer. */
const SHORTEST_WORD = 100;
const LONGEST_WORD = 300;
/** No x-height is thinner (pixels). */
const X_HEIGHT = 7;
/** A line's thickness varies by so many pixels at most, but at this share of its places. */
const EVEN = 2;
const MOSTLY = 0.3;

/**
 * Whether a stroke as thick as letters are high is a word that a copier or blur ran together: a line has one thickness, ragged as it may be. `thicknessAt`: of the
 * ink at each of its `length` places, 0 where there is none.
 */
export function isUneven(length: number, thickness: number, thicknessAt: (at: number) => number): boolean {
  if (length < SHORTEST_WORD || length > LONGEST_WORD || thickness < X_HEIGHT) return false;
  const all = Array.from({ length }, (_, at) => thicknessAt(at));
  const usual = [...all].sort((a, b) => a - b)[length >> 1] ?? 0;
  return all.filter((own) => Math.abs(own - usual) > EVEN).length > MOSTLY * length;
}
