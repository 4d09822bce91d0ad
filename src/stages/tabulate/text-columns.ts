import type { Word } from '../../model/page.ts';
import { chunkedLines, type ChunkedLine } from './align/chunks.ts';
import { inferSeparators } from './align/columns.ts';
import { medianLineSize } from './align/sizes.ts';
import { isValue } from './text/value.ts';

/** Lines that a column of running text has at least. */
const LEAST_LINES = 6;
/** Characters in a line of running text, on average, at least. */
const RUNNING = 18;

/** Share of the texts of a side that are no keys yet. */
const KEYS = 0.3;

/** White above a line that ends columns of text, in ems. */
const APART = 2;

interface Side {
  readonly lines: number;
  readonly length: number;
  readonly values: number;
  /** Texts that end with a colon: keys, whose values stand beside them. */
  readonly keys: number;
}

function sideOf(lines: readonly ChunkedLine[], isOwn: (x: number) => boolean): Side {
  const texts = lines.flatMap((line) => {
    const own = line.chunks.filter((chunk) => isOwn((chunk.box[0] + chunk.box[2]) / 2)).map((chunk) => chunk.text);
    return own.length === 0 ? [] : [own.join(' ')];
  });
  return {
    lines: texts.length,
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    values: texts.filter(isValue).length,
    keys: texts.filter((text) => /:\s*$/u.test(text)).length,
  };
}

function isRunning(side: Side): boolean {
  return side.lines >= LEAST_LINES && side.length >= RUNNING && side.values < 0.2 * side.lines && side.keys < KEYS * side.lines;
}

/**
 * Words of a page in groups to be read one after the other: where running text stands in two columns, the left column comes before the right one; all else stays
 * together, line by line. Groups are given top to bottom.
 */
export function readingGroups(words: readonly Word[]): Word[][] {
  const upright = words.filter((word) => word.direction === 0);
  const lines = chunkedLines(upright);
  const usual = medianLineSize(lines);
  const several = lines.filter((line) => line.chunks.length > 1);
  const best = inferSeparators(several, usual).reduce<{ x: number; support: number } | null>(
    (most, separator) =>
      most === null || separator.support > most.support ? { x: (separator.from + separator.to) / 2, support: separator.support } : most,
    null,
  );
  if (best === null || best.support < LEAST_LINES) return [[...words]];
  const { x } = best;
  const groups: Word[][] = [];
  let together: Word[] = words.filter((word) => word.direction !== 0);
  let columned: ChunkedLine[] = [];
  const wordsOf = (line: ChunkedLine): Word[] => line.chunks.flatMap((chunk) => chunk.words);
  const close = (): void => {
    const [left, right] = [sideOf(columned, (middle) => middle < x), sideOf(columned, (middle) => middle >= x)];
    const own = columned.flatMap(wordsOf);
    if (isRunning(left) && isRunning(right)) {
      if (together.length > 0) groups.push(together);
      groups.push(
        own.filter((word) => (word.box[0] + word.box[2]) / 2 < x),
        own.filter((word) => (word.box[0] + word.box[2]) / 2 >= x),
      );
      together = [];
    } else {
      together.push(...own);
    }
    columned = [];
  };
  for (const line of lines) {
    const above = columned.at(-1);
    if (above !== undefined && line.top - above.bottom > APART * usual) close();
    if (line.chunks.every((chunk) => chunk.box[2] <= x || chunk.box[0] >= x)) {
      columned.push(line);
      continue;
    }
    close();
    together.push(...wordsOf(line));
  }
  close();
  if (together.length > 0) groups.push(together);
  return groups;
}
