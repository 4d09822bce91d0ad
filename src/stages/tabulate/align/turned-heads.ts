import type { Word } from '../../../model/page.ts';
import { isValue } from '../text/value.ts';
import type { ChunkedLine } from './chunks.ts';
import { inferSeparators } from './columns.ts';
import { medianLineSize } from './sizes.ts';

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** White between the lines of one turned heading, in ems. */
const ONE_HEADING = 0.5;

/** What turned words that stand beside each other cover across the page, heading by heading, left to right. */
function turnedHeadings(words: readonly Word[]): readonly Extent[] {
  const headings: { from: number; to: number }[] = [];
  for (const { box, size } of words.filter(({ direction }) => direction === 90 || direction === 270).sort((a, b) => a.box[0] - b.box[0])) {
    const last = headings.at(-1);
    if (last !== undefined && box[0] - last.to <= ONE_HEADING * size) last.to = Math.max(last.to, box[2]);
    else headings.push({ from: box[0], to: box[2] });
  }
  return headings;
}

/** White between the texts of lines, with whether values stand on its left and on its right. */
interface Strip extends Extent {
  readonly left: boolean;
  readonly right: boolean;
}

function stripsOf(lines: readonly ChunkedLine[]): readonly Strip[] {
  return inferSeparators(lines, medianLineSize(lines)).map(({ from, to }) => {
    const pairs = lines.flatMap(({ chunks }) => {
      const [before, after] = [chunks.findLast(({ box }) => box[2] <= from + 1), chunks.find(({ box }) => box[0] >= to - 1)];
      return before === undefined || after === undefined ? [] : [[before, after] as const];
    });
    return { from, to, left: pairs.some(([before]) => isValue(before.text)), right: pairs.some(([, after]) => isValue(after.text)) };
  });
}

/** Edges with one in this part of some white, in place of any other there. */
function withEdge(edges: readonly number[], white: Extent, part: Extent): readonly number[] {
  if (part.to <= part.from || edges.some((x) => x >= part.from && x <= part.to)) return edges;
  const others = edges.filter((x) => x < white.from - 1 || x > white.to + 1);
  return [...others, (part.from + part.to) / 2].sort((a, b) => a - b);
}

/**
 * Column edges such that turned headings side by side head a column of values each. Two have one between them, in the white between the values under them: a heading over the group may stand in the
 * middle of that white and leave it on one side only. One that stands in the white left of its values has it on its left.
 */
export function edgesBesideTurnedHeads(words: readonly Word[], lines: readonly ChunkedLine[], edges: readonly number[]): readonly number[] {
  const headings = turnedHeadings(words);
  if (headings.length < 2) return edges;
  const white = stripsOf(lines.filter(({ chunks }) => chunks.length > 1 && chunks.some(({ text }) => isValue(text))));
  return headings.reduce<readonly number[]>((known, heading, index) => {
    const end = headings[index - 1]?.to ?? -Infinity;
    const inside = white.find(({ from, to, right }) => right && from < heading.from && to >= heading.to);
    if (inside !== undefined) return withEdge(known, inside, { from: Math.max(inside.from, end), to: heading.from });
    const between = white.find(({ from, to, left, right }) => left && right && Math.min(to, heading.from) > Math.max(from, end));
    return between === undefined
      ? known
      : withEdge(known, between, { from: Math.max(between.from, end), to: Math.min(between.to, heading.from) });
  }, edges);
}
