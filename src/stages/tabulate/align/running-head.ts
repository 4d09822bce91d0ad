import type { ChunkedLine } from './chunks.ts';
import { bareText } from './segments.ts';

/** Lines of two pages whose heights differ by less than this are in one place, in points. */
const SAME_HEIGHT = 3;

/** A line with several texts, none of them with its label: it may head a table that comes again on each page, and is none of the page's. */
function mayHeadTable({ chunks }: ChunkedLine): boolean {
  return chunks.length > 1 && !chunks.some(({ text }) => text.includes(':'));
}

/**
 * For each page the y (points) under the lines at its top that the page before or after prints in the same place: its running head, which is
 * no part of a table however close it stands over one. -Infinity where there is none.
 */
export function runningHeads(pages: readonly { readonly lines: readonly ChunkedLine[] }[]): number[] {
  return pages.map(({ lines }, index) => {
    const others = [pages[index - 1], pages[index + 1]].flatMap((page) => (page === undefined ? [] : [page.lines]));
    const isRepeated = (line: ChunkedLine): boolean => {
      const text = bareText(line.chunks);
      return others.some((other) => other.some((twin) => Math.abs(twin.top - line.top) < SAME_HEIGHT && bareText(twin.chunks) === text));
    };
    const end = lines.findIndex((line) => mayHeadTable(line) || !isRepeated(line));
    const last = lines[end - 1];
    return last === undefined ? -Infinity : last.bottom;
  });
}
