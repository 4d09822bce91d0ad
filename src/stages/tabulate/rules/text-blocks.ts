import { boxAround, type Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import { chunkedLines } from '../align/chunks.ts';
import { at } from '../lattice.ts';

/** White between two texts of one column, in heights of their type; the lines of one text stand closer. */
const APART = 0.5;
/** The middle of a text is that of its rows within this, in heights of its type. */
export const MIDDLE = 0.35;

/** A text of one or several lines. */
export interface TextBlock {
  readonly box: Box;
  readonly size: number;
  readonly lines: number;
}

/** The texts of a column, top to bottom: lines that stand apart are texts of their own. */
export function blocksIn(words: readonly Word[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of chunkedLines(words)) {
    const box = boxAround(line.chunks.map((chunk) => chunk.box)) ?? [0, 0, 0, 0];
    const last = blocks.at(-1);
    if (last !== undefined && line.top - last.box[3] < APART * line.size)
      blocks[blocks.length - 1] = { box: boxAround([last.box, box]) ?? box, size: last.size, lines: last.lines + 1 };
    else blocks.push({ box, size: line.size, lines: 1 });
  }
  return blocks;
}

/** How far a text stands from the middle of the rows `first`…`last`, in heights of its type; infinite where it stands out of them. */
function off({ box, size }: TextBlock, ys: readonly number[], first: number, last: number): number {
  const [top, bottom] = [at(ys, first), at(ys, last + 1)];
  if (box[1] < top - 1 || box[3] > bottom + 1) return Infinity;
  return Math.abs(box[1] + box[3] - top - bottom) / (2 * size);
}

/**
 * The rows (first, last) of each of several texts that share rows between `ys`, each in the middle of its own; `null` where there is no such way to share them. The best is the one whose
 * texts stand nearest to the middles.
 */
export function rowsOfBlocks(blocks: readonly TextBlock[], ys: readonly number[]): readonly (readonly [number, number])[] | null {
  const rows = ys.length - 1;
  if (blocks.length < 2 || blocks.length > rows) return null;
  interface Shared {
    readonly cost: number;
    readonly parts: readonly (readonly [number, number])[];
  }
  // By the row after the last taken.
  let best = new Map<number, Shared>([[0, { cost: 0, parts: [] }]]);
  for (const block of blocks) {
    const next = new Map<number, Shared>();
    for (const [first, { cost, parts }] of best) {
      for (let last = first; last < rows; last += 1) {
        const own = off(block, ys, first, last);
        const known = next.get(last + 1);
        if (own <= MIDDLE && (known === undefined || cost + own < known.cost))
          next.set(last + 1, { cost: cost + own, parts: [...parts, [first, last]] });
      }
    }
    best = next;
  }
  return best.get(rows)?.parts ?? null;
}
