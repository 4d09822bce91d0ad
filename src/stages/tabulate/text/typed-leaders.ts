import type { Page, Word } from '../../../model/page.ts';
import { printedLines, splitAtGaps, type PrintedLine } from './lines.ts';
import { isFigure, isValue } from './value.ts';

const LEADER = /^(?:\.{6,}|…{3,}|·{6,}|_{6,})$/u;
/** White that parts two amounts, in ems. */
const APART = 1;
/** So many such rows are those of a table. */
const FEWEST = 3;

function isLeader(word: Word): boolean {
  return LEADER.test(word.readings[0].text);
}

/** Words, a leader, and behind it the values of several columns, some of them figures. */
function isRow(line: PrintedLine): boolean {
  const at = line.words.findLastIndex(isLeader);
  if (at < 1) return false;
  const values = splitAtGaps({ ...line, words: line.words.slice(at + 1) }, APART * line.size).map(({ words }) =>
    words.map((word) => word.readings[0].text).join(' '),
  );
  return values.length > 1 && values.every(isValue) && values.some(isFigure);
}

/**
 * The pages without the dots that lead from words to a first column of amounts where more columns follow: such rows are those of a table, and dots are its white. Those of a list, or of
 * a table of contents, lead to one figure and stay.
 */
export function withoutTypedLeaders(pages: readonly Page[]): readonly Page[] {
  if (!pages.some(({ words }) => words.some(isLeader))) return pages;
  const rows = pages.map(({ words }) => printedLines(words).filter(isRow));
  if (rows.flat().length < FEWEST) return pages;
  return pages.map((page, index) => {
    const gone = new Set((rows[index] ?? []).flatMap(({ words }) => words.filter(isLeader)));
    return gone.size === 0 ? page : { ...page, words: page.words.filter((word) => !gone.has(word)) };
  });
}
