import { CHUNK_GAP, type Chunk, type ChunkedLine } from './chunks.ts';

/** Share of their height that texts of two lines have in common where one is set in the middle of the lines of the other. */
const SHARED = 0.25;
/** Share of the pairs that show an edge which texts may run over. */
const CROSSED = 0.25;
/** Sizes of type that differ by less than this share are one. */
const SAME_SIZE = 0.1;

/** Two texts of different lines that stand beside each other at half their heights: left, right. */
interface Pair {
  readonly from: number;
  readonly to: number;
}

const sizeOf = ({ words }: Chunk): number => words[0]?.size ?? 0;

/** Whether texts of one size, the second lower than the first, share some of their height: a large letter in the margin marks the rows beside it. */
function atHalfHeight(one: Chunk, other: Chunk): boolean {
  const size = sizeOf(one);
  return one.box[3] - other.box[1] >= SHARED * size && Math.abs(sizeOf(other) - size) < SAME_SIZE * size;
}

function pairsOf(lines: readonly ChunkedLine[]): Pair[] {
  return lines.flatMap((line, index): Pair[] => {
    const below = lines[index + 1]?.chunks ?? [];
    return line.chunks.flatMap((one) =>
      below.flatMap((other): Pair[] => {
        if (!atHalfHeight(one, other)) return [];
        const [left, right] = one.box[0] < other.box[0] ? [one, other] : [other, one];
        return right.box[0] - left.box[2] >= CHUNK_GAP * line.size ? [{ from: left.box[2], to: right.box[0] }] : [];
      }),
    );
  });
}

/**
 * Column edges between texts that stand side by side on no line of print: a value set in the middle of the two lines of the label beside it ("81" beside "Montant de" over
 * "l'abattement :"). Only where none of the `known` edges parts them and hardly a text runs over the white that all such texts leave.
 */
export function edgesAtHalfHeights(lines: readonly ChunkedLine[], known: readonly number[]): number[] {
  const found: number[] = [];
  const open = pairsOf(lines).filter(({ from, to }) => !known.some((x) => x > from - 1 && x < to + 1));
  for (const { from, to } of [...open].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    if (found.some((x) => x > from - 1 && x < to + 1)) continue;
    const alike = open.filter((other) => other.from < to && other.to > from);
    const white = { from: Math.max(...alike.map((pair) => pair.from)), to: Math.min(...alike.map((pair) => pair.to)) };
    const edge = white.to > white.from ? (white.from + white.to) / 2 : (from + to) / 2;
    const crossing = lines.flatMap(({ chunks }) => chunks).filter(({ box }) => box[0] < edge - 1 && box[2] > edge + 1).length;
    if (crossing <= CROSSED * alike.length) found.push(edge);
  }
  return found;
}
