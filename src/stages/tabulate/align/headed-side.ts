import type { Word } from '../../../model/page.ts';
import { isValue } from '../text/value.ts';
import { chunkedLines, type ChunkedLine } from './chunks.ts';
import type { Stack } from './stacks.ts';

/** So many heads over what is drawn make a line of heads. */
const HEADS = 3;
/** Texts that begin within this of each other begin at one border; a text may reach over a side by as much. In points. */
const SAME_BORDER = 2;

function startOf({ chunks }: ChunkedLine): number {
  return chunks[0]?.box[0] ?? Infinity;
}

/** Whether a line begins left of a stack and has heads, no values, over what it draws. */
function isOfHeads({ chunks: [first, ...others] }: ChunkedLine, { left, right }: Stack): boolean {
  return (
    first !== undefined &&
    first.box[2] <= left + SAME_BORDER &&
    others.length >= HEADS &&
    others.every(({ box, text }) => box[0] >= left - SAME_BORDER && box[2] <= right + SAME_BORDER && !isValue(text))
  );
}

/**
 * A stack that draws all columns but the first, whose cells are merged over several rows and have no part in their stripes or rules, with that column: its head stands on the line of the
 * other heads, and all text left of what is drawn begins where it does.
 */
export function withHeadedSide(stack: Stack, words: readonly Word[]): Stack {
  const [top, bottom] = [Math.min(...stack.ys), Math.max(...stack.ys)];
  const lines = chunkedLines(words);
  const head = lines.findLast((line) => line.bottom <= top && isOfHeads(line, stack));
  if (head === undefined) return stack;
  const border = startOf(head);
  const rows = lines.filter((line) => line.top > head.top && line.bottom < bottom);
  const beside = rows.filter((line) => startOf(line) < stack.left - SAME_BORDER);
  const isOfColumn = ({ chunks }: ChunkedLine): boolean =>
    Math.abs((chunks[0]?.box[0] ?? 0) - border) <= SAME_BORDER && (chunks[0]?.box[2] ?? Infinity) <= stack.left + SAME_BORDER;
  return beside.some(({ chunks }) => chunks.length > 1) && beside.every(isOfColumn) ? { ...stack, left: border - 1 } : stack;
}
