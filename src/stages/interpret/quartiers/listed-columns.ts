import { fold } from '../../../french/text.ts';
import type { Column } from '../columns.ts';
import type { Piece } from '../heading-piece.ts';
import { headingLevel } from './heading-level.ts';
import { asPrinted, listedName } from './listed-name.ts';

/** From this share of a table's names on that are listed ones, the one name that is left is the one of the list that is left. */
const MOST = 0.5;

/**
 * The columns of a scan's tables with the names over them as the page lists them, that each table may have misread in its own way. Where as many names stand over a table as are
 * listed, all but one of them told by their letters, the last is told by what is left. `known`: the listed names, folded.
 */
export function withListedNames(columns: readonly Column[], known: ReadonlySet<string>, pieces: readonly Piece[]): readonly Column[] {
  return known.size === 0 ? columns : tablesOf(columns).flatMap((own) => withNames(own, known, pieces));
}

/** Columns of amounts that stand side by side: the labels of the next table's rows part them from its own. */
function tablesOf(columns: readonly Column[]): Column[][] {
  const tables: Column[][] = [];
  columns.forEach((column, at) => {
    const before = columns[at - 1];
    const last = tables.at(-1);
    if (last === undefined || before === undefined || column.index <= before.index) tables.push([column]);
    else last.push(column);
  });
  return tables;
}

function withNames(columns: readonly Column[], known: ReadonlySet<string>, pieces: readonly Piece[]): readonly Column[] {
  const names = new Map<string, string>();
  for (const text of columns.flatMap(({ amount, levels }) => (amount === null ? [] : levels))) {
    const level = headingLevel(text, known);
    if (level.kind === 'name' && level.name !== null) names.set(text, level.name);
  }
  const listed = new Map(
    [...names].map(([text, name]) => {
      const others = [...names.values()].filter((other) => other !== name);
      return [text, listedName(name, known, others, pieces)] as const;
    }),
  );
  const isListed = (name: string): boolean => known.has(fold(name));
  const told = [...listed.values()].filter(isListed);
  const [lost, another] = [...listed.keys()].filter((text) => !isListed(listed.get(text) ?? ''));
  const left = [...known].filter((each) => !told.some((name) => fold(name) === each));
  const [only] = left;
  if (lost !== undefined && another === undefined && only !== undefined && left.length === 1 && told.length >= MOST * known.size)
    listed.set(lost, asPrinted(only, pieces) ?? only);
  return columns.map((column) => ({
    ...column,
    levels: column.levels.map((text) => {
      const [name, right] = [names.get(text), listed.get(text)];
      return name === undefined || right === undefined || name === right ? text : text.replace(name, right);
    }),
  }));
}
