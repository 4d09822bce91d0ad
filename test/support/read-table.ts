import { knowledge } from '../../pipelines/knowledge.ts';
import type { LineDraft } from '../../src/model/draft.ts';
import type { Table } from '../../src/model/grid.ts';
import type { Section } from '../../src/model/vocabulary.ts';
import { findBands, type Band } from '../../src/stages/interpret/bands.ts';
import { readColumns, type Column } from '../../src/stages/interpret/columns.ts';
import type { RowItem, RowTotal } from '../../src/stages/interpret/row-items.ts';
import { readRows } from '../../src/stages/interpret/rows.ts';
import { tableRows } from '../../src/stages/interpret/table-rows.ts';

const NO_MARKS: ReadonlyMap<'one' | 'two', Section> = new Map();

function onlyBand(table: Table): Band {
  const [band, another] = findBands(tableRows(table)).bands;
  if (band === undefined || another !== undefined) throw new Error('the table has not exactly one band');
  return band;
}

/** The columns of a table of one band; `inherited`: those of a table above it. */
export function columnsOf(table: Table, inherited: readonly Column[] | null = null): readonly Column[] {
  return readColumns(tableRows(table), onlyBand(table), inherited, null, knowledge);
}

/** What the rows of a table of one band are. `marks`: what its footnote signs mean. */
export function itemsOf(table: Table, marks: ReadonlyMap<'one' | 'two', Section> = NO_MARKS): readonly RowItem[] {
  return readRows(tableRows(table), onlyBand(table), columnsOf(table), marks, null, knowledge).items;
}

export function linesOf(table: Table, marks: ReadonlyMap<'one' | 'two', Section> = NO_MARKS): readonly LineDraft[] {
  return itemsOf(table, marks).flatMap((item) => (item.kind === 'line' ? [item.line] : []));
}

export function totalRowsOf(table: Table): readonly RowTotal[] {
  return itemsOf(table).flatMap((item) => (item.kind === 'total' ? [item] : []));
}
