import type { Box } from '../../model/geometry.ts';
import { wordText, type Word } from '../../model/page.ts';

/** Words of one run are this near each other, in parts of their size; a stamp's stand apart from print on their line. */
const RUN_GAP = 0.45;
/** A date stands in the middle of its ring but for this share of the ring's width; a stamp's other lines have the date's middle, in points. */
const OFF_MIDDLE = 0.04;
const SAME_MIDDLE = 1.5;
/** Letters are lower than their line's box by this share, above and below. */
const LETTERS = 0.2;

const MONTH =
  'janv(?:ier)?|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?';
const DATE = new RegExp(`^\\d{1,2} ?(?:(?:${MONTH})\\.?|[-/.] ?\\d{1,2} ?[-/.]) ?(?:19|20)\\d{2}$`, 'iu');

interface Run {
  readonly words: readonly Word[];
  readonly middle: number;
}

/**
 * Without what a rubber stamp says over print: a date in the middle of a ring, and the lines in the ring set about the same middle ("REÇU LE"). A clerk
 * sees ring and date and reads on; a black and white copy has no other sign of it. `rings`: the boxes of the rings found, in points.
 */
export function withoutStampPrint(words: readonly Word[], rings: readonly Box[]): readonly Word[] {
  const gone = new Set<Word>();
  for (const ring of rings) {
    const runs = runsOf(words.filter((word) => word.direction === 0 && isWithin(word.box, ring)));
    const [middle, width] = [(ring[0] + ring[2]) / 2, ring[2] - ring[0]];
    const date = runs.find((run) => Math.abs(run.middle - middle) <= OFF_MIDDLE * width && DATE.test(run.words.map(wordText).join(' ')));
    if (date === undefined) continue;
    for (const run of runs) if (Math.abs(run.middle - date.middle) <= SAME_MIDDLE) for (const word of run.words) gone.add(word);
  }
  return gone.size === 0 ? words : words.filter((word) => !gone.has(word));
}

/** Whether the letters of a word stand in a ring, whose box this is. */
function isWithin([x0, y0, x1, y1]: Box, ring: Box): boolean {
  const [x, y, wide, high] = [(ring[0] + ring[2]) / 2, (ring[1] + ring[3]) / 2, (ring[2] - ring[0]) / 2, (ring[3] - ring[1]) / 2];
  const inset = LETTERS * (y1 - y0);
  return [x0, x1].every((left) => [y0 + inset, y1 - inset].every((top) => ((left - x) / wide) ** 2 + ((top - y) / high) ** 2 <= 1));
}

function runsOf(words: readonly Word[]): Run[] {
  const runs: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    const own = runs.find((run) => {
      const last = run.at(-1);
      return (
        last !== undefined && word.box[0] - last.box[2] <= RUN_GAP * last.size && Math.abs(word.box[1] - last.box[1]) <= 0.5 * last.size
      );
    });
    if (own === undefined) runs.push([word]);
    else own.push(word);
  }
  return runs.map((run) => ({ words: run, middle: ((run[0]?.box[0] ?? 0) + (run.at(-1)?.box[2] ?? 0)) / 2 }));
}
