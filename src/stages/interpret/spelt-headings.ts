import { readAmountCell } from '../../french/amounts.ts';
import { speltHeader } from '../../french/header-spelling.ts';
import { speltTotal } from '../../french/total-spelling.ts';
import { cellText, type Cell, type Layout, type Table } from '../../model/grid.ts';
import { headerShare } from './header-words.ts';

/** A row is of the header where so many of the cells that say something say nothing but what headers do. */
const HEADS = 0.5;
const FEWEST = 2;

type IsWord = (word: string) => boolean;
type Spelling = (text: string, isWord: IsWord) => string;

/**
 * The layout with the words of its headers and totals as they must be spelt: for pages read from pictures, where one letter misread would lose what a whole column is, or
 * make a line of a total. Headers are rows without amounts most of whose cells are surely headings; totals stand in rows with amounts.
 */
export function withSpeltHeadings(layout: Layout, isWord: IsWord): Layout {
  return {
    ...layout,
    blocks: layout.blocks.map((block) => (block.kind === 'table' ? { ...block, table: spelt(block.table, isWord) } : block)),
  };
}

function spelt(table: Table, isWord: IsWord): Table {
  const rows = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  const heading = new Set([...rows].filter(([, cells]) => isHeading(cells, isWord)).map(([row]) => row));
  const priced = new Set([...rows].filter(([, cells]) => cells.some((cell) => isAmount(cellText(cell)))).map(([row]) => row));
  const spellingOf = (row: number): Spelling | null => (heading.has(row) ? speltHeader : priced.has(row) ? speltTotal : null);
  return { ...table, cells: table.cells.map((cell) => speltCell(cell, spellingOf(cell.row), isWord)) };
}

function isHeading(cells: readonly Cell[], isWord: IsWord): boolean {
  const written = cells.map(cellText).filter((text) => text !== '');
  const worded = written.filter((text) => /\p{L}{2}/u.test(text));
  if (worded.length < FEWEST || written.some(isAmount)) return false;
  return worded.filter((text) => headerShare(speltHeader(text, isWord)) >= HEADS).length >= HEADS * worded.length;
}

function isAmount(text: string): boolean {
  const reading = readAmountCell(text);
  return reading.kind === 'amount' && !reading.looksLikeYear;
}

function speltCell(cell: Cell, spelling: Spelling | null, isWord: IsWord): Cell {
  const [first, ...others] = cell.readings;
  const text = spelling?.(first.text, isWord) ?? first.text;
  return text === first.text ? cell : { ...cell, readings: [{ ...first, text }, ...others] };
}
