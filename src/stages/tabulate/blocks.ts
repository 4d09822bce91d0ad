import type { Block, PageGrid, Table, TextLine } from '../../model/grid.ts';
import type { Word } from '../../model/page.ts';
import { printedLines, splitAtGaps } from './text/lines.ts';
import { readingGroups } from './text-columns.ts';
import { toTextLine } from './text/text-line.ts';

/** White wider than this many ems parts two pieces of text on one line. */
const WIDE_GAP = 2.5;

/** The text lines of words outside tables in reading order: top to bottom, pieces of one line from left to right, columns of running text one by one. */
export function textLinesOf(words: readonly Word[], page: number): TextLine[] {
  return readingGroups(words).flatMap((group) =>
    printedLines(group).flatMap((line) => splitAtGaps(line, WIDE_GAP * line.size).map((piece) => toTextLine(piece, page))),
  );
}

/** Text lines and tables of one page in reading order. `tables` are those whose first part stands on this page. */
export function pageBlocks(lines: readonly TextLine[], tables: readonly { readonly first: PageGrid; readonly table: Table }[]): Block[] {
  const blocks: Block[] = lines.map((line) => ({ kind: 'text', line }));
  for (const { first, table } of tables) {
    const next = blocks.findIndex(
      (block) => block.kind === 'text' && (block.line.place.box[1] + block.line.place.box[3]) / 2 > first.box[1],
    );
    blocks.splice(next === -1 ? blocks.length : next, 0, { kind: 'table', table });
  }
  return blocks;
}
