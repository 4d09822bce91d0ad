import type { ChunkedLine } from './chunks.ts';
import { bareText, type OpenText, type Running } from './segments.ts';
import { isUnderTableRule } from './table-rules.ts';

/** Lines of two pages whose heights differ by less than this are in one place, in points. */
const SAME_HEIGHT = 3;

/** The pages beside one; a page that only goes on with the last may lack the head, which the next has again. */
const BESIDE = [-1, 1];
const NEAR = [-2, ...BESIDE, 2];

/** A line with several texts, none of them with its label: it may head a table that comes again on each page, and is none of the page's. */
function mayHeadTable({ chunks }: ChunkedLine): boolean {
  return chunks.length > 1 && !chunks.some(({ text }) => text.includes(':'));
}

/** The text of a line at the foot of a page, whatever page it counts; `null` for what may be a row. */
function footText({ chunks: [only, more] }: ChunkedLine): string | null {
  return only === undefined || more !== undefined || /€/u.test(only.text) ? null : only.text.toLowerCase().replace(/\d+/gu, '#');
}

/** The head and foot of each page that are no part of a table, however close they stand to one. */
export function runningLines(pages: readonly Pick<OpenText, 'lines' | 'horizontal'>[]): Running[] {
  return pages.map(({ lines, horizontal }, index) => {
    const linesOf = (steps: readonly number[]): readonly (readonly ChunkedLine[])[] =>
      steps.flatMap((step) => {
        const page = pages[index + step];
        return page === undefined ? [] : [page.lines];
      });
    const others = linesOf(BESIDE);
    const near = linesOf(NEAR);
    const isHead = (line: ChunkedLine): boolean => {
      const text = bareText(line.chunks);
      return near.some((other) => other.some((twin) => Math.abs(twin.top - line.top) < SAME_HEIGHT && bareText(twin.chunks) === text));
    };
    const isFoot = (line: ChunkedLine): boolean => {
      const text = footText(line);
      const last = others.flatMap((other) => other.at(-1) ?? []);
      return text !== null && last.some((twin) => Math.abs(twin.top - line.top) < SAME_HEIGHT && footText(twin) === text);
    };
    const head = lines[lines.findIndex((line) => mayHeadTable(line) || !isHead(line) || isUnderTableRule(line, horizontal)) - 1];
    const foot = lines.at(-1);
    return { head: head?.bottom ?? -Infinity, foot: foot !== undefined && isFoot(foot) ? foot.top : Infinity };
  });
}
