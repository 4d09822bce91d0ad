import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/page.ts';

/** A word ends on the side of the page within this, in points. */
const AT_SIDE = 0.3;

/** Marks the words that a side of the page runs through, as those of a sheet too wide for its paper: what lies beyond is not printed, and figures may be missing. */
export function withCutWords(words: readonly Word[], [left, , right]: Box): readonly Word[] {
  return words.map((word) => (word.box[0] < left + AT_SIDE || word.box[2] > right - AT_SIDE ? { ...word, cut: true } : word));
}
