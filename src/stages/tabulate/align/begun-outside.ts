import { wordText, type Word } from '../../../model/page.ts';
import { latticeBox, type Lattice } from '../lattice.ts';
import { printedLines, splitAtGaps } from '../text/lines.ts';
import { isTotalLabel } from '../text/value.ts';

/** Words nearer than this many ems belong to one run of text. */
const RUN_GAP = 0.6;

/**
 * The words of each cell, with those in front of them that stand left of the table: the label of a total over all tables may be set wider than the one it stands under
 * ("TOTAL A + B", of which only "A + B" is below the first column).
 *
 * @param outside words that stand in no table.
 */
export function withBegunOutside(
  words: readonly (readonly Word[])[],
  lattice: Lattice,
  outside: readonly Word[],
): readonly (readonly Word[])[] {
  const [left, top, , bottom] = latticeBox(lattice);
  const before = outside.filter(({ box, direction }) => direction === 0 && box[0] < left && box[3] > top && box[1] < bottom);
  if (before.length === 0) return words;
  const lines = printedLines([...before, ...words.flat().filter(({ direction }) => direction === 0)]);
  const begun = lines.flatMap((line) =>
    splitAtGaps(line, RUN_GAP * line.size).flatMap((run) => {
      const first = run.words.findIndex((word) => !before.includes(word));
      const next = run.words[first];
      return first > 0 && next !== undefined && isTotalLabel(run.words.map(wordText).join(' '))
        ? [{ words: run.words.slice(0, first), next }]
        : [];
    }),
  );
  return words.map((cell) => [...begun.flatMap((each) => (cell.includes(each.next) ? each.words : [])), ...cell]);
}
