import type { ChunkedLine } from './chunks.ts';
import type { Edge } from '../rules/edges.ts';
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

/** The sides of one frame begin and end within this of each other, in points. */
const SAME_END = 3;

/** Where the sides of a frame end that holds nothing but lines of the head, facts of the page's heading; `null` for none. The sides of a table go on beside its rows. */
function footOfFrame({ lines, vertical }: Drawn, isHead: (line: ChunkedLine) => boolean): number | null {
  const frame = vertical.find((left) => {
    const inside = lines.filter((line) => (line.top + line.bottom) / 2 > left.from && (line.top + line.bottom) / 2 < left.to);
    const isSide = (right: Edge): boolean => Math.abs(right.from - left.from) < SAME_END && Math.abs(right.to - left.to) < SAME_END;
    const last = Math.max(...inside.map((line) => line.chunks.at(-1)?.box[2] ?? 0));
    return (
      inside.length > 0 &&
      inside.every((line) => isHead(line) && (line.chunks[0]?.box[0] ?? 0) > left.at) &&
      vertical.some((right) => right.at > last && isSide(right))
    );
  });
  return frame?.to ?? null;
}

type Drawn = Pick<OpenText, 'lines' | 'horizontal'> & { readonly vertical: readonly Edge[] };

/** The head and foot of each page that are no part of a table, however close they stand to one. */
export function runningLines(pages: readonly Drawn[]): Running[] {
  return pages.map((page, index) => {
    const { lines, horizontal } = page;
    const linesOf = (steps: readonly number[]): readonly (readonly ChunkedLine[])[] =>
      steps.flatMap((step) => {
        const other = pages[index + step];
        return other === undefined ? [] : [other.lines];
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
    const framed = footOfFrame(page, isHead) ?? -Infinity;
    const below = horizontal.filter((edge) => edge.at > framed + SAME_END);
    const isOfTable = (line: ChunkedLine): boolean => (line.bottom > framed && mayHeadTable(line)) || isUnderTableRule(line, below);
    const head = lines[lines.findIndex((line) => isOfTable(line) || !isHead(line)) - 1];
    const foot = lines.at(-1);
    return { head: head?.bottom ?? -Infinity, foot: foot !== undefined && isFoot(foot) ? foot.top : Infinity };
  });
}
