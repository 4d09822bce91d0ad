import { splitBefore, type PrintedLine } from './lines.ts';

/** Where text begins in the middle of a line, behind wide white. */
export interface InnerStart {
  readonly x: number;
  readonly y: number;
}

/** White (ems) that may part two columns of a heading whose texts begin at one x; within running text it is narrower. */
const NARROW = 1;
/** Texts of one column begin within this many points of each other, and on lines at most so many ems apart. */
const SAME_X = 1.5;
const NEAR = 6;

function beginsWithLetter({ direction, words: [first] }: PrintedLine): boolean {
  return direction === 0 && first !== undefined && /^\p{L}/u.test(first.readings[0].text);
}

/** The starts of the texts that follow another on their line; figures are set by their end. `lines`: each cut at its wide white. */
export function innerStarts(lines: readonly (readonly PrintedLine[])[]): readonly InnerStart[] {
  return lines.flatMap((pieces) =>
    pieces
      .slice(1)
      .filter(beginsWithLetter)
      .map(({ box }) => ({ x: box[0], y: (box[1] + box[3]) / 2 })),
  );
}

/**
 * Cuts a line at white too narrow to part it by itself, where the word behind begins at the x at which texts of near lines begin: a value that nearly fills
 * its column before the label of the next ("JEAN JAURES / GAGARINE  Organisme HLM"), or a bold key all of its own before its value ("Dépense moyenne par an pour 1 745 €").
 */
export function splitAtColumns(line: PrintedLine, starts: readonly InnerStart[]): PrintedLine[] {
  if (line.direction !== 0 || starts.length === 0) return [line];
  const y = (line.box[1] + line.box[3]) / 2;
  const near = starts.filter((start) => Math.abs(start.y - y) <= NEAR * line.size);
  const cuts = line.words.flatMap((word, index) => {
    const before = line.words[index - 1];
    const begins =
      before !== undefined &&
      (word.box[0] - before.box[2] >= NARROW * line.size || word.bold !== before.bold) &&
      near.some(({ x }) => Math.abs(x - word.box[0]) <= SAME_X);
    return begins ? [index] : [];
  });
  return cuts.length === 0 ? [line] : splitBefore(line, cuts);
}
